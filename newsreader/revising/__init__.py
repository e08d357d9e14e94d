"""Two revisions of a story: how each statement, and so each tag, carries over.

Exact words keep a tag; a look-alike never gets one. Pure functions, no storage, no screen.
"""

from newsreader.revising.aligning import align

__all__ = ["align"]
