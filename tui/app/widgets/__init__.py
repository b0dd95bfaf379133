"""What the screens are built of.

Comes in: values. Goes out: drawing, and messages that say what was asked for.
May import: layout and the values of what it shows; no screen, no loading, no comparing.
"""
