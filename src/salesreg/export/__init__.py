"""Writers: each turns the tree of blocks into one format, and imports no other."""
