"""What differs between two regulations, and what follows from it."""
