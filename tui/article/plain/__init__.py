"""Find the paragraphs of plain text.

Comes in: a text. Goes out: blocks of pieces, the paragraphs-to-be without their roles.
May import: errors, visible.
"""
