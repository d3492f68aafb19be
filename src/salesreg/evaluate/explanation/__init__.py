"""Explanations: how a number came about, step by step, in words."""
