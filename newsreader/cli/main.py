"""The commands of ``newsreader``, each a thin wrapper around the library.

Start-up time is a feature: this module imports click and nothing else that is heavy; what a
command needs it imports when it runs, and Textual only when the program is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from newsreader import __version__
from newsreader.cli.adding import how_many, told
from newsreader.cli.backup_command import backup, restore
from newsreader.cli.check_command import check
from newsreader.cli.configuring import config
from newsreader.cli.cutting import cut, join
from newsreader.cli.diff_command import diff, ledger
from newsreader.cli.ending import ended
from newsreader.cli.follow_command import follow, refresh, unfollow
from newsreader.cli.opening import Common, open_program
from newsreader.cli.options import (
    OPEN,
    FilterCommand,
    SourcesOrCommand,
    common_options,
    format_option,
    json_option,
)
from newsreader.cli.output import Output
from newsreader.cli.serve_command import serve
from newsreader.cli.sources_command import sources
from newsreader.cli.stats_command import stats
from newsreader.cli.update_command import update
from newsreader.errors import SkippedError, SourceError, UsageError


@click.group(
    cls=SourcesOrCommand,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIONS]",
    subcommand_metavar="[SOURCE… | COMMAND …]",
)
@common_options
@click.version_option(__version__, prog_name="newsreader")
@click.pass_context
def main(ctx: click.Context, common: Common) -> int:
    """Read a live news story and tag every statement in it.

    With SOURCEs (files, folders, http addresses, - for standard input): add them to the library
    and open the program, on the one story if there is one, else on the list. Without: open the
    list.
    """
    if ctx.invoked_subcommand is None:
        return open_program(common, ())
    return 0


@main.command(OPEN, hidden=True)
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@common_options
def open_sources(sources: tuple[str, ...], common: Common) -> int:
    """Add the sources and open the program."""
    return open_program(common, sources)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--as", "as_uri", metavar="URI", help="The story that the source belongs to.")
@format_option
@json_option("One JSON object a line, for each article.")
@common_options
def add(
    sources: tuple[str, ...],
    as_uri: str | None,
    format_: str | None,
    *,
    as_json: bool,
    common: Common,
) -> int:
    """Add sources to the library without opening the program.

    A source of a known story with other text becomes the story's next revision.
    """
    from newsreader.cli.progress import watched
    from newsreader.cli.shapes import added_shape, json_line

    out = Output()
    with common.open() as opened:
        named = (told(source, out) for source in sources)
        loaded = opened.load_all(named, as_uri=as_uri, format=format_)
        results = opened.add_loaded(loaded, as_uri=as_uri, format=format_)
        for added in watched(results, lambda: how_many(sources)):
            if added.skipped:
                out.talk(f"newsreader: {added.error}")
                continue
            if added.error is not None:
                out.failed(added.error)
            if as_json:
                out.data(json_line(added_shape(added)))
            elif added.error is None:
                out.say(
                    f"{added.status:9} {added.story}: {added.title or '(no title)'} · "
                    f"{added.statements} statements · {added.updates} updates"
                )
    return out.status


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@format_option
@json_option("One JSON object a line, for each article.")
@common_options
def split(
    sources: tuple[str, ...],
    format_: str | None,
    *,
    as_json: bool,
    common: Common,
) -> int:
    """Read and split without any library: what the program sees."""
    from newsreader.cli.plain import split_lines
    from newsreader.cli.shapes import json_line, split_shape
    from newsreader.library import analyse
    from newsreader.reading import is_address, read_each

    out = Output()
    config = common.config() if any(map(is_address, sources)) else None
    for source in sources:
        for article in read_each(told(source, out), format=format_, config=config):
            if isinstance(article, SkippedError):
                out.talk(f"newsreader: {article}")
                continue
            if isinstance(article, SourceError):
                out.failed(str(article))
                continue
            analysis = analyse(article)
            if as_json:
                out.data(json_line(split_shape(analysis)))
            else:
                out.say_all(split_lines(analysis))
    return out.status


@main.command("list", cls=FilterCommand)
@click.argument("text", nargs=-1, metavar="[FILTER]…")
@json_option("One JSON object a line, for each story.")
@common_options
def list_stories(
    text: tuple[str, ...],
    *,
    as_json: bool,
    common: Common,
) -> int:
    """The stories, the last changed first.

    FILTER: words in the title or the text, and terms, as in
    label:speculative untagged:>5 date:2022-01..2022-02 -is:done sort:title
    """
    from newsreader.cli.plain import story_line
    from newsreader.cli.shapes import json_line, story_shape
    from newsreader.filtering import parse

    out = Output()
    wanted = parse(" ".join(text))
    with common.open() as opened:
        for story in opened.stories(wanted if text else ""):
            if story.damaged:
                out.failed(f"story {story.id}: cannot be read (newsreader check)")
            elif as_json:
                out.data(json_line(story_shape(story)))
            else:
                out.say(story_line(story))
    return out.status


@main.command()
@click.argument("story")
@click.option("--revision", type=click.IntRange(min=1), help="An older revision.")
@json_option("One JSON object.")
@common_options
def show(
    story: str,
    revision: int | None,
    *,
    as_json: bool,
    common: Common,
) -> int:
    """One story with updates, statements and tags."""
    from newsreader.cli.plain import show_lines
    from newsreader.cli.shapes import json_line, show_shape

    out = Output()
    with common.open() as opened:
        found = opened.open(story, revision=revision)
        if as_json:
            out.data(json_line(show_shape(found)))
        else:
            out.say_all(show_lines(found))
    return out.status


@main.command()
@click.argument("words", nargs=-1, metavar="STORY STATEMENT LABEL")
@click.option("--batch", metavar="FILE|-", help="Tag by the JSON Lines of the file.")
@click.option("--note", metavar="TEXT", help="Leave a note with the tag.")
@click.option("--evidence", metavar="TEXT", help="Leave evidence with the tag.")
@json_option("Acknowledge in JSON.")
@common_options
def tag(
    words: tuple[str, ...],
    batch: str | None,
    note: str | None,
    evidence: str | None,
    *,
    as_json: bool,
    common: Common,
) -> int:
    """Tag a statement, as the key does.

    LABEL: confirmed, speculative, opinion or clear, or the key: c, s, o, x.

    With --batch: JSON Lines {"story", "statement", "label", "note"?, "evidence"?, "editor"?,
    "exact"?}, each on disk before its acknowledgement line is printed. A line whose statement has
    not the words "exact" is refused; the label may be left out with a note or evidence alone.
    """
    from newsreader.cli.tagging import Order, Tagger, one_order, read_orders

    out = Output()
    orders: Iterable[Order | SourceError]
    if batch is not None:
        if words or note is not None or evidence is not None:
            raise UsageError("--batch takes everything from its lines")
        orders = read_orders(batch)
    else:
        orders = [one_order(words, note, evidence)]
    with common.open() as opened:
        tagger = Tagger(opened)
        for order in orders:
            try:
                if isinstance(order, SourceError):
                    raise order
                out.done(*tagger.tag(order), as_json=as_json or batch is not None)
            except SourceError as error:
                out.failed(str(error))
    return out.status


@main.command()
@click.argument("stories", nargs=-1, metavar="[STORY]…")
@click.option("--format", "format_", default="jsonl", show_default=True, metavar="NAME")
@click.option("--output", metavar="FILE", help="Write here instead of standard output.")
@common_options
def export(
    stories: tuple[str, ...],
    format_: str,
    output: str | None,
    common: Common,
) -> int:
    """The tags with their words, editor, time, note, evidence and revision.

    Formats: jsonl, csv. Without STORY: all stories.
    """
    from newsreader.export import FORMATS

    if format_ not in FORMATS:
        raise UsageError(f"no export format {format_!r}", f"known: {', '.join(FORMATS)}")
    out = Output()
    with common.open() as opened:
        chosen = [opened.find(story) for story in stories] if stories else None
        out.write_file(output, FORMATS[format_](opened.tags(chosen, out.failed)))
    return out.status


for command in (
    backup,
    check,
    config,
    cut,
    diff,
    follow,
    join,
    ledger,
    refresh,
    restore,
    serve,
    sources,
    stats,
    unfollow,
    update,
):
    main.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (docs/commands.md lists them all)."""
    return ended(lambda: _obeyed(arguments))


def _obeyed(arguments: Sequence[str] | None) -> object:
    """What the command that was named returned; what click has to say is said as all else is."""
    try:
        return main.main(args=arguments, prog_name="newsreader", standalone_mode=False)
    except click.Abort as aborted:
        raise KeyboardInterrupt from aborted
    except click.ClickException as wrong:
        raise UsageError(wrong.format_message(), "newsreader --help") from wrong
