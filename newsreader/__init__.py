"""Read a live news story in the terminal and tag every statement in it.

The names that other programs may rely on, loaded when first used (PEP 562), so that importing
this package loads none of its dependencies::

    from newsreader import read, split, split_statements, Library
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.reading import read
    from newsreader.splitting import split, split_statements

__version__ = "0.1.0"
__all__ = ["Library", "__version__", "read", "split", "split_statements"]

_HOMES = {
    "Library": "newsreader.library",
    "read": "newsreader.reading",
    "split": "newsreader.splitting",
    "split_statements": "newsreader.splitting",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever the name stands for
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)
