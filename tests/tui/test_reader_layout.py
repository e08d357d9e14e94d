"""An article and a width make rows: nothing lost, nothing twice, nothing too wide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import (
    Analysis,
    Note,
    NoteKind,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.tui.reader.layout import CHUNK, Layout, RowKind, Spot


def all_rows(layout):
    return [row for unit in range(len(layout)) for row in layout.rows(unit)]


def shown(layout, kind=None):
    rows = all_rows(layout)
    return [f"{r.lead}{r.text}{r.tail}" for r in rows if kind is None or r.kind is kind]


def check(analysis, width):
    """What must be true of every layout."""
    layout = Layout(analysis, width)
    text = analysis.article.text
    rows = all_rows(layout)
    offsets = [i for row in rows for start, end in row.spans for i in range(start, end)]
    assert offsets == sorted(set(offsets))
    blocks = {i for b in analysis.article.blocks for i in range(b.start, b.end)}
    assert {i for i in blocks if text[i] not in " \n\t"} <= set(offsets)
    for row in rows:
        assert cell_len(row.lead + row.text + row.tail) <= width
        assert row.cells == cell_len(row.text)
        if row.kind not in (RowKind.CREDIT, RowKind.RULE) and row.spans:
            assert len(row.text) == sum(e - s for s, e in row.spans) + len(row.spans) - 1
    for statement in analysis.split.statements:
        own = [row for row in rows if row.n == statement.n]
        assert [row.first for row in own] == [True] + [False] * (len(own) - 1)
        assert own[0].spans[0][0] == statement.start
        first, last = layout.locate(statement.n)
        assert (layout.row(first), layout.row(last)) == (own[0], own[-1])
    for i in range(len(analysis.split.updates)):
        assert sum(row.kind is RowKind.UPDATE and row.update == i for row in rows) == 1
    return layout


@pytest.mark.parametrize("width", [2, 5, 15, 16, 40, 63, 74])
def test_the_live_story_at_every_width(fire, width):
    check(fire, width)


def test_a_post_is_a_card_with_its_author_line(fire):
    card = [
        row for row in shown(Layout(fire, 50)) if row.startswith(("┌", "└", "│")) and "“" not in row
    ]
    assert card == [
        "┌────────────────────────────────────────────────┐",
        "│ Smoke still over the east quay - reports       │",
        "│ #depotfire                                     │",
        "│ Harbour News @harbournews · 4 Jan 2022         │",
        "│ 1 link                                         │",
        "└────────────────────────────────────────────────┘",
    ]


def test_a_card_too_narrow_for_a_box_shows_the_credit_as_written(fire):
    layout = Layout(fire, 15)
    assert not shown(layout, RowKind.EDGE)
    assert shown(layout, RowKind.CREDIT)[:2] == ["https://example", ".org/p/1 —"]


def test_a_credit_that_names_nobody_stays_as_written(made):
    made.block(
        BlockKind.POST, "Smoke.", credit="— posted on Tuesday", post=(None, None, None, None)
    )
    assert shown(Layout(made.analysis(), 30), RowKind.CREDIT) == ["│ — posted on Tuesday        │"]


def test_a_post_keeps_its_line_breaks(made):
    made.block(BlockKind.POST, "Two lines\nof one post", credit="x", post=("A", None, "soon", None))
    rows = [row for row in all_rows(Layout(made.analysis(), 30)) if row.n == 1]
    assert [row.text for row in rows] == ["Two lines", "of one post"]
    assert shown(Layout(made.analysis(), 30), RowKind.CREDIT) == ["│ A · soon                   │"]


def test_list_items_hang_and_stand_without_air(fire):
    rows = shown(Layout(fire, 40))
    at = rows.index("- The east quay, with all of its cranes")
    assert rows[at + 1 : at + 4] == [
        "  and the road that leads to them, until",
        "  further notice",
        "- 東京からの貨物船は港の外で待っている。",
    ]


def test_an_item_without_a_bullet_gets_one(made):
    made.block(BlockKind.LIST_ITEM, "The east quay and the west quay", level=2)
    assert shown(Layout(made.analysis(), 20)) == [
        "  • The east quay",
        "    and the west",
        "    quay",
    ]


def test_an_updates_heading_stands_above_its_marker_and_the_marker_is_kept(fire):
    rows = all_rows(Layout(fire, 60))
    at = next(i for i, row in enumerate(rows) if row.kind is RowKind.UPDATE)
    assert rows[at - 1].kind is RowKind.BLANK
    assert (rows[at + 1].kind, rows[at + 1].text) == (RowKind.MARKER, "UPDATE 2: 5:40 p.m. ET")
    assert rows[at + 2].kind is RowKind.BLANK


def test_a_marker_within_a_paragraph_is_parted_from_the_statement(fire):
    rows = all_rows(Layout(fire, 60))
    at = next(i for i, row in enumerate(rows) if row.text == "(update 1, 3:15):")
    assert [row.kind for row in rows[at - 1 : at + 3]] == ["update", "marker", "blank", "text"]


def test_notes_say_what_they_are(fire):
    layout = Layout(fire, 60)
    assert shown(layout, RowKind.NOTE_HEAD) == ["CORRECTION"]
    assert shown(layout, RowKind.STAMP) == ["Last updated at 5:41 p.m."]


def test_text_outside_of_all_blocks_is_shown(fire):
    article = Article(
        "x", "text", "x", "before\n\nA block.\n\nafter", (Block(8, 16, BlockKind.PARAGRAPH),)
    )
    statement = Statement(1, 8, 16, StatementKind.SENTENCE, None, 0)
    analysis = Analysis(article, Split((), (statement,), (), Order.SINGLE), ((),))
    assert shown(Layout(analysis, 20)) == ["before", "", "A block.", "", "after"]


def test_an_empty_article_has_a_row():
    empty = Analysis(Article("x", "text", "x", "", ()), Split((), (), (), Order.SINGLE), ())
    layout = Layout(empty, 20)
    assert layout.window(layout.first_spot(), 5)[0].kind is RowKind.BLANK
    assert layout.last_spot() == layout.step(Spot(0, 0), 9) == Spot(0, 0)
    assert layout.fraction(Spot(0, 0)) == 0.0
    assert layout.near(Spot(0, 0), 5) is None


def test_hostile_characters_are_shown_as_pictures(made):
    made.block(BlockKind.PARAGRAPH, "a\x1b[31mb\u202ec")
    assert shown(check(made.analysis(), 30)) == ["a␛[31mb◦c"]


def test_stepping_and_distance_agree(fire):
    layout = Layout(fire, 30)
    top, rows = layout.first_spot(), all_rows(layout)
    for i in range(len(rows)):
        spot = layout.step(top, i)
        assert layout.row(spot) is rows[i]
        assert layout.distance(top, spot, 10_000) == i
        assert layout.step(spot, -i) == top
        assert layout.distance(spot, top, 10_000) == 0
    assert layout.step(top, 10_000) == layout.last_spot()
    assert layout.distance(top, layout.last_spot(), 7) == 7


def test_only_what_is_asked_for_is_laid_out(long):
    layout = Layout(long(2_000), 60)
    layout.window(layout.first_spot(), 40)
    layout.step(layout.last_spot(), -40)
    layout.locate(1_000)
    assert len(layout._rows) < 30


def test_a_block_of_very_many_statements_is_laid_out_in_parts(made):
    made.block(
        BlockKind.POST,
        "|".join(f"Number {i}." for i in range(3 * CHUNK)),
        credit="x",
        post=("A", None, None, None),
    )
    layout = check(made.analysis(), 30)
    assert len(layout) == 3
    assert [row.kind for row in layout.rows(1)].count(RowKind.EDGE) == 0
    assert len(shown(layout, RowKind.EDGE)) == 2


WORDS = st.text(st.sampled_from([*list("ab.,! \n-•é東👩"), "́", "\x1b"]), min_size=1, max_size=25)


@st.composite
def analyses(draw):
    """Any article: blocks of any kind, statements anywhere in them, updates and notes anywhere."""
    text, blocks, statements, marks = "", [], [], []
    for kind in draw(st.lists(st.sampled_from(BlockKind), max_size=5)):
        text += draw(st.sampled_from(["", "\n\n", "lost\n"]))
        begin = len(text)
        for words in draw(st.lists(WORDS, min_size=1, max_size=4)):
            piece = words.strip(" \n")
            start = len(text)
            text += piece + draw(st.sampled_from(["", " ", "\n  "]))
            if piece and draw(st.booleans()):
                statements.append((start, start + len(piece), len(blocks)))
            elif piece:
                marks.append((start, start + len(piece)))
        if text[begin:].strip():
            text = text.rstrip(" \n")
            blocks.append(Block(begin, len(text), kind, draw(st.integers(0, 4))))
    chosen = [mark for mark in marks if draw(st.booleans())]
    ends = [start for start, _ in chosen[1:]] + [len(text)]
    updates = (
        tuple(
            Update(start, end, UpdateKind.UPDATE, text[start:stop], (start, stop))
            for (start, stop), end in zip(chosen, ends, strict=bool(chosen))
        )
        if chosen
        else ()
    )
    notes = tuple(
        Note(draw(st.sampled_from(NoteKind)), *mark) for mark in marks if mark not in chosen
    )
    made = tuple(
        Statement(n, start, end, StatementKind.SENTENCE, None, block)
        for n, (start, end, block) in enumerate(statements, 1)
    )
    article = Article("x", "text", "x", text, tuple(blocks))
    return Analysis(article, Split(updates, made, notes, Order.MIXED), ((),) * len(made))


@settings(max_examples=150)
@given(analyses(), st.integers(2, 40))
def test_any_article_at_any_width(analysis, width):
    check(analysis, width)


def test_a_credit_longer_than_the_card_is_broken_between_its_parts(made):
    post = ("A very long name of a harbour office", "office", "2022-01-04", None)
    made.block(BlockKind.POST, "Smoke.", credit="— x", post=post)
    assert shown(Layout(made.analysis(), 26), RowKind.CREDIT) == [
        "│ A very long name of a  │",
        "│ harbour office @office │",
        "│ 4 Jan 2022             │",
    ]


def test_the_title_has_a_line_below_it_and_quotations_and_captions_stand_in(fire, made):
    rows = shown(Layout(fire, 60))
    at = rows.index("The Depot Fire: What We Know")
    assert rows[at + 1] == "═" * 28
    assert "  │ “We heard a bang,” said a neighbour." in rows
    assert "  Smoke over the harbour. Photo: A. Reader" in rows
    made.block("title", "A title that needs two rows")
    assert shown(Layout(made.analysis(), 20)) == ["A title that needs", "two rows", "═" * 18]
    assert "═" not in "".join(shown(Layout(fire, 15)))
