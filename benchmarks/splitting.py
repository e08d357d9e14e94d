"""Accuracy and speed of the statement cutter beside the sentence splitters that are installed.

    python -m benchmarks.splitting GOLD.jsonl [GOLD.jsonl ...]
    python -m benchmarks.splitting --updates tests/splitting/gold

With ``--updates`` the sections, times and order of whole articles are measured (the form of those
files stands in ``update_gold.py``); every document that is not wholly right is shown.

A gold file holds one document a line: ``{"id", "text", "sentences": [[start, end], ...]}``,
offsets in code points. A boundary is a place between two characters that are not white space;
its address is the number of such characters before it, so the amount of white space never
matters. A document's boundaries are the addresses of all span starts and ends but the two
trivial ones. Peers get the text line by line, as ours cuts it. Speed is told on pieces of about
1,000 characters, each seen once, as a ratio to one naive regular expression in the same run; and,
for ours, on the same text 5 million characters long in one call and on lines made to be slow.
The peers come with ``pip install "newsreader[bench]"``; one that cannot be loaded is left out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.update_gold import compare, read_gold
from newsreader.splitting.sentences import split_statements

Span = tuple[int, int]
Splitter = Callable[[str], Iterable[Span]]
LARGE = 5_000_000
ODD = {
    "one line of news": "",
    "U.S. Mr. X.": "U.S. Mr. X. ",
    "opening quotes": "“x. ",
    "opening brackets": "(x. ",
    "a numbered list": "12. Shut the gate.\n",
    "exclamations": "x! ",
}
NAIVE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
PIECE = 1000


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the statements that people found in it."""

    text: str
    spans: list[Span]


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries rightly found, wrongly found, missed; documents wholly right."""

    hits: int
    wrong: int
    missed: int
    exact: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of the boundaries."""
        return 2 * self.hits / max(1, 2 * self.hits + self.wrong + self.missed)


def naive(text: str) -> list[Span]:
    """Cut after every mark that white space and a capital follow."""
    edges = [0, *(m.end() for m in NAIVE.finditer(text)), len(text)]
    return list(pairwise(edges))


def nupunkt_spans() -> Splitter:
    """The spans that nupunkt gives."""
    return importlib.import_module("nupunkt").sent_spans  # type: ignore[no-any-return]


def pysbd_spans() -> Splitter:
    """The spans that pySBD gives; it finds its sentences in the text again."""
    segmenter = importlib.import_module("pysbd").Segmenter("en", clean=False, char_span=True)
    return lambda text: [(s.start, s.end) for s in segmenter.segment(text)]


def sentencex_spans() -> Splitter:
    """What sentencex finds, which are the sentences in order with nothing left out."""
    segment = importlib.import_module("sentencex").segment
    return lambda text: located(text, segment("en", text))


def blingfire_spans() -> Splitter:
    """Bling Fire's spans in code points."""
    offsets = importlib.import_module("blingfire").text_to_sentences_and_offsets
    return lambda text: offsets(text)[1] if text.strip() else []


def located(text: str, sentences: Iterable[str]) -> list[Span]:
    """Where the sentences stand that follow one another in ``text``."""
    spans: list[Span] = []
    at = 0
    for sentence in map(str.strip, sentences):
        start = text.find(sentence, at)
        if start >= 0:
            at = start + len(sentence)
            spans.append((start, at))
    return spans


PEERS: dict[str, Callable[[], Splitter]] = {
    "nupunkt": nupunkt_spans,
    "pysbd": pysbd_spans,
    "sentencex": sentencex_spans,
    "blingfire": blingfire_spans,
}


def installed() -> dict[str, Splitter]:
    """Our splitter, the naive one, and every peer that can be imported."""
    splitters: dict[str, Splitter] = {"newsreader": split_statements, "naive regex": naive}
    for name, load in PEERS.items():
        try:
            splitters[name] = load()
        except ImportError:
            print(f"{name}: not installed, skipped")
    return splitters


def by_lines(splitter: Splitter, text: str) -> list[Span]:
    """The splitter's spans of each line, as spans of the text."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.extend((start + low, start + high) for low, high in splitter(line))
        start += len(line) + 1
    return spans


def tight(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without white space at their ends, the empty ones left out."""
    found: list[Span] = []
    for start, end in spans:
        words = text[start:end]
        if words.strip():
            low = start + len(words) - len(words.lstrip())
            found.append((low, low + len(words.strip())))
    return found


def addresses(text: str, spans: Iterable[Span]) -> set[int]:
    """The boundaries of the spans, each as the number of inked characters before it."""
    ranks = [0]
    for char in text:
        ranks.append(ranks[-1] + (not char.isspace()))
    return {ranks[edge] for span in spans for edge in span} - {0, ranks[-1]}


