"""What is spoiled in a library is found by ``check --deep``, or changes nothing that it holds."""

import pytest

from benchmarks import damage
from newsreader.library import Library

FLIPS, CUTS = 60, 12


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "desk.library"
    damage.make(path)
    return path, path.read_bytes(), damage.content(path)


def test_what_is_not_spoiled_is_not_told(sound):
    path, _, content = sound
    assert damage.told(path) is None
    assert damage.judge(path, content) == "harmless"


def test_flipped_bits(sound, tmp_path):
    _, data, content = sound
    copy = tmp_path / "copy.library"
    verdicts = []
    for _, spoiled in damage.flips(data, FLIPS, seed=5):
        copy.write_bytes(spoiled)
        verdicts.append(damage.judge(copy, content))
    assert not [each for each in verdicts if each.startswith("MISSED")]
    assert "found" in verdicts


def test_files_cut_off(sound, tmp_path):
    _, data, content = sound
    copy = tmp_path / "copy.library"
    for where, spoiled in damage.cuts(data, CUTS, seed=5):
        copy.write_bytes(spoiled)
        assert damage.judge(copy, content) == "found", where


def test_edited_rows(sound, tmp_path):
    path, data, content = sound
    copy = tmp_path / "copy.library"
    tables = set()
    for what, statements in [*damage.edits(path), *damage.SWAPS.items()]:
        table = what.partition(".")[0].partition(" ")[0]
        if table in damage.CONVENIENCES:
            continue
        copy.write_bytes(data)
        if damage.spoil(copy, statements):
            assert not damage.judge(copy, content).startswith("MISSED"), what
            tables.add(table)
    assert {"article", "statement", "update", "attribution", "revision", "story"} <= tables
    assert {"event", "tag", "progress", "news", "meta", "index", "trigger"} <= tables


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (damage.SWAPS["event order"], "is not in its place in the log"),
        ("UPDATE article SET byline = 'x' WHERE id = 2", "article 2: what was found in its text"),
        ("UPDATE article SET seal = NULL WHERE id = 2", "article 2: its seal is missing"),
        ("UPDATE revision SET read_at = '2020-01-01T00:00:00Z' WHERE n = 2", "revision 2 is not"),
        ("UPDATE revision SET seal = NULL WHERE n = 2", "revision 2: its seal is missing"),
        ("UPDATE story SET source = 'elsewhere' WHERE id = 5", "story 5: its source is not that"),
        ("UPDATE story SET added_at = changed_at WHERE id = 5", "story 5: when it was added"),
        ("DELETE FROM _sqlite_migrations WHERE id = 3", "newsreader.statements is missing"),
        ("UPDATE _sqlite_migrations SET name = 'x' WHERE id = 3", "newsreader.x is none of ours"),
    ],
)
def test_what_is_told(sound, tmp_path, statements, told):
    copy = tmp_path / "copy.library"
    copy.write_bytes(sound[1])
    assert damage.spoil(copy, statements)
    with Library(copy) as library:
        assert told in " | ".join(library.check(deep=True).problems)


def test_broken_pages_hide_nothing_else(sound, tmp_path):
    """Each page of a table is broken in turn: that is told, with the table's name."""
    _, data, _ = sound
    copy = tmp_path / "copy.library"
    page = int.from_bytes(data[16:18])
    told = []
    for at in range(page, len(data), page):
        copy.write_bytes(data[:at] + b"\xff" * 8 + data[at + 8 :])
        told.append(damage.told(copy))
    assert None not in told
