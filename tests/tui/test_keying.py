"""Keys and pastes that come faster than screens are made are obeyed in their order."""

import pytest
from textual.events import Key, Paste

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.tui.app import NewsreaderApp

STORY = "Depot Fire\n\nPolice closed the quay. Nobody was hurt. A crane fell. It was late.\n"


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "fire.txt"
    path.write_text(STORY)
    with Library(tmp_path / "desk.library", editor="eve") as opened:
        assert [each.status for each in opened.add(path)] == ["added"]
        yield opened


def type_at_once(app, *keys):
    """Put keys and pastes into the queue, as the driver does, without waiting in between."""
    for key in keys:
        typed = key if isinstance(key, Paste) else Key(key, key if len(key) == 1 else None)
        app.post_message(typed)


async def test_keys_typed_while_a_story_opens_tag_its_statements_in_order(library):
    app = NewsreaderApp(library)
    async with app.run_test() as pilot:
        await pilot.pause()
        type_at_once(app, "enter", "c", "s", "j", "o")
        await pilot.pause()
        await pilot.pause()
        book = library.open(1).book
        own = [book.own(n, "eve") for n in range(1, 6)]
        labels = [tag.label if tag else None for tag in own]
        assert labels == [Label.CONFIRMED, Label.SPECULATIVE, None, Label.OPINION, None]


async def test_a_paste_and_the_enter_after_it_stay_in_order(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test() as pilot:
        await pilot.pause()
        type_at_once(app, "j", "m", Paste("from the port"), "x", "enter", "c")
        await pilot.pause()
        own = library.open(1).book.own(2, "eve")
        assert (own.note, own.label) == ("from the portx", Label.CONFIRMED)


async def test_keys_typed_into_a_screen_that_is_only_being_made_reach_it(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test() as pilot:
        await pilot.pause()
        type_at_once(app, "colon", Paste("fire"), "escape", "c")
        await pilot.pause()
        await pilot.pause()
        assert library.open(1).book.own(1, "eve").label is Label.CONFIRMED
        assert not app._on_their_way
