"""The library as its users see it: sources in, stories out, tags that stay with their words."""

import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from types import SimpleNamespace

import pytest

from newsreader.errors import LibraryError, SourceError, UnknownStoryError, UsageError
from newsreader.library import Library, analyse
from newsreader.model.event import Anchor, AnchorState, Draft, EventKind, Label
from newsreader.reading import parse
from newsreader.reading.sources import load_each

DEPOT = """The Depot Fire

Police confirmed that twelve people were treated for smoke.

Nobody has said who owned the cargo.

The warehouse had been flagged twice this year.
"""


@pytest.fixture
def library(tmp_path):
    with Library(
        tmp_path / "desk.library", editor="ana", clock=lambda: datetime(2022, 1, 5, tzinfo=UTC)
    ) as opened:
        yield opened


@pytest.fixture
def depot(tmp_path):
    path = tmp_path / "depot.txt"
    path.write_text(DEPOT)
    return path


def add(library, source, **more):
    return list(library.add(str(source), **more))


def tag(library, opened, n, label=Label.CONFIRMED):
    article = opened.analysis.article
    statement = opened.analysis.split.statements[n - 1]
    anchor = Anchor.of(
        opened.story.uri, opened.revision.hash, article.text, statement.start, statement.end
    )
    return library.record(
        opened, [Draft(EventKind.TAG, library.editor, opened.story.uri, anchor, label=label)]
    )[0]


def number(opened, words):
    return next(
        each.n for each in opened.analysis.split.statements if words in opened.analysis.words(each)
    )


