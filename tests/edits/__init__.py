"""Edits that people make in Word files."""
