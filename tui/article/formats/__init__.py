"""Read what is marked up: Markdown, web pages, word processors' documents.

Comes in: a text or the bytes of a file. Goes out: a `Reading`.
May import: the model, plain, roles; a format's own library when such a file is read.
"""
