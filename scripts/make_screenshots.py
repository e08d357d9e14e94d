"""Make the pictures of the README from the program itself.

    python -m scripts.make_screenshots

Opens the sample stories in a library of their own, with a fixed clock, tags statements by keys and
writes the screens as docs/list.svg and docs/reader.svg.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from scripts.scenes import ROOT, app_on, desk

READ = (*"cscsjcoskm", *"one", "space", *"origin", "enter", *"jk")
"""Keys that tag the first statements of the story and put a note on the last of them."""


async def picture(keys: Iterable[str], size: tuple[int, int], *, reading: bool) -> str:
    """Press ``keys`` in the list or in the story; returns the screen as SVG."""
    with desk() as library:
        app = app_on(library, reading=reading)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot(title="newsreader")


def main() -> None:
    """All pictures."""
    pictures = {
        "list": picture("j", (120, 16), reading=False),
        "reader": picture(READ, (120, 40), reading=True),
    }
    for name, made in pictures.items():
        (ROOT / "docs" / f"{name}.svg").write_text(asyncio.run(made), encoding="utf-8")


if __name__ == "__main__":
    main()
