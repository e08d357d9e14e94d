"""Adding more than a handful: the same results in the same order, by processes that may die."""

import copy
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from newsreader.errors import SkippedError, SourceError
from newsreader.library import Library
from newsreader.library.accession import intake, workers, writing
from newsreader.library.accession.preparing import Asked, prepare
from newsreader.model.event import Label
from newsreader.reading import Raw
from newsreader.session import Session

TEXT = "Depot fire: part {0}\n\nThe harbour office said shed {0} was empty. Nobody was hurt.\n"
RSS = '<rss version="2.0"><channel><title>Desk</title>{}</channel></rss>'
ITEM = (
    "<item><guid>urn:desk:{0}</guid><title>Item {0}</title>"
    "<description>Shed {0} was empty, the harbour office said.</description></item>"
)


@pytest.fixture
def folder(tmp_path):
    """Forty files, two of which cannot be read, and a photograph."""
    made = tmp_path / "files"
    made.mkdir()
    for n in range(40):
        (made / f"{n:02}.txt").write_text(TEXT.format(n))
    (made / "07.txt").write_text("")
    (made / "23.txt").write_bytes(b"\x00\x01\x02" * 100)
    (made / "x.jpg").write_bytes(b"\xff\xd8")
    return made


@pytest.fixture(autouse=True)
def no_gap(monkeypatch):
    monkeypatch.setattr(writing, "GAP", 0.0)


def add(library, folder, processes, **more):
    return list(library.add_loaded(library.load_all([str(folder)]), processes=processes, **more))


def rows(path):
    """All that adding writes but the times, and who says what."""
    with closing(sqlite3.connect(path)) as connection:
        tables = ("statement", "note", '"update"')
        kept = [connection.execute(f"SELECT * FROM {each}").fetchall() for each in tables]
        kept.append(connection.execute("SELECT hash, title, blocks FROM article").fetchall())
        kept.append(connection.execute("SELECT id, uri, title, newest FROM story").fetchall())
        kept.append(connection.execute("SELECT * FROM source").fetchall())
        return kept


def test_many_come_to_the_same_as_one_by_one_in_the_same_order(tmp_path, folder):
    with Library(tmp_path / "a.db") as one, Library(tmp_path / "b.db") as many:
        alone, together = add(one, folder, 0), add(many, folder, 2)
        assert alone == together
        assert [each.status for each in together].count("failed") == 3
        assert together[-1].skipped
        assert many.check(deep=True).ok
        assert {each.status for each in add(many, folder, 2)} == {"unchanged", "failed"}
        for story in one.stories():
            assert one.open(story.id).analysis == many.open(story.id).analysis
    assert rows(tmp_path / "a.db") == rows(tmp_path / "b.db")


def sourced(path):
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT article, count(*) FROM attribution GROUP BY 1"))


def test_who_says_it_is_found_when_a_short_article_is_opened(tmp_path, folder):
    long = "".join(f"The harbour office said shed {n} was empty. Or not.\n\n" for n in range(60))
    (folder / "39.txt").write_text(f"Depot fire: all parts\n\n{long}")
    (folder / "38.txt").write_text(f"Depot fire\n\n{'Nobody was hurt. ' * 3}\n")
    with Library(tmp_path / "l.db") as library:
        numbers = [each.story for each in add(library, folder, 2)][-4:-1]
        assert set(range(1, intake.HANDFUL - 1)) < set(sourced(tmp_path / "l.db"))  # with a failure
        assert numbers[0] not in sourced(tmp_path / "l.db")
        assert sourced(tmp_path / "l.db")[numbers[2]] == 60
        short, silent, full = (library.open(number).analysis for number in numbers)
        assert [each[0].origin for each in short.attributions if each] == ["The harbour office"]
        assert not any(silent.attributions)
        assert sum(map(bool, full.attributions)) == 60


def test_a_tag_leaves_with_who_says_it_even_if_that_was_left_open(tmp_path, folder):
    text = (
        "Depot fire\n\nLondon (Reuters) - Shed 9 was empty.\n\n"
        "The office said this:\n\n“It is shut.”\n"
    )
    (folder / "39.txt").write_text(text)
    exported = []
    for processes in (0, 2):
        with Library(tmp_path / f"{processes}.db", editor="ann") as library:
            [*_, last, _] = add(library, folder, processes)
            opened = library.open(last.story)
            for n in range(1, len(opened.analysis.split.statements) + 1):
                opened = library.open(last.story)
                session = Session(opened, "ann", library.record)
                session.go(n)
                session.tag(Label.CONFIRMED)
            exported.append([(row.text, row.origin, row.relay) for row in library.tags()])
    assert exported[0] == exported[1]
    assert [origin for _, origin, _ in exported[0]][2:] == ["The office"] * 2


