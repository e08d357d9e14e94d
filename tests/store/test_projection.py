"""What is kept beside the events is always what folding them gives."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import WriteError
from newsreader.library import Library
from newsreader.model.event import Anchor, Draft, EventKind, Label

WORDS = [f"Sentence {n}." for n in range(6)]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)
ACT = st.tuples(
    st.sampled_from([each for each in EventKind if each not in {EventKind.CARRY, EventKind.KEEP}]),
    st.integers(0, 5),
    st.sampled_from([*Label]),
    st.sampled_from(["ana", "ben"]),
    st.booleans(),  # on the first revision instead of the newest
)
STEPS = st.lists(TEXT | ACT, max_size=12)


def draft(opened, step):
    kind, at, label, editor, _ = step
    uri = opened.story.uri
    if kind in {EventKind.UNDO, EventKind.REDO}:
        book = opened.book
        ids = book.undoable(editor) if kind is EventKind.UNDO else book.redoable(editor)
        if kind is EventKind.UNDO and at > 2:
            ids = book.removals.in_force
        return Draft(kind, editor, uri, events=ids) if ids else None
    if kind is EventKind.REMOVE:
        return Draft(kind, editor, uri)
    statements = opened.analysis.split.statements
    statement = statements[at % len(statements)]
    text = opened.analysis.article.text
    anchor = Anchor.of(uri, opened.revision.hash, text, statement.start, statement.end)
    more = {
        EventKind.TAG: {"label": label},
        EventKind.NOTE: {"note": f"note {at}" if at else ""},
        EventKind.EVIDENCE: {"evidence": f"log {at}"},
        EventKind.CLEAR: {},
        EventKind.CUT: {"at": at + 5},
        EventKind.JOIN: {},
        EventKind.RETIME: {"time": f"2022-01-05T14:0{at}:00", "zone": ""},
        EventKind.SPLIT: {},
        EventKind.MERGE: {},
    }[kind]
    return Draft(kind, editor, uri, anchor, **more)


def play(library, article, steps):
    library.add_analysis(article("urn:a", WORDS))
    opened = {first: library.open(1, revision=1 if first else None) for first in (True, False)}
    for step in steps:
        if isinstance(step, list):
            library.add_analysis(article("urn:a", step))
            opened[False] = library.open(1)
            continue
        made = draft(opened[step[-1]], step)
        if made is not None:
            library.record(opened[step[-1]], [made])
        for each in opened.values():
            library.refresh(each)


@given(STEPS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_acts_and_revisions_a_deep_check_is_content(article, steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder) / "library", editor="ana") as library,
    ):
        library._database.connection.execute("PRAGMA synchronous=OFF")
        play(library, article, steps)
        report = library.check(deep=True)
        assert report.ok, report.problems
        opened = library.open(1)
        assert opened.story.removed == opened.book.removals.last
        assert opened.story.left_behind == sum(tag.editor == "ana" for tag in opened.book.gone())
        assert opened.story.progress == opened.book.progress("ana", opened.story.statements)
        kept = sorted(
            (row.editor, row.event, row.statement or 0) for row in library.tags([opened.story])
        )
        assert kept == sorted((tag.editor, tag.event, tag.n or 0) for _, tag in opened.book.slots())


def test_an_act_on_an_older_revision_counts_on_the_newest(library, article, act):
    library.add_analysis(article("urn:a", ["One.", "Two."]))
    old = library.open(1)
    library.add_analysis(article("urn:a", ["New.", "One."]))
    library.record(old, [act(old, 1), act(old, 2)])
    story = library.find(1)
    assert (story.progress.confirmed, story.left_behind) == (1, 1)
    assert [(row.statement, row.state) for row in library.tags()] == [
        (None, "gone"),
        (2, "current"),
    ]


def test_a_text_that_came_back_in_between(library, article, act):
    library.add_analysis(article("urn:a", ["One.", "Two."]))
    opened = library.open(1)
    for words in (["Two.", "Three."], ["One.", "Two."]):
        library.add_analysis(article("urn:a", words))
    library.record(opened, [act(opened, 1)])  # shown: revision 1, whose text is the newest again
    assert library.check(deep=True).ok
    assert library.find(1).progress.confirmed == 1


def test_the_work_of_a_tag_does_not_grow_with_the_story(library, article, act):
    steps = {}
    for count in (10, 1000):
        library.add_analysis(article(f"urn:{count}", [f"Sentence {n}." for n in range(count)]))
        opened = library.open(f"urn:{count}")
        library.record(opened, [act(opened, 1)])
        connection = library._database.connection
        counted = [0]

        def count_steps(counted=counted):
            counted[0] += 1

        connection.set_progress_handler(count_steps, 1)
        library.record(opened, [act(opened, 2)])
        connection.set_progress_handler(None, 1)
        steps[count] = counted[0]
    assert steps[1000] <= steps[10] * 1.1


def test_a_write_that_fails_leaves_tags_and_progress(library, article, act):
    library.add_analysis(article("urn:a", ["One.", "Two."]))
    opened = library.open(1)
    library.record(opened, [act(opened, 1)])
    connection = library._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WriteError):
        library.record(opened, [act(opened, 2, note="x" * 50_000)])
    assert library.find(1).progress.confirmed == 1
    assert library.check(deep=True).ok
