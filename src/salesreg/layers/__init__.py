"""Layers over a regulation: what a branch adds, replaces, removes and adjusts."""
