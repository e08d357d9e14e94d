"""Correcting the updates: the time of the current one, where one begins, and that one is none."""

from __future__ import annotations

from datetime import UTC

from newsreader.model.statement import Update
from newsreader.tui.plain.clock import day, wall
from newsreader.tui.reader.base import ReaderBase

_AS = "as 14:01 ET · 2:01 pm · unknown · 5 Jan 2022 14:01 Europe/Moscow"


class Correcting(ReaderBase):
    """Correcting the updates."""

    def action_update_time(self) -> None:
        """Ask for the time of the current update."""
        self._ask_time("")

    def _ask_time(self, value: str) -> None:
        self.ask("time of the update", value, self._retime, typing=self._preview)
        self._preview(value)

    def _preview(self, text: str) -> None:
        """Say what time the text is, in both clocks, or why it is none."""
        session = self._session
        if text.strip():
            made = session.typed_time(text)
            self.tell_typing(made if isinstance(made, str) else f"= {told(made)}")
        elif session.update is not None:
            self.tell_typing(f"{_AS} · now {told(session.updates[session.update])}")

    def _retime(self, text: str | None) -> None:
        """Set the time, or ask again where it is none; what is left empty stays as it was."""
        if text is None or not text.strip():
            self._tell("")
        elif isinstance(self._session.typed_time(text), str):
            self._ask_time(text)
        else:
            self._done(self._session.retime(text))

    def action_begin_update(self) -> None:
        """Begin an update with the current statement."""
        self._done(self._session.begin_update())

    def action_merge_update(self) -> None:
        """Merge the current update with the one before."""
        self._done(self._session.merge_update())


def told(update: Update) -> str:
    """An update's time by both clocks with its day, as ``2:01 PM ET · 19:01Z · 5 Jan 2022``."""
    time = update.time
    if time is None:
        return "unknown"
    utc = f"{time.astimezone(UTC):%H:%M}Z" if time.tzinfo is not None else "zone unknown"
    return " · ".join((wall(update), utc, day(time, update)))
