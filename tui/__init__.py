"""Diptych: a terminal reader for comparing sources side by side.

The folders are the journey of the data: `article` reads files, `compare`
pairs two articles, `layout` breaks rows into lines, `app` draws them.
"""

__version__ = "0.1.0"
