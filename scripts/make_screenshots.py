"""Make the pictures of the README from the program itself.

    python -m scripts.make_screenshots

Opens a sample story in a library of its own, with a fixed clock, tags some statements by keys and
writes the screen as docs/reader.svg.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp

ROOT = Path(__file__).parent.parent
STORY = ROOT / "sample_articles" / "calder-dam-breaking.txt"
NOW = datetime(2023, 2, 14, 21, 54, tzinfo=UTC)


async def picture(keys: str, size: tuple[int, int]) -> str:
    """Open the story, press ``keys``; returns the screen as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "desk.library", editor="ana", clock=lambda: NOW)
        (added,) = library.add(str(STORY))
        app = NewsreaderApp(library, story=added.story, now=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            svg = app.export_screenshot(title="newsreader")
        library.close()
    return svg


def main() -> None:
    """All pictures."""
    svg = asyncio.run(picture("cscsjcos", (120, 40)))
    (ROOT / "docs" / "reader.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
