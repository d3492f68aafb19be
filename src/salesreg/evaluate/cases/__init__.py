"""What holds for one deal or person, clause kind by clause kind: the oracle."""
