import sqlite3
from pathlib import Path

import pytest

from newsreader.errors import LibraryError, WriteError
from newsreader.store.file.translating import sound, translate, translated

PATH = Path(__file__)  # any file that is there


def error(code, message="oh"):
    made = sqlite3.OperationalError(message)
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "writing", "kind", "words"),
    [
        (sqlite3.SQLITE_BUSY, False, LibraryError, "locked"),
        (sqlite3.SQLITE_BUSY, True, WriteError, "locked"),
        (sqlite3.SQLITE_FULL, True, WriteError, "disk is full"),
        (sqlite3.SQLITE_IOERR_WRITE, True, WriteError, "disk refused"),
        (sqlite3.SQLITE_IOERR_READ, False, LibraryError, "cannot be read"),
        (sqlite3.SQLITE_READONLY, True, WriteError, "read-only"),
        (sqlite3.SQLITE_READONLY, False, LibraryError, "cannot be read"),
        (sqlite3.SQLITE_CANTOPEN, True, WriteError, "folder"),
        (sqlite3.SQLITE_CANTOPEN, False, LibraryError, "cannot be opened"),
        (sqlite3.SQLITE_CORRUPT, True, LibraryError, "damaged"),
        (sqlite3.SQLITE_NOTADB, False, LibraryError, "damaged"),
        (sqlite3.SQLITE_TOOBIG, True, WriteError, "too large"),
    ],
)
def test_each_failure_has_its_words_and_status(code, writing, kind, words):
    ours = translate(error(code), PATH, writing=writing)
    assert isinstance(ours, kind)
    assert words in str(ours)
    assert PATH.name in str(ours)


def test_python_s_own_complaints():
    undecodable = sqlite3.OperationalError("Could not decode to UTF-8 column")
    assert "damaged" in str(translate(undecodable, PATH, writing=False))
    assert translate(sqlite3.ProgrammingError("closed"), PATH, writing=False) is None


def test_messages_never_carry_control_characters():
    with pytest.raises(LibraryError) as caught, translated(PATH, writing=False):
        raise error(sqlite3.SQLITE_CORRUPT, "bad \x1b[31m table\nname")
    assert str(caught.value).isprintable()


def test_rows_that_make_no_sense_are_damage():
    for broken in (ValueError("x"), KeyError("x"), TypeError("x")):
        with pytest.raises(LibraryError, match="damaged"), sound(PATH):
            raise broken
