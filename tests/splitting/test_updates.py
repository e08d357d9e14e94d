"""Updates, order and notes of whole articles, read from fixtures: title, input, expected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import Split
from newsreader.splitting import split

CASES = Path(__file__).parent / "fixtures" / "updates.txt"
_STRETCH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def build(text: str, published: str | None = None, uri: str = "story.txt") -> Article:
    """An article: its first line is the title, blocks stand between blank lines."""
    blocks = []
    for found in _STRETCH.finditer(text):
        start, words = found.start(), found[0]
        kind = BlockKind.PARAGRAPH
        if not words.strip("*_- –•"):
            kind = BlockKind.RULE
        elif words.startswith("## ") or not blocks:
            kind = BlockKind.HEADING
            start += 3 * words.startswith("## ")
        elif words.startswith("By "):
            kind = BlockKind.BYLINE
        blocks.append(Block(start, found.end(), kind))
    title = (blocks[0].start, blocks[0].end)
    return Article(
        "story.txt", "text", uri, text, tuple(blocks), text[slice(*title)], title, None, published
    )


def shown(article: Article, found: Split) -> str:
    """A split as the fixtures write it: one line an update, then the notes."""
    lines = [f"order {found.order}"]
    for update in found.updates:
        time = update.time.isoformat() if update.time else "-"
        first = next(s for s in found.statements if s.start >= update.start)
        parts = [update.kind, update.marker or "-", time, update.zone or "-"]
        parts += [" ".join(update.assumed) or "-", str(update.number or "-")]
        parts += [update.headline or "-", article.text[first.start : first.end][:30]]
        lines.append(" ; ".join(parts))
    lines += [f"note {n.kind} ; {article.text[n.start : n.end][:40]}" for n in found.notes]
    return "\n".join(line.rstrip() for line in lines)


def read_cases() -> list[tuple[str, str, str | None, str]]:
    cases = []
    for part in CASES.read_text(encoding="utf-8").split("\n====\n"):
        head, text, expected = part.split("\n----\n")
        title, _, published = head.strip().partition(" @ ")
        cases.append((title, text.strip("\n"), published or None, expected.strip()))
    return cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case[0])
def test_article_is_cut_into_its_updates(case):
    _, text, published, expected = case
    article = build(text, published)
    assert shown(article, split(article)) == expected


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case[0])
def test_sections_and_statements_keep_their_places(case):
    article = build(case[1], case[2])
    found = split(article)
    ends = [0, *(update.end for update in found.updates)]
    assert all(u.start >= end for u, end in zip(found.updates, ends, strict=False))
    for statement in found.statements:
        if statement.update is not None:
            update = found.updates[statement.update]
            assert update.start <= statement.start < statement.end <= update.end


SAID = "The harbour stays closed, the port authority said. Nobody was hurt."


@pytest.mark.parametrize(
    "line",
    [
        "At 4:15 p.m., the county confirmed the closure.",
        "0815 GMT after touching its lowest mark of the year.",
        "17:20 EST (2220 GMT) after moving little.",
        "From the flood centre at 6:20 a.m. HST:",
        "Updates, wir brauchen Updates!",
        "UPDATE-SERVICE",
        "UPDATE: Ferry crews walk out",
        "[UPDATED] Embassy moves its desk",
        "(UPDATE) It Looks Like Snow Again",
        "(2nd LD) Police drop the case of the lost bell",
        "Updated 0915 GMT, Aug 3 all boards»",
        "updated 3 hours ago Sponsored by:",
        "9:30 Uhr - 18:00 Uhr",
        "10:40 Uhr · Frauen · Liga 2",
        "-" * 78,
        "* CEO says the yard made a profit of 3.2 million",
        "+++ Ferry ticker +++",
        "Update your map before Monday, the club said.",
        "1530 ET workers were sent home",
        "UPDATE 2-Harbour to reopen; ferries wait",
        "12:01 PM | 1990",
        "5 p.m.",
        "Editor's note: This story was updated at 5:45 p.m. ET.",
        "Updated: 08:39 GMT, 28 September 2020",
        "Updated at 1:23 p.m.",
        "| UPDATED: 11:05, Tue, Nov 19, 2019",
        "UPDATES Agency Cuts Its Fees",
        "“UPDATE: we are safe,” she wrote.",
        "“Update: all safe” was all the message said.",
        "3:10 to the mill is a film, not a train.",
        "Original story: the harbour paper had it first.",
        "Earlier: how the harbour was built.",
        "Update 737 MAX: the yard's crane flies again after two years on the ground.",
        "UPDATE 365 days: what the harbour learned in a year of repairs.",
        "UPDATE 404 - page not found",
        "Update 100 (the last one for the night): nothing new.",
    ],
)
def test_a_line_that_only_looks_like_a_marker_opens_nothing(line):
    article = build(f"Harbour closed\n\n{SAID}\n\n{line}\n\n{SAID}\n\n{SAID}", "2022-03-10")
    assert split(article).updates == ()


@pytest.mark.parametrize(
    "line",
    [
        "(update2:01eastern):",
        "Update 3 (1415ET):",
        "• UPDATE – (11:20 a.m.) –",
        "UPD\u00adATE\u00a05:10\u202fp.m.:",
        "\u200bUpdate \u20684:05 p.m.\u2069 ET:",
        "UPDATE, SUNDAY PM:",
        "UPDATED with council statement:",
        "3RD UPDATE:",
        "SECOND UPDATE:",
        "UPDATE II:",
        "UPDATE #2:",
        "Update 100 (5:40 p.m. ET):",
        "UPDATE 101: 3:45 p.m. -",
        "Update #149 – 17:40 Uhr:",
        "Update no. 4 –",
        "4:40 PM UPDATE:",
        "FIRST REPORT, 3:15 PM:",
        "[Posted at 4:40 p.m.]",
        "[Updated at 4:40 p.m. ET]",
        "2. Update, 14.20 Uhr:",
        "Aktualisierung 14.20 Uhr:",
        "MISE À JOUR 14h20 :",
        "AGGIORNAMENTO ore 14.20 –",
        "UPDATE 14/3/2022:",
        "UPDATE 25:61:",
    ],
)
def test_one_strong_marker_is_enough(line):
    text = f"Harbour closed\n\n{SAID}\n\n{SAID} {SAID}\n\n{line} {SAID}"
    article = build(text, "2022-03-22")
    (opened,) = [update for update in split(article).updates if update.marker]
    assert opened.marker == line
    assert opened.start == text.index(line)


def test_updates_are_numbered_beyond_a_hundred():
    text = "\n\n".join(f"Update {n} (5:{n % 60:02} p.m. ET): {SAID}" for n in range(98, 103))
    found = split(build(f"Harbour closed\n\n{text}", "2022-03-22"))
    assert [update.number for update in found.updates] == [98, 99, 100, 101, 102]


def test_a_wrapped_line_is_no_marker_but_a_line_of_its_own_is():
    wrapped = f"Title\n\nThe ferry sailed at\n5:10 p.m. Police saw it go.\n\n{SAID}"
    assert split(build(wrapped)).updates == ()
    own = f"Title\n\nLive below.\n5:10 p.m.\n{SAID}\n4:20 p.m.\n{SAID}"
    assert [update.marker for update in split(build(own)).updates] == ["5:10 p.m.", "4:20 p.m."]


def test_a_shouted_stamp_above_text_is_a_marker_and_a_quiet_one_is_not():
    line = "9:05 A.M. Monday March 21, 2022"
    found = split(build(f"Title\n\nUPDATED: {line}\n\n{SAID}"))
    assert [update.marker for update in found.updates] == [f"UPDATED: {line}"]
    assert split(build(f"Title\n\nUpdated: {line}\n\n{SAID}")).updates == ()


def test_numbered_clauses_are_no_times():
    text = "\n\n".join(
        f"2.0{n} Scope of part {n} is set out in the annex below." for n in range(1, 6)
    )
    assert split(build(f"Contract\n\n{text}")).updates == ()


def test_a_time_written_in_full_stands_alone():
    line = "12:00 PM PT -- Deputies were at the pier and spoke to the crew at length."
    text = f"Title\n\n{SAID}\n\n{SAID}\n\n{line}"
    assert split(build(text)).updates[-1].marker == "12:00 PM PT --"


def test_a_bracketed_stamp_alone_needs_company():
    lone = f"Title\n\n[Updated at 5:30 p.m. ET]\n\n{SAID}"
    assert split(build(lone)).updates == ()
    two = f"{lone}\n\n[Posted at 4:10 p.m. ET]\n\n{SAID}"
    assert len(split(build(two)).updates) == 2


def test_a_post_speaks_for_itself():
    text = f"Title\n\n{SAID}\n\nUPDATE: we are all safe. — Ann Example (@ann) May 1, 2022"
    article = build(text)
    blocks = (*article.blocks[:2], Block(article.blocks[2].start, len(text), BlockKind.POST))
    posted = Article("s", "text", "s", text, blocks, "Title", (0, 5))
    assert split(posted).updates == ()


def test_inline_notes_open_nothing():
    text = f"Title\n\nThe road is shut. (Update: It opened at noon.) {SAID}\n\n{SAID}"
    found = split(build(text))
    assert found.updates == ()
    assert [text[n.start : n.end] for n in found.notes] == ["(Update: It opened at noon.)"]
