"""What a filter asks of a story, as SQL over ``stories.FROM``, and which shelf has such."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsreader.model.filter import Condition, Count, Days
from newsreader.store import search
from newsreader.store.looking import CHANGED, WAITING
from newsreader.store.shelving import ANYBODY
from newsreader.store.texts.ready import storable

_TAGGED = "(coalesce(p.confirmed, 0) + coalesce(p.speculative, 0) + coalesce(p.opinion, 0))"
OPEN = f"(s.statements - {_TAGGED})"
"""How many statements the editor has not tagged."""
PUBLISHED = "coalesce(s.published, '')"
"""As the index has it."""
_ANY_TAG = "EXISTS (SELECT 1 FROM tag t WHERE t.story = s.id AND {})"
_TURNED = {
    "stale": "p.stale > 0",
    "gone": "p.left_behind > 0",
    "changed": CHANGED,
    "waiting": WAITING,
}
"""What became of a story since its editor was in it: asked for as a state, or as what it has."""
_STATES = {
    "untagged": f"{_TAGGED} = 0",
    "progress": f"{_TAGGED} > 0 AND {OPEN} > 0",
    "done": f"s.statements > 0 AND {OPEN} <= 0",
    "mine": "p.tags > 0",
    "removed": "s.removed IS NOT NULL",
    **_TURNED,
}
_HAVING = {
    "note": _ANY_TAG.format("t.note IS NOT NULL"),
    "evidence": _ANY_TAG.format("t.evidence IS NOT NULL"),
    "news": "s.changed_at > (SELECT max(t.at) FROM tag t WHERE t.story = s.id "
    "AND t.editor = :editor)",
    "left-behind": "p.left_behind > 0",
    **_TURNED,
}
_SHELVES = {
    ("is", "progress"): "progress",
    ("is", "done"): "done",
    ("is", "mine"): "mine",
    ("is", "stale"): "stale",
    ("is", "gone"): "gone",
    ("is", "changed"): "changed",
    ("is", "waiting"): "waiting",
    ("has", "news"): "mine",  # of which some have
    ("has", "left-behind"): "gone",
    ("has", "stale"): "stale",
    ("has", "gone"): "gone",
    ("has", "changed"): "changed",
    ("has", "waiting"): "waiting",
    **{("label", label): label for label in ("confirmed", "speculative", "opinion")},
}
_OF_ANYBODY = {
    ("is", "removed"): "removed",
    **{("has", kind): kind for kind in ("note", "evidence", "confirmed", "speculative", "opinion")},
}
_AGED = (
    "EXISTS (SELECT 1 FROM tag t WHERE t.story = s.id AND t.editor = :editor "
    "AND t.label = 'speculative' AND t.state IN ('current', 'moved') AND t.at < {})"
)
TIMES = {"date": PUBLISHED, "added": "s.added_at"}
"""What a span of days is about."""


class Shelf(NamedTuple):
    """One of those of ``store/shelving.py``."""

    kind: str
    editor: str


class Values:
    """The values bound in a query."""

    def __init__(self, editor: str) -> None:
        self.bound: dict[str, Any] = {"editor": editor}

    def bind(self, value: object) -> str:
        """The place of ``value`` in the SQL."""
        name = f"v{len(self.bound)}"
        self.bound[name] = value
        return f":{name}"


def shelf(condition: Condition, editor: str) -> Shelf | None:
    """Where all stories stand that a condition asks for; None where none has them all."""
    if condition.key == "aged" and not condition.negated:
        return Shelf("speculative", editor)  # some of those are old
    if condition.negated or not isinstance(condition.value, str):
        return None
    if condition.key == "by":
        return Shelf("mine", storable(condition.value))
    asked = condition.key, condition.value
    if asked in _OF_ANYBODY:
        return Shelf(_OF_ANYBODY[asked], ANYBODY)
    return Shelf(_SHELVES[asked], editor) if asked in _SHELVES else None


def sql(condition: Condition, values: Values) -> str:
    """A condition as SQL; what is not known of a story does not hold of it."""
    said = _said(condition.key, condition.value, values)
    return f"NOT coalesce({said}, 0)" if condition.negated else said


def _said(key: str, value: str | Count | Days, values: Values) -> str:
    if isinstance(value, Count):
        return f"({OPEN} {value.compare} {values.bind(value.number)})"
    if isinstance(value, Days):
        return days(key, value, values)
    if key in {"word", "phrase"}:
        found = search.match([value], goes_on=False)
        within = (
            f"SELECT 1 FROM search WHERE rowid = s.newest AND search MATCH {values.bind(found)}"
        )
        return f"(EXISTS ({within}))" if found is not None else "0"
    if key == "source":
        return rf"(s.source LIKE {values.bind(_like(value))} ESCAPE '\')"
    if key == "by":
        return f"({_ANY_TAG.format(f't.editor = {values.bind(storable(value))}')})"
    return f"({_named(key, value, values)})"


def _named(key: str, value: str, values: Values) -> str:
    """What one of the known words stands for."""
    if key == "is":
        return _STATES[value]
    if key == "label":
        return f"{OPEN} > 0" if value == "none" else f"p.{value} > 0"
    return _HAVING.get(value) or _ANY_TAG.format(f"t.label = {values.bind(value)}")


def days(key: str, span: Days, values: Values) -> str:
    """A span of days as SQL that an index knows."""
    if key == "aged":
        return f"({_AGED.format(values.bind(span.past))})"
    time = TIMES[key]
    parts = [f"{time} >= {values.bind(span.first)}" if span.first else f"{time} > ''"]
    parts += [f"{time} < {values.bind(span.past)}"] if span.past else []
    return "(" + " AND ".join(parts) + ")"


def _like(text: str) -> str:
    """A pattern for LIKE that finds ``text`` anywhere."""
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return f"%{storable(text)}%"
