"""Other programs that show text or lists in a terminal, for comparing: those that are installed.

`less` and `newsboat` are written in C and C++; the plain Textual programs show what Textual itself
costs; frogmouth, a reader of Markdown, needs an environment of its own (it wants an older Textual)
and is named by NEWSREADER_FROGMOUTH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.timed import Case

_OPTION_LIST = """
import sys
from textual.app import App
from textual.widgets import OptionList

class Listed(App):
    BINDINGS = [("q", "quit", "Quit"), ("j", "app.down", "Down")]

    def compose(self):
        lines = open(sys.argv[1], encoding="utf-8").read().split("\\n\\n")
        yield OptionList(*lines, markup=False)

    def action_down(self):
        self.query_one(OptionList).action_cursor_down()

Listed().run()
"""
_MARKDOWN = """
import sys
from textual.app import App
from textual.widgets import MarkdownViewer

class Read(App):
    BINDINGS = [("q", "quit", "Quit"), ("j", "app.down", "Down")]

    def compose(self):
        text = open(sys.argv[1], encoding="utf-8").read()
        yield MarkdownViewer(text, show_table_of_contents=False)

    def action_down(self):
        self.query_one(MarkdownViewer).scroll_down(animate=False)

Read().run()
"""


def peers(story: Path, folder: Path) -> list[Case]:
    """The programs to compare with, each showing the same text.

    Args:
        story: a text of many paragraphs, the first of them its title.
        folder: where what they need can be written.
    """
    text = story.read_text()
    words = text.partition("\n")[0][:10].encode()
    python = [sys.executable, "-c"]
    cases = [
        Case("Textual OptionList", [*python, _OPTION_LIST, str(story)], words),
        Case("Textual Markdown", [*python, _MARKDOWN, str(story)], words),
    ]
    if less := shutil.which("less"):
        cases.append(Case("less", [less, str(story)], words, env={"LESS": ""}))
    if newsboat := shutil.which("newsboat"):
        cases.append(_newsboat(newsboat, text, folder))
    if frogmouth := os.environ.get("NEWSREADER_FROGMOUTH"):
        marked = folder / "story.md"
        marked.write_text(text)
        cases.append(Case("frogmouth", [frogmouth, str(marked)], words, quit="\x11"))
    return cases


def _newsboat(program: str, text: str, folder: Path) -> Case:
    """Newsboat on one feed with an entry for each paragraph, in a home of its own."""
    entries = "".join(
        f"<item><title>{escape(each)}</title><guid>{n}</guid></item>"
        for n, each in enumerate(text.split("\n\n"))
    )
    feed = folder / "feed.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>Desk</title>{entries}</channel></rss>')
    urls, config = folder / "urls", folder / "config"
    urls.write_text(f"file://{feed}\n")
    config.write_text("bind-key j down\nauto-reload no\n")
    options = ["-u", str(urls), "-C", str(config), "-c", str(folder / "cache.db")]
    subprocess.run([program, *options, "-x", "reload"], check=True, capture_output=True)
    return Case("newsboat", [program, *options], b"Desk")
