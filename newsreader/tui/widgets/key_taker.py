"""Screens that take keys before they are looked up as commands: they type, or lie over others."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

from newsreader.tui.commands import Command

Result = TypeVar("Result")


class KeyTaker:
    """A screen that may take keys and pastes before they are looked up as commands."""

    def take_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Take a key; False lets it be looked up."""
        return False

    def take_paste(self, text: str) -> None:
        """Take a paste; a paste is never a command."""


class OverScreen(ModalScreen[Result], KeyTaker):
    """A screen over another one, put away by the keys of the command that opened it."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        """Opened by no command, until told."""
        super().__init__()
        self._own_keys: tuple[str, ...] = ()

    def opened_by(self, command: Command) -> None:
        """Take note of which command opened it, with the keys in force."""
        self._own_keys = command.keys

    def take_key(self, key: str, character: str | None) -> bool:
        """Take the keys of that command."""
        own = key in self._own_keys or character in self._own_keys
        if own:
            self.action_own_key()
        return own

    def action_own_key(self) -> None:
        """Do what the keys of the command that opened it do here."""
        self.dismiss()
