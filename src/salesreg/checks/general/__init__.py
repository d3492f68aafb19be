"""Checks for every regulation, whatever its country."""
