"""Take a version tracker's page apart.

Comes in: the text of a page, and the cuts that the reader chose. Goes out: its rows, cut
in two, and how sure each cut is.
May import: the model, plain; rapidfuzz for likeness.
"""
