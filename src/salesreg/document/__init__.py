"""A regulation as a document: one content, in one language, for every writer."""
