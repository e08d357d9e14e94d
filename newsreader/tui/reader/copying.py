"""Copying statements with their source, and their links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsreader.library import OpenedStory
from newsreader.tui.reader.numbers import Numbers

MOST = 74_994
"""Bytes that every terminal takes over into its clipboard; some drop what is more."""


class Copying(Numbers):
    """Copying statements with their source, and their links."""

    def action_copy(self) -> None:
        """Copy as text."""
        from newsreader.session.quoting import as_text  # noqa: PLC0415  -- at first use

        self._copy(as_text, "text")

    def action_copy_markdown(self) -> None:
        """Copy as Markdown."""
        from newsreader.session.quoting import as_markdown  # noqa: PLC0415  -- at first use

        self._copy(as_markdown, "Markdown")

    def _copy(self, quoted: Callable[[OpenedStory, Sequence[int]], str], kind: str) -> None:
        """Give what is chosen to the terminal's clipboard, which works over SSH, too."""
        session = self._session
        numbers = session.chosen(self._times())
        text = quoted(session.opened, numbers)
        what = f"statement {numbers[0]}" if len(numbers) == 1 else f"{len(numbers)} statements"
        if len(text.encode()) > MOST:
            self._tell(f"{what}: too much for a clipboard, export them instead", loud=True)
            return
        self.app.copy_to_clipboard(text)
        if session.unselect():
            self._panes.show()
        source = "its source" if len(numbers) == 1 else "their source"
        self._tell(f"copied {what} with {source} as {kind}: {len(text):,} characters")

    def action_links(self) -> None:
        """Show the links of the statement."""
        from newsreader.session.linking import links_of  # noqa: PLC0415  -- at first use
        from newsreader.tui.reader.links_screen import LinksScreen  # noqa: PLC0415  -- at first use

        session = self._session
        links = links_of(session.opened.analysis, session.n, session.opened.book.tags(session.n))
        if links:
            self.lay_over(LinksScreen(links, self._open), "links")
        else:
            self._tell("no link in this statement")

    def _open(self, url: str) -> str:
        """Open an address where the editor sits; returns what went wrong, "" for nothing."""
        if self.app.is_web:
            self.app.open_url(url)
            return ""
        from newsreader.tui.tty.browser import open_address  # noqa: PLC0415  -- at first use

        return open_address(url)
