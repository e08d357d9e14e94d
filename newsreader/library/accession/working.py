"""What a worker process does: it takes inputs, and gives what was found in them.

What must stay true: an input that takes too long, or all the memory, ends this process and nothing
else; whoever started it knows by that which input it was. It ends by itself when its standard input
does, so it never outlives the program, however that ended. It gets no signal of the terminal's.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from contextlib import suppress
from typing import BinaryIO

from newsreader.library.accession.preparing import TAME, prepare
from newsreader.reading.limits import MAX_WORKING

_BUFFER = 1 << 20  # bytes of answers that are told together
_NICE = 5  # whoever types goes first
_GARBAGE = 50_000  # new objects between two looks for garbage; articles make hardly any


def work() -> None:
    """Take lists of inputs from standard input until it ends; answer each input."""
    gc.set_threshold(_GARBAGE)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    answers = os.fdopen(os.dup(1), "wb", _BUFFER)
    _widen(answers)
    os.dup2(2, 1)  # whatever a parser prints is no answer
    with suppress(EOFError, BrokenPipeError):
        while True:
            _answer(sys.stdin.buffer, answers)


def _answer(questions: BinaryIO, answers: BinaryIO) -> None:
    """Take one list of inputs, and answer; at once each that is not tame, and all before it.

    Raises:
        EOFError: there are no more.
    """
    raws, asked = pickle.load(questions)  # noqa: S301  (the program's own, by a pipe of its own)
    for raw in raws:
        wild = len(raw.data) > TAME
        if wild:
            answers.flush()
        _limit(MAX_WORKING)
        outcome = prepare(raw, asked, at_once=False)  # of many, few are ever opened
        _limit(0)
        pickle.dump(outcome, answers, pickle.HIGHEST_PROTOCOL)
        if wild:
            answers.flush()
    answers.flush()


def _widen(pipe: BinaryIO) -> None:
    """Let a pipe hold a list of answers, where the system does that: nobody waits for a reader."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415  (not on every system)

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _BUFFER)


def _limit(seconds: float) -> None:
    """End the process when it has computed that long from now; never, for 0."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
