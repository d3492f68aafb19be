"""Exact analysis: days that fit, scales, graphs and conditions; no regulation here."""
