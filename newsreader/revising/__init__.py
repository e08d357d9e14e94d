"""Two revisions of a story, or many: how each statement, and so each tag, carries over.

Exact words keep a tag; other words keep a link, which shows what changed and asks. Pure functions,
no storage, no screen. Only what every story needs is loaded with the package; ``revising.py`` (a
revision is taken), ``comparing.py`` (a change is shown) and ``history.py`` when they are used.
"""

from newsreader.revising.exact import places

__all__ = ["places"]
