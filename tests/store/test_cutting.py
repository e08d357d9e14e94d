"""Statements that editors cut and joined: what they are, what becomes of tags, what is kept."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import WriteError
from newsreader.library import Library
from newsreader.library.opening.recut import as_cut, said_at
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import Act, Anchor, AnchorState, Draft, Event, EventKind, Label, Place
from newsreader.model.spans import tight
from newsreader.model.statement import (
    Analysis,
    Attribution,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.revising import places
from newsreader.store.tags.undoing import shapes_among
from newsreader.store.texts.carrying import Carried, Carrier
from newsreader.store.texts.cutting import Cutting, cut_up
from newsreader.store.texts.shaping import UNSHAPED, Shape, same
from newsreader.store.texts.wording import Wording

URI = "urn:desk:depot"


def story(*paragraphs, updates=()):
    """An article: a paragraph is a list of statements, set apart by a blank."""
    text, blocks, statements = "", [], []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        begin = len(text)
        for i, words in enumerate(paragraph):
            text += " " if i else ""
            at = (len(text), len(text) + len(words))
            statements.append((*at, len(blocks)))
            text += words
        blocks.append(Block(begin, len(text), BlockKind.PARAGRAPH))
    inside = tuple(Update(text.index(first), len(text), UpdateKind.UPDATE) for first in updates)

    def update(start):
        found = [n for n, each in enumerate(inside) if each.start <= start]
        return found[-1] if found else None

    split = Split(
        inside,
        tuple(
            Statement(n, start, end, StatementKind.SENTENCE, update(start), block)
            for n, (start, end, block) in enumerate(statements, 1)
        ),
        (),
        Order.SINGLE,
    )
    return Analysis(
        Article("desk.txt", "text", URI, text, tuple(blocks)), split, tuple(() for _ in statements)
    )


def words(opened):
    return [opened.analysis.words(each) for each in opened.analysis.split.statements]


def anchor(opened, n, last=None):
    statements = opened.analysis.split.statements
    start, end = statements[n - 1].start, statements[(last or n) - 1].end
    return Anchor.of(URI, opened.revision.hash, opened.analysis.article.text, start, end)


def cut(opened, n, at, editor="ana"):
    return Draft(EventKind.CUT, editor, URI, anchor(opened, n), at=at)


def join(opened, n, editor="ana"):
    return Draft(EventKind.JOIN, editor, URI, anchor(opened, n, n + 1))


def tag(opened, n, label=Label.CONFIRMED, editor="ana", **more):
    return Draft(EventKind.TAG, editor, URI, anchor(opened, n), label=label, **more)


def undo(opened, editor="ana", *, redo=False):
    ids = opened.book.redoable(editor) if redo else opened.book.undoable(editor)
    return Draft(EventKind.REDO if redo else EventKind.UNDO, editor, URI, events=ids)


FIRE = ["Six were hurt, but two died.", "Police came."], ["The port is shut."]


@pytest.fixture
def fire(library):
    library.add_analysis(story(*FIRE))
    return library.open(1)


class TestInTheLibrary:
    def test_a_cut_makes_two_statements_for_everybody(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        parts = ["Six were hurt,", "but two died.", "Police came.", "The port is shut."]
        assert words(fire) == words(library.open(1)) == parts
        assert [each.n for each in fire.analysis.split.statements] == [1, 2, 3, 4]
        assert library.find(1).statements == library.find(1).progress.total == 4
        assert library.check(deep=True).ok

    def test_a_tag_on_the_whole_is_left_behind_and_comes_back(self, library, fire):
        library.record(fire, [tag(fire, 1, note="seen")])
        library.record(fire, [cut(fire, 1, 15)])
        assert [fire.book.tags(n) for n in range(1, 5)] == [()] * 4
        (gone,) = fire.book.gone("ana")
        assert (gone.state, gone.exact, gone.last_revision) == (
            AnchorState.GONE, FIRE[0][0], 1,
        )  # fmt: skip
        assert library.find(1).left_behind == 1
        library.record(fire, [tag(fire, 2, Label.OPINION)])
        library.record(fire, [undo(fire)])
        library.record(fire, [undo(fire)])
        assert words(fire)[0] == FIRE[0][0]
        assert (fire.book.own(1, "ana").note, fire.book.own(1, "ana").state) == (
            "seen", AnchorState.CURRENT,
        )  # fmt: skip
        assert library.find(1).left_behind == 0
        assert library.check(deep=True).ok

    def test_a_tag_on_a_part_goes_and_comes_with_the_cut(self, library, fire):
        library.record(fire, [cut(fire, 1, 15, "ben")])
        library.record(fire, [tag(fire, 2, Label.OPINION)])
        library.record(fire, [undo(fire, "ben")])
        (gone,) = fire.book.gone()
        assert (gone.exact, gone.last_revision) == ("but two died.", 1)
        assert fire.book.tags(1) == fire.book.tags(2) == ()
        library.record(fire, [undo(fire, "ben", redo=True)])
        assert fire.book.own(2, "ana").label is Label.OPINION
        assert library.check(deep=True).ok

    def test_equal_words_elsewhere_never_get_the_tag_of_a_cut_statement(self, library):
        library.add_analysis(story(["He said no, then yes."], ["He said no, then yes."]))
        opened = library.open(1)
        library.record(opened, [tag(opened, 1)])
        library.record(opened, [cut(opened, 1, 12)])
        assert [opened.book.tags(n) for n in (1, 2, 3)] == [()] * 3
        assert len(opened.book.gone()) == 1

    def test_numbers_of_later_tags_move_on(self, library, fire):
        library.record(fire, [tag(fire, 3)])
        library.record(fire, [cut(fire, 1, 15)])
        assert fire.book.own(4, "ana") is not None
        assert [row.statement for row in library.tags()] == [4]
        assert library.check(deep=True).ok

    def test_neighbours_are_joined(self, library, fire):
        library.record(fire, [join(fire, 1)])
        assert words(fire) == [" ".join(FIRE[0]), "The port is shut."]
        assert library.find(1).statements == 2
        library.record(fire, [undo(fire)])
        assert words(fire) == [*FIRE[0], *FIRE[1]]
        assert library.check(deep=True).ok

    def test_joining_the_parts_again_brings_back_the_statement_and_its_tags(self, library, fire):
        library.record(fire, [tag(fire, 1)])
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [join(fire, 1, "ben")])
        assert fire.book.own(1, "ana").state is AnchorState.CURRENT
        assert [act.event.kind.value for act in fire.book.history(1)] == ["tag", "cut", "join"]
        assert fire.book.history(2) == ()

    def test_nothing_is_joined_across_blocks(self, library, fire):
        library.record(fire, [join(fire, 2)])
        assert words(fire) == [*FIRE[0], *FIRE[1]]
        assert library.check(deep=True).ok

    def test_a_cut_whose_statement_is_undone_waits_for_it(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [cut(fire, 2, 8, "ben")])
        assert words(fire)[:3] == ["Six were hurt,", "but two", "died."]
        library.record(fire, [undo(fire)])
        assert words(fire) == [*FIRE[0], *FIRE[1]]
        library.record(fire, [undo(fire, redo=True)])
        assert words(fire)[:3] == ["Six were hurt,", "but two", "died."]

    def test_exports_speak_of_the_parts(self, library):
        analysis = story(["Police said six were hurt; two died, Ana Ortiz said."], updates=["Pol"])
        library.add_analysis(analysis)
        opened = library.open(1)
        library.record(opened, [cut(opened, 1, 27)])
        library.record(opened, [tag(opened, 1), tag(opened, 2)])
        first, second = library.tags()
        assert (first.text, first.statement, first.start) == ("Police said six were hurt;", 1, 0)
        assert (first.origin, second.origin) == ("Police", "Ana Ortiz")


class TestOtherRevisions:
    def test_a_cut_goes_where_its_words_went(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [tag(fire, 2)])
        library.add_analysis(story(["New."], *FIRE))
        newer = library.open(1)
        assert words(newer)[:3] == ["New.", "Six were hurt,", "but two died."]
        assert newer.book.own(3, "ana").state is AnchorState.CURRENT
        assert library.find(1).statements == 5
        assert library.check(deep=True).ok

    def test_changed_words_are_not_cut_and_get_no_tag(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [tag(fire, 2)])
        library.add_analysis(story(["Six were hurt, but three died.", "Police came."]))
        newer = library.open(1)
        assert words(newer) == ["Six were hurt, but three died.", "Police came."]
        (gone,) = newer.book.gone()
        assert (gone.exact, gone.last_revision) == ("but two died.", 1)
        assert library.check(deep=True).ok

    def test_a_cut_on_the_newest_counts_on_the_older_one(self, library, fire):
        library.add_analysis(story(["New."], *FIRE))
        newer = library.open(1)
        library.record(newer, [cut(newer, 2, 15)])
        assert words(library.open(1, revision=1))[:2] == ["Six were hurt,", "but two died."]

    def test_a_join_needs_its_neighbours(self, library, fire):
        library.record(fire, [join(fire, 1)])
        library.record(fire, [tag(fire, 1)])
        library.add_analysis(story([FIRE[0][0], "Then:", FIRE[0][1]]))
        assert words(library.open(1)) == [FIRE[0][0], "Then:", FIRE[0][1]]
        assert library.find(1).left_behind == 1
        library.add_analysis(story(["Then."], *FIRE))
        assert words(library.open(1))[1] == " ".join(FIRE[0])
        assert library.find(1).left_behind == 0
        assert library.check(deep=True).ok

    def test_words_that_an_editor_cuts_free_get_their_tag_back(self, library, fire):
        library.record(fire, [tag(fire, 2)])
        library.add_analysis(story(["Police came. and went."]))
        newer = library.open(1)
        assert newer.book.own(1, "ana").state is AnchorState.STALE
        library.record(newer, [cut(newer, 1, 13)])
        assert newer.book.own(1, "ana").state is AnchorState.MOVED
        assert library.check(deep=True).ok

    def test_a_part_that_was_a_statement_in_between_stood_there_last(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [tag(fire, 2)])
        library.add_analysis(story(["Six hurt."], ["but two died."]))
        assert library.open(1).book.own(2, "ana").state is AnchorState.MOVED
        library.add_analysis(story(["Six hurt."]))
        (gone,) = library.open(1).book.gone()
        assert gone.last_revision == 2
        assert library.check(deep=True).ok

    def test_an_older_revision_that_is_shown_stays(self, library, fire):
        library.add_analysis(story(["New."], *FIRE))
        library.record(fire, [cut(fire, 1, 15)])
        assert words(fire)[:2] == ["Six were hurt,", "but two died."]
        assert fire.revision.n == 1
        assert words(library.open(1))[1:3] == ["Six were hurt,", "but two died."]
        library.record(fire, [tag(fire, 2)])
        assert [row.statement for row in library.tags()] == [3]
        assert library.check(deep=True).ok

    def test_adding_tells_the_statements_as_they_are_cut(self, library, fire):
        library.record(fire, [cut(fire, 1, 15)])
        assert library.add_analysis(story(*FIRE)).statements == 4
        assert library.add_analysis(story(["New."], *FIRE)).statements == 5


class TestOtherPrograms:
    def test_nothing_changes_until_it_is_taken(self, library, fire):
        other = library.open(1)
        library.record(other, [cut(other, 1, 15, "ben")])
        assert library.refresh(fire)
        assert fire.recut
        assert words(fire) == [*FIRE[0], *FIRE[1]]
        library.record(fire, [tag(fire, 1)])  # meant is the whole, and nothing else
        assert fire.book.own(1, "ana") is not None
        assert library.find(1).left_behind == 1
        assert [row.statement for row in library.tags()] == [None]
        library.record(fire, [tag(fire, 3)])
        assert sorted(row.statement or 0 for row in library.tags()) == [0, 4]
        assert library.check(deep=True).ok

    def test_an_act_of_ones_own_on_the_statements_takes_them(self, library, fire):
        other = library.open(1)
        library.record(other, [cut(other, 1, 15, "ben")])
        library.record(fire, [join(fire, 1)])  # the first of them is no statement any more
        assert not fire.recut
        assert words(fire)[:2] == ["Six were hurt,", "but two died."]
        library.record(fire, [cut(fire, 3, 7)])
        assert words(fire)[2:4] == ["Police", "came."]
        assert library.check(deep=True).ok

    def test_a_cut_that_is_undone_meanwhile_is_no_news(self, library, fire):
        other = library.open(1)
        library.record(other, [cut(other, 1, 15)])
        library.refresh(fire)
        library.record(other, [undo(other)])
        library.refresh(fire)
        assert not fire.recut

    def test_with_a_newer_revision_the_statements_stay_too(self, library, fire):
        other = library.open(1)
        library.record(other, [cut(other, 1, 15)])
        library.add_analysis(story(["New."], *FIRE))
        assert library.refresh(fire)
        assert (fire.newer, fire.recut) == (1, True)
        assert words(fire) == [*FIRE[0], *FIRE[1]]
        library.record(fire, [tag(fire, 2)])
        assert [row.statement for row in library.tags()] == [4]
        assert library.check(deep=True).ok

    def test_the_same_cut_twice_is_one_until_both_are_undone(self, library, fire):
        other = library.open(1)
        library.record(other, [cut(other, 1, 15, "ben")])
        library.record(fire, [cut(fire, 1, 15)])
        library.record(fire, [undo(fire)])
        assert words(fire)[0] == "Six were hurt,"
        library.record(fire, [undo(fire, "ben")])
        assert words(fire)[0] == FIRE[0][0]

    def test_a_write_that_fails_leaves_the_statements(self, library, fire):
        library.record(fire, [tag(fire, 1)])
        connection = library._database.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        long = cut(fire, 1, 15, "b" * 50_000)
        with pytest.raises(WriteError):
            library.record(fire, [long])
        assert words(fire) == words(library.open(1)) == [*FIRE[0], *FIRE[1]]
        assert fire.book.own(1, "ana") is not None
        connection.execute("PRAGMA max_page_count=100000")
        library.record(fire, [cut(fire, 1, 15)])
        assert library.check(deep=True).ok


def test_a_wrong_count_is_found(library, fire):
    library.record(fire, [cut(fire, 1, 15)])
    library._database.connection.execute("UPDATE story SET statements = 3")
    assert not library.check(deep=True).ok


class TestWhoSaysAPart:
    def test_when_the_update_was_published_and_who_says_any_part_of_it(self):
        base = story(["No.", "Police said six were hurt; two died."], updates=["Police"])
        time = datetime(2022, 1, 5, 14, 1, tzinfo=UTC)
        split = base.split._replace(updates=(base.split.updates[0]._replace(time=time),))
        base = base._replace(split=split)
        said, when = said_at(base, 4, 30)
        assert ([each.origin for each in said], when) == (["Police"], time)
        assert said_at(base, 0, 2) == ((), None)
        for nowhere in ((3, 4), (40, 60), (9, 9), (-4, 4)):
            assert said_at(base, *nowhere) == ((), None)

    def said(self, base, cutting_spans):
        wording = Wording.of(base)
        return as_cut(base, Cutting(tuple(cutting_spans), wording.spans, ())).attributions

    def test_what_lies_in_a_part_stays_with_it_and_the_rest_is_read_anew(self):
        base = story(["Police said six were hurt; Ana Ortiz said that two died."])
        kept = Attribution("Police", (0, 6), cue="said", cue_span=(7, 11), content_span=(12, 25))
        base = Analysis(base.article, base.split, ((kept,),))
        first, second = self.said(base, [(0, 26), (27, 56)])
        assert first == (kept,)
        assert [each.origin for each in second] == ["Ana Ortiz"]

    def test_one_that_reaches_into_both_parts_stays_with_none(self):
        base = story(["Six were hurt, and two died, police said."])
        whole = Attribution("police", (29, 35), cue="said", cue_span=(36, 40), content_span=(0, 27))
        base = Analysis(base.article, base.split, ((whole,),))
        first, second = self.said(base, [(0, 14), (15, 41)])
        assert first == ()
        assert [each.origin for each in second] == ["police"]

    def test_what_is_joined_keeps_both(self):
        base = story(["Six were hurt, Ana said.", "Two died, Ben said."])
        each = Attribution("Ana", (15, 18)), Attribution("Ben", (35, 38))
        base = Analysis(base.article, base.split, ((each[0],), (each[1],)))
        assert self.said(base, [(0, 44)]) == (each,)

    def test_an_article_that_nobody_cut_is_the_same_object(self):
        base = story(["One.", "Two."])
        assert as_cut(base, None) is base
        spans = Wording.of(base).spans
        assert as_cut(base, Cutting(spans, spans, ())) is base


def event(kind, id_, start, end, editor="ana", **body):
    content = {"story": URI, "article": "a", "start": start, "end": end, "exact": "", **body}
    return Event(id_, "d", 1, "", "", id_, editor, kind, "", content)


def here(key):
    return Carried(key[1:3], AnchorState.CURRENT)


class TestFolding:
    @pytest.mark.parametrize("at", [-3, 0, 3, 4, 8, 9, 500])
    def test_a_cut_that_would_leave_nothing_is_none(self, at):
        wording = Wording.of(story(["   A bcd   "]))
        wording = wording._replace(spans=((3, 8),), words=("A bcd",))
        acts = [Act(event(EventKind.CUT, "1", 3, 8, at=at), active=True)]
        assert (len(cut_up(wording, acts, here).spans) == 2) == (at in {3, 4})

    def test_parts_are_tight(self):
        wording = Wording.of(story(["One \n two"]))
        for at in (3, 4, 5, 6):
            acts = [Act(event(EventKind.CUT, "1", 0, 9, at=at), active=True)]
            assert cut_up(wording, acts, here).spans == ((0, 3), (6, 9))

    def test_what_stands_between_keeps_neighbours_apart(self):
        wording = Wording.of(story(["One.", "Two.", "Three."]))
        apart = wording._replace(spans=(wording.spans[0], wording.spans[2]))
        acts = [Act(event(EventKind.JOIN, "1", 0, 16), active=True)]
        assert cut_up(apart, acts, here).spans == apart.spans

    def test_an_update_between_keeps_neighbours_apart(self):
        wording = Wording.of(story(["One.", "Two."], updates=["Two."]))
        acts = [Act(event(EventKind.JOIN, "1", 0, 9), active=True)]
        assert cut_up(wording, acts, here).spans == wording.spans

    def test_which_statements_share_words(self):
        cutting = Cutting(((0, 4), (5, 9), (12, 15)), (), ())
        assert [*cutting.covering((0, 9))] == [1, 2]
        assert [*cutting.covering((5, 6))] == [2]
        assert [*cutting.covering((9, 12))] == []
        assert [*cutting.covering((3, 13))] == [1, 2, 3]

    def test_what_is_cut_in_the_same_way(self):
        base = ((0, 4),)
        uncut = Shape(Cutting(base, base, ()), None)
        two = Shape(Cutting(((0, 1), (2, 4)), base, ()), None)
        assert same(UNSHAPED, UNSHAPED)
        assert same(uncut, UNSHAPED)
        assert same(UNSHAPED, uncut)
        assert not same(two, UNSHAPED)
        assert same(two, two)
        assert not same(two, uncut)

    def test_without_a_cut_nothing_is_looked_at(self):
        assert shapes_among([event(EventKind.TAG, "1", 0, 1)]) == ()

    def test_what_is_redone_keeps_its_place(self):
        events = [event(EventKind.CUT, id_, 0, 9, at=3) for id_ in "ab"]
        events += [event(EventKind.UNDO, "c", 0, 0, events=["b"])]
        assert [act.active for act in shapes_among(events)] == [True, False]
        events += [event(EventKind.UNDO, "d", 0, 0, events=["a"])]
        events += [event(EventKind.REDO, "e", 0, 0, events=["a"])]
        events += [event(EventKind.UNDO, "f", 0, 0, events=["a"], editor="ben")]  # not ben's
        assert [(act.event.id, act.active) for act in shapes_among(events)] == [
            ("a", True), ("b", False),
        ]  # fmt: skip


class TestCarrying:
    def carrier(self, old, new, aligning=places):
        wordings = {"old": Wording.of(old), "new": Wording.of(new)}
        return Carrier("new", wordings["new"], wordings.get, aligning)

    def test_parts_of_statements_and_several_of_them(self):
        old = story(["One two.", "Three."], ["Four."])
        carry = self.carrier(old, story(["New."], ["One two.", "Three."], ["Four."]))
        assert carry(("old", 4, 8, "two.")).span == (10, 14)
        assert carry(("old", 0, 15, "One two. Three.")).span == (6, 21)
        assert carry(("old", 4, 15, "two. Three.")).span == (10, 21)
        assert carry(("old", 0, 22, "One two. Three.\n\nFour.")).span == (6, 28)

    def test_what_stands_apart_now_is_not_carried(self):
        carry = self.carrier(story(["One.", "Two."]), story(["One."], ["Two."]))
        assert carry(("old", 0, 4, "One.")) is not None
        assert carry(("old", 0, 9, "One. Two.")) is None
        carry = self.carrier(story(["One.", "Two."]), story(["Two.", "One."]))
        assert carry(("old", 0, 9, "One. Two.")) is None

    @pytest.mark.parametrize(
        "key",
        [
            ("old", 0, 4, "Two."),
            ("old", -4, -1, "Two"),
            ("old", 4, 9, " Two."),
            ("old", 0, 5, "One. "),
            ("old", 5, 5, ""),
            ("nowhere", 0, 4, "One."),
            ("new", 0, 4, "Ons."),
        ],
    )
    def test_what_is_not_said_to_be_there_is_not_carried(self, key):
        carry = self.carrier(story(["One.", "Two."]), story(["One.", "Two."]))
        assert carry(key) is None

    def test_words_that_are_missing_cost_no_alignment(self):
        def never(*_):
            raise AssertionError

        carry = self.carrier(story(["One.", "Two."]), story(["Three."]), never)
        assert carry(("old", 0, 3, "One")) is None

    def test_moved_words_say_so(self):
        def moving(old, new):
            return [Place(1, AnchorState.MOVED)]

        carry = self.carrier(story(["One two."]), story(["One two."]), moving)
        assert carry(("old", 4, 8, "two.")).state is AnchorState.MOVED


# -- any sequence of anything ------------------------------------------------------------------

SENTENCES = [
    "Six were hurt, but two died.",
    "Police came.",
    "Odd  \n white space, here.",
    "Né à Paris — dit-il.",
    "No.",
]
TEXT = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3
)
STEP = st.tuples(
    st.sampled_from(
        [
            EventKind.CUT, EventKind.CUT, EventKind.JOIN, EventKind.JOIN, EventKind.TAG,
            EventKind.NOTE, EventKind.UNDO, EventKind.UNDO, EventKind.REDO,
        ]
    ),
    st.integers(0, 9),
    st.integers(-1, 12),
    st.sampled_from(["ana", "ben"]),
    st.integers(0, 1),  # which program does it
    st.booleans(),  # whether the other one looks
)  # fmt: skip


def draft(opened, step):
    kind, n, at, editor, _, _ = step
    if kind in {EventKind.UNDO, EventKind.REDO}:
        made = undo(opened, editor, redo=kind is EventKind.REDO)
        return made if made.events else None
    count = len(opened.analysis.split.statements)
    n = n % count + 1
    if kind is EventKind.CUT:
        return cut(opened, n, at, editor)
    if kind is EventKind.JOIN:
        return join(opened, n, editor) if n < count else None
    if kind is EventKind.TAG:
        return tag(opened, n, editor=editor)
    return Draft(kind, editor, URI, anchor(opened, n), note=f"note {at}")


def sound(opened):
    """Ordered, tight, in their block, and over the same visible characters."""
    text, blocks = opened.analysis.article.text, opened.analysis.article.blocks
    at = 0
    for n, each in enumerate(opened.analysis.split.statements, 1):
        block = blocks[each.block]
        assert each.n == n
        assert max(at, block.start) <= each.start < each.end <= block.end
        assert tight(text, each.start, each.end) == (each.start, each.end)
        at = each.end
    covered = [text[each.start : each.end] for each in opened.analysis.split.statements]
    base = [text[each.start : each.end] for each in opened.base.split.statements]
    assert "".join("".join(covered).split()) == "".join("".join(base).split())
    assert len(opened.analysis.attributions) == len(covered)


def exact(opened):
    """Whatever tag is shown on a statement was put on exactly its words."""
    for each in opened.analysis.split.statements:
        for tag_ in opened.book.tags(each.n):
            assert tag_.exact == opened.analysis.words(each)


@given(st.lists(TEXT | STEP, max_size=14))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_done_the_statements_are_sound_and_the_tags_where_their_words_are(steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder) / "library", editor="ana") as library,
    ):
        library._database.connection.execute("PRAGMA synchronous=OFF")
        library.add_analysis(story(SENTENCES[:3], SENTENCES[3:]))
        programs = [library.open(1), library.open(1)]
        for step in steps:
            if isinstance(step, list):
                library.add_analysis(story(*step))
                programs[1] = library.open(1)
                continue
            opened = programs[step[4]]
            made = draft(opened, step)
            before = words(programs[1 - step[4]])
            if made is not None:
                library.record(opened, [made])
            if step[5]:
                library.refresh(programs[1 - step[4]])
            assert words(programs[1 - step[4]]) == before
            for each in programs:
                sound(each)
                exact(each)
        report = library.check(deep=True)
        assert report.ok, report.problems
        opened = library.open(1)
        assert opened.story.statements == len(words(opened))
        for n in range(1, len(library.open(1).revisions) + 1):
            older = library.open(1, revision=n)
            sound(older)
            exact(older)
        given_back = sum(len(opened.book.tags(n)) for n in range(1, len(words(opened)) + 1))
        assert given_back + len(opened.book.gone()) == sum(1 for _ in opened.book.slots())
