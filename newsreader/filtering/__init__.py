"""The filter language: what is typed into a filter line, read as a :class:`Filter`.

Pure: no SQL, no screen. The same language in the list, in saved filters and on the command line.
"""

from newsreader.filtering.parsing import TERMS, Term, parse

__all__ = ["TERMS", "Term", "parse"]