class TestAdding:
    def test_a_file_becomes_a_story(self, library, depot):
        (added,) = add(library, depot)
        assert (added.status, added.story, added.revision) == ("added", 1, 1)
        assert (added.source, added.title) == (str(depot), "The Depot Fire")
        assert added.uri == depot.as_uri()
        assert added.statements == 4
        assert added.carried == {"current": 0, "moved": 0, "stale": 0, "gone": 0}
        assert added.error is None

    def test_a_path_is_a_source_too(self, library, depot):
        (added,) = library.add(depot)
        assert added.source == str(depot)

    def test_it_is_stored_as_it_was_read(self, library, depot):
        (raw,) = load_each(str(depot))
        (article,) = parse(raw)
        add(library, depot)
        assert library.open(1).analysis == analyse(article)

    def test_the_same_bytes_again_change_nothing_and_are_not_read(
        self, library, depot, monkeypatch
    ):
        add(library, depot)
        before = library.path.read_bytes()
        monkeypatch.setattr("newsreader.library.accession.incoming.parse", None)
        (again,) = add(library, depot)
        assert (again.status, again.story, again.revision) == ("unchanged", 1, 1)
        assert (again.title, again.statements) == ("The Depot Fire", 4)
        assert library.path.read_bytes() == before

    def test_other_bytes_of_the_same_text_change_nothing(self, library, depot):
        add(library, depot)
        depot.write_bytes(DEPOT.replace("\n", "\r\n").encode())
        (again,) = add(library, depot)
        assert again.status == "unchanged"
        assert len(library.open(1).revisions) == 1

    def test_other_text_is_the_next_revision(self, library, depot):
        add(library, depot)
        opened = library.open(1)
        for words in ("Police", "Nobody", "warehouse"):
            tag(library, opened, number(opened, words))
        depot.write_text(
            DEPOT.replace("twelve", "thirteen").replace(
                "Nobody has said", "A spokesman declined to comment.\n\nNobody has said"
            )
        )
        (again,) = add(library, depot)
        assert (again.status, again.story, again.revision) == ("revised", 1, 2)
        assert again.carried == {"current": 2, "moved": 0, "stale": 1, "gone": 0}
        assert library.find(1).left_behind == 0

    def test_a_text_that_comes_back_is_a_revision_too(self, library, depot):
        add(library, depot)
        depot.write_text("Something else.\n")
        add(library, depot)
        depot.write_text(DEPOT)
        (back,) = add(library, depot)
        assert (back.status, back.revision) == ("revised", 3)
        revisions = library.open(1).revisions
        assert revisions[0].hash == revisions[2].hash

    def test_a_folder_of_revisions_is_added_once(self, library, tmp_path):
        folder = tmp_path / "revisions"
        folder.mkdir()
        for n in (1, 2, 3):
            (folder / f"{n}.md").write_text(
                f"---\nuri: urn:desk:depot\n---\n# The Depot Fire\n\n{n} people were treated.\n"
            )
        first = add(library, folder)
        assert [(each.status, each.story, each.revision) for each in first] == [
            ("added", 1, 1),
            ("revised", 1, 2),
            ("revised", 1, 3),
        ]
        again = add(library, folder)
        assert [(each.status, each.revision) for each in again] == [
            ("unchanged", 1),
            ("unchanged", 2),
            ("unchanged", 3),
        ]
        assert len(library.open("urn:desk:depot").revisions) == 3

    def test_a_newer_splitter_makes_no_revision(self, library, tmp_path, monkeypatch):
        folder = tmp_path / "revisions"
        folder.mkdir()
        for n in (1, 2):
            (folder / f"{n}.md").write_text(f"---\nuri: urn:a\n---\n{n} people were treated.\n")
        add(library, folder)
        monkeypatch.setattr("newsreader.splitting.SPLITTER", "another")
        monkeypatch.setattr(
            "newsreader.library.accession.incoming.parse", None
        )  # nor is anything read again
        assert [each.status for each in add(library, folder)] == ["unchanged", "unchanged"]

    def test_a_stated_identity_wins(self, library, depot, tmp_path):
        other = tmp_path / "other.txt"
        other.write_text(DEPOT + "\nMore.\n")
        (first,) = add(library, depot, as_uri="urn:desk:depot")
        (second,) = add(library, other, as_uri="urn:desk:depot")
        assert (first.story, second.story, second.status) == (1, 1, "revised")
        (own,) = add(library, depot)
        assert (own.status, own.story) == ("added", 2)
        assert add(library, depot, as_uri="urn:desk:depot")[0].status == "unchanged"

    @pytest.mark.parametrize("stated", [True, False])
    def test_standard_input_that_goes_back_to_old_words(self, library, monkeypatch, stated):
        """Whether the story is named by the user or by what is read."""
        told = []
        for words in ("One burns.", "Two burn.", "One burns.", "One burns."):
            head = "" if stated else "---\nuri: urn:s\n---\n"
            typed = SimpleNamespace(buffer=BytesIO(f"{head}{words}\n".encode()))
            monkeypatch.setattr("sys.stdin", typed)
            more = {"as_uri": "urn:s"} if stated else {"format": "markdown"}
            (added,) = add(library, "-", **more)
            told.append((added.uri, added.status))
        assert told == [
            ("urn:s", "added"), ("urn:s", "revised"), ("urn:s", "revised"), ("urn:s", "unchanged"),
        ]  # fmt: skip

    def test_standard_input_without_a_name_is_named_by_its_content(self, library, monkeypatch):
        told = []
        for words in (b"One burns.\n", b"Two burn.\n", b"One burns.\n"):
            monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(words)))
            (added,) = add(library, "-")
            told.append((added.story, added.status))
        assert told == [(1, "added"), (2, "added"), (1, "unchanged")]

    def test_an_empty_name_fails_once(self, library):
        (failed,) = add(library, "")
        assert (failed.status, failed.error.startswith("''")) == ("failed", True)

    def test_one_text_in_two_stories(self, library, depot):
        add(library, depot)
        add(library, depot, as_uri="urn:desk:copy")
        one, two = library.open(1), library.open(2)
        assert one.revision.hash == two.revision.hash
        tag(library, one, 1)
        assert library.open(2).book.tags(1) == ()
        assert library.check(deep=True).counts["articles"] == 1

    def test_failures_are_told_and_the_rest_is_done(self, library, tmp_path, depot):
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "a.txt").write_text("")
        (folder / "b.txt").write_text(DEPOT)
        statuses = {added.status: added for added in add(library, folder)}
        assert set(statuses) == {"failed", "added"}
        assert str(folder / "a.txt") in statuses["failed"].error
        (missing,) = add(library, tmp_path / "missing.txt")
        assert missing.status == "failed"
        assert missing.story is None

    def test_an_unknown_format_is_wrong_usage(self, library, depot):
        with pytest.raises(UsageError):
            add(library, depot, format="telegraph")

    def test_a_format_can_be_stated(self, library, tmp_path):
        path = tmp_path / "note.md"
        path.write_text("# Not a heading\n\nWords.\n")
        (as_text,) = add(library, path, format="text")
        assert library.open(as_text.story).analysis.article.format == "text"


class TestFinding:
    def test_by_number_uri_and_path(self, library, depot, monkeypatch):
        add(library, depot)
        monkeypatch.chdir(depot.parent)
        for ref in (1, "1", depot.as_uri(), str(depot), depot, "depot.txt", "./depot.txt"):
            assert library.find(ref).id == 1

    @pytest.mark.parametrize("ref", [2, 0, -1, 10**30, "2", "9" * 400, "nothing", "", "\0", "²"])
    def test_what_is_not_there(self, library, depot, ref):
        add(library, depot)
        with pytest.raises(UnknownStoryError):
            library.find(ref)

    def test_a_story_named_like_a_number(self, library, depot):
        add(library, depot, as_uri="7")
        assert library.find("7").id == 1


