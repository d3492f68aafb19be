"""The overview of an evaluation: one document that shows how things stand."""