def test_a_handful_starts_no_process(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(workers, "Workers", None)
    for path in sorted(folder.iterdir())[intake.HANDFUL :]:
        path.unlink()
    with Library(tmp_path / "l.db") as library:
        assert len(add(library, folder, 2)) == intake.HANDFUL


def test_stopping_in_between_leaves_whole_articles_and_no_process(tmp_path, folder):
    with Library(tmp_path / "l.db") as library:
        results = library.add_loaded(library.load_all([str(folder)]), processes=2)
        before = [next(results) for _ in range(20)]
        results.close()
        assert library.check(deep=True).ok
        kept = [each.story for each in before if each.story]
        assert len(list(library.stories())) >= len(kept)
        add(library, folder, 2)
        assert len(list(library.stories())) == 38
        assert library.check(deep=True).ok


def test_who_is_stopped_in_a_feed_loses_nothing(tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text(RSS.format("".join(ITEM.format(n) for n in range(5))))
    with Library(tmp_path / "l.db") as library:
        results = library.add(feed)
        next(results)
        results.close()
        assert [each.status for each in library.add(feed)] == ["unchanged"] + ["added"] * 4
        assert [each.status for each in library.add(feed)] == ["unchanged"] * 5


def test_one_source_that_comes_twice_among_many(tmp_path, folder):
    again = folder / "00.txt"

    def loaded(library):
        yield from library.load_all([str(folder)])
        again.write_text("Depot fire: part 0\n\nShed 0 was full.\n")
        yield from library.load_all([str(again)] * 2)

    with Library(tmp_path / "l.db") as library:
        results = list(library.add_loaded(loaded(library), processes=1))
    assert [each.status for each in results[-2:]] == ["revised", "unchanged"]


def test_a_tag_between_transactions(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(writing, "HOLD", 0.0)  # an article a transaction
    with Library(tmp_path / "l.db") as library, Library(tmp_path / "l.db") as other:
        results = library.add_loaded(library.load_all([str(folder)]), processes=1)
        counts = []
        for _ in results:
            counts.append(len(list(other.stories())))  # noqa: PERF401  it is asked in between
    assert counts == sorted(counts)
    assert counts[0] == 1


def lines(count):
    return [Raw(f"{n}.txt", f"urn:{n}", f"{n}.txt", TEXT.format(n).encode()) for n in range(count)]


def test_a_process_that_dies_is_the_failure_of_one_input(monkeypatch):
    monkeypatch.setattr(
        workers, "_START", workers._START.replace("work()", "") + DIES_OF.format("b'part 3'", "9")
    )
    with workers.Workers(1, Asked(None, None)) as several:
        outcomes = several.read(lines(6)).result()
    assert [isinstance(each, SourceError) for each in outcomes] == [n == 3 for n in range(6)]
    assert str(outcomes[3]) == "3.txt: reading it ended a process that was made for it"


DIES_OF = """
import os, signal
from newsreader.library.accession import working
prepare = working.prepare
def dies(raw, asked, **more):
    if {0} in raw.data:
        os.kill(os.getpid(), {1})
    return prepare(raw, asked, **more)
working.prepare = dies
work()
"""


@pytest.mark.parametrize("guilty", [2, 3, 5])
def test_an_input_that_is_not_tame_is_known_at_once_when_a_process_dies_of_it(monkeypatch, guilty):
    monkeypatch.setattr(
        workers,
        "_START",
        workers._START.replace("work()", "") + DIES_OF.format(f"b'part {guilty}'", "9"),
    )
    inputs = [
        raw._replace(data=raw.data + b"It rained. " * 4000 * (n in {3, 4}))
        for n, raw in enumerate(lines(7))
    ]
    with workers.Workers(1, Asked(None, None)) as several:
        outcomes = several.read(inputs).result()
    assert [isinstance(each, SourceError) for each in outcomes] == [n == guilty for n in range(7)]


@pytest.mark.parametrize("busy", [True, False])
@pytest.mark.parametrize("processes", [0, 1])
def test_who_reads_makes_no_difference(tmp_path, folder, monkeypatch, processes, busy):
    monkeypatch.setattr(intake, "_AT_ONCE", 3)
    (folder / "05.txt").write_text("Depot fire\n\n" + "Shed 5 was empty. " * 3000)  # not tame
    with Library(tmp_path / "l.db") as library:
        loaded = library.load_all([str(folder)])
        results = list(library.add_loaded(loaded, processes=processes, busy=busy))
        assert [each.status for each in results].count("added") == 38
        assert [each.title for each in results if each.story][6] == "Depot fire: part 6"
        assert library.check(deep=True).ok


def test_a_story_and_its_revision_in_one_transaction_are_searched_for_as_they_are(tmp_path):
    texts = [TEXT.format(n) for n in range(40)]
    inputs = [
        Raw(f"{n}.txt", "urn:one" if n in {20, 24} else f"urn:{n}", f"{n}.txt", text.encode())
        for n, text in enumerate([*texts, texts[7]])
    ]
    with Library(tmp_path / "l.db") as library:
        results = list(library.add_loaded(inputs, processes=0))
        assert [n for n, each in enumerate(results) if each.status == "revised"] == [24]
        assert library.check(deep=True).ok
    with closing(sqlite3.connect(tmp_path / "l.db")) as connection:
        found = "SELECT count(*) FROM search WHERE search MATCH ?"
        counts = [connection.execute(found, (f"shed {n}",)).fetchone()[0] for n in (20, 24, 30)]
    assert counts == [0, 1, 1]


def test_a_process_that_computes_too_long_is_told_as_that(monkeypatch):
    monkeypatch.setattr(
        workers,
        "_START",
        workers._START.replace("work()", "") + DIES_OF.format("b'part 1'", int(signal.SIGPROF)),
    )
    with workers.Workers(1, Asked(None, None)) as several:
        outcomes = several.read(lines(2)).result()
    assert str(outcomes[1]) == "1.txt: took more than 60 seconds to read, the most that is spent"


def test_a_process_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(workers, "_HANGS", 0.01)
    monkeypatch.setattr(workers, "_START", "import time; time.sleep(600)")
    with workers.Workers(1, Asked(None, None)) as several:
        [outcome] = several.read(lines(1)).result()
    assert "60 seconds" in str(outcome)


def test_nothing_in_the_folder_one_is_in_is_run(tmp_path, monkeypatch):
    (tmp_path / "newsreader.py").write_text("raise SystemExit")
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with workers.Workers(1, Asked(None, None)) as several:
        [outcome] = several.read(lines(1)).result()
    assert outcome == prepare(lines(1)[0], Asked(None, None), at_once=False)


def test_how_many_processes(monkeypatch):
    assert 1 <= workers.usable(alone=True) <= workers.usable() <= workers.MOST
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert workers.usable() == 0


def test_errors_pass_between_processes():
    for error in (SourceError("a", "b", "c"), SkippedError("a", "b")):
        back = copy.copy(error)  # as pickle does
        assert (type(back), str(back)) == (type(error), str(error))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_and_begun_again(tmp_path, how):
    made = tmp_path / "files"
    made.mkdir()
    for n in range(600):  # what is told of them is more than a pipe holds: it waits for us
        (made / f"{n:03}.txt").write_text(TEXT.format(n))
    path = tmp_path / "l.db"
    words = [sys.executable, "-m", "newsreader", "add", "--json", str(made), "--library", str(path)]
    program = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    )
    told = [program.stdout.readline() for _ in range(60)]
    program.send_signal(how)
    rest, said = program.communicate()
    assert b"Traceback" not in said
    if how == signal.SIGINT:
        assert program.returncode == 130
    acknowledged = len(told) + rest.count(b"\n") - (not rest.endswith(b"\n") and bool(rest))
    with Library(path) as library:
        assert library.check(deep=True).ok
        kept = len(list(library.stories()))
        assert acknowledged <= kept <= 600
    done = subprocess.run(words, capture_output=True, check=True)
    assert done.stdout.count(b'"added"') == 600 - kept
    with Library(path) as library:
        assert library.check(deep=True).ok
        assert len(list(library.stories())) == 600
