"""The screens: they hold the state, start the work and answer the keys.

Comes in: articles. Goes out: what the widgets show.
May import: widgets and everything below the app.
"""
