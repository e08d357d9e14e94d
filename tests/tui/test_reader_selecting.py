"""Counts and selections as an editor meets them: what is typed, what is shown, what is tagged."""

import pytest

from newsreader.session.digits import Digits
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.widgets.footer import KeyBar


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
        await pilot.press("#", "3", "j")
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


async def test_digits_that_are_labels_act_at_once(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        for typed, put in (("1", "c."), ("2", "cs."), ("3", "cso."), ("2", "csos.")):
            await pilot.press(typed)
            assert labels(session).startswith(put)
            assert "…" not in bar(pilot.app)


async def test_with_the_last_statement_one_hears_how_to_go_on(desk, reader_app):
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"1" * 16, "g", *"j" * 16, "c")
        assert "all 17 tagged, q goes back" in bar(pilot.app)
        await pilot.press("k", "x", "j", "s")
        assert "1 still open, n finds them" in bar(pilot.app)


async def test_counts_only(desk, reader_app):
    desk.session.digits = Digits("counts")
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
        await pilot.press("v", "j", "j", "m")
        await pilot.press("o", "k", "enter")
        assert "note saved on 3 statements" in bar(pilot.app)
        assert {session.standing(n).own.note for n in (4, 5, 6)} == {"ok"}
        await pilot.press("g", ")")
        assert session.n == 4
        await pilot.press("4", ")")
        assert session.n == 6
        await pilot.press(")")
        assert "no note below" in bar(pilot.app)
        await pilot.press("9", "(", "(")
        assert session.n == 4
        assert "no note above" in bar(pilot.app)
        await pilot.press("u", "u")
        assert set(labels(session)) == {"."}


async def test_a_number_begins_with_its_key(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        for typed, n in (("12", 12), ("99", 17), ("", 17), ("0", 1)):
            await pilot.press("number_sign")
            assert "1 to 17, then Enter" in bar(pilot.app)
            await pilot.press(*typed)
            assert bar(pilot.app).startswith(f" #{typed}… ")
            await pilot.press("enter")
            assert session.n == n
            assert ("the last one is 17" in bar(pilot.app)) == (typed in {"99", "0"})
            assert "Enter" not in bar(pilot.app)
        await pilot.press("5", "number_sign")
        assert session.n == 5
        await pilot.press("number_sign", "1", "0", "j")
        assert session.n == 15
        await pilot.press("g", "number_sign", "1", "2", "s")
        assert labels(session)[:13] == "ssssssssssss."


async def test_who_types_a_number_presses_nothing_else(desk, reader_app):
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        for typed in ("c", "m", "q", "escape", "question_mark"):
            await pilot.press("number_sign", *("1" * (typed in "mq")), typed)
            assert set(labels(desk.session)) == {"."}
            assert not pilot.app.screen.asking
            assert "confirmed" in bar(pilot.app)
        assert pilot.app.left == 0


async def test_paragraphs(desk, reader_app):
    session = desk.session
    async with reader_app(desk).run_test(size=(80, 24)) as pilot:
        seen = [session.n]
        for key in ("}", "}", "}", "{", "4", "{", "{"):
            await pilot.press({"}": "right_curly_bracket", "{": "left_curly_bracket"}.get(key, key))
            seen.append(session.n)
        assert seen == [1, 2, 4, 5, 4, 4, 1, 1]
        assert "first paragraph" in bar(pilot.app)
