"""Places in a regulation: walking it, keys and references, clause numbers."""
