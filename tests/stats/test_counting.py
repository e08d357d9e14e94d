"""Counting, against a recount that does it the long way."""

import itertools
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.library import Library
from newsreader.library.removing import remove
from newsreader.model.event import Anchor, Draft, EventKind, Label
from newsreader.session import Session
from newsreader.stats.counting import Tally, count
from newsreader.stats.overall import SHOWN, Overall
from newsreader.stats.standing import Labels, Standings
from newsreader.stats.timeline import Grain, local, timeline
from newsreader.stats.working import PAUSE, pace

START = datetime(2022, 1, 5, 20, 0, tzinfo=UTC)
STORIES = {
    "fire": "Fire on the Quay\n\nUpdate (5:40 p.m. ET): It is out. Nobody was hurt.\n\n"
    "Update (3:15 p.m. ET): It still burns. The road is closed.\n\n* * *\n\n"
    "A shed is burning. The cause is not known.\n",
    "vote": "Council Puts Off the Vote\n\nThe vote comes later. The mayor is content.\n",
}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["ana", "ben"]),
        st.sampled_from(list(STORIES)),
        st.integers(1, 7),
        st.sampled_from([*Label, "clear", "note", "evidence", "undo", "redo"]),
        st.sampled_from([0.0, 0.5, 3.0, 40.0, 299.0, 301.0, 7200.0]),
    ),
    max_size=40,
)


class Bench:
    """A library in a folder, a clock, and what editors do in it."""

    def __init__(self, folder: Path) -> None:
        self.now = START
        self.path = folder / "desk.library"
        self.libraries = {
            editor: Library(self.path, editor=editor, clock=lambda: self.now)
            for editor in ("ana", "ben")
        }
        self.ids = {}
        for name, text in STORIES.items():
            source = folder / f"{name}.txt"
            source.write_text(text, encoding="utf-8")
            (added,) = self.libraries["ana"].add(source)
            self.ids[name] = added.story

    def act(self, editor, story, n, what, seconds) -> None:
        self.now += timedelta(seconds=seconds)
        library = self.libraries[editor]
        session = Session(library.open(self.ids[story]), editor, library.record, advance=False)
        session.go(n)
        if isinstance(what, Label):
            session.tag(what)
        elif what in ("note", "evidence"):
            getattr(session, what)(f"{n} {self.now}")
        else:
            getattr(session, what)()

    def close(self) -> None:
        for library in self.libraries.values():
            library.close()


@pytest.fixture
def bench(tmp_path):
    made = Bench(tmp_path)
    yield made
    made.close()


def recount(opened, tally) -> None:
    """Every number of one story from its book alone, the long way."""
    book, split = opened.book, opened.analysis.split
    acts = [act for each in split.statements for act in book.history(each.n)]
    tags = [tag for each in split.statements for tag in book.tags(each.n)]
    found = [{tag.label for tag in book.tags(each.n) if tag.label} for each in split.statements]
    alone = [next(iter(each)) for each in found if len(each) == 1]
    assert tally.standings == Standings(
        len(split.statements),
        *(alone.count(label) for label in Label),
        sum(len(each) > 1 for each in found),
    )
    for name, editor in tally.editors.items():
        own = [tag for tag in tags if tag.editor == name]
        done = [act for act in acts if act.event.editor == name]
        assert editor.labels.amounts == tuple(
            sum(tag.label is label for tag in own) for label in Label
        )
        assert editor.notes == sum(tag.note is not None for tag in own)
        assert editor.evidence == sum(tag.evidence is not None for tag in own)
        assert editor.acts == len(done)
        assert editor.undone == sum(not act.active for act in done)
        assert sorted(editor.times) == sorted(
            datetime.fromisoformat(act.event.at).timestamp()
            for act in done
            if act.active and act.event.kind is EventKind.TAG
        )
    assert {act.event.editor for act in acts} <= set(tally.editors)
    slots = tally.timeline.slots
    assert sum(slot.labels.total for slot in slots) == sum(tag.label is not None for tag in tags)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_every_number_is_what_a_recount_gives(acts, tmp_path_factory) -> None:
    bench = Bench(tmp_path_factory.mktemp("desk"))
    try:
        for act in acts:
            bench.act(*act)
        library = bench.libraries["ana"]
        every = list(library.stats())
        assert [each.story.id for each in every] == sorted(bench.ids.values())
        overall = Overall()
        for stats in every:
            recount(library.open(stats.story.id), stats.tally)
            total = Standings()
            for section in stats.sections:
                total += section.standings
            assert not stats.sections or total == stats.tally.standings
            overall.add(stats)
        both = overall.tally
        assert both.standings == every[0].tally.standings + every[1].tally.standings
        assert both.whole.acts == sum(each.tally.whole.acts for each in every)
        assert overall.with_open == sum(each.tally.standings.open > 0 for each in every)
    finally:
        bench.close()


def naive_pace(times):
    """Stretches as lists, and everything from them."""
    stretches = []
    for time in sorted(times):
        if stretches and time - stretches[-1][-1] <= PAUSE:
            stretches[-1].append(time)
        else:
            stretches.append([time])
    seconds = sum(each[-1] - each[0] for each in stretches)
    following = sum(sum(time > each[0] for time in each) for each in stretches)
    gaps = [b - a for each in stretches for a, b in itertools.pairwise(sorted(set(each)))]
    return len(stretches), seconds, following, sorted(gaps)


