"""A statement whose words changed under a tag: marked, shown with its change, tagged again."""

import pytest

from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import act
from newsreader.tui.app import NewsreaderApp

OLD = "The Depot Fire\n\nThe roof fell in.\n\nSix people were hurt.\n"


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "depot.txt"
    path.write_text(OLD)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(path))
        story = opened.open(1)
        for n in (1, 2, 3):
            draft = act(story, n, EventKind.TAG, "ana", label=Label.SPECULATIVE)
            opened.record(story, [draft])
        path.write_text(OLD.replace("Six", "Nine"))
        list(opened.add(path))
        yield opened


def text_of(app):
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


@pytest.mark.parametrize("size", [(120, 30), (80, 24)])
async def test_what_changed_is_shown_and_tagged_again(library, size):
    app = NewsreaderApp(library, story=library.find(1))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "2/3 C0 S2 O0" in text_of(app)
        await pilot.press("g", "n")
        await pilot.pause()
        shown = text_of(app)
        assert app.screen.session.n == 3
        assert "▶!S" in shown
        assert "words changed" in shown
        assert "number" in shown
        assert "[-Six-]" in shown
        await pilot.press("equals_sign")
        await pilot.pause()
        shown = text_of(app)
        assert "3/3 C0 S3 O0" in shown
        assert "words changed" not in shown
        await pilot.press("u")
        await pilot.pause()
        assert "▶!S" in text_of(app)


async def test_another_label_is_a_new_decision(library):
    app = NewsreaderApp(library, story=library.find(1))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("g", "n", "c")
        await pilot.pause()
        assert "3/3 C1 S2 O0" in text_of(app)
    assert library.check(deep=True).ok
