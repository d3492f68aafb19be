"""Edits come back: what people changed in a Word file, as changes of the regulation."""
