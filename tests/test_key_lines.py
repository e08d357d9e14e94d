"""The lines of a TOML file's keys, held against what tomllib finds in it."""

import json
import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from newsreader.config.key_lines import key_lines

GAP = st.sampled_from(["", " ", "\n", " # x = 1 ]\n", "\r\n\t\n"])
QUOTED = st.text(st.sampled_from("a#=[]{},'\" .\\\n"), max_size=5).map(json.dumps)
TRICKY = (
    "1", "true", "1979-05-27 07:32:00", "-0.5", "inf", "'#'", '""', "''", "0x1F",
    "'''a\n[b]\nc = '' 1'''", '"""x\n\\"""y = 2""\n"""', '"""a"""""', "''''b'''''",
)  # fmt: skip
VALUE = st.recursive(
    QUOTED | st.sampled_from(TRICKY),
    lambda inner: st.one_of(
        st.lists(st.tuples(GAP, inner, GAP), max_size=4).map(
            lambda many: "[" + ",".join(map("".join, many)) + "]"
        ),
        st.lists(inner, max_size=3).map(
            lambda many: "{" + ", ".join(f"a{i}.b={v}" for i, v in enumerate(many)) + "}"
        ),
    ),
    max_leaves=8,
)
KEY = st.sampled_from(["k{}", "'k{}'", '"k{}"', "k{} . x", "k{}.'y z' .w"])


def paths(value: object, before: str = "") -> Iterator[str]:
    """The dotted names of all that a TOML value holds."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        name = f"{before}.{key}" if before else str(key)
        yield name
        if isinstance(each, dict | list):
            yield from paths(each, name)


@given(st.lists(st.tuples(GAP, st.booleans(), KEY, VALUE), max_size=6))
def test_every_key_is_found_on_its_line(lines: list[tuple[str, bool, str, str]]) -> None:
    text, expected, table = "", {}, ""
    for i, (gap, head, key, value) in enumerate(lines):
        text += gap
        line = text.count("\n") + 1
        text += "\n" if not text.endswith("\n") and text else ""
        line = text.count("\n") + 1
        if head:
            table = f"t{i}"
            expected[table] = line
            text += f" [ {table} ] # = 1\n"
            line += 1
        expected[f"{table}.k{i}" if table else f"k{i}"] = line
        text += f"{key.format(i)} = {value}\n"
    found = key_lines(text.replace("\r\n", "\n"))
    assert set(paths(tomllib.loads(text))) <= set(found)
    assert {name: found[name] for name in expected} == expected


def test_tables_in_arrays_are_walked_over() -> None:
    assert key_lines("[[a]]\nb = 1\n[[a]]\n[[a.c]]\nd=2") == {
        "a": 1, "a.b": 2, "a.c": 4, "a.c.d": 5,
    }  # fmt: skip


def test_nothing_has_no_keys() -> None:
    assert key_lines("") == key_lines("# a = 1\n\n") == {}
