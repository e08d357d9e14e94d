"""How the list looks, and that the pictures of the README can be made."""

from xml.etree import ElementTree as ET

import pytest

from scripts import make_recording
from scripts.scenes import app_on, desk


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Nothing moves by itself."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.mark.parametrize("keys", ["j", "jT"], ids=["dark", "light"])
@pytest.mark.parametrize("size", [(200, 50), (120, 40), (80, 24)], ids=str)
def test_how_the_list_looks(snap_compare, size, keys):
    with desk() as library:
        assert snap_compare(app_on(library, reading=False), terminal_size=size, press=[*keys])


def test_a_recording_is_a_picture_that_moves(monkeypatch):
    monkeypatch.setattr(make_recording, "STEPS", make_recording.STEPS[:4])
    drawn = make_recording.recording()
    tree = ET.fromstring(drawn)  # noqa: S314  -- our own
    assert tree.tag.endswith("svg")
    words = [text for text in tree.itertext() if text.strip()]
    assert "the list of stories" in words
    assert any("Calder Dam Operator" in text for text in words)
    times = [each.get("keyTimes").split(";") for each in tree.iter() if each.get("keyTimes")]
    assert times
    assert all(list(map(float, each)) == sorted(map(float, each)) for each in times)


def test_rows_that_stand_longer_are_drawn_once(monkeypatch):
    made = [(1.0, "a", []), (2.0, "a", []), (1.0, "b", []), (1.0, "a", [])]
    rows, whole = make_recording.timed(made)
    assert whole == 5.0
    assert [row.times for row in rows] == [[(0.0, 3.0), (4.0, 5.0)], [(3.0, 4.0)]]


def test_the_desk_is_the_same_each_time():
    with desk() as one, desk() as two:
        assert [s.title for s in one.stories()] == [s.title for s in two.stories()]
