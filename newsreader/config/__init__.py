"""Settings: what the command line, the environment and ``config.toml`` say, in that order.

The file is optional; a wrong one is refused with its name, the line and the key, never half
obeyed. What settings there are, with kind and help, is said once, in
:mod:`newsreader.config.table`; the commented default file and docs/configuration.md are made
from it.
"""

from newsreader.config.loading import (
    APP,
    LIBRARY_NAME,
    config_path,
    default_library,
    editor_name,
    is_served,
    library_path,
    load_config,
)
from newsreader.config.origin import Origin
from newsreader.config.settings import Config

__all__ = [
    "APP",
    "LIBRARY_NAME",
    "Config",
    "Origin",
    "config_path",
    "default_library",
    "editor_name",
    "is_served",
    "library_path",
    "load_config",
]
