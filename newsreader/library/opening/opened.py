"""A story as it is open, and how an article becomes one that can be opened."""

from __future__ import annotations

from newsreader.model.article import Article
from newsreader.model.statement import Analysis
from newsreader.model.story import Revision, Story
from newsreader.store.recording import OpenBook
from newsreader.store.tags.folding import TagBook


class OpenedStory:
    """A story as it is open: one of its revisions, and the tags placed on it.

    ``book``, ``newer`` and ``recut`` follow what :meth:`Library.record` and
    :meth:`Library.refresh` bring; all else is as it was when the story was opened. The text shown
    never changes by itself: who wants the newest revision opens the story again. Its statements
    and sections change when this program records a cut, a join, a correction, or the undo of one:
    ``analysis`` is then another object.
    """

    def __init__(
        self, story: Story, revision: Revision, analysis: Analysis, base: Analysis, kept: OpenBook
    ) -> None:
        """Open a story.

        Args:
            story: the story.
            revision: the one shown.
            analysis: of it, with the statements and sections as editors made them.
            base: likewise, with those that the splitter gave.
            kept: the library's.
        """
        self.story, self.revision = story, revision
        self.revisions = kept.revisions
        self.analysis, self.base = analysis, base
        self.kept = kept

    @property
    def recut(self) -> bool:
        """Whether another program changed statements or sections of the revision shown since."""
        return self.kept.recut

    @property
    def book(self) -> TagBook:
        """The tags, placed on the revision shown."""
        return self.kept.book

    @property
    def newer(self) -> int:
        """How many revisions there are, as far as known, after the one shown."""
        return len(self.kept.revisions) - self.revision.n


SHORT = 100
"""Statements up to which it takes only some milliseconds to find who says them, at any time."""


def analyse(article: Article, *, at_once: bool = True) -> Analysis:
    """All that the pipeline finds in an article: updates, statements, attributions.

    Args:
        article: what was read.
        at_once: whether to find who says the statements of a short article, too, and not to leave
            that to :func:`sourced`.
    """
    from newsreader.splitting import split  # noqa: PLC0415  (not needed to open a story)

    found = split(article)
    analysis = Analysis(article, found, ())
    if at_once or len(found.statements) > SHORT:
        return _attributed(analysis)
    return analysis


def sourced(analysis: Analysis) -> Analysis:
    """An article as stored, with who says its statements, where that was left for later."""
    return analysis if analysis.sourced else _attributed(analysis)


def _attributed(analysis: Analysis) -> Analysis:
    from newsreader.sourcing import attribute  # noqa: PLC0415  (seldom needed to open a story)

    return analysis._replace(attributions=attribute(analysis.article, analysis.split))
