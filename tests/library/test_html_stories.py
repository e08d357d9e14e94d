"""A live page in the library: its updates survive, and a newer copy of it is its next revision."""

from pathlib import Path

from newsreader import Library

SAMPLE = Path(__file__).parents[2] / "sample_articles" / "ferry-grounding-live.html"


def test_a_page_and_its_next_copy_are_one_story(tmp_path):
    page = SAMPLE.read_text(encoding="utf-8")
    first, second = tmp_path / "a.html", tmp_path / "copy of a.htm"
    first.write_text(page, encoding="utf-8")
    second.write_text(page.replace("is not known whether", "is known that"), encoding="utf-8")
    with Library(tmp_path / "library.db", editor="ann") as library:
        [one] = library.add(str(first))
        [two] = library.add(str(second))
    assert (one.status, one.updates, two.status) == ("added", 5, "revised")
    assert (one.story, two.revision) == (two.story, 2)
