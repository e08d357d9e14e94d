"""Versions of one story that arrive in another order than they were sent."""

import json

import pytest

from newsreader.library import Library
from newsreader.model.article import Article, precedes


def item(version, time, words):
    return json.dumps({
        "uri": "urn:x:1", "version": version, "versioncreated": time, "headline": "Fire",
        "pubstatus": "usable", "body_text": words,
    })  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name, version, time, words in (
        ("a", "2", "2024-01-01T12:00:00Z", "Two dead."),
        ("b", "1", "2024-01-01T13:00:00+02:00", "One dead."),  # 11:00Z
        ("c", "3", "2024-01-01T12:30:00Z", "Three dead."),
    ):
        (tmp_path / "in" / f"{name}.json").write_text(item(version, time, words))
    return tmp_path / "in"


def test_an_older_version_that_comes_late_changes_nothing(folder, tmp_path):
    with Library(tmp_path / "l.db") as library:
        assert [each.status for each in library.add(folder)] == ["added", "unchanged", "revised"]
        assert [each.status for each in library.add(folder)] == ["unchanged"] * 3
        assert "Three dead." in library.open(1).analysis.article.text


def test_the_same_time_is_no_older_time(tmp_path):
    source = tmp_path / "a.json"
    with Library(tmp_path / "l.db") as library:
        for version, words in (("1", "One."), ("2", "Two.")):
            source.write_text(item(version, "2024-01-01T12:00:00Z", words))
            [added] = library.add(source)
    assert added.status == "revised"


@pytest.mark.parametrize(
    ("format_name", "own", "other_format", "other", "expected"),
    [
        ("nitf", "2024-01-01T11:00:00Z", "nitf", "2024-01-01T12:00:00Z", True),
        ("nitf", "2024-01-01T12:00:00+01:00", "ninjs", "2024-01-01T11:30:00+00:00", True),
        ("nitf", "2024-01-01T12:00:00Z", "nitf", "2024-01-01T12:00:00Z", False),
        ("nitf", "2024-01-01T11:00:00", "nitf", "2024-01-01T12:00:00Z", False),
        ("nitf", "2024-01-01", "nitf", "2024-01-02", False),
        ("nitf", None, "nitf", "2024-01-02T00:00:00Z", False),
        ("html", "2024-01-01T11:00:00Z", "html", "2024-01-01T12:00:00Z", False),
        ("nitf", "2024-01-01T11:00:00Z", "text", "2024-01-01T12:00:00Z", False),
    ],
)
def test_which_version_is_the_earlier(format_name, own, other_format, other, expected):
    article = Article("s", format_name, "u", "", (), published=own)
    assert precedes(article, other_format, other) is expected
