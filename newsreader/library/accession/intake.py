"""From inputs to what became of them, in their order: a handful one by one, many together.

Many are read and split by processes beside this one, which looks up what is known, writes, and
says; where nobody types into it, it also reads what no other one has begun with. What must stay
true: results come in the order of the inputs. No more is held in memory than what the processes
have to do next, however many inputs there are. A handful starts no process.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.library.accession import acts
from newsreader.library.accession.acts import Act, Input
from newsreader.library.accession.added import Added
from newsreader.library.accession.adding import STDIN
from newsreader.library.accession.preparing import TAME, Asked, Outcome, prepare
from newsreader.library.accession.writing import SHORT_HOLD, Writer
from newsreader.reading.raw import Loaded, Raw, Unmodified
from newsreader.store import stories
from newsreader.store.adding import Provenance
from newsreader.store.file.database import Connection, Database
from newsreader.store.stories import SourceKey

if TYPE_CHECKING:
    from concurrent.futures import Future

    from newsreader.library.accession.workers import Workers

HANDFUL = 16
"""Inputs that are read in this process; starting others takes as long."""

_AT_ONCE = 48  # inputs that a process gets at a time, of which
_BYTES_AT_ONCE = 250_000  # no more than that
_AHEAD = 3  # such lists for each process, still to be read
_WORTH_IT = 2  # such lists are written together, where there are others to read before
_ENOUGH = 8  # such lists wait to be written
_MOST = 24  # such lists in all: most of them read, while others wait for one that takes long
_BYTES_AHEAD = 30_000_000  # in all of them

_Taken = tuple[SourceError | Input, int | None]
"""An input, and its place among those that are being read; None where there is nothing to read."""


class _Part:
    """Some inputs, and what comes of those of them that are read, here or elsewhere."""

    def __init__(
        self, taken: list[_Taken], raws: list[Raw], elsewhere: Future[list[Outcome]] | None
    ) -> None:
        self.taken, self.raws, self.elsewhere = taken, raws, elsewhere
        self.here: list[Outcome] | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(len(raw.data) for raw in self.raws)

    @property
    def ready(self) -> bool:
        if self.elsewhere is None:
            return self.here is not None or not self.raws
        return self.elsewhere.done()

    def outcomes(self) -> list[Outcome]:
        """What was found in the inputs; waits where others read them."""
        return self.elsewhere.result() if self.elsewhere is not None else self.here or []

    def taken_back(self) -> bool:
        """Whether it is to be read here, and nobody else will: no other process has begun."""
        if self.elsewhere is None:
            return not self.ready
        if any(len(raw.data) > TAME for raw in self.raws) or not self.elsewhere.cancel():
            return False
        self.elsewhere = None
        return True


class Intake:
    """The way of inputs into one library."""

    def __init__(
        self,
        database: Database,
        writer: Writer,
        asked: Asked,
        processes: int | None,
        *,
        busy: bool = False,
    ) -> None:
        """Take inputs.

        Args:
            database: the library's.
            writer: stores them.
            asked: how they are to be read.
            processes: how many may be started, if there are many inputs; 0 for none, None for as
                many as are of use.
            busy: whether this process has more to do than to add: then it leaves reading to them.
        """
        self._database = database
        self._writer = writer
        self._asked = asked
        self._processes = processes
        self._busy = busy
        if busy:
            writer.hold = SHORT_HOLD
        self._parts: deque[_Part] = deque()
        self._on_their_way: Counter[SourceKey] = Counter()  # looked up too early

    def results(self, items: Iterable[Loaded]) -> Iterator[Added]:
        """What becomes of each article, once it is on the disk."""
        items = iter(items)
        count = 0
        for item in items:
            count += isinstance(item, Raw)
            if count > HANDFUL:
                yield from self._together(chain((item,), items))
                return
            with self._database.reading() as connection:
                taken = self._taken(connection, item)
            outcome = None
            if isinstance(item, Raw) and isinstance(taken, Input) and not taken.seen:
                outcome = prepare(item, self._asked)
            yield from self._writer.one_by_one(self._acts(taken, outcome))

    def _taken(self, connection: Connection, item: Loaded) -> Input | SourceError:
        """An input as it is known."""
        if isinstance(item, SourceError):
            return item
        if isinstance(item, Unmodified):
            key = self._key(item.source)
            seen = stories.seen(connection, key)
            return Input(item.source, Provenance(key, ""), seen)
        # What standard input is named (its content) would not tell that it went back to old words.
        key = self._key(STDIN if item.source == STDIN else item.key or item.uri)
        digest = item.digest
        seen = [] if key in self._on_their_way else stories.seen(connection, key)
        page = item.key if item.key == item.source else None
        return Input(
            item.source,
            Provenance(key, digest),
            [each for each in seen if each.digest == digest],
            page,
            item.validators,
        )

    def _key(self, source: str) -> SourceKey:
        return SourceKey(source, self._asked.uri or "", self._asked.format or "")

    def _acts(self, taken: Input | SourceError, outcome: Outcome | None) -> Iterator[Act]:
        """All that is to be done for an input."""
        if isinstance(taken, SourceError):
            yield acts.told(taken)
            return
        if outcome is None:
            yield from acts.as_it_was(taken)
        else:
            yield from acts.stored(self._writer.writing, taken, outcome)
        yield from acts.page_kept(self._database, taken, outcome)

    # -- many ------------------------------------------------------------------------------

    def _together(self, items: Iterator[Loaded]) -> Iterator[Added]:
        from newsreader.library.accession.workers import Workers, usable  # noqa: PLC0415  (few need none)

        several = self._processes
        if several is None:
            several = usable(alone=not self._busy)
        with Workers(several, self._asked) as workers:
            self._fill(items, workers)
            while self._parts:
                while self._help(_WORTH_IT):
                    pass
                self._parts[0].outcomes()
                meanwhile = partial(self._help, _ENOUGH)
                left = len(self._parts)
                for result in self._writer.together(self._ready_acts(), meanwhile):
                    yield result
                    if len(self._parts) < left:
                        self._fill(items, workers)
                        left = len(self._parts)
                self._fill(items, workers)

    def _help(self, enough: int) -> bool:
        """Read the next part that no other process has begun with.

        Returns:
            Whether there was one, and not enough is read already that could be written.
        """
        if sum(1 for _ in takewhile(lambda part: part.ready, self._parts)) >= enough:
            return False
        for part in self._parts:
            if (not self._busy or part.elsewhere is None) and part.taken_back():
                part.here = [prepare(raw, self._asked, at_once=False) for raw in part.raws]
                return True
        return False

    def _ready_acts(self) -> Iterator[Act]:
        """What is to be done for the inputs that are read."""
        while self._parts and self._parts[0].ready:
            part = self._parts.popleft()
            outcomes = part.outcomes()
            for taken, place in part.taken:
                yield from self._acts(taken, None if place is None else outcomes[place])
                if isinstance(taken, Input) and place is not None:
                    self._landed(taken.provenance.key)

    def _landed(self, key: SourceKey) -> None:
        self._on_their_way[key] -= 1
        if not self._on_their_way[key]:
            del self._on_their_way[key]

    def _fill(self, items: Iterator[Loaded], workers: Workers) -> None:
        """Load inputs and have them read, as far ahead as memory allows."""
        while (
            len(self._parts) < _MOST + workers.count
            and sum(not part.ready for part in self._parts) < (workers.count + 1) * _AHEAD
            and sum(part.size for part in self._parts) < _BYTES_AHEAD
        ):
            loaded = list(_some(items))
            if not loaded:
                return
            self._parts.append(self._part(loaded, workers))

    def _part(self, loaded: Sequence[Loaded], workers: Workers) -> _Part:
        taken: list[_Taken] = []
        raws: list[Raw] = []
        with self._database.reading() as connection:
            for item in loaded:
                known = self._taken(connection, item)
                if isinstance(item, Raw) and isinstance(known, Input) and not known.seen:
                    taken.append((known, len(raws)))
                    raws.append(item)
                    self._on_their_way[known.provenance.key] += 1
                else:
                    taken.append((known, None))
        return _Part(taken, raws, workers.read(raws) if raws and workers.count else None)


def _some(items: Iterator[Loaded]) -> Iterator[Loaded]:
    """The next few inputs."""
    size = 0
    for item in islice(items, _AT_ONCE):
        yield item
        size += len(item.data) if isinstance(item, Raw) else 0
        if size > _BYTES_AT_ONCE:
            return
