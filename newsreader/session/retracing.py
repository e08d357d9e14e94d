"""Going through a story's revisions: reading an older one, and finding a statement again.

An older revision is shown like any other: with the tags on its words, and with the newer ones
waiting. What is tagged there is said of exactly those words.
"""

from __future__ import annotations

from newsreader.session.recutting import statement_at
from newsreader.session.renewing import Renewing
from newsreader.session.saving import Outcome


class Retracing(Renewing):
    """A cursor that can be taken to other revisions."""

    def read(self, revision: int) -> Outcome:
        """Show one of the story's revisions; the cursor stays with its statement.

        Raises:
            LibraryError, UnknownStoryError: it cannot be opened; nothing has changed.
        """
        if self._reopen is None:
            return Outcome("no other revision can be shown")
        if revision != self.opened.revision.n:
            self.take(self._reopen(revision=revision))
        return Outcome(f"revision {revision} of {len(self.opened.kept.revisions)}")

    def retrace(self, revision: int, n: int) -> Outcome:
        """Go to a statement of a revision: where it stands in the text shown, else in its own.

        Args:
            revision: counted from 1.
            n: its number there, as the splitter gave it.

        Raises:
            LibraryError, UnknownStoryError: that revision cannot be opened; nothing has changed.
        """
        from newsreader.library.tracing import Tracer  # noqa: PLC0415  (at use)

        at = Tracer(self.opened).shown(revision, n)
        if at is not None:
            self.go(at)
            return Outcome("")
        gone_from = self.opened.revision.n
        outcome = self.read(revision)
        self.visit(revision, n)
        return outcome._replace(message=f"{outcome.message}: gone in revision {gone_from}")

    def visit(self, revision: int, n: int) -> Outcome:
        """Show a revision at one of its statements, which the splitter numbered ``n``.

        Raises:
            LibraryError, UnknownStoryError: it cannot be opened; nothing has changed.
        """
        outcome = self.read(revision)
        given = self.opened.base.split.statements
        if self.opened.revision.n == revision and 1 <= n <= len(given):
            self.go(statement_at(self.opened, given[n - 1].start))
        return outcome

    def go_to_act(self, event: str, n: int) -> Outcome:
        """Go to the statement that an act was about, or to the one numbered ``n``."""
        found = self.opened.book.numbers((event,))
        self.go(found[0] if found else n)
        return Outcome("")
