"""Clauses compiled to SQL: one canonical form, written for each engine."""