@given(st.lists(st.lists(st.integers(0, 4000).map(float), max_size=30), max_size=4))
def test_pace_is_what_the_stretches_say(of_editors) -> None:
    found = pace(of_editors)
    naive = [naive_pace(times) for times in of_editors]
    assert found.tags == sum(map(len, of_editors))
    assert found.stretches == sum(each[0] for each in naive)
    seconds, gaps = sum(each[1] for each in naive), sorted(g for each in naive for g in each[3])
    assert found.seconds == pytest.approx(seconds)
    if gaps:
        assert found.per_minute == pytest.approx(60 * sum(each[2] for each in naive) / seconds)
        middle = (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2
        assert found.median_seconds == pytest.approx(middle)
    else:
        assert found.per_minute is None
        assert found.median_seconds is None


class TestPace:
    def test_tags_by_the_second(self) -> None:
        assert pace([[0.0, 2.0, 4.0, 6.0]]) == (4, 1, 6.0, 30.0, 2.0)

    def test_a_pause_ends_a_stretch_and_counts_for_nothing(self) -> None:
        found = pace([[0.0, 2.0, 2.0 + PAUSE + 1, 4.0 + PAUSE + 1]])
        assert found.stretches == 2
        assert found.seconds == 4.0
        assert found.per_minute == 30.0

    def test_several_at_once_are_one_decision(self) -> None:
        found = pace([[0.0, 10.0, 10.0, 10.0, 20.0]])
        assert found.median_seconds == 10.0
        assert found.per_minute == 12.0

    def test_editors_are_not_mixed(self) -> None:
        assert pace([[0.0, 4.0], [1.0, 5.0]]).seconds == 8.0

    def test_one_tag_tells_nothing(self) -> None:
        assert pace([[5.0]]) == (1, 1, 0.0, None, None)


class TestTimeline:
    def test_nothing(self) -> None:
        assert timeline({}).slots == ()

    @pytest.mark.parametrize(
        ("days", "grain", "slots"), [(1, Grain.HOUR, 2), (30, Grain.DAY, 2), (400, Grain.MONTH, 2)]
    )
    def test_the_span_decides(self, days, grain, slots) -> None:
        first = datetime(2022, 1, 5, 20)  # noqa: DTZ001  on the wall
        hours = {first: Labels(1), first + timedelta(days=days): Labels(0, 2)}
        found = timeline(hours)
        assert found.grain is grain
        assert len(found.slots) == slots
        assert sum(slot.labels.total for slot in found.slots) == 3

    def test_hours_of_one_day_come_together(self) -> None:
        first = datetime(2022, 1, 5, 20)  # noqa: DTZ001
        hours = {first + timedelta(hours=h): Labels(1) for h in (0, 1, 24 * 10)}
        assert [slot.labels.total for slot in timeline(hours).slots] == [2, 1]

    def test_days_are_those_of_the_zone(self, bench) -> None:
        bench.act("ana", "fire", 1, Label.OPINION, 4 * 3600)
        library = bench.libraries["ana"]
        (there,) = library.stats([library.find(1)], zone=timezone(timedelta(hours=-5)))
        assert [f"{hour:%d %H}" for hour in there.tally.hours] == ["05 19"]

    def test_a_time_out_of_reach_is_no_time(self) -> None:
        with pytest.raises(ValueError, match="out of reach"):
            local("9999-12-31T23:59:59.000Z", timezone(timedelta(hours=5)))


def test_most_open_keeps_the_greatest() -> None:
    overall = Overall()
    for number in range(1, SHOWN + 30):
        story = SimpleNamespace(id=number, title=f"story {number}")
        tally = Tally(1, Standings(number % 40))
        overall.add(SimpleNamespace(story=story, tally=tally))
    found = overall.most_open()
    assert [each.open for each in found] == list(range(39, 39 - SHOWN, -1))
    assert overall.with_open == SHOWN + 29 - 1
    assert found[0].id == 39


def test_left_behind_tags_are_told_apart(bench, tmp_path) -> None:
    bench.act("ana", "vote", 2, Label.CONFIRMED, 1)
    bench.act("ana", "vote", 3, Label.OPINION, 1)
    (tmp_path / "vote.txt").write_text(STORIES["vote"].replace("is content", "is cross"))
    library = bench.libraries["ana"]
    assert [each.status for each in library.add(tmp_path / "vote.txt")] == ["revised"]
    (stats,) = library.stats([library.find(bench.ids["vote"])])
    ana = stats.tally.editors["ana"]
    assert (ana.labels.total, ana.left_behind) == (1, 1)
    assert stats.tally.standings.open == 2
    assert sum(slot.labels.total for slot in stats.tally.timeline.slots) == 1


def test_a_story_that_nobody_touched() -> None:
    story = SimpleNamespace(id=1)
    found = SimpleNamespace(updates=(), places=(None, None), tags=(), acts=())
    stats = count(story, found, UTC)
    assert stats.tally.standings == Standings(2)
    assert stats.tally.editors == {}
    assert stats.sections == ()


def test_statements_are_those_that_editors_made(bench) -> None:
    library = bench.libraries["ana"]
    bench.act("ana", "fire", 3, Label.CONFIRMED, 1)
    opened = library.open(bench.ids["fire"])
    statement = opened.analysis.split.statements[1]
    article = opened.analysis.article
    anchor = Anchor.of(opened.story.uri, article.hash, article.text, statement.start, statement.end)
    cut = Draft(EventKind.CUT, "ana", opened.story.uri, anchor, at=3)
    library.record(opened, [cut])
    (stats,) = library.stats([library.find(bench.ids["fire"])])
    assert stats.tally.standings == Standings(8, confirmed=1)
    first = next(each for each in stats.sections if each.index == 0)
    assert first.standings == Standings(3, confirmed=1)
    assert stats.tally.editors["ana"].acts == 2


def test_stories_off_the_lists_are_not_counted(bench) -> None:
    library = bench.libraries["ana"]
    remove(library, [library.find(bench.ids["vote"])])
    assert [each.story.id for each in library.stats()] == [bench.ids["fire"]]
