"""Counts and selections as an editor meets them: what is typed, what is shown, what is tagged."""

import pytest
from textual.events import Paste

from newsreader.session.counting import Counting
from newsreader.tui.footer import KeyBar
from newsreader.tui.reader.article_view import ArticleView


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Nothing moves by itself."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def lines(widget):
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def bar(app):
    return lines(app.screen.query_one(KeyBar))[0]


def labels(session):
    owns = (session.standing(n).own for n in range(1, len(session.statements) + 1))
    return "".join(own.label[0] if own is not None and own.label else "." for own in owns)


async def test_a_count_moves_and_tags(desk_of, long, reader_app):
    desk = desk_of(long(100))
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "j")
        assert session.n == 4
        await pilot.press("4")
        assert bar(pilot.app).startswith(" 4… ")
        await pilot.press("s")
        assert "speculative on 4 statements" in bar(pilot.app)
        assert (labels(session)[:9], session.n) == ("...ssss..", 8)
        await pilot.press("u")
        assert "undone on 4 statements" in bar(pilot.app)
        assert session.n == 4
        await pilot.press("4", "5", "G")
        assert session.n == 45
        await pilot.press("4", "escape", "j")
        assert session.n == 46
        await pilot.press("9", "m")
        assert pilot.app.screen.asking
        await pilot.press("escape")
        assert labels(session) == "." * 101


async def test_digits_that_are_labels(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "3", "2", "m")
        assert labels(session)[:5] == "csos."
        await pilot.press("escape", "2")
        assert labels(session)[:5] == "csos."
        assert bar(pilot.app).startswith(" 2… ")
        pilot.app.screen.settle()  # as the pause does
        assert labels(session)[:6] == "csoss."
        assert "…" not in bar(pilot.app)


async def test_the_pause_makes_a_label(desk, reader_app):
    desk.session.counting = Counting(pause=0.001)
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        while desk.session.counting.waiting:
            await pilot.pause(0.001)
        assert labels(desk.session).startswith("o.")


async def test_a_label_that_waits_is_put_before_a_click_and_before_leaving(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("2")
        shown = lines(app.screen.query_one(ArticleView))
        y = next(i for i, line in enumerate(shown) if "Nobody has said" in line)
        await pilot.click(ArticleView, offset=(10, y))
        assert labels(desk.session).startswith("s.")
        await pilot.press("3", "q")
        assert "o" in labels(desk.session)
        assert app.left == 1
        await pilot.press("g", "2")
        app.post_message(Paste("j"))
        await pilot.pause()
        assert labels(desk.session).startswith("s")


async def test_counts_only(desk, reader_app):
    desk.session.counting = Counting("counts")
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "2", "G", "0", "1", "k")
        assert desk.session.n == 11
        assert set(labels(desk.session)) == {"."}


async def test_selecting_is_seen_without_colour(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("j", "v", "j", "j")
        assert bar(app).startswith(" 3 selected ")
        shown = [line[:3] for line in lines(app.screen.query_one(ArticleView)) if line[1:2] == "·"]
        assert shown[:5] == [" · ", "█· ", "█· ", "▶· ", " · "]
        await pilot.press("k")
        assert bar(app).startswith(" 2 selected ")
        await pilot.press("escape")
        assert "selected" not in bar(app)
        assert not any("█" in line for line in lines(app.screen.query_one(ArticleView)))
        await pilot.press("v", "k", "v")
        assert "selected" not in bar(app)


async def test_a_selection_is_tagged_and_noted_as_one(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "j", "j", "c")
        assert (labels(session)[:4], session.n) == ("ccc.", 4)
        assert "confirmed on 3 statements" in bar(pilot.app)
        await pilot.press("v", "2", "j", "m")
        await pilot.press("o", "k", "enter")
        assert "note saved on 3 statements" in bar(pilot.app)
        assert {session.standing(n).own.note for n in (4, 5, 6)} == {"ok"}
        await pilot.press("g", ")")
        assert session.n == 4
        await pilot.press("2", ")")
        assert session.n == 6
        await pilot.press(")")
        assert "no note below" in bar(pilot.app)
        await pilot.press("9", "(", "(")
        assert session.n == 4
        assert "no note above" in bar(pilot.app)
        await pilot.press("u", "u")
        assert set(labels(session)) == {"."}


async def test_a_number_is_asked_for(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        for typed, n in (("12", 12), ("99", 17), ("x", 17), ("", 17), ("0", 1)):
            await pilot.press("number_sign", *typed, "enter")
            assert session.n == n
            assert ("no number" in bar(pilot.app)) == (typed == "x")
            assert ("the last one is 17" in bar(pilot.app)) == (typed in {"99", "0"})
        await pilot.press("5", "number_sign")
        assert session.n == 5


async def test_paragraphs(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        seen = [session.n]
        for key in ("}", "}", "}", "{", "4", "{", "{"):
            await pilot.press({"}": "right_curly_bracket", "{": "left_curly_bracket"}.get(key, key))
            seen.append(session.n)
        assert seen == [1, 2, 4, 5, 4, 4, 1, 1]
        assert "first paragraph" in bar(pilot.app)
