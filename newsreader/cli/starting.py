"""What opens the program, read without click: nothing at all, or one file, and the global options.

Loading click and all commands takes as long as the first frame does. Whatever is not as plain as
this is left to click, which says what is wrong, too; what is read here means the same there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from newsreader.cli.opening import Common

_OPTIONS = {"--library": "NEWSREADER_LIBRARY", "--editor": "NEWSREADER_EDITOR"}

_COMPLETING = "_NEWSREADER_COMPLETE"
"""Set by a shell that asks how the line may go on, which click answers."""


def plain_start(
    arguments: Sequence[str], environment: Mapping[str, str]
) -> tuple[Common, tuple[str, ...]] | None:
    """The options and the sources; None where click is to read the command line.

    Args:
        arguments: of the command line, without the program's name.
        environment: where the options may be set, too.
    """
    if _COMPLETING in environment:
        return None
    said = {name: environment.get(variable) or None for name, variable in _OPTIONS.items()}
    sources = list[str]()
    left = iter(arguments)
    for each in left:
        name, given, value = each.partition("=")
        if name in _OPTIONS:
            value = value if given else next(left, "")
            if not value or value.startswith("-"):
                return None
            said[name] = value
        elif each.startswith("-") or sources or not _is_file(each):
            return None
        else:
            sources.append(each)
    return Common(*said.values()), tuple(sources)


def _is_file(name: str) -> bool:
    """Whether it is a file's path that no command can be taken for."""
    return (os.sep in name or "." in name) and os.path.isfile(name)  # noqa: PTH113
