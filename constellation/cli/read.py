"""`constellation read`: any list of people as clean rows, with everything that was done to get there."""

import argparse
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constellation.cli.asking import ask, is_wanted, save_is_wanted
from constellation.cli.computing import interruptible
from constellation.cli.refusal import Refusal
from constellation.words import mark, say, say_count

if TYPE_CHECKING:
    from constellation.intake import Progress, Reading, Remembered

READ_ALREADY = mark("{file} is the file that is read: name another file to write.")
IS_MAPPING = mark("{file} is the mapping: name another file to write.")
IS_ROSTER = mark("{file} is the roster: name another file to write.")
WRITTEN_ALREADY = mark("{file} is written already: name another file to write.")
ASIDE = ".new"  # put behind the name of a mapping that may not take its place: nothing reads a file called so


def add_to(commands: Any) -> None:
    one = commands.add_parser(
        "read",
        help=say("read a roster or a list in any format"),
        description=say("Any list of people as clean rows, with everything that was done to get there."),
    )
    one.add_argument(
        "file", type=Path, help=say("CSV, Excel, LibreOffice, HTML, LDIF, SCIM, vCard, JSON lines, zip or calendar")
    )
    one.add_argument(
        "--roster", type=Path, metavar="FILE", help=say("people among whom the names of a list are looked up")
    )
    one.add_argument("--html", type=Path, metavar="FILE", help=say("write a page to look at"))
    one.add_argument("--out", type=Path, metavar="FILE", help=say("write the people as a tidy CSV"))
    one.add_argument("--json", action="store_true", help=say("print everything as JSON to standard output"))
    one.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help=say("how columns are to be read (default: *.mapping.toml beside FILE)"),
    )
    one.add_argument(
        "--save-mapping", action="store_true", help=say("write how the columns were read, as FILE.mapping.toml")
    )
    one.add_argument("--today", metavar="YYYY-MM-DD", help=say("what lies after it is in the future (default: today)"))
    one.add_argument("--quiet", action="store_true", help=say("no progress, no questions, only the counts"))
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    from constellation.intake import load_remembered

    refuse_early(asked)
    today = day_asked(asked.today)
    remembered = [one for path in mapping_files(asked) for one in load_remembered(path)]
    roster = read_once(asked, asked.roster, today, remembered) if asked.roster else None
    reading = read_once(asked, asked.file, today, remembered, roster)
    save = asked.save_mapping
    if is_wanted(asked) and (answers := ask(asked.file, reading)):
        reading = read_once(asked, asked.file, today, [*answers, *remembered], roster)
        save = save or save_is_wanted()
    tell(asked, reading, write(asked, reading, save))
    return 0


def refuse_early(asked: argparse.Namespace) -> None:
    """What cannot be written is said before anything is read."""
    from constellation.cli.outputs.whole_files import obstacle_to_write

    for path in filter(None, (asked.file, asked.mapping, asked.roster, asked.html, asked.out)):
        try:
            path.resolve()
        except RuntimeError:
            sentence = mark("{file} is a link that leads to itself: name the file it should lead to.")
            raise Refusal(say(sentence, file=path)) from None
    given = (asked.file, READ_ALREADY), (asked.mapping, IS_MAPPING), (asked.roster, IS_ROSTER)
    taken = {path.resolve(): sentence for path, sentence in given if path is not None}
    for path in filter(None, (asked.html, asked.out)):
        if path.resolve() in taken:
            raise Refusal(say(taken[path.resolve()], file=path))
        if obstacle := obstacle_to_write(path):
            raise Refusal(obstacle)
        taken[path.resolve()] = WRITTEN_ALREADY