class TestOpening:
    def test_any_revision(self, library, depot):
        add(library, depot)
        depot.write_text("Something else.\n")
        add(library, depot)
        assert library.open(1).revision.n == 2
        old = library.open(library.find(1), revision=1)
        assert old.analysis.article.title == "The Depot Fire"
        assert [each.n for each in old.revisions] == [1, 2]
        for n in (0, 3):
            with pytest.raises(UnknownStoryError, match="no revision"):
                library.open(1, revision=n)

    def test_tags_are_placed_on_the_revision_shown(self, library, depot):
        add(library, depot)
        opened = library.open(1)
        event = tag(library, opened, number(opened, "Nobody"))
        depot.write_text(DEPOT.replace("Police", "A first line.\n\nPolice"))
        add(library, depot)
        new, old = library.open(1), library.open(1, revision=1)
        for each in (new, old):
            (found,) = each.book.tags(number(each, "Nobody"))
            assert (found.event, found.state) == (event.id, AnchorState.CURRENT)

    def test_what_is_left_behind_is_listed_with_its_last_place(self, library, depot):
        add(library, depot)
        opened = library.open(1)
        tag(library, opened, number(opened, "Police"))
        depot.write_text(
            DEPOT.replace(
                "Police confirmed that twelve people were treated for smoke.",
                "It rained all night.",
            )
        )
        add(library, depot)
        (gone,) = library.open(1).book.gone()
        assert gone.exact == "Police confirmed that twelve people were treated for smoke."
        assert (gone.state, gone.last_revision) == (AnchorState.GONE, 1)

    def test_a_damaged_article_is_told_plainly(self, library, depot):
        add(library, depot)
        library._database.connection.execute("UPDATE article SET blocks = '[[1]]'")
        with pytest.raises(LibraryError, match="damaged"):
            library.open(1)


class TestExporting:
    def test_a_row_for_each_tag(self, library, depot, tmp_path):
        add(library, depot)
        opened = library.open(1)
        event = tag(library, opened, number(opened, "Nobody"), Label.SPECULATIVE)
        (row,) = library.tags()
        assert (row.story, row.title, row.revision) == (depot.as_uri(), "The Depot Fire", 1)
        assert (row.editor, row.label, row.event) == ("ana", "speculative", event.id)
        assert row.text == "Nobody has said who owned the cargo."
        assert DEPOT[row.start : row.end] == row.text
        assert row.at == "2022-01-05T00:00:00.000Z"
        depot.write_text("Something else.\n")
        add(library, depot)
        (row,) = library.tags([library.find(1)])
        assert (row.statement, row.state, row.revision) == (None, "gone", 1)
        assert list(library.tags([])) == []

    def test_all_stories_in_pages(self, library, tmp_path, monkeypatch):
        monkeypatch.setattr("newsreader.store.lists.listing.PAGE", 2)
        for n in range(5):
            (tmp_path / f"{n}.txt").write_text(f"Words of {n}.\n")
            add(library, tmp_path / f"{n}.txt")
            tag(library, library.open(n + 1), 1)
        assert [row.text for row in library.tags()] == [f"Words of {n}." for n in range(5)]


def test_who_acts(tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    with Library(tmp_path / "a") as library:
        assert library.editor == "login"
    with Library(tmp_path / "a", editor="ana") as library:
        assert library.editor == "ana"


def test_importing_is_cheap():
    script = (
        "import sys, newsreader.library\n"
        "heavy = {'sqlite_utils', 'markdown_it', 'textual', 'rich', 'click', 'platformdirs',\n"
        "  'newsreader.reading', 'newsreader.splitting', 'newsreader.sourcing'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_up_to_date_library_is_opened_without_sqlite_utils(tmp_path, depot):
    with Library(tmp_path / "desk", editor="ana") as library:
        add(library, depot)
    script = (
        "import sys\n"
        "from newsreader.library import Library\n"
        "with Library(sys.argv[1], editor='ana') as library:\n"
        "    library.open(1); list(library.stories('fire'))\n"
        "print('sqlite_utils' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "desk")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"


def test_a_source_that_fails_while_it_is_parsed(library, depot, monkeypatch):
    def fail(raw, **_):
        raise SourceError(raw.source, "not an article")

    monkeypatch.setattr("newsreader.library.accession.incoming.parse", fail)
    (failed,) = add(library, depot)
    assert (failed.status, failed.error) == ("failed", f"{depot}: not an article")
