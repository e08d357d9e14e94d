"""What the list is asked for, and paths that are completed."""

from newsreader.model.filter import Sort
from newsreader.session.completing import complete
from newsreader.tui.stories.asking import QUICK, Asked


def test_nothing_asked_is_the_plain_list():
    assert Asked().wanted == ""
    assert not Asked().narrows
    assert Asked().filtered("  ").wanted == ""


def test_search_and_filter_go_together_and_come_off_one_by_one():
    asked = Asked().filtered("is:done").searching("label:x").next_order()
    assert asked.sort is Sort.PUBLISHED
    assert [each.key for each in asked.wanted.conditions] == ["is", "word"]
    assert asked.shows_hits
    assert asked.without().words == ""
    assert asked.without().without().line == ""
    assert asked.without().without().without() == Asked()


def test_an_order_in_the_line_wins_until_another_is_chosen():
    asked = Asked().next_order().filtered("sort:title")
    assert asked.sort is Sort.TITLE
    assert not asked.narrows
    assert asked.next_order().sort is Sort.OPEN
    assert asked.next_order().filtered("is:done").sort is Sort.OPEN


def test_every_quick_filter_can_be_read():
    for each in QUICK:
        Asked().filtered(each.line)


def test_a_path_is_completed_as_far_as_it_is_clear(tmp_path, monkeypatch):
    (tmp_path / "desk").mkdir()
    for name in ("depot-1.txt", "depot-2.txt", ".hidden"):
        (tmp_path / name).touch()
    base = f"{tmp_path}/"
    assert complete(base + "depot").path == base + "depot-"
    assert complete(base + "depot").names == ("depot-1.txt", "depot-2.txt")
    assert complete(base + "des") == (base + "desk/", ("desk/",))
    assert complete(base).names == ("depot-1.txt", "depot-2.txt", "desk/")
    assert complete(base + ".h").path == base + ".hidden"
    assert complete(base + "x") == (base + "x", ())
    assert complete(base + "none/x").names == ()
    assert complete("\0/x").names == ()
    assert complete("~").path == "~/"
    assert complete("~nobody-of-that-name/x").names == ()
    monkeypatch.chdir(tmp_path)
    assert complete("des").path == "desk/"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert complete("~/des").path == "~/desk/"
