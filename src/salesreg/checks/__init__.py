"""Checks: what is wrong or contradictory in a regulation, each with its clause."""
