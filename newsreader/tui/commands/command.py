"""What a command is, and the conditions under which commands apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsreader.session import Session

Place = Literal["app", "list", "reader"]
"""Where a command's keys count; those of "app" count everywhere."""


def always(_session: Session | None) -> bool:
    """The command applies wherever its place is shown."""
    return True


def has_statement(session: Session | None) -> bool:
    """There is a statement to act on."""
    return session is not None and session.n > 0


def has_updates(session: Session | None) -> bool:
    """The article has update sections."""
    return session is not None and bool(session.updates)


def in_update(session: Session | None) -> bool:
    """The current statement stands in an update."""
    return session is not None and session.update is not None


def is_searching(session: Session | None) -> bool:
    """A search is on in the story."""
    return session is not None and bool(session.query)


def has_left_behind(session: Session | None) -> bool:
    """Tags of the editor stand on words that are not in the text shown."""
    return session is not None and bool(session.left_behind())


def has_change(session: Session | None) -> bool:
    """The words of the current statement are not those that the editor tagged, or saw."""
    return session is not None and session.n > 0 and bool(session.said_before(session.n))


def has_unseen(session: Session | None) -> bool:
    """Statements came since the editor looked."""
    return session is not None and session.count_unseen > 0


def has_stale(session: Session | None) -> bool:
    """The words of a chosen statement changed under the editor's label."""
    if session is None or not session.n:
        return False
    return any(session.stale_tag(n) is not None for n in session.chosen())


def has_revisions(session: Session | None) -> bool:
    """The story has more than one revision."""
    return session is not None and len(session.opened.revisions) + session.opened.newer > 1


WHY_NOT: dict[Callable[[Session | None], bool], str] = {
    has_statement: "there is no statement here",
    has_updates: "the story has no updates",
    in_update: "this statement stands in no update",
    is_searching: "no search is on",
    has_change: "the words here are those that you know",
    has_unseen: "nothing is there that you have not seen",
    has_stale: "the words here are those that you tagged, or you tagged none",
    has_revisions: "the story has one revision only",
    has_left_behind: "none of your tags is left behind",
}
"""What is said of a command while its condition does not hold."""


class Command(NamedTuple):
    """One thing that a key can do; its method is ``action_<id>`` on the screen of its place.

    ``keys`` are written as they look (``"?"``, ``"ctrl+d"``, ``"pagedown"``), the plain one first.
    ``waiting`` commands apply only while something could not be saved, in whatever story.
    ``counted`` commands take a number typed before them: how often, how many, or which.
    ``footer`` is the rank in the line of keys: 1 goes last when it gets narrow, 0 is never shown.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    place: Place
    when: Callable[[Session | None], bool] = always
    footer: int = 0
    waiting: bool = False
    searching: str = ""  # its title while a search is on, where that is another one
    counted: bool = False

    def named(self, session: Session | None) -> Command:
        """The command with the title that says what it does now."""
        other = self.searching if is_searching(session) else ""
        return self._replace(title=other) if other else self

    def applies(self, session: Session | None, *, unsaved: bool) -> bool:
        """Whether it applies now; the arguments are those of :meth:`why_not`."""
        return self.when(session) and (not self.waiting or unsaved)

    def why_not(self, session: Session | None, *, unsaved: bool) -> str:
        """Why the command does not apply now; "" when it does.

        Args:
            session: the story that is open, if one is.
            unsaved: whether something could not be saved, in whatever story.
        """
        if not self.when(session):
            return WHY_NOT[self.when]
        return "everything is saved" if self.waiting and not unsaved else ""

    @property
    def action(self) -> str:
        """The name of the action, without ``action_``."""
        return self.id.replace("-", "_")


class Offer(NamedTuple):
    """A command as help and palette offer it."""

    command: Command
    why_not: str = ""  # why it does not apply now


MOVE, TAG, FIND, LOOK, PROGRAM = "Moving", "Tagging", "Searching", "Looking", "Program"
SHELF = "Adding, exporting, deleting"
"""The groups, as help and docs show them."""
