"""Builders: a regulation written as a sentence of steps.

Nothing is imported here, so that `python -m salesreg.build.generate` runs when
the model has changed and the generated modules have not.
"""
