"""Which kept carry-over belongs to which step of a story."""

from types import SimpleNamespace

from newsreader.model.event import EventKind
from newsreader.store.tags.linking import steps_kept


def carry(before, article, back=(), device="here"):
    body = {"before": before, "article": article, "back": list(back)}
    return SimpleNamespace(kind=EventKind.CARRY, device=device, body=body)


def told(found, story):
    revisions = [SimpleNamespace(hash=each, n=n) for n, each in enumerate(story, 1)]
    return [body and body["back"] for body in steps_kept(found, revisions)]


def test_a_step_without_an_event_is_none() -> None:
    assert told([carry("a", "b", [1])], "abc") == [[1], None]


def test_a_story_that_goes_back_and_forth() -> None:
    found = [carry("a", "b"), carry("b", "a", [1]), carry("a", "b", [2]), carry("b", "a", [3])]
    assert told(found, "ababa") == [[], [1], [2], [3]]


def test_the_same_step_twice_with_the_same_body_in_between() -> None:
    found = [carry("a", "b", [1]), carry("b", "a"), carry("a", "b", [2]), carry("a", "b", [1])]
    assert told(found, "abababab") == [[1], [], [2], [], [1], [], [1]]


def test_what_two_libraries_found_alike_is_one_step() -> None:
    found = [carry("a", "b", [1]), carry("a", "b", [1], "there"), carry("a", "b", [2])]
    assert told(found, "abab")[::2] == [[1], [2]]
