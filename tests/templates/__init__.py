"""Tests of the ready regulations."""
