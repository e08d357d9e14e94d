"""A statement whose words changed under a tag: marked, shown with its change, tagged again."""

import pytest

from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import act
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader.article_view import ArticleView

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


@pytest.fixture
def two(tmp_path):
    """Two changed statements under tags, of four; the last is open."""
    path = tmp_path / "quay.txt"
    text = "The Quay\n\nSix boats sank.\n\nNobody was hurt.\n\nIt was raining hard.\n"
    path.write_text(text)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(path))
        story = opened.open(1)
        for n, who in ((1, "ana"), (2, "ana"), (2, "bo"), (3, "ana")):
            draft = act(story, n, EventKind.TAG, who, label=Label.SPECULATIVE)
            opened.record(story, [draft])
        path.write_text(text.replace("Six", "Nine").replace("Nobody was", "Somebody was"))
        list(opened.add(path))
        yield opened


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (40, 14), (20, 6), (1, 1)])
async def test_later_and_the_word_diff_by_keys(two, size):
    app = NewsreaderApp(two, story=1)
    async with app.run_test(size=size) as pilot:
        session = app.screen.session
        await pilot.press("G", "n")
        assert session.n == 2
        await pilot.press("z")
        assert session.n == 3
        if size[0] >= 80:
            shown = text_of(app)
            assert "[-Nobody-]" in shown
            assert "{+Somebody+}" in shown
            assert "negation changed" in shown
            assert ("!2 changed" if size[0] > 80 else "!2  ") in shown
            await pilot.press("d")
            shown = text_of(app)
            assert "[-Nobody-]" not in shown
            assert "negation changed" in shown
            await pilot.press("d")
            assert "[-Nobody-]" in text_of(app)
        await pilot.press("equals_sign")
        assert session.n == 2
        await pilot.press("z")
        assert session.n == 2
        await pilot.press("c")
        assert session.n == 4
        assert session.stale() == ()
        if size[0] >= 80:
            assert "no changed words are left" in text_of(app)
            assert "changed  " not in text_of(app)
    assert two.check(deep=True).ok


async def test_the_keys_for_changed_words_are_told_where_they_are_and_only_there(two):
    app = NewsreaderApp(two, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "n")
        assert "= keep  z later" in text_of(app).split("\n")[-1]
        await pilot.press("g")
        assert "= keep" not in text_of(app).split("\n")[-1]
        await pilot.press("n")
        assert "= keep  z later" in text_of(app).split("\n")[-1]


async def test_the_words_that_came_are_marked_in_the_text(two, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = NewsreaderApp(two, story=1)
    async with app.run_test(size=(120, 30)) as pilot:
        view = app.screen.query_one(ArticleView)

        def underlined():
            rows = (view.render_line(y) for y in range(30))
            return [s.text for row in rows for s in row if s.style and s.style.underline]

        await pilot.press("n")
        assert "Nine" in underlined()
        await pilot.press("d")
        assert "Nine" not in underlined()
        await pilot.press("d", "slash", *"boats", "enter")
        assert "Nine" not in underlined()
        assert "boats" in underlined()


async def test_anothers_tag_on_other_words_is_told_as_such(two):
    app = NewsreaderApp(two, story=1)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("g", "j")
        assert "! words changed: s" in text_of(app)
