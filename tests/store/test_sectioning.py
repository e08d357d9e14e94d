"""Update sections that editors corrected: what they are, where they go, what is kept of them."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsreader.library import Library
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import Anchor, Draft, EventKind, Label
from newsreader.model.statement import (
    Analysis,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.store.events import from_row
from newsreader.store.texts.sectioning import begins_block, heads
from newsreader.store.texts.wording import Wording

URI = "urn:desk:depot"
NOON = "2022-01-05T12:00:00-05:00"
TOP = ("", ["The Depot Fire"])
FIRST = ("1 pm:", ["Six were hurt. Two died.", "The port is shut."])
SECOND = ("2 pm:", ["Police came late."])
LAST = ("", ["Smoke was seen."])


def live(*sections, order=Order.OLDEST_FIRST):
    """An article: a section is a marker ("" for none) and paragraphs; the first is in no update."""
    text, blocks, statements, updates = "", [], [], []
    for number, (marker, paragraphs) in enumerate(sections):
        start = len(text)
        if marker:
            text += marker + "\n"
            blocks.append(Block(start, start + len(marker), BlockKind.PARAGRAPH))
        for paragraph in paragraphs:
            begin = len(text)
            for sentence in paragraph.replace(". ", ".|").split("|"):
                text += " " if len(text) > begin else ""
                at = len(text)
                text += sentence
                statements.append((at, len(text), number - 1 if number else None, len(blocks)))
            blocks.append(Block(begin, len(text), BlockKind.PARAGRAPH))
            text += "\n"
        if number:
            span = (start, start + len(marker)) if marker else None
            kind = UpdateKind.UPDATE if marker else UpdateKind.ORIGINAL
            time = datetime(2022, 1, 5, 17 + number, tzinfo=UTC) if marker else None
            assumed = ("pm", "date") if marker else ()
            updates.append(
                Update(start, len(text), kind, marker or None, span, None, time, "UTC", assumed)
            )
    split = Split(
        tuple(updates),
        tuple(
            Statement(n, start, end, StatementKind.SENTENCE, update, block)
            for n, (start, end, update, block) in enumerate(statements, 1)
        ),
        (),
        order if len(updates) > 1 else Order.SINGLE,
    )
    article = Article("desk.txt", "text", URI, text, tuple(blocks))
    return Analysis(article, split, tuple(() for _ in statements))


def shown(opened):
    """The words of each section: of those in no update first, then of each update."""
    split = opened.analysis.split
    found = [[] for _ in range(len(split.updates) + 1)]
    for each in split.statements:
        found[0 if each.update is None else each.update + 1].append(opened.analysis.words(each))
    return found


def times(opened):
    return [each.time.isoformat() if each.time else None for each in opened.analysis.split.updates]


def head(opened, update):
    section = opened.analysis.split.updates[update]
    text = opened.analysis.article.text
    if section.marker_span:
        return Anchor.of(URI, opened.revision.hash, text, *section.marker_span)
    return next(
        statement_anchor(opened, each.n)
        for each in opened.analysis.split.statements
        if each.update == update
    )


def statement_anchor(opened, n):
    each = opened.analysis.split.statements[n - 1]
    return Anchor.of(URI, opened.revision.hash, opened.analysis.article.text, each.start, each.end)


def retime(opened, update, time=NOON, zone="America/New_York", editor="ana"):
    return Draft(EventKind.RETIME, editor, URI, head(opened, update), time=time, zone=zone)


def merge(opened, update, editor="ana"):
    return Draft(EventKind.MERGE, editor, URI, head(opened, update))


def split(opened, n, editor="ana"):
    return Draft(EventKind.SPLIT, editor, URI, statement_anchor(opened, n))


def switch(opened, editor="ana", *, redo=False):
    ids = opened.book.redoable(editor) if redo else opened.book.undoable(editor)
    return Draft(EventKind.REDO if redo else EventKind.UNDO, editor, URI, events=ids)


def tag(opened, n, editor="ana"):
    anchor = statement_anchor(opened, n)
    return Draft(EventKind.TAG, editor, URI, anchor, label=Label.CONFIRMED)


@pytest.fixture
def fire(library):
    library.add_analysis(live(TOP, FIRST, SECOND, LAST))
    return library.open(1)


GIVEN = [
    ["The Depot Fire"],
    ["Six were hurt.", "Two died.", "The port is shut."],
    ["Police came late."],
    ["Smoke was seen."],
]


class TestInTheLibrary:
    def test_a_time_that_is_set_is_nobodys_guess(self, library, fire):
        library.record(fire, [retime(fire, 0)])
        for opened in (fire, library.open(1)):
            section = opened.analysis.split.updates[0]
            assert (section.time.isoformat(), section.zone, section.assumed) == (
                NOON, "America/New_York", (),
            )  # fmt: skip
            assert shown(opened) == GIVEN
        assert [act.event.editor for act in fire.book.history(2)] == ["ana"]
        assert fire.book.history(3) == ()
        assert library.check(deep=True).ok

    @pytest.mark.parametrize(("time", "zone"), [("", ""), ("2022-01-05T12:00:00", "")])
    def test_a_time_may_be_unknown_and_so_may_its_zone(self, library, fire, time, zone):
        library.record(fire, [retime(fire, 1, time, zone)])
        assert times(fire)[1] == (time or None)
        assert fire.analysis.split.updates[1].zone is None

    def test_the_last_time_that_counts_is_the_time(self, library, fire):
        library.record(fire, [retime(fire, 0)])
        library.record(fire, [retime(fire, 0, "", "", "ben")])
        assert times(fire)[0] is None
        library.record(fire, [switch(fire, "ben")])
        assert times(fire)[0] == NOON
        library.record(fire, [switch(fire)])
        assert fire.analysis is fire.base or times(fire) == times_of(fire.base)
        assert fire.analysis.split.updates == fire.base.split.updates

    def test_a_section_is_split_and_its_time_unknown(self, library, fire):
        library.record(fire, [split(fire, 4)])
        assert shown(fire) == [GIVEN[0], GIVEN[1][:2], GIVEN[1][2:], *GIVEN[2:]]
        made = fire.analysis.split.updates[1]
        assert (made.kind, made.time, made.marker) == (UpdateKind.UPDATE, None, None)
        assert library.find(1).updates == 4
        library.record(fire, [retime(fire, 1)])
        assert times(fire)[1] == NOON
        library.record(fire, [switch(fire)])
        library.record(fire, [switch(fire)])
        assert shown(fire) == GIVEN
        assert library.find(1).updates == 3
        assert library.check(deep=True).ok

    @pytest.mark.parametrize("n", [2, 3, 5, 6])
    def test_no_section_begins_within_a_paragraph_or_where_one_begins(self, library, fire, n):
        library.record(fire, [split(fire, n)])
        assert shown(fire) == GIVEN

    def test_sections_are_merged_and_begun_again_as_they_were(self, library, fire):
        library.record(fire, [retime(fire, 1)])
        library.record(fire, [merge(fire, 1)])
        assert shown(fire) == [GIVEN[0], GIVEN[1] + GIVEN[2], GIVEN[3]]
        assert times(fire)[0] == times_of(fire.base)[0]
        library.record(fire, [split(fire, 5, "ben")])
        assert shown(fire) == GIVEN
        assert (fire.analysis.split.updates[1].marker, times(fire)[1]) == ("2 pm:", NOON)
        assert library.check(deep=True).ok

    def test_the_first_merges_with_what_is_no_update_and_back(self, library, fire):
        library.record(fire, [merge(fire, 0)])
        assert shown(fire) == [GIVEN[0] + GIVEN[1], *GIVEN[2:]]
        library.record(fire, [split(fire, 4)])
        assert shown(fire) == [GIVEN[0] + GIVEN[1][:2], GIVEN[1][2:], *GIVEN[2:]]
        library.record(fire, [split(fire, 2)])
        assert shown(fire) == [GIVEN[0], GIVEN[1][:2], GIVEN[1][2:], *GIVEN[2:]]
        assert fire.analysis.split.updates[0].marker == "1 pm:"
        assert library.check(deep=True).ok

    def test_what_is_begun_again_takes_in_what_was_merged_after_it(self, library, fire):
        library.record(fire, [merge(fire, 0)])
        library.record(fire, [merge(fire, 0)])
        assert shown(fire) == [GIVEN[0] + GIVEN[1] + GIVEN[2], GIVEN[3]]
        library.record(fire, [split(fire, 2)])
        assert shown(fire) == [GIVEN[0], GIVEN[1] + GIVEN[2], GIVEN[3]]
        assert library.check(deep=True).ok

    def test_an_article_without_updates_gets_some(self, library):
        library.add_analysis(live(("", ["One.", "Two.", "Three."])))
        opened = library.open(1)
        library.record(opened, [split(opened, 3)])
        library.record(opened, [split(opened, 2)])
        assert shown(opened) == [["One."], ["Two."], ["Three."]]
        assert opened.analysis.split.order is Order.MIXED
        library.record(opened, [retime(opened, 0, "2022-01-05T12:00:00+00:00", "UTC")])
        library.record(opened, [retime(opened, 1, "2022-01-05T11:00:00+00:00", "UTC")])
        assert opened.analysis.split.order is Order.NEWEST_FIRST
        library.record(opened, [merge(opened, 1)])
        assert opened.analysis.split.order is Order.SINGLE
        assert library.find(1).updates == 1
        assert library.check(deep=True).ok

    def test_the_order_is_told_by_the_times_that_are_set(self, library, fire):
        assert fire.analysis.split.order is Order.OLDEST_FIRST
        library.record(fire, [retime(fire, 0, "2022-01-05T23:00:00+00:00", "UTC")])
        assert fire.analysis.split.order is Order.NEWEST_FIRST
        library.record(fire, [retime(fire, 2, "2022-01-05T22:00:00+00:00", "UTC")])
        assert fire.analysis.split.order is Order.MIXED
        library.record(fire, [retime(fire, 2, "2022-01-05T22:00:00", "")])
        assert fire.analysis.split.order is Order.OLDEST_FIRST  # as given: they do not compare

    def test_exports_and_statistics_speak_of_what_was_corrected(self, library, fire):
        library.record(fire, [tag(fire, 4), tag(fire, 5)])
        library.record(fire, [split(fire, 4)])
        library.record(fire, [retime(fire, 1)])
        library.record(fire, [merge(fire, 2)])
        assert [row.update_time for row in library.tags()] == [NOON, NOON]
        (stats,) = library.stats()
        totals = [(each.index, each.standings.total) for each in stats.sections]
        assert totals == [(None, 1), (0, 2), (1, 2), (2, 1)]
        assert stats.sections[2].update.time.isoformat() == NOON
        library.record(fire, [merge(fire, 0)])
        library.record(fire, [merge(fire, 0)])
        assert [row.update_time for row in library.tags()] == [None, None]

    def test_cuts_and_corrections_leave_each_other_alone(self, library, fire):
        anchor = statement_anchor(fire, 4)
        library.record(fire, [Draft(EventKind.CUT, "ana", URI, anchor, at=9)])
        library.record(fire, [split(fire, 4)])
        assert shown(fire)[2] == ["The port", "is shut."]
        library.record(fire, [retime(fire, 1)])
        library.record(fire, [switch(fire)])
        library.record(fire, [switch(fire, redo=True)])
        library.record(fire, [split(fire, 5)])  # the second part begins no paragraph
        assert shown(fire)[1:3] == [GIVEN[1][:2], ["The port", "is shut."]]
        (stats,) = library.stats()
        assert [each.standings.total for each in stats.sections] == [1, 2, 2, 1, 1]
        assert [each.event.kind for each in fire.book.history(4)] == [
            EventKind.CUT, EventKind.SPLIT, EventKind.RETIME,
        ]  # fmt: skip
        assert library.check(deep=True).ok


def times_of(analysis):
    return [each.time.isoformat() if each.time else None for each in analysis.split.updates]


class TestOtherRevisions:
    def revised(self, library, *sections):
        library.add_analysis(live(*sections))
        return library.open(1)

    def test_a_correction_goes_with_its_section(self, library, fire):
        library.record(fire, [retime(fire, 0)])
        library.record(fire, [split(fire, 4)])
        library.record(fire, [merge(fire, 2)])
        newer = self.revised(library, TOP, ("3 pm:", ["New."]), FIRST, SECOND, LAST)
        assert shown(newer) == [
            ["The Depot Fire"], ["New."], GIVEN[1][:2], [*GIVEN[1][2:], *GIVEN[2]], GIVEN[3],
        ]  # fmt: skip
        assert times(newer)[1] == NOON
        assert library.find(1).updates == 4
        assert library.add_analysis(live(TOP, FIRST)).updates == 2
        assert library.check(deep=True).ok

    def test_another_marker_over_the_same_words_is_the_same_section(self, library, fire):
        library.record(fire, [retime(fire, 0)])
        newer = self.revised(library, TOP, ("1.05 pm:", FIRST[1]), SECOND)
        assert times(newer)[0] == NOON

    def test_the_same_marker_over_other_words_is_another_section(self, library, fire):
        library.record(fire, [retime(fire, 0)])
        newer = self.revised(library, TOP, ("1 pm:", ["Seven were hurt."]), SECOND)
        assert NOON not in times(newer)
        assert library.check(deep=True).ok

    def test_of_equal_words_the_marker_tells_and_else_their_order(self, library):
        twice = [("1 pm:", ["More soon."]), ("2 pm:", ["More soon."]), ("2 pm:", ["More soon."])]
        library.add_analysis(live(TOP, *twice))
        opened = library.open(1)
        library.record(opened, [retime(opened, 0)])
        assert times(self.revised(library, TOP, *reversed(twice)))[2] == NOON
        library.record(opened, [retime(opened, 2, "2022-01-05T13:00:00+00:00", "UTC")])
        newer = self.revised(library, TOP, *twice, ("4 pm:", ["The end."]))
        assert times(newer)[2] == "2022-01-05T13:00:00+00:00"

    def test_words_that_several_statements_have_now_are_none(self, library, fire):
        library.record(fire, [split(fire, 4)])
        newer = self.revised(library, TOP, ("1 pm:", ["The port is shut.", "The port is shut."]))
        assert library.check(deep=True).ok
        assert len(newer.analysis.split.updates) <= 2

    def test_a_marker_over_nothing_is_known_by_itself(self, library):
        library.add_analysis(live(TOP, ("1 pm:", []), SECOND))
        opened = library.open(1)
        library.record(opened, [retime(opened, 0)])
        assert times(opened)[0] == NOON
        assert times(self.revised(library, TOP, ("1 pm:", []), SECOND, LAST))[0] == NOON
        assert NOON not in times(self.revised(library, TOP, SECOND))

    def test_a_correction_on_the_newest_counts_on_the_older_one(self, library, fire):
        newer = self.revised(library, TOP, FIRST, SECOND)
        library.record(newer, [retime(newer, 0)])
        library.record(newer, [tag(newer, 2)])
        library.record(fire, [tag(fire, 3, "ben")])
        assert times(library.open(1, revision=1))[0] == NOON
        assert {row.update_time for row in library.tags()} == {NOON}


class TestOtherPrograms:
    def test_nothing_changes_until_it_is_taken(self, library, fire):
        other = library.open(1)
        library.record(other, [retime(other, 0)])
        assert library.refresh(fire)
        assert fire.recut
        assert NOON not in times(fire)
        library.record(fire, [tag(fire, 2)])
        assert NOON not in times(fire)
        library.record(fire, [merge(fire, 1)])
        assert not fire.recut
        assert times(fire)[0] == NOON
        assert library.check(deep=True).ok

    def test_a_correction_that_is_undone_meanwhile_is_no_news(self, library, fire):
        other = library.open(1)
        library.record(other, [merge(other, 1)])
        library.refresh(fire)
        library.record(other, [switch(other)])
        library.refresh(fire)
        assert not fire.recut


class TestDamage:
    def test_a_wrong_count_is_found(self, library, fire):
        library.record(fire, [split(fire, 4)])
        library._database.connection.execute("UPDATE story SET updates = 3")
        assert library.check().ok
        assert library.check(deep=True).problems == (
            "story 1: 3 updates counted, 4 as corrected",
        )  # fmt: skip

    def test_a_time_that_is_none_is_damage(self):
        body = {"article": "a", "start": 0, "end": 1, "exact": "x", "time": "soon", "zone": ""}
        with pytest.raises(ValueError, match="soon"):
            from_row(("i", "d", 1, "", "", "", "ana", "retime", "", json.dumps(body)))

    def test_words_that_are_not_there_are_nowhere(self, library, fire):
        anchor = head(fire, 0)
        lost = Anchor(URI, "0" * 64, anchor.start, anchor.end, anchor.exact, "", "")
        other = Anchor(URI, anchor.article, anchor.start, anchor.end, "9 pm:", "", "")
        for each in (lost, other):
            library.record(fire, [Draft(EventKind.MERGE, "ana", URI, each)])
        assert shown(fire) == GIVEN
        assert fire.book.shape.sections.acts == ()


def test_heads_and_beginnings():
    analysis = live(TOP, ("1 pm:", []), FIRST, ("", []))
    wording = Wording.of(analysis)
    updates = analysis.split.updates
    assert heads(wording, updates[0]) == (updates[0].start, None)
    assert heads(wording, updates[1]) == (updates[1].start, updates[1].start + 6)
    assert heads(wording, updates[2]) == (None, None)
    spans = wording.spans
    assert [begins_block(wording, start) for start, _ in spans] == [True, True, False, True]
    assert not begins_block(wording, 10_000)
    assert not begins_block(wording, 1)


# -- any sequence of anything ------------------------------------------------------------------

PARAGRAPH = st.sampled_from(["Six were hurt. Two died.", "The port is shut.", "Police came late."])
SECTION = st.tuples(
    st.sampled_from(["1 pm:", "2 pm:", "3 pm:", ""]), st.lists(PARAGRAPH, min_size=1, max_size=2)
)
ARTICLE = st.lists(SECTION, min_size=1, max_size=4)
STEP = st.tuples(
    st.sampled_from(
        [
            EventKind.RETIME, EventKind.SPLIT, EventKind.SPLIT, EventKind.MERGE, EventKind.MERGE,
            EventKind.CUT, EventKind.JOIN, EventKind.TAG, EventKind.UNDO, EventKind.UNDO,
            EventKind.REDO,
        ]
    ),
    st.integers(0, 9),
    st.sampled_from(["ana", "ben"]),
    st.integers(0, 1),  # which program does it
)  # fmt: skip


SHUT = ["The port is shut."]
BACK_AND_FORTH = [
    [("1 pm:", each)]
    for each in (["Six were hurt. Two died."], SHUT, SHUT * 2, ["Six were hurt. Two died."], SHUT)
]


def draft(opened, step):
    kind, at, editor, _ = step
    if kind in {EventKind.UNDO, EventKind.REDO}:
        made = switch(opened, editor, redo=kind is EventKind.REDO)
        return made if made.events else None
    statements = opened.analysis.split.statements
    updates = sorted({each.update for each in statements if each.update is not None})
    n = at % len(statements) + 1
    if kind in {EventKind.RETIME, EventKind.MERGE} and updates:
        update = updates[at % len(updates)]
        time = f"2022-01-05T1{at}:00:00+00:00"
        merging = kind is EventKind.MERGE
        return merge(opened, update, editor) if merging else retime(opened, update, time, "UTC")
    if kind is EventKind.CUT:
        return Draft(kind, editor, URI, statement_anchor(opened, n), at=at)
    if kind is EventKind.JOIN and n < len(statements):
        first, second = statement_anchor(opened, n), statements[n].end
        text = opened.analysis.article.text
        anchor = Anchor.of(URI, opened.revision.hash, text, first.start, second)
        return Draft(kind, editor, URI, anchor)
    return tag(opened, n, editor) if kind is EventKind.TAG else split(opened, n, editor)


def sound(opened):
    """Sections are ordered and apart; each statement stands whole in its one, or in none."""
    split_, at = opened.analysis.split, 0
    for each in split_.updates:
        assert at <= each.start < each.end <= len(opened.analysis.article.text)
        at = each.end
    before = -1
    for each in split_.statements:
        inside = [
            i
            for i, update in enumerate(split_.updates)
            if update.start < each.end and each.start < update.end
        ]
        assert inside == ([] if each.update is None else [each.update])
        assert before <= (-1 if each.update is None else each.update)
        before = -1 if each.update is None else each.update
    words = "".join(opened.analysis.words(each) for each in split_.statements)
    given_ = "".join(opened.base.words(each) for each in opened.base.split.statements)
    assert "".join(words.split()) == "".join(given_.split())


@given(st.lists(ARTICLE | STEP, max_size=14))
@example(BACK_AND_FORTH)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_done_the_sections_are_sound_and_what_is_kept_is_true(steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder) / "library", editor="ana") as library,
    ):
        library._database.connection.execute("PRAGMA synchronous=OFF")
        library.add_analysis(live(TOP, FIRST, SECOND, LAST))
        programs = [library.open(1), library.open(1)]
        for step in steps:
            if isinstance(step, list):
                library.add_analysis(live(TOP, *step))
                programs[1] = library.open(1)
                continue
            opened, other = programs[step[3]], programs[1 - step[3]]
            made, before = draft(opened, step), (shown(other), times(other))
            if made is not None:
                library.record(opened, [made])
            library.refresh(other)
            assert (shown(other), times(other)) == before
            for each in programs:
                sound(each)
        report = library.check(deep=True)
        assert report.ok, report.problems
        opened = library.open(1)
        assert opened.story.updates == len(opened.analysis.split.updates)
        assert opened.story.statements == len(opened.analysis.split.statements)
        (stats,) = library.stats()
        totals = [each.standings.total for each in stats.sections if each.index is not None]
        assert totals == ([len(each) for each in shown(opened)[1:]] if stats.sections else [])
        for n in range(1, len(opened.revisions) + 1):
            sound(library.open(1, revision=n))
