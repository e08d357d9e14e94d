"""Letters, shapes and bars that say how a statement stands."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.model.event import AnchorState, Label, Tag
from newsreader.model.story import Progress
from newsreader.session import Standing
from newsreader.tui.plain.marks import bar, counts, gutter

TAG = Tag("eve", Label.CONFIRMED, "e1", "2022-01-05T20:00:00Z", None, None,
          AnchorState.CURRENT, 1, "words", "hash", 0, 5)  # fmt: skip
ANA = TAG._replace(editor="ana", label=Label.OPINION)


def signs(own=None, others=(), unsaved=None):
    found = gutter(Standing(own, others, unsaved))
    return found.own[1] + found.other[1]


def test_open_own_and_others():
    assert signs() == "· "
    assert signs(TAG) == "C "
    assert signs(None, (ANA,)) == "o "
    assert signs(TAG, (ANA,)) == "Co"
    assert signs(TAG, (ANA._replace(label=Label.CONFIRMED),)) == "Cc"
    assert signs(None, (ANA, TAG._replace(editor="bob"))) == "oc"


def test_whose_sign_it_is():
    assert gutter(Standing(TAG, (), None)).who[1] == " "
    assert gutter(Standing(TAG, (ANA,), None)).who[1] == "a"
    assert gutter(Standing(None, (ANA, TAG._replace(editor="bob")), None)).who[1] == "a"
    assert gutter(Standing(TAG, (ANA._replace(editor="東"),), None)).who[1] == "?"


def test_note_and_evidence_have_a_sign_of_their_own():
    def noted(own, *others):
        return gutter(Standing(own, others, None)).noted[1]

    assert noted(TAG) == " "
    assert noted(TAG._replace(note="n")) == "•"
    assert noted(TAG._replace(evidence="e")) == "°"
    assert noted(TAG._replace(evidence="e"), ANA._replace(note="n")) == ":"
    assert noted(None, ANA._replace(note="n", label=None)) == "•"


def test_the_shape_is_that_of_ones_own_label():
    assert [gutter(Standing(TAG._replace(label=label), (), None)).shape[1] for label in Label] == [
        "▓", "▒", "░",
    ]  # fmt: skip
    assert gutter(Standing(None, (ANA,), None)).shape[1] == " "
    assert gutter(Standing(TAG, (), None, True)).shape[1] == " "


def test_a_note_alone_is_still_open():
    assert signs(TAG._replace(label=None)) == "· "


def test_what_is_not_saved_calls():
    assert signs(TAG, (ANA,), Label.SPECULATIVE) == "S!"
    assert gutter(Standing(TAG, (), None, True)).own[1] == "·"
    assert gutter(Standing(TAG, (), None, True)).other[1] == "!"


def drawn(progress, width):
    return "".join(text for _, text in bar(progress, width))


def test_the_bar_is_in_proportion_and_readable_without_colour():
    assert drawn(Progress(12, 3, 2, 2), 12) == "▓▓▓▒▒░░·····"
    assert drawn(Progress(), 4) == "····"
    assert drawn(Progress(200, 1, 1, 1), 10) == "▓▒░·······"


@given(*[st.integers(0, 50)] * 4, st.integers(0, 40))
def test_the_bar_fills_its_width(c, s, o, rest, width):
    parts = bar(Progress(c + s + o + rest, c, s, o), width)
    assert sum(cell_len(text) for _, text in parts) == width
    if width >= 4:
        present = sum(1 for amount in (c, s, o, rest) if amount)
        assert len(parts) == max(1, present)


def test_counts():
    assert "".join(text for _, text in counts(Progress(34, 5, 4, 2))) == "11/34 C5 S4 O2"
