"""Who says a statement: attributions, found by rules that would rather miss than invent."""

from __future__ import annotations

from newsreader.sourcing.articles import attribute

__all__ = ["attribute"]