def day_asked(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        sentence = mark("--today {day}: write a day as YYYY-MM-DD, such as 2026-08-20.")
        raise Refusal(say(sentence, day=text)) from None


def mapping_files(asked: argparse.Namespace) -> list[Path]:
    """The mapping that was named, else those beside the file, the file's own first: of two for one shape it counts."""
    from constellation.intake import ENDING

    if asked.mapping:
        return [asked.mapping]
    beside = (path for path in asked.file.parent.glob(f"*{ENDING}") if path.is_file())
    return sorted(beside, key=lambda path: (path.name != asked.file.name + ENDING, path.name))


def read_once(
    asked: argparse.Namespace,
    path: Path,
    today: date,
    remembered: "Sequence[Remembered]",
    roster: "Reading | None" = None,
) -> "Reading":
    """The reading, with progress, stoppable by Ctrl-C: then nothing was written."""
    from constellation.intake import Cancelled, read

    with interruptible() as stop, bar(asked.quiet) as told:
        try:
            found = read(path, today=today, remembered=remembered, roster=roster, progress=told, cancelled=stop.is_set)
        except Cancelled:
            raise KeyboardInterrupt from None
        if stop.is_set():
            raise KeyboardInterrupt
        return found


@contextmanager
def bar(quiet: bool) -> "Iterator[Callable[[Progress], None]]":
    """A progress bar on standard error at a terminal; in a log one line a stage."""
    from tqdm import tqdm

    watched, shape = sys.stderr.isatty(), "{desc:<26} {percentage:3.0f}%|{bar}| {elapsed}"
    with tqdm(total=1000, disable=quiet or not watched, bar_format=shape, file=sys.stderr, leave=False) as shown:
        last = ""

        def told(progress: "Progress") -> None:
            nonlocal last
            stage = progress.stage.partition(",")[0]
            if watched:
                shown.set_description_str(progress.stage, refresh=False)
                shown.update(max(0, round(1000 * progress.done) - shown.n))
            elif not quiet and stage != last:
                print(stage, file=sys.stderr, flush=True)
            last = stage

        yield told


def write(asked: argparse.Namespace, reading: "Reading", save: bool) -> list[str]:
    """Every file that was asked for, all of them or none; gives a sentence for each."""
    from constellation.cli.outputs.whole_files import whole_files

    told = []
    with whole_files() as opened:
        if asked.html:
            opened(asked.html).write(page(asked.file, reading))
            told.append(say("The page: {file}", file=asked.html))
        if asked.out:
            told.append(table(reading, asked.out, opened))
        if save:
            told.append(mapping(asked.file, reading, opened))
    return told


def page(path: Path, reading: "Reading") -> bytes:
    from constellation.cli.originals import originals
    from constellation.cli.outputs.reading_page import reading_page

    return reading_page(reading, path.name, originals(path, reading)).encode(errors="replace")


def table(reading: "Reading", path: Path, opened: "Callable[[Path], Any]") -> str:
    from constellation.cli.outputs.reading_csv import write_csv

    left_out = write_csv(reading, opened(path))
    if not left_out:
        return say("The table: {file}", file=path)
    return say_count(
        "The table: {file} (without the confidential column {columns}; --json has it)",
        "The table: {file} (without the confidential columns {columns}; --json has them)",
        len(left_out),
        file=path,
        columns=", ".join(left_out),
    )


def mapping(path: Path, reading: "Reading", opened: "Callable[[Path], Any]") -> str:
    """Write the mapping beside the file; one that is there and says something else may be a person's work and stays."""
    from constellation.intake import ENDING, mapping_text

    place, text = path.with_name(path.name + ENDING), mapping_text(reading).encode()
    if place.exists() and place.read_bytes() != text:
        aside = place.with_name(place.name + ASIDE)
        opened(aside).write(text)
        sentence = mark(
            "The mapping: {file} is there and differs, so it stays as it is; the new one is {aside}: rename it to use it"
        )
        return say(sentence, file=place, aside=aside)
    opened(place).write(text)
    return say("The mapping: {file}", file=place)


def tell(asked: argparse.Namespace, reading: "Reading", files: Sequence[str]) -> None:
    """The reading to standard output, as JSON or in words; where JSON is, the files are told on standard error."""
    from constellation.cli.outputs.reading_json import write_json
    from constellation.cli.outputs.reading_log import counts_sentence
    from constellation.cli.outputs.reading_text import reading_text

    if asked.json:
        print_bytes(lambda file: write_json(reading, file))
        for line in [] if asked.quiet else files:
            print(line, file=sys.stderr)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows no Chinese still shows the rest
    lines = [counts_sentence(reading.counts, reading.kind)] if asked.quiet else reading_text(reading, asked.file.name)
    for line in lines:
        print(line)
    print(*files, sep="\n", end="\n" if files else "")


def print_bytes(written: Callable[[Any], None]) -> None:
    """Bytes to standard output; as text where it is no file, as in a notebook."""
    if buffer := getattr(sys.stdout, "buffer", None):
        sys.stdout.flush()
        written(buffer)
        buffer.flush()
        return
    held = io.BytesIO()
    written(held)
    sys.stdout.write(held.getvalue().decode())
