"""The program as a whole, without a terminal: list, story, help, palette, prompt, leaving."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.cli import run
from newsreader.config import Config
from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.library.removing import remove, restore
from newsreader.model.article import BlockKind
from newsreader.model.event import Label
from newsreader.model.story import Story
from newsreader.tui.app import NewsreaderApp, local_now
from newsreader.tui.commands import Offer, at
from newsreader.tui.pages.help_screen import HelpScreen
from newsreader.tui.pages.palette import Hits, Palette, commands_for
from newsreader.tui.reader.screen import ReaderScreen
from newsreader.tui.stories.list_screen import ListScreen
from newsreader.tui.widgets.footer import KeyBar

START = datetime(2022, 1, 5, 12, 0, tzinfo=UTC)
TITLES = ("Council delays the vote", "The depot fire", "A storm [sic] reaches the coast")


@pytest.fixture
def clock():
    times = (START + timedelta(minutes=i) for i in range(10_000))
    return lambda: next(times)


@pytest.fixture
def library(tmp_path, clock):
    with Library(tmp_path / "desk.library", editor="eve", clock=clock) as opened:
        yield opened


@pytest.fixture
def add(library, make_story):
    def add(title, words="First words.|Second words.|Third words.", uri=None):
        analysis = make_story(title, words)
        article = analysis.article._replace(uri=uri or f"odd:{title}", source="desk.txt")
        return library.add_analysis(analysis._replace(article=article)).story

    return add


@pytest.fixture
def make_story(made):
    def make(title, words):
        maker = deepcopy(made)
        maker.block("title", title)
        maker.block(BlockKind.PARAGRAPH, words)
        return maker.analysis()

    return make


@pytest.fixture
def stories(add):
    return [add(title) for title in TITLES]


def app_on(library, **options):
    return NewsreaderApp(library, now=lambda: START + timedelta(hours=1), **options)


def text_of(app):
    """The rows as they are drawn."""
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


def bar(app):
    return "".join(text for _, text in app.screen.query_one(KeyBar)._lines[0])


async def test_the_list_shows_the_last_changed_first(library, stories):
    async with app_on(library).run_test(size=(120, 20)) as pilot:
        text = text_of(pilot.app)
        assert [text.index(title) for title in reversed(TITLES)] == sorted(
            text.index(title) for title in TITLES
        )
        assert "3 stories" in text
        assert "▶ A storm [sic] reaches the coast" in text
        assert "desk.txt" in text


async def test_an_empty_library_says_what_to_type(library):
    async with app_on(library).run_test() as pilot:
        assert "newsreader add FILE" in text_of(pilot.app)
        await pilot.press("enter", "j", "G", "k", "space", "b", "g")
        assert isinstance(pilot.app.screen, ListScreen)


async def test_open_tag_come_back_the_row_is_fresh_and_the_cursor_where_it_was(library, stories):
    async with app_on(library).run_test(size=(120, 20)) as pilot:
        await pilot.press("j", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        await pilot.press("c", "s", "o", "c", "q")
        assert isinstance(pilot.app.screen, ListScreen)
        assert "▶ The depot fire" in text_of(pilot.app)
        assert "done" in text_of(pilot.app)
        assert pilot.app.screen.stories.story.progress.confirmed == 2


async def test_a_story_is_taken_up_where_it_was_left(library, stories):
    async with app_on(library).run_test() as pilot:
        await pilot.press("l", "j", "j", "q", "l")
        assert pilot.app.screen.session.n == 3


async def test_a_story_named_at_the_start_is_shown_at_once(library, stories):
    async with app_on(library, story=stories[1], config=Config(advance=False)).run_test() as pilot:
        assert pilot.app.screen.session.opened.story.title == TITLES[1]
        await pilot.press("c")
        assert pilot.app.screen.session.n == 1
        await pilot.press("q")
        assert isinstance(pilot.app.screen, ListScreen)
        await pilot.press("q")
    assert pilot.app.return_code == 0


async def test_search_as_you_type(library, stories):
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await pilot.press(*"/dep")
        assert pilot.app.screen.stories.story.title == TITLES[1]
        assert "1 story found" in text_of(pilot.app)
        await pilot.press("enter", "escape")
        assert "3 stories" in text_of(pilot.app)
        assert pilot.app.screen.stories.story.title == TITLES[1]
        await pilot.press(*"/zzz")
        assert "No story has “zzz”" in text_of(pilot.app)
        await pilot.press("escape")
        assert "3 stories" in text_of(pilot.app)
        await pilot.press("backslash")


async def test_nothing_typed_is_a_command(library, stories):
    async with app_on(library, story=stories[0]).run_test() as pilot:
        for opener in "/me":
            await pilot.press(
                opener, *"cso123xqQuUwjkgG?:.", "space", "tab", "f1", "down", "ctrl+p"
            )
            assert isinstance(pilot.app.screen, ReaderScreen)
            assert pilot.app.screen.asking
            await pilot.press("escape")
        assert pilot.app.screen.session.progress().tagged == 0
        assert pilot.app.screen.session.n == 1


async def test_what_is_typed_becomes_the_note(library, stories):
    async with app_on(library, story=stories[0]).run_test() as pilot:
        await pilot.press("m", *"seen", "alt+enter", *"twice", "enter")
        assert pilot.app.screen.session.standing(1).own.note == "seen\ntwice"
        await pilot.press("m", "enter")
        assert pilot.app.screen.session.standing(1).own.note == "seen\ntwice"


async def test_help_shows_what_counts_here_and_closes(library, stories):
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        for close in ("question_mark", "q", "escape"):
            await pilot.press("question_mark")
            assert isinstance(pilot.app.screen, HelpScreen)
            assert "Read the story" in text_of(pilot.app)
            assert "confirmed" not in text_of(pilot.app)
            await pilot.press("j", "space", "k", "b", "colon", close)
            assert isinstance(pilot.app.screen, ListScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10)])
async def test_help_has_every_command_of_the_reader(library, stories, size):
    async with app_on(library, story=stories[0]).run_test(size=size) as pilot:
        applicable = pilot.app.screen.applicable()
        await pilot.press("question_mark")
        seen = ""
        for _ in range(99):
            seen += " ".join(text_of(pilot.app).split())
            await pilot.press("pagedown")
            if " more" not in text_of(pilot.app):
                seen += " ".join(text_of(pilot.app).split())
                break
        assert all(command.help.split()[0] in seen for command in applicable)


async def test_the_palette_does_commands_and_opens_stories(library, stories):
    async with app_on(library, story=stories[0]).run_test() as pilot:
        await pilot.press("colon", *"specul", "enter")
        assert pilot.app.screen.session.standing(1).own.label is Label.SPECULATIVE
        await pilot.press("colon", *"depot", "enter")
        assert pilot.app.screen.session.opened.story.title == TITLES[1]
        await pilot.press("colon", *"zzzz", "enter")
        assert isinstance(pilot.app.screen, Palette)
        await pilot.press("ctrl+u", "down", "down", "up", "pagedown", "pageup", "escape")
        await pilot.press("colon", *"keys", "enter")
        assert isinstance(pilot.app.screen, HelpScreen)


def test_the_palette_finds_by_words_titles_first_what_does_not_apply_last():
    offered = [Offer(each, "why" if each.id == "search" else "") for each in at("reader")]
    found = commands_for("search", offered)
    assert found.by_name[0].command.title.endswith("search")
    assert found.by_name[-1].command.id == "search"
    assert {"next", "previous"} <= {offer.command.id for offer in found.by_help}
    assert commands_for("nothing at all", offered) == ([], [])


async def test_stories_come_before_commands_that_are_not_called_so(library, stories, tmp_path):
    for i in range(8):
        (tmp_path / f"{i}.txt").write_text(f"Filtered water, part {i}\n\nWords of it.\n")
        list(library.add(str(tmp_path / f"{i}.txt")))
    async with app_on(library).run_test(size=(100, 30)) as pilot:
        await pilot.press("colon", *"filter")
        hits = pilot.app.screen.query_one(Hits)
        found = [hits.hit(i) for i in range(hits.last() + 1)]
        stories = [hit.title[-1] for hit in found if isinstance(hit, Story)]
        assert stories == [*"76543210"]
        names = [hit.command.id for hit in found if not isinstance(hit, Story)]
        assert names[:2] == ["filter", "saved-filters"]
        assert isinstance(found[2], Story)
        assert isinstance(found[6], Story)
        assert not isinstance(found[7], Story)
        await pilot.press(*["pagedown"] * 4, "enter")
        assert pilot.app.screen.session.opened.story.title == "Filtered water, part 0"


class Failing:
    """A library whose disk is full until ``full`` says that it is not."""

    def __init__(self, library):
        self._library = library
        self.full = True

    def __getattr__(self, name):
        return getattr(self._library, name)

    def record(self, opened, drafts):
        if self.full:
            raise WriteError("the disk is full")
        return self._library.record(opened, drafts)


async def test_quitting_with_unsaved_tags_asks(library, stories):
    async with app_on(Failing(library), story=stories[0]).run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "s")
        assert "2 NOT SAVED" in bar(pilot.app)
        await pilot.press("Q")
        assert "2 NOT SAVED: w writes, ! file, Q quits" in bar(pilot.app)
        assert pilot.app.is_running
        await pilot.press("Q")
    assert pilot.app.return_code == 0


async def test_what_is_not_saved_is_kept_when_the_story_is_left(library, stories):
    async with app_on(Failing(library), story=stories[0]).run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "q", "q")
        assert "1 NOT SAVED: w writes" in bar(pilot.app)
        await pilot.press("G", "enter")
        assert len(pilot.app.screen.session.unsaved) == 1


async def test_opening_the_story_shown_keeps_what_is_not_saved(library, stories):
    app = app_on(Failing(library), story=stories[1])
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "j", "colon", *"depot", "enter")
        assert pilot.app.screen.session.opened.story.title == TITLES[1]
        assert len(pilot.app.screen.session.unsaved) == 1
        assert pilot.app.screen.session.n == 3
        await pilot.press("colon", *"council", "enter", "s")
        assert "2 NOT SAVED" in bar(pilot.app)
        assert app.unsaved() == {stories[1]: 1, stories[0]: 1}


async def test_opening_the_story_shown_keeps_the_place(library, stories):
    async with app_on(library, story=stories[1]).run_test() as pilot:
        await pilot.press("j", "j", "colon", *"depot", "enter")
        assert pilot.app.screen.session.n == 3


async def test_every_act_that_is_not_saved_is_asked_for(library, stories):
    failing = Failing(library)
    async with app_on(failing, story=stories[0]).run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "Q")
        failing.full = False
        await pilot.press("w")
        assert "saved ✓" in bar(pilot.app)
        failing.full = True
        await pilot.press("s", "Q")
        assert "1 NOT SAVED: w" in bar(pilot.app)
        await pilot.press("k", "Q")
        assert pilot.app.is_running
        await pilot.press("question_mark", "ctrl+q", "escape")
        assert pilot.app.is_running
        await pilot.press("Q", "Q")
    assert pilot.app.return_code == 0


async def test_the_list_shows_what_is_not_saved_and_writes_it_again(library, stories):
    failing = Failing(library)
    async with app_on(failing).run_test(size=(120, 20)) as pilot:
        await pilot.press("w", "enter", "c", "s", "q")
        assert "w write again" in bar(pilot.app)
        assert bar(pilot.app).rstrip().endswith("2 NOT SAVED")
        assert text_of(pilot.app).count("2 NOT SAVED") == 2
        await pilot.press("w")
        assert "NOT SAVED: the disk is full" in bar(pilot.app)
        failing.full = False
        await pilot.press("w")
        assert "NOT SAVED" not in text_of(pilot.app)
        assert "2 left" not in bar(pilot.app)
        assert pilot.app.screen.stories.story.progress.tagged == 2


async def test_the_reader_writes_what_other_stories_left_too(library, stories):
    failing = Failing(library)
    async with app_on(failing).run_test(size=(120, 20)) as pilot:
        await pilot.press("enter", "c", "q", "j", "enter")
        assert "1 NOT SAVED" in bar(pilot.app)
        await pilot.press("w")
        assert "NOT SAVED: the disk is full" in bar(pilot.app)
        failing.full = False
        await pilot.press("w")
        assert "saved ✓" in bar(pilot.app)
        assert pilot.app.unsaved() == {}


async def test_what_is_lost_is_told_line_by_line(library, stories, add):
    odd = add("Odd \x1b[2J [/]", "A \x9b6n b.|" + "Long " * 90)
    failing = Failing(library)
    app = app_on(failing, story=odd)
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("j", "c", "m", "x", "enter", "x")
        app._end(143)
        await pilot.pause()
    assert app.return_code == 143
    told = app.lost()
    assert told[0] == "newsreader: 2 tags were NOT SAVED:"
    assert told[1] == "  Odd ␛[2J [/]: confirmed: A ␛6n b." or "confirmed: A" in told[1]
    assert "note x: Long" in told[2]
    assert told[-1].startswith(f"newsreader: they are in {library.path}.not-saved-")
    assert all(each.isprintable() for each in told)
    assert all(len(each) < 170 for each in told[:-1])
    failing.full = False
    assert app.lost() == []


async def test_what_is_not_saved_is_written_to_a_file_that_a_batch_takes(
    library, stories, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    failing = Failing(library)
    async with app_on(failing, story=stories[0]).run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "m", "x", "enter", "u", "x", "q")
        await pilot.press("exclamation_mark")
        assert "write to" in text_of(pilot.app)
        await pilot.press("enter")
        assert "still NOT SAVED" in bar(pilot.app)
        await pilot.press("Q", "Q")
    (file,) = tmp_path.glob("not-saved-*.jsonl")
    assert run(["tag", "--batch", str(file), "--library", str(library.path)]) == 0
    first = next(library.tags())
    assert first.label == "confirmed"


async def test_a_file_that_is_there_is_not_written_over(library, stories, tmp_path):
    (tmp_path / "mine").write_text("mine")
    async with app_on(Failing(library), story=stories[0]).run_test(size=(120, 20)) as pilot:
        await pilot.press(
            "c", "exclamation_mark", *["backspace"] * 60, *str(tmp_path / "mine"), "enter"
        )
        assert "is there already" in bar(pilot.app)
    assert (tmp_path / "mine").read_text() == "mine"


async def test_what_must_not_be_missed_takes_all_of_a_narrow_line(library, stories):
    async with app_on(Failing(library), story=stories[0]).run_test(size=(40, 12)) as pilot:
        await pilot.press("c", "s", "Q")
        assert "2 NOT SAVED: w writes, ! file, Q quits" in bar(pilot.app)


async def test_who_reads_a_story_that_is_deleted_meanwhile_is_told(library, stories):
    other = Library(library.path, editor="ben")
    app = app_on(library, story=stories[0])
    async with app.run_test(size=(120, 20)) as pilot:
        assert "deleted" not in bar(pilot.app)
        remove(other, [other.find(stories[0])])
        await pilot.press("r")
        assert "deleted from the list" in bar(pilot.app)
        await pilot.press("c")
        assert "deleted from the list  saved ✓" in bar(pilot.app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "deleted  saved ✓" in bar(pilot.app)
        restore(other, [stories[0]])
        app.screen.look_up()
        assert "deleted" not in bar(pilot.app)
    other.close()


async def test_a_newer_revision_is_taken_by_the_key(library, make_story):
    def add(words):
        analysis = make_story("Growing", words)
        article = analysis.article._replace(uri="odd:grows", source="desk.txt")
        return library.add_analysis(analysis._replace(article=article)).story

    story = add("An opening line.|Second words.")
    async with app_on(library, story=story).run_test(size=(120, 20)) as pilot:
        await pilot.press("c", "c", "k", "r")
        assert "nothing new" in bar(pilot.app)
        add("Words before.|Second words.|Words after.")
        await pilot.press("r")
        while "to take" not in bar(pilot.app) or "newer" in bar(pilot.app):
            await pilot.pause()
        assert "2 new · 1 gone · r to take" in bar(pilot.app)
        assert "Words before" not in text_of(pilot.app)
        at = pilot.app.screen.session.words(pilot.app.screen.session.n)
        await pilot.press("j", "r")
        assert "Words before" in text_of(pilot.app)
        assert "newer" not in bar(pilot.app)
        assert pilot.app.screen.session.words(pilot.app.screen.session.n) == "Second words."
        assert at
        assert "left behind" in text_of(pilot.app)


async def test_a_minute_later_what_others_did_is_seen(library, stories, tmp_path):
    async with app_on(library, story=stories[0]).run_test(size=(120, 20)) as pilot:
        pilot.app.screen.look_up()
        await pilot.pause()
        assert "saved ✓" in bar(pilot.app)


async def test_leaving_the_search_of_the_list_goes_back_to_where_one_was(library, stories):
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await pilot.press("G", "slash", *"vote", "escape")
        assert pilot.app.screen.stories.cursor == 2
        await pilot.press("slash")
        await pilot.click("StoryList", offset=(5, 0))
        await pilot.click("StoryList", offset=(5, 0))
        assert isinstance(pilot.app.screen, ListScreen)
        await pilot.press("escape")
        assert pilot.app.screen.stories.cursor == 2
        await pilot.press("r")
        assert "up to date" in bar(pilot.app)
        await pilot.press("g")
        assert "up to date" not in bar(pilot.app)


async def test_a_story_that_cannot_be_opened_is_said(library, stories, monkeypatch):
    async with app_on(library).run_test(size=(120, 20)) as pilot:

        def refuse(*_, **__):
            raise LibraryError("locked [/] \x1b[2J")

        monkeypatch.setattr(library, "open", refuse)
        await pilot.press("enter")
        assert "locked [/] ␛[2J" in bar(pilot.app)
        monkeypatch.setattr(library, "stretch", refuse)
        await pilot.press("r")
        assert "locked" in bar(pilot.app)
        await pilot.press(*"/x", "escape", "j")


async def test_other_programs_stories_are_taken_in(library, stories, add):
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await pilot.press("j")
        add("A fourth story")
        assert "fourth" not in text_of(pilot.app)
        await pilot.press("r")
        assert "A fourth story" in text_of(pilot.app)
        assert pilot.app.screen.stories.story.title == TITLES[1]


async def test_the_mouse_goes_to_a_row_and_opens_it(library, stories):
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await pilot.click("StoryList", offset=(5, 1))
        assert pilot.app.screen.stories.cursor == 1
        await pilot.click("StoryList", offset=(5, 9))
        assert pilot.app.screen.stories.cursor == 1
        await pilot.click("StoryList", offset=(5, 1))
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_ctrl_c_says_how_to_leave_and_ctrl_q_leaves_from_everywhere(library, stories):
    async with app_on(library).run_test() as pilot:
        await pilot.press("ctrl+c")
        assert "Q leaves" in bar(pilot.app)
        await pilot.press("question_mark", "ctrl+q")
    assert pilot.app.return_code == 0


SIZES = [(1, 1), (2, 3), (4, 2), (6, 5), (10, 4), (23, 7), (40, 12), (60, 3), (300, 100)]


@pytest.mark.parametrize("size", SIZES)
async def test_no_size_crashes_any_screen(library, stories, size):
    async with app_on(library).run_test(size=size) as pilot:
        await pilot.press("j", "slash", "x", "escape", "question_mark", "j", "q")
        await pilot.press("colon", "s", "down", "escape", "enter", "j", "c", "m", "x", "enter")
        await pilot.press("question_mark", "q", "colon", "escape", "tab", "t", "q")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "stor" in text_of(pilot.app)


async def test_no_color_draws_none(library, stories, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with app_on(library).run_test() as pilot:
        assert "▶" in text_of(pilot.app)


def test_the_time_is_local():
    assert local_now().tzinfo is not None


async def test_the_place_is_kept_over_a_restart(library, stories):
    async with app_on(library).run_test() as pilot:
        await pilot.press("l", "j", "j", "q", "j", "l", "j", "Q")
    assert pilot.app.lost() == []
    async with app_on(library).run_test() as pilot:
        await pilot.press("l")
        assert pilot.app.screen.session.n == 3
        await pilot.press("q", "j", "l")
        assert pilot.app.screen.session.n == 2
    async with app_on(library, story=stories[2]).run_test() as pilot:
        assert pilot.app.screen.session.n == 3


async def test_without_rights_the_place_is_kept_as_long_as_the_program_runs(
    library, stories, monkeypatch
):
    monkeypatch.setattr(library._database, "readonly", True)
    async with app_on(library).run_test() as pilot:
        await pilot.press("l", "j", "j", "q", "l")
        assert pilot.app.screen.session.n == 3
    async with app_on(library).run_test() as pilot:
        await pilot.press("l")
        assert pilot.app.screen.session.n == 1


@pytest.mark.parametrize("way", ["ctrl+q", "signal"])
async def test_a_label_that_waits_is_put_before_the_program_ends(library, stories, way):
    app = app_on(library, story=stories[0])
    async with app.run_test() as pilot:
        await pilot.press("2")
        if way == "signal":
            app._end(143)
        else:
            await pilot.press(way)
    tag = library.open(stories[0]).book.own(1, "eve")
    assert tag.label is Label.SPECULATIVE
