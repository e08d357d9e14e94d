"""``newsreader serve``: the program in a browser on this machine."""

from __future__ import annotations

import os
import sys

import click

from newsreader.cli.adding import add_all
from newsreader.cli.opening import Common
from newsreader.cli.options import common_options
from newsreader.cli.output import Output
from newsreader.errors import UsageError


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N",
    help="The port; 0 takes any free one.",
)  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Of this machine only."
)
@common_options
def serve(sources: tuple[str, ...], port: int, host: str, common: Common) -> int:
    """Open the program in a browser on this machine: the same program on the same library.

    Prints the address to open, with a secret in it; whoever has it tags as you. Ctrl+C ends it.
    Needs the extra: pip install "newsreader[serve]".
    """
    from newsreader.serving.access import bindable, new_secret, url

    out = Output()
    address, secret = bindable(host), new_secret()
    try:
        from newsreader.serving import server
    except ModuleNotFoundError as missing:
        raise UsageError(
            f"newsreader serve needs {missing.name}, which is not installed",
            'pip install "newsreader[serve]"',
        ) from missing
    if "-" in sources:
        raise UsageError("standard input cannot be served", "newsreader add - first")
    with common.open() as library:
        if sources and not add_all(library, sources, out):
            return out.status
        command = [sys.executable, "-m", "newsreader", "--library", str(library.path)]
        command += ["--editor", library.editor, *map(os.path.abspath, sources)]
    with server.listen(address, port) as listening:
        out.say(url(address, listening.getsockname()[1], secret))
        server.serve(command, listening, secret)
    return out.status