def score(documents: list[Document], splitter: Splitter) -> Score:
    """Compare a splitter's boundaries with those of the gold."""
    hits = wrong = missed = exact = 0
    for document in documents:
        gold = tight(document.text, document.spans)
        found = tight(document.text, by_lines(splitter, document.text))
        ours, theirs = addresses(document.text, found), addresses(document.text, gold)
        hits += len(ours & theirs)
        wrong += len(ours - theirs)
        missed += len(theirs - ours)
        exact += found == gold
    return Score(hits, wrong, missed, exact / max(1, len(documents)))


def pieces(documents: list[Document]) -> list[str]:
    """The texts in pieces of at least about 1,000 characters, cut at line breaks."""
    found, piece = [], ""
    for line in "\n".join(document.text for document in documents).split("\n"):
        piece += line + "\n"
        if len(piece) >= PIECE:
            found.append(piece)
            piece = ""
    return found or [piece]


def speed(texts: list[str], splitter: Splitter) -> float:
    """Million characters a second of processor time, every text seen for the first time."""
    list(splitter("It is warm. Is it?"))
    started = time.process_time()
    for text in texts:
        list(splitter(text))
    return sum(map(len, texts)) / max(1e-9, time.process_time() - started) / 1e6


def print_large(documents: list[Document]) -> None:
    """Print how long ours takes with large and with odd texts, in one call each."""
    news = "\n".join(document.text for document in documents) + "\n"
    news *= 1 + LARGE // len(news)
    print("\nns a character, in texts of 5 million characters but for the first")
    texts = {"pieces of 1,000": pieces(documents), "news": [news]}
    for name, unit in ODD.items():
        texts[name] = [unit * (LARGE // len(unit)) if unit else news.replace("\n", " ")]
    for name, each in texts.items():
        print(f"{name:20} {1000 / max(speed(each, split_statements) for _ in range(3)):7.0f}")


def read(path: Path) -> list[Document]:
    """The documents of a gold file."""
    rows = (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())
    return [Document(row["text"], [(s, e) for s, e in row["sentences"]]) for row in rows]


def main() -> None:
    """Print one table a gold file, and one of speeds."""
    parser = argparse.ArgumentParser(description="Accuracy and speed of statement splitting.")
    parser.add_argument("gold", nargs="*", type=Path, help="JSON Lines with text and sentences")
    parser.add_argument("--updates", type=Path, help="a folder of update gold, one file a document")
    given = parser.parse_args()
    paths: list[Path] = given.gold
    if given.updates is not None:
        print_updates(given.updates)
    if paths:
        print_statements(paths)


def print_updates(folder: Path) -> None:
    """Print how the sections of a folder's documents were met, and where they were not."""
    with tempfile.TemporaryDirectory() as desk:
        files = sorted(folder.glob("*.txt"))
        golds = [read_gold(path, Path(desk)) for path in files]
        tally = compare(golds)
    bare = [gold for gold in golds if not gold.sections]
    for error in tally.errors:
        print(f"\n{error}")
    print(
        f"{tally.documents} documents, {len(bare)} of them without sections; "
        f"wholly right: {tally.documents - len(tally.errors)}\n"
        f"section starts  precision {tally.precision:.4f}  recall {tally.recall:.4f}\n"
        f"clock and zone  {tally.clocks} of {tally.hits}, assumptions too {tally.moments}\n"
        f"order           {tally.orders} of {tally.documents}"
    )


def print_statements(paths: list[Path]) -> None:
    """Print one table a gold file, and one of speeds."""
    splitters = installed()
    by_path = {path: read(path) for path in paths}
    everything = [document for documents in by_path.values() for document in documents]
    print_speed(splitters, everything)
    print_large(everything)
    for path, documents in by_path.items():
        print_scores(path.name, splitters, documents)
    if len(by_path) > 1:
        print_scores("all together", splitters, everything)


def print_scores(title: str, splitters: dict[str, Splitter], documents: list[Document]) -> None:
    """Print how near each splitter comes to one gold."""
    boundaries = sum(len(addresses(each.text, each.spans)) for each in documents)
    print(f"\n{title}: {len(documents)} documents, {boundaries} boundaries")
    print(f"{'':14}    F1 wrong missed exact %")
    for name, splitter in splitters.items():
        s = score(documents, splitter)
        print(f"{name:14} {100 * s.f1:5.2f} {s.wrong:5} {s.missed:6} {100 * s.exact:7.0f}")


def print_speed(splitters: dict[str, Splitter], documents: list[Document]) -> None:
    """Print what :func:`speed` measures; before all else, since some peers remember texts."""
    texts = pieces(documents)
    base = max(speed(texts, naive) for _ in range(3))
    print(f"\n{len(texts)} pieces{'':5} M char/s   to naive")
    for name, splitter in splitters.items():
        rate = speed(texts, splitter)
        print(f"{name:14} {rate:9.2f} {rate / base:10.3f}")


if __name__ == "__main__":
    main()
