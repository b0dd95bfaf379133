"""Tell what is known of an article beside its text.

Comes in: paragraphs with roles, and what the file states. Goes out: an `About`.
May import: the model, roles.
"""
