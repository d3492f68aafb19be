"""Tests of the checks of control."""
