"""Guess what each paragraph of plain text is, and where stories begin.

Comes in: blocks of pieces. Goes out: paragraphs with roles, some of them set aside.
May import: the model, plain.
"""
