"""Whether the program is opened for the first time: a file beside the settings remembers it."""

from __future__ import annotations

from pathlib import Path

from newsreader.config.loading import config_path

NAME = "newsreader-welcomed"


def _marker() -> Path:
    return config_path().with_name(NAME)


def is_first_run() -> bool:
    """Whether the guidance of the first run was never shown, as far as can be seen."""
    try:
        return not _marker().exists()
    except OSError:  # a folder that is not ours to look into
        return False


def remember_first_run() -> bool:
    """Take down that it was shown; returns False where that cannot be written."""
    marker = _marker()
    try:
        marker.parent.mkdir(parents=True, exist_ok=True)
        marker.touch()
    except OSError:
        return False
    return True
