"""Processes that read and split, for when there is more to add than a handful of inputs.

Not ``multiprocessing``: it runs the caller's main program again in every process. These are
started like any other program, so nothing is forked and no thread or open library goes along.

What must stay true: a process that dies or hangs is the failure of one input. None outlives
:meth:`Workers.close`, or the program.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Timer
from types import TracebackType
from typing import Self

from newsreader.errors import SourceError
from newsreader.library.accession.preparing import TAME, Asked, Outcome
from newsreader.reading import Raw
from newsreader.reading.limits import MAX_WORKING

MOST = 8
"""Processes that are started at the most: one writer keeps up with no more."""

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from newsreader.library.accession.working import work; work()"
)
_BUFFER = 1 << 20  # bytes: what is found in a list of inputs comes in one piece
_TURN = 0.0005  # seconds that a thread computes while another one has an answer to take
_HANGS = 10 * MAX_WORKING  # seconds on the clock, of which the machine may have slept most
_TOO_LONG = f"took more than {MAX_WORKING} seconds to read, the most that is spent"
_DIED = "reading it ended a process that was made for it"


def usable(*, alone: bool = False) -> int:
    """How many processes are of use here; 0 where none can be started.

    Args:
        alone: whether the program has nothing else to do than to help them.
    """
    if getattr(sys, "frozen", False) or not sys.executable:
        return 0
    many = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min((many or 1) - alone, MOST))


class Worker:
    """One process, and what it is asked and answers."""

    def __init__(self) -> None:
        """Start it."""
        self._hung = False
        self._process = subprocess.Popen(  # noqa: S603  (Python itself, with our own module)
            # Isolated: what lies in the folder one happens to be in is never imported.
            [sys.executable, "-I", "-c", _START, *sys.path],
            bufsize=_BUFFER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the program's to obey
        )

    def answers(self, raws: Sequence[Raw], asked: Asked) -> Iterator[Outcome]:
        """What is found in each of the inputs; where the process dies, answers are missing."""
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        watch = Timer(_HANGS * len(raws), self._give_up)
        watch.daemon = True
        watch.start()
        try:
            pickle.dump((raws, asked), questions, pickle.HIGHEST_PROTOCOL)
            questions.flush()
            for _ in raws:
                yield pickle.load(answers)  # noqa: S301  (by a pipe of our own)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            return
        finally:
            watch.cancel()

    def why(self) -> str:
        """Why it died, in words."""
        slow = self._process.wait() == -getattr(signal, "SIGPROF", 0)
        return _TOO_LONG if slow or self._hung else _DIED

    def kill(self) -> None:
        """End it, whatever it is doing; it answers no more."""
        self._process.kill()

    def close(self) -> None:
        """End it, and clean up."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):  # what it was asked last, and never read
                pipe.close()

    def _give_up(self) -> None:
        self._hung = True
        self.kill()


class Workers:
    """Several processes that share what there is to read."""

    def __init__(self, count: int, asked: Asked) -> None:
        """Be ready to start up to ``count`` processes, when there is something to do."""
        self.count = count
        self._asked = asked
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._all: list[Worker] = []
        self._closed = False
        self._turn = sys.getswitchinterval()
        self._threads = ThreadPoolExecutor(max(count, 1), thread_name_prefix="worker")

    def __enter__(self) -> Self:
        # Who computes here would let the others wait for their next inputs.
        sys.setswitchinterval(min(self._turn, _TURN))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        sys.setswitchinterval(self._turn)
        self.close()

    def read(self, raws: Sequence[Raw]) -> Future[list[Outcome]]:
        """Have inputs read, soon; an outcome for each in the end."""
        return self._threads.submit(self._read, raws)

    def close(self) -> None:
        """End all processes; what was not read yet never will be."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.kill()
        self._threads.shutdown()
        for worker in self._all:
            worker.close()

    def _read(self, raws: Sequence[Raw]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        at_once = len(raws)
        while len(outcomes) < len(raws) and not self._closed:
            worker = self._worker()
            begun, asked = len(outcomes), raws[len(outcomes) :][:at_once]
            outcomes += worker.answers(asked, self._asked)
            answered = len(outcomes) - begun
            if answered == len(asked):
                self._idle.put(worker)
                continue
            guilty = asked[answered]
            if len(asked) == 1 or len(guilty.data) > TAME:
                outcomes.append(SourceError(guilty.source, worker.why()))
            else:  # it, or one after it
                at_once = 1
            self._all.remove(worker)
            worker.close()
        return outcomes

    def _worker(self) -> Worker:
        try:
            return self._idle.get_nowait()
        except Empty:
            worker = Worker()
            self._all.append(worker)
            return worker
