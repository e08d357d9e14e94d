"""The command line, by its contract."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from newsreader import __version__
from newsreader.cli import run
from newsreader.library import Library
from newsreader.library.removing import remove

STORY = """Ferry Adrift off Port Ellis

January 5, 2022

Update (1345ET): The ferry has been towed in, the coast guard said.

Nobody was hurt. The harbour is open again.

* * *

A ferry with 212 people lost power on Tuesday, according to the harbour master.
"""


class Newsreader:
    """Runs commands in this process and keeps what they printed."""

    def __init__(self, library: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.library = library
        self._capture = capture

    def __call__(self, *words: object) -> tuple[int, str, str]:
        status = run([str(word) for word in words])
        printed = self._capture.readouterr()
        return status, printed.out, printed.err

    def json(self, *words: object) -> Any:
        status, out, err = self(*words)
        assert status == 0, err
        return json.loads(out)


@pytest.fixture
def newsreader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsreader:
    library = tmp_path / "desk.library"
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(library))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))
    return Newsreader(library, capsys)


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(STORY)
    return path


def rows(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


class TestAddingAndShowing:
    def test_add_says_what_it_did(self, newsreader: Newsreader, ferry: Path) -> None:
        added = newsreader.json("add", ferry, "--json")
        assert added == {
            "source": str(ferry),
            "status": "added",
            "story": 1,
            "revision": 1,
            "title": "Ferry Adrift off Port Ellis",
            "statements": 5,
            "updates": 2,
            "carried": {"current": 0, "moved": 0, "stale": 0, "gone": 0},
        }
        assert newsreader.json("add", ferry, "--json")["status"] == "unchanged"

    def test_for_people(self, newsreader: Newsreader, ferry: Path) -> None:
        status, out, err = newsreader("add", ferry)
        assert (status, err) == (0, "")
        assert "Ferry Adrift" in out
        assert "Ferry Adrift" in newsreader("list")[1]
        newsreader("tag", "1", "3", "confirmed", "--note", "seen")
        shown = newsreader("show", "1")[1]
        assert "confirmed · ana" in shown
        assert "note: seen" in shown
        assert "America/New_York" in shown

    def test_another_text_is_the_next_revision(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed")
        newsreader("tag", 1, 4, "opinion")
        ferry.write_text(STORY.replace("Nobody was hurt.", "The tide is low."))
        added = newsreader.json("add", ferry, "--json")
        assert (added["status"], added["revision"]) == ("revised", 2)
        assert added["carried"] == {"current": 1, "moved": 0, "stale": 0, "gone": 1}
        shown = newsreader.json("show", 1, "--json")
        assert shown["revision"] == 2
        assert [row["text"] for row in shown["gone"]] == ["Nobody was hurt."]
        assert shown["gone"][0]["last_revision"] == 1
        assert shown["statements"][3]["tags"][0]["label"] == "opinion"
        assert shown["statements"][3]["tags"][0]["on_revision"] == 1
        old = newsreader.json("show", 1, "--revision", 1, "--json")
        assert old["statements"][2]["tags"][0]["label"] == "confirmed"
        assert old["gone"] == []
        assert "left behind" in newsreader("show", 1)[1]

    def test_as_states_the_identity(
        self, newsreader: Newsreader, ferry: Path, tmp_path: Path
    ) -> None:
        newsreader("add", ferry, "--as", "desk:ferry")
        later = tmp_path / "later.txt"
        later.write_text(STORY + "\nMore.\n")
        added = newsreader.json("add", later, "--as", "desk:ferry", "--json")
        assert (added["story"], added["revision"]) == (1, 2)
        assert newsreader.json("show", "desk:ferry", "--json")["uri"] == "desk:ferry"

    def test_a_story_is_known_by_its_path(
        self, newsreader: Newsreader, ferry: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        newsreader("add", ferry)
        monkeypatch.chdir(ferry.parent)
        assert newsreader.json("show", "ferry.txt", "--json")["story"] == 1

    def test_what_fails_is_a_line_and_the_rest_goes_on(
        self, newsreader: Newsreader, ferry: Path
    ) -> None:
        status, out, err = newsreader("add", "no-such.txt", ferry, "--json")
        assert status == 1
        assert [row["status"] for row in rows(out)] == ["failed", "added"]
        assert err.startswith("newsreader: no-such.txt: ")
        assert err.count("\n") == 1

    def test_what_is_no_article_is_passed_over_with_a_word(
        self, newsreader: Newsreader, ferry: Path
    ) -> None:
        (ferry.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
        for words in (("add", ferry.parent, "--json"), ("split", ferry.parent, "--json")):
            status, out, err = newsreader(*words)
            assert (status, len(rows(out))) == (0, 1)
            assert "skipped" in err

    def test_an_unknown_story(self, newsreader: Newsreader) -> None:
        status, _, err = newsreader("show", "7")
        assert status == 1
        assert err.startswith("newsreader: ")

    def test_list_by_words(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        other = tmp_path / "bus.txt"
        other.write_text("Night Buses Delayed\n\nThe council voted.\n")
        newsreader("add", ferry, other)
        assert len(rows(newsreader("list", "--json")[1])) == 2
        assert [row["title"] for row in rows(newsreader("list", "--json", "council")[1])] == [
            "Night Buses Delayed"
        ]


class TestList:
    def test_a_filter_finds_stories(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 1, "s")
        (found,) = rows(newsreader("list", "--json", "coast", "label:spec", "untagged:>1")[1])
        assert (found["story"], found["removed"]) == (1, False)
        assert newsreader("list", "-is:progress")[1] == ""
        assert newsreader("list", "-has:note", "coast")[1] == newsreader("list")[1]
        assert newsreader("list", "--", "-label:spec")[1] == ""
        assert newsreader("list", "-h")[1].startswith("Usage: newsreader list")

    def test_what_is_not_understood_is_wrong_usage(self, newsreader: Newsreader) -> None:
        status, out, err = newsreader("list", "colour:red")
        assert (status, out) == (2, "")
        assert err.startswith("newsreader: colour:red: no such term (known: label, untagged")
        assert newsreader("list", "--wrong")[0] == 2

    def test_deleted_stories_are_hidden(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        with Library(newsreader.library, editor="ana") as library:
            remove(library, [library.find(1)])
        assert newsreader("list")[1] == newsreader("export")[1] == ""
        assert "deleted" in newsreader("list", "is:removed")[1]


class TestSplit:
    def test_by_the_contract(self, newsreader: Newsreader, ferry: Path) -> None:
        shape = newsreader.json("split", "--json", ferry)
        assert list(shape)[:14] == [
            *("source", "format", "uri", "title", "title_span", "byline", "published"),
            *("language", "text", "updates", "order", "statements", "notes", "warnings"),
        ]
        text = shape["text"]
        assert text == STORY
        assert shape["title"] == text[slice(*shape["title_span"])]
        assert [update["kind"] for update in shape["updates"]] == ["update", "original"]
        for statement in shape["statements"]:
            assert statement["text"] == text[statement["start"] : statement["end"]]
        assert not newsreader.library.exists()

    def test_for_people(self, newsreader: Newsreader, ferry: Path) -> None:
        out = newsreader("split", ferry)[1]
        assert "1 ·  Ferry Adrift off Port Ellis" in out
        assert "== update · " in out

    def test_for_people_times_and_what_speaks_against_them(
        self, newsreader: Newsreader, tmp_path: Path
    ) -> None:
        path = tmp_path / "pier.txt"
        path.write_text(
            " date 2021-03-14 Pier closed\n\n"
            "UPDATE 2:30 a.m. ET: It is open.\n\n"
            "UPDATE 1:10 a.m. ET: It is shut.\n\n"
            "UPDATE 1:40 a.m. ET: Rain came.\n\n"
            "UPDATE Monday, March 12, 2021, 9 p.m. ET: All is well.\n\n"
            "Correction: It was the north pier.\n"
        )
        out = newsreader("split", path)[1]
        assert "4 sections · 6 statements · 0 with a source · 1 note" in out
        assert "== update · 2021-03-14 01:10-05:00 (06:10Z) America/New_York" in out
        assert "1:10 a.m. ET: · 2 of 4\n         assumed: date\n" in out
        assert "! summer time skips this hour" in out
        assert "! stands against the order of the page; kept as written" in out
        assert "! the weekday is not that of the date; the date is taken" in out
        assert "[correction] Correction: It was the north pier." in out
        path.write_text("Pier closed\n\nUPDATE 2:30 p.m. ET: It is open.\n")
        assert "day unknown, clock of America/New_York" in newsreader("split", path)[1]

    def test_hostile_text_and_names_print_no_control(
        self, newsreader: Newsreader, tmp_path: Path
    ) -> None:
        path = tmp_path / "evil\x1b]0;x\x07.txt"
        path.write_text("Title\x1b[2J\n\nA line\x9b31m here. [sic] [/]\n")
        for words in (("split", path), ("add", path), ("list",), ("show", "1"), ("split", "n\x1b")):
            _, out, err = newsreader(*words)
            assert not set(out + err) & {
                chr(c) for c in (*range(10), *range(11, 32), *range(127, 160))
            }

    def test_standard_input(self, ferry: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "newsreader", "split", "--json", "-"],
            input=ferry.read_bytes(),
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout)["uri"].startswith("stdin:")


class TestTag:
    def test_tag_and_clear(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        done = newsreader.json("tag", 1, 2, "speculative", "--evidence", "one source", "--json")
        assert (done["story"], done["statement"], done["label"]) == (1, 2, "speculative")
        (tag,) = newsreader.json("show", 1, "--json")["statements"][1]["tags"]
        assert tag["event"] == done["event"]
        assert (tag["editor"], tag["evidence"], tag["state"]) == ("ana", "one source", "current")
        assert "speculative: " in newsreader("tag", 1, 2, "speculative")[1]
        newsreader("tag", 1, 2, "x")
        assert newsreader.json("show", 1, "--json")["statements"][1]["tags"] == []

    @pytest.mark.parametrize(
        "words",
        [
            ("1", "2"),
            ("1", "x", "opinion"),
            ("1", "2", "maybe"),
            ("1", "9" * 30, "opinion"),
            ("--batch", "-", "1"),
            ("--batch", "-", "--note", "n"),
        ],
    )
    def test_wrong_usage(self, newsreader: Newsreader, words: Sequence[str]) -> None:
        assert newsreader("tag", *words)[0] == 2

    def test_no_such_statement(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        status, _, err = newsreader("tag", 1, 99, "opinion")
        assert status == 1
        assert "no statement 99" in err
        assert newsreader("tag", 5, 1, "opinion")[0] == 1

    @pytest.mark.parametrize("extra", ["--note", "--evidence"])
    def test_clearing_leaves_nothing(self, newsreader: Newsreader, ferry: Path, extra: str) -> None:
        newsreader("add", ferry)
        status, _, err = newsreader("tag", 1, 1, "clear", extra, "x")
        assert status == 2
        assert "clear" in err

    def test_batch(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        newsreader("add", ferry)
        batch = tmp_path / "batch.jsonl"
        lines = [
            '{"story": 1, "statement": 1, "label": "confirmed", "note": "n", "editor": "bo"}',
            "",
            "not json",
            "[]",
            '{"story": 1, "statement": 1}',
            '{"story": true, "statement": 1, "label": "opinion"}',
            '{"story": 1, "statement": "1", "label": "opinion"}',
            '{"story": 1, "statement": 1, "label": "opinion", "note": 3}',
            '{"story": 1, "statement": 1, "label": "opinion", "x": 3}',
            "[" * 5000,
            '{"story": 9, "statement": 1, "label": "opinion"}',
            '{"story": 1, "statement": 2, "label": "opinion", "note": "\\ud800"}',
        ]
        batch.write_text("\n".join(lines))
        status, out, err = newsreader("tag", "--batch", batch)
        assert status == 1
        assert [row["statement"] for row in rows(out)] == [1, 2]
        numbers = [int(line.split(":")[2]) for line in err.splitlines()]
        assert numbers == [3, 4, 5, 6, 7, 8, 9, 10, 11]
        first, second = newsreader.json("show", 1, "--json")["statements"][:2]
        assert (first["tags"][0]["editor"], first["tags"][0]["note"]) == ("bo", "n")
        assert second["tags"][0]["editor"] == "ana"

    def test_batch_by_standard_input_follows_new_revisions(
        self, newsreader: Newsreader, ferry: Path
    ) -> None:
        newsreader("add", ferry)
        order = {"story": ferry.as_uri(), "statement": 2, "label": "opinion"}
        with subprocess.Popen(
            [sys.executable, "-m", "newsreader", "tag", "--batch", "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as batch:
            assert batch.stdin
            assert batch.stdout
            for revision in (1, 2):
                batch.stdin.write(json.dumps(order) + "\n")
                batch.stdin.flush()
                assert json.loads(batch.stdout.readline())["statement"] == 2
                shown = newsreader.json("show", 1, "--json")
                assert shown["revision"] == revision
                assert len(shown["statements"][1]["tags"]) == 1
                ferry.write_text(STORY.replace("Update", "Summary of the day.\n\nUpdate"))
                newsreader("add", ferry)

    def test_a_line_without_end(
        self, newsreader: Newsreader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("newsreader.cli.tagging.LONGEST", 100)
        batch = tmp_path / "batch.jsonl"
        batch.write_text("x" * 1000)
        status, _, err = newsreader("tag", "--batch", batch)
        assert status == 1
        assert "more than 100 bytes" in err

    def test_a_batch_that_is_not_there(self, newsreader: Newsreader) -> None:
        status, _, err = newsreader("tag", "--batch", "none.jsonl")
        assert status == 1
        assert "none.jsonl" in err


class TestExport:
    def test_json_lines(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed", "--note", "—")
        status, out, _ = newsreader("export")
        assert status == 0
        assert out.isascii()
        (row,) = rows(out)
        assert row["label"] == "confirmed"
        assert row["note"] == "—"

    def test_csv_to_a_file(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed", "--note", "=1+1")
        target = tmp_path / "tags.csv"
        assert newsreader("export", "--format", "csv", "--output", target, "1")[0] == 0
        (row,) = csv.DictReader(io.StringIO(target.read_text()))
        assert row["note"] == "'=1+1"
        assert {path.name for path in tmp_path.iterdir()} >= {"tags.csv"}

    def test_unknown_format_and_unwritable_file(
        self, newsreader: Newsreader, ferry: Path, tmp_path: Path
    ) -> None:
        newsreader("add", ferry)
        assert newsreader("export", "--format", "xml")[0] == 2
        (tmp_path / "round").symlink_to(tmp_path / "round")
        assert newsreader("export", "--output", tmp_path / "round")[0] == 4
        status, _, err = newsreader("export", "--output", tmp_path / "no" / "x")
        assert status == 4
        assert "No such file" in err

    def test_a_library_is_never_overwritten(
        self, newsreader: Newsreader, ferry: Path, tmp_path: Path
    ) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed")
        (tmp_path / "link").hardlink_to(newsreader.library)
        for target in (newsreader.library, tmp_path / "link"):
            assert newsreader("export", "--output", target)[0] == 4
        assert newsreader.json("check", "--deep", "--json")["ok"]

    def test_rights_are_kept(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        newsreader("add", ferry)
        target = tmp_path / "private"
        target.touch(mode=0o600)
        newsreader("export", "--output", target)
        assert target.stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("command", ["list", "--help", "--version"])
    def test_standard_output_that_is_closed_or_full(
        self, newsreader: Newsreader, ferry: Path, command: str
    ) -> None:
        newsreader("add", ferry)
        for redirection in (">&-", ">/dev/full"):
            done = subprocess.run(
                ["bash", "-c", f"{sys.executable} -m newsreader {command} {redirection}"],
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
            assert "Traceback" not in done.stderr
            assert done.returncode in {0, 4}  # nothing is written where nothing can be

    def test_standard_output_that_is_full(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "newsreader", "list"],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 4
        assert done.stderr == "newsreader: standard output: No space left on device\n"

    def test_bytes_do_not_depend_on_the_terminal(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed", "--note", "naïve")
        done = subprocess.run(
            [sys.executable, "-m", "newsreader", "export", "--format", "csv"],
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=True,
        )
        assert "naïve".encode() in done.stdout

    def test_a_link_stays_a_link(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 3, "confirmed")
        (tmp_path / "link").symlink_to(tmp_path / "target")
        assert newsreader("export", "--output", tmp_path / "link")[0] == 0
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "target").read_text()

    def test_a_reader_that_leaves_is_no_trouble(self, newsreader: Newsreader, ferry: Path) -> None:
        newsreader("add", ferry)
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-m", "newsreader", "show", "1"],
            stdout=write,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        os.close(write)
        assert (done.returncode, done.stderr) == (4, "")


class TestLibraryCommands:
    def test_check_and_backup(self, newsreader: Newsreader, ferry: Path, tmp_path: Path) -> None:
        newsreader("add", ferry)
        newsreader("tag", 1, 1, "opinion")
        assert newsreader.json("check", "--deep", "--json")["ok"] is True
        assert newsreader("check")[1].startswith("ok: ")
        copy = tmp_path / "copy.library"
        assert newsreader("backup", copy)[0] == 0
        assert newsreader.json("--library", copy, "show", 1, "--json")["statements"][0]["tags"]

    def test_options_before_and_after_the_command(
        self, newsreader: Newsreader, ferry: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.library"
        newsreader("--editor", "bo", "add", ferry, "--library", other)
        assert other.exists()
        assert not newsreader.library.exists()
        newsreader("tag", 1, 1, "opinion", "--editor", "cy", "--library", other)
        (tag,) = newsreader.json("--library", other, "show", 1, "--json")["statements"][0]["tags"]
        assert tag["editor"] == "cy"

    def test_an_empty_name_is_wrong_usage(self, newsreader: Newsreader) -> None:
        assert newsreader("--library", "", "list")[0] == 2
        assert newsreader("list", "--editor", "")[0] == 2

    def test_a_library_that_is_not_one(self, newsreader: Newsreader, tmp_path: Path) -> None:
        newsreader.library.write_text("not a database, and long enough to look at" * 10)
        before = newsreader.library.read_bytes()
        status, out, err = newsreader("list")
        assert (status, out) == (3, "")
        assert err.startswith("newsreader: ")
        assert newsreader.library.read_bytes() == before

    def test_the_program_needs_a_terminal(self, newsreader: Newsreader) -> None:
        status, _, err = newsreader()
        assert status == 2
        assert "needs a terminal" in err


class TestTheCommandLineItself:
    def test_version(self, newsreader: Newsreader) -> None:
        assert newsreader("--version")[1] == f"newsreader, version {__version__}\n"

    @pytest.mark.parametrize(
        "command",
        ["", "add", "split", "list", "show", "tag", "export", "check", "backup"],
    )
    def test_help(self, newsreader: Newsreader, command: str) -> None:
        status, out, _ = newsreader(*command.split(), "--help")
        assert status == 0
        assert "Usage: newsreader" in out

    def test_wrong_usage(self, newsreader: Newsreader) -> None:
        status, out, err = newsreader("list", "--nonsense")
        assert (status, out) == (2, "")
        assert err.startswith("newsreader: ")
        assert err.count("\n") == 1

    def test_completion(self) -> None:
        done = subprocess.run(
            [sys.executable, "-c", "from newsreader.cli import run; run()"],
            env={**os.environ, "_NEWSREADER_COMPLETE": "bash_source"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "complete" in done.stdout

    def test_interrupted(
        self, newsreader: Newsreader, monkeypatch: pytest.MonkeyPatch, ferry: Path
    ) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("newsreader.library.Library.add_loaded", interrupt)
        assert newsreader("add", ferry)[0] == 130
