"""The reader as an editor meets it: keys, what they change on the screen, and how it looks."""

import pytest

from newsreader.model.event import EventKind, Label
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.panel import Panel
from newsreader.tui.reader.title_bar import TitleBar
from newsreader.tui.reader.updates_pane import UpdatesPane
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.prompt import Prompt


def lines(widget):
    """A widget as it stands on the screen."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def screen_text(app):
    """All that is on the screen."""
    return "\n".join("\n".join(lines(w)) for w in app.screen.query("Drawn") if w.display)


def current(app):
    """The line that the marker stands on."""
    return next((line for line in lines(app.screen.query_one(ArticleView)) if "▶" in line), None)


async def answer(pilot, key, text):
    """Press a key that asks for a text, and type it."""
    await pilot.press(key)
    await pilot.pause()
    await pilot.press(*(NAMES.get(char, char) for char in text), "enter")
    await pilot.pause()


NAMES = {" ": "space", "[": "left_square_bracket", "]": "right_square_bracket"}


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Nothing moves by itself."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


async def test_moving(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        assert current(app).startswith("▶·    The Depot Fire")
        await pilot.press("j")
        assert current(app).startswith("▶·    Police confirmed")
        await pilot.press("down", "k")
        assert desk.session.n == 2
        await pilot.press("]")
        assert current(app) == "▶·    The fire broke out shortly before two."
        await pilot.press("[", "G")
        assert desk.session.n == 17
        assert "Correction" in current(app)
        await pilot.press("]")
        assert "this is the last update" in screen_text(app)
        await pilot.press("g")
        assert desk.session.n == 1
        await pilot.press("[")
        assert "this is the first update" in screen_text(app)


async def test_every_statement_is_in_sight_when_it_is_current(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(40, 12)) as pilot:
        for keys in ("j", "k"):
            for _ in range(17):
                assert current(app)
                await pilot.press(keys)
        assert desk.session.n == 1


async def test_pages(desk_of, long, reader_app):
    desk = desk_of(long(300))
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        first = desk.session.n
        assert first > 5
        assert current(app)
        await pilot.press("ctrl+d", "pagedown")
        assert desk.session.n > first
        await pilot.press("b", "ctrl+u", "pageup", "pageup")
        assert desk.session.n == 1
        await pilot.press("G", "space")
        assert desk.session.n == 301
        assert current(app)


async def test_tagging_shows_what_is_on_disk(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("j", "c", "s", "s", ".", "u")
        labels = [desk.session.standing(n).own for n in range(2, 7)]
        assert [tag and tag.label for tag in labels] == [
            Label.CONFIRMED, Label.SPECULATIVE, Label.SPECULATIVE, None, None,
        ]  # fmt: skip
        assert desk.session.n == 5
        shown = lines(app.screen.query_one(ArticleView))
        assert [line[:2] for line in shown if line[1:2] in "CSO" and line[1:2]] == [
            " C",
            " S",
            " S",
        ]
        assert "3/17 C1 S2 O0" in lines(app.screen.query_one(TitleBar))[0]
        assert "saved ✓" in lines(app.screen.query_one(KeyBar))[0]
        await pilot.press("ctrl+r", "k", "x", "o")
        assert desk.session.standing(4).own.label is Label.OPINION


async def test_what_could_not_be_saved_is_loud_until_it_is(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        desk.failing = True
        await pilot.press("c", "k")
        assert current(app).startswith("▶C!")
        assert "C NOT SAVED" in screen_text(app)
        assert "1 NOT SAVED" in lines(app.screen.query_one(KeyBar))[0]
        desk.failing = False
        await pilot.press("w")
        assert current(app).startswith("▶C ")
        assert "saved ✓" in lines(app.screen.query_one(KeyBar))[0]


async def test_a_note_and_evidence_are_typed_and_shown(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await answer(pilot, "m", "call the [union]")
        await answer(pilot, "e", "x" * 60)
        assert "note call the [union]" in screen_text(app)
        assert "x" * 20 in screen_text(app)
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("escape")
        assert desk.session.standing(1).own.note == "call the [union]"


async def test_after_a_saved_tag_the_keys_are_still_shown(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        keys = lines(app.screen.query_one(KeyBar))[0]
        assert "c confirmed" in keys
        assert keys.endswith("saved ✓")
        await pilot.press("x", "u")
        assert "undone" in lines(app.screen.query_one(KeyBar))[0]


async def test_a_click_while_a_note_is_typed_does_not_move_it(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.screen.query_one(ArticleView)
        y = next(i for i, line in enumerate(lines(view)) if "Nobody has said" in line)
        await pilot.press("m", "x")
        await pilot.click(ArticleView, offset=(10, y))
        await pilot.click(UpdatesPane, offset=(4, 5))
        await pilot.press("enter")
        assert desk.session.standing(1).own.note == "x"
        assert desk.session.n == 1


async def test_a_clear_that_waits_is_seen(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "k")
        desk.failing = True
        await pilot.press("x")
        assert current(app).startswith("▶·!")
        assert "cleared it is" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "clear NOT SAVED" in screen_text(app)


async def test_search_as_one_types_and_from_hit_to_hit(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "/", *"qua")
        await pilot.pause()
        assert desk.session.n == 5
        assert "1 of 3" in lines(app.screen.query_one(Prompt))[0]
        await pilot.press("y", "enter")
        assert "1 of 3 · quay" in screen_text(app)
        await pilot.press("n")
        assert "2 of 3 · quay" in screen_text(app)
        await pilot.press("n", "n")
        assert "1 of 3 · quay · went on from the top" in screen_text(app)
        await pilot.press("N")
        assert "3 of 3 · quay · went on from the end" in screen_text(app)
        assert desk.session.n == 17
        view = app.screen.query_one(ArticleView)
        shown = [s for y in range(view.size.height) for s in view.render_line(y)]
        styles = [s.style for s in shown if s.text == "quay"]
        assert all(style.underline for style in styles)
        assert [style.reverse for style in styles].count(True) == 1
        await pilot.press("j", "k")
        assert "n next match" in lines(app.screen.query_one(KeyBar))[0]
        await pilot.press("escape")
        assert not desk.session.query
        assert desk.session.n == 3
        assert "n next open" in lines(app.screen.query_one(KeyBar))[0]


async def test_a_search_that_is_given_up_or_finds_nothing_changes_nothing(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        before = lines(app.screen.query_one(ArticleView))
        await pilot.press("/", *"cause", "escape")
        assert lines(app.screen.query_one(ArticleView)) == before
        assert desk.session.n == 2
        await answer(pilot, "/", "zeppelin")
        assert "not found: zeppelin" in screen_text(app)
        assert not desk.session.query
        await pilot.press("/", "z")
        await pilot.pause()
        assert lines(app.screen.query_one(Prompt))[0].endswith("not found")
        await pilot.press("enter", "/", "enter")
        assert desk.session.n == 2


async def test_the_last_term_is_offered_and_a_search_ends_where_one_is(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await answer(pilot, "/", "quay")
        await answer(pilot, "/", "cause")
        await pilot.press("backslash")
        assert (desk.session.n, desk.session.query) == (10, "")
        await pilot.press("/")
        await pilot.pause()
        assert "↑ cause" in lines(app.screen.query_one(Prompt))[0]
        await pilot.press("up", "up", "up", "enter")
        assert desk.session.query == "quay"
        await pilot.press("/", "up", "up", "down", "enter")
        assert desk.session.query == "quay"


async def test_a_match_in_a_credit_marks_the_author_line(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 40)):
        desk.session.search("January 4")
        view = app.screen.query_one(ArticleView)
        view.redraw()
        found = [s.text for y in range(40) for s in view.render_line(y) if s.style.underline]
        assert "Harbour News @harbournews · 4 Jan 2022 · 1 link" in found


async def test_next_open_without_a_search(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "c", "g", "n")
        assert desk.session.n == 3
        await pilot.press("N")
        assert desk.session.n == len(desk.session.statements)
        assert "went on from the end" in screen_text(app)
        for n in range(3, len(desk.session.statements) + 1):
            desk.session.go(n)
            desk.session.tag(Label.OPINION)
        await pilot.press("n")
        assert "nothing is open" in screen_text(app)


async def test_panes_come_and_go_with_the_width_and_the_keys(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:

        def seen():
            return {
                w.id or type(w).__name__
                for w in app.screen.query("Panel, UpdatesPane")
                if w.display
            }

        assert seen() == {"panel-beside", "UpdatesPane"}
        await pilot.press("tab", "t")
        assert seen() == set()
        await pilot.press("tab", "t")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert seen() == {"panel-below", "UpdatesPane"}
        await pilot.press("tab", "t")
        assert seen() == {"panel-strip"}
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        assert seen() == set()
        await pilot.press("tab")
        await pilot.pause()
        assert "SAYS WHO" in screen_text(app)


async def test_the_panel_says_all_that_is_known(desk, reader_app):
    session = desk.session
    session.go(3)
    session.advance = False
    session.tag(Label.SPECULATIVE)
    session.note("one origin: the union")
    session.tag(Label.CONFIRMED)
    session.undo()
    draft = session.opened.book.history(3)[0].event.body
    desk.event(EventKind.TAG, "ana", {**draft, "label": "opinion", "note": "mine"})
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        text = "\n".join(lines(app.screen.query_one("#panel-beside", Panel)))
        for said in ("STATEMENT 3 of 17", "S speculative", "eve (you) · 21:55Z (59 min ago)",
                     "note one origin: the union", "o ana", "note mine", "undone",
                     "the dockers' union ← Reuters", "paraphrased · “citing”", "HISTORY",
                     "you → C", "ana → O"):  # fmt: skip
            assert said in text, said
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        text = "\n".join(lines(app.screen.query_one("#panel-strip", Panel)))
        assert "S you 21:55 · o ana · the dockers' union ← Reuters" in text
        assert "note one origin: the union  ana: note mine" in text


async def test_tags_left_behind_are_seen(desk, reader_app):
    session = desk.session
    session.tag(Label.CONFIRMED)
    body = session.opened.book.history(1)[0].event.body
    desk.event(EventKind.TAG, "eve", {**body, "article": "older", "exact": "Three were hurt."})
    session.go(1)
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "!1 left behind" in lines(app.screen.query_one(TitleBar))[0]
        text = " ".join(
            line.strip("│ ") for line in lines(app.screen.query_one("#panel-beside", Panel))
        )
        assert "1 of your tags is on words that changed" in text
        await pilot.press("G", "L")
        text = "\n".join(lines(app.screen.query_one("LeftBehindPage")))
        assert "Three were hurt." in text
        assert "C confirmed" in text
        await pilot.press("L")
        assert session.n == 17
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "1 of your tags is on words" in screen_text(app)


async def test_a_click_makes_a_statement_current(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.screen.query_one(ArticleView)
        y = next(i for i, line in enumerate(lines(view)) if "Nobody has said" in line)
        await pilot.click(ArticleView, offset=(10, y))
        assert desk.session.n == 4
        await pilot.click(ArticleView, offset=(10, y - 1))
        assert desk.session.n == 4
        await pilot.click(UpdatesPane, offset=(4, 5))
        assert desk.session.update == 1
        await pilot.click(UpdatesPane, offset=(4, 0))
        assert desk.session.update == 1


async def test_resizing_keeps_the_statement_in_sight(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jjjjjjjjj")
        for size in ((40, 12), (1, 1), (3, 2), (300, 100), (17, 5), (200, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert desk.session.n == 10
        assert "The cause is not known." in current(app)


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 13, 24, 39, 59, 110])
async def test_no_size_is_too_small(desk, reader_app, width):
    app = reader_app(desk)
    async with app.run_test(size=(width, max(1, width // 3))) as pilot:
        await pilot.press("j", "c", "tab", "G", "t", "space", "b")
        assert app.is_running


async def test_an_article_without_statements(desk_of, made, reader_app):
    desk = desk_of(made.plain("note", "Nothing yet.").analysis())
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "c", "n", "space", "G", "]", "/", "q")
        assert "nothing to tag here" in screen_text(app)
        assert "Nothing yet." in screen_text(app)


async def test_hostile_text_is_shown_as_pictures(desk_of, made, reader_app):
    made.block("title", "A [b]title[/] \x1b]0;x\x07").update(marker="[/]\x9b31m", number=1)
    made.block("paragraph", "See [@click=app.quit]this[/].").says(origin="[/]\x1b", cue="\u202e")
    desk = desk_of(made.analysis())
    desk.session.go(2)
    desk.session.note("[/] \x1b[0m")
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)):
        text = screen_text(app)
        assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
        for said in ("A [b]title[/] ␛]0;x␇", "See [@click=app.quit]this[/].", "[/] ␛[0m", "“◦”"):
            assert said in text


async def test_reloading_and_going_back(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        assert "nothing new" in screen_text(app)
        desk.refresh = lambda _: True
        await pilot.press("r", "q")
        assert "taken in" in screen_text(app)
        assert app.left == 1
        app.screen._panes.show_time()


def tagged(desk):
    """A story half read."""
    session = desk.session
    session.go(2)
    session.tag(Label.CONFIRMED)
    session.tag(Label.SPECULATIVE)
    session.tag(Label.OPINION)
    session.go(3)
    session.note("one origin: the union")
    return desk


@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24), (40, 20)], ids=str)
def test_how_it_looks(desk, reader_app, snap_compare, size):
    assert snap_compare(reader_app(tagged(desk)), terminal_size=size)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
def test_how_it_looks_in_the_light(desk, reader_app, snap_compare, size):
    assert snap_compare(reader_app(tagged(desk)), terminal_size=size, press=["T"])
