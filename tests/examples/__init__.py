"""Tests of the examples that are programs."""
