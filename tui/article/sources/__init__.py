"""Fetch a text, wherever it is.

Comes in: what a person named. Goes out: the bytes, and the text they stand for.
May import: errors, visible.
"""
