"""Turns the bytes of a text file into text: byte order marks, UTF-16, UTF-8, and judged older encodings."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import charset_normalizer

from constellation.intake.formats.languages import language_of
from constellation.intake.formats.plausible import TABLE, plausibility
from constellation.intake.reading import INFO, WARNING
from constellation.words import mark, say, say_count

Remark = tuple[int, str, str, str, str]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x841\x953", "gb18030"),
)
NAMES = {entry["codec"]: entry["name"] for entry in TABLE["encoding"]}
PRIORS = {entry["codec"]: entry["prior"] for entry in TABLE["encoding"]}
HIGH = re.compile(rb"[\x80-\xff]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
MIXED = "utf-8 mixed"
SAMPLE_WINDOWS, LINES_OF_A_WINDOW, LINE_AT_MOST = 8, 60, 1_000
# below this the usual encodings have all failed and the library may propose a rare one
DOUBTFUL = 0.2
RESAVE = mark("save the file again as CSV UTF-8")
MOST_LINES_NAMED = 10


@dataclass
class Decoded:
    """A text, the encoding it was read in, and what has to be said about that."""

    text: str
    encoding: str
    remarks: list[Remark] = field(default_factory=list)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding; never fails, a byte that means nothing becomes `\\ufffd`.

    >>> decode("Adı Soyadı;Başlama".encode("cp1254"))
    ('Adı Soyadı;Başlama', 'windows-1254')
    >>> decode(b"\\xff\\xfeN\\x00o\\x00")
    ('No', 'UTF-16-LE')
    """
    decoded = decoded_text(data)
    return decoded.text, decoded.encoding


def decoded_text(data: bytes) -> Decoded:
    """As `decode`, with remarks about an old encoding, bytes that mean nothing, and NUL bytes taken out."""
    marked = by_mark(data) or by_zeros(data)
    decoded = marked or as_utf8(data) or as_shifted(data) or judged(data)
    if "\x00" in decoded.text:
        decoded.remarks.append(about_nuls(decoded.text))
        decoded.text = decoded.text.replace("\x00", "")
    return decoded


def by_mark(data: bytes) -> Decoded | None:
    """What the byte order mark says, if there is one; a mark written twice counts once."""
    for sign, codec in MARKS:
        if data.startswith(sign) and not (codec == "utf-32-le" and len(data) % 4):
            body = data[len(sign) :]
            while body.startswith(sign):
                body = body[len(sign) :]
            return as_utf8(body) or judged(body) if codec == "utf-8" else whole(body, codec)
    return None


def by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: the zeros of ASCII characters all stand at the same places."""
    head = data[:4096]
    zeros = [head[start::4].count(0) for start in range(4)]
    quarter = max(1, len(head) // 4)
    if sum(zeros) < 2 or len(head) < 4:
        return None
    if sum(zeros) > 0.7 * len(head) and min(zeros) < 0.1 * quarter:
        return whole(data, "utf-32-le" if zeros[0] == min(zeros) else "utf-32-be")
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) > 0.04 * len(head) and max(even, odd) > 20 * min(even, odd):
        return whole(data, "utf-16-le" if odd > even else "utf-16-be")
    return None


def as_utf8(data: bytes) -> Decoded | None:
    """UTF-8 that has no fault; plain ASCII is UTF-8 too."""
    if b"\x1b$" in data[:100_000]:
        return None
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return None


def as_shifted(data: bytes) -> Decoded | None:
    """Japanese as old mail programs wrote it, with escape codes; such a text without them is UTF-8."""
    for codec in ("iso2022_jp", "iso2022_kr", "utf-8") if b"\x1b$" in data[:100_000] else ():
        try:
            language = say("the language of its escape codes")
            return Decoded(data.decode(codec), codec.upper(), [read_as(codec.upper(), language)])
        except UnicodeDecodeError:
            continue
    return None


def whole(data: bytes, codec: str) -> Decoded:
    """The text in an encoding that is sure, with a warning for each place that means nothing in it."""
    name = NAMES.get(codec, codec.upper())
    decoded = Decoded(data.decode(codec, errors="replace"), name, [read_as(name, language_of(codec) or "Unicode")])
    decoded.remarks += lost_places(decoded.text, data, codec)
    return decoded


def judged(data: bytes) -> Decoded:
    """The text in the most plausible of the older encodings, by every line with a character beyond ASCII."""
    sample = b"\n".join(telling_lines(data))
    codec = best_of(scores(sample, data))
    if codec == MIXED:
        return mended_utf8(data)
    if len(HIGH.findall(data[:1_000_000])) <= 2:
        decoded = whole(data, codec)
        decoded.remarks = [about_few(data, codec)]
        return decoded
    return whole(data, codec)


def scores(sample: bytes, data: bytes) -> dict[str, float]:
    """How plausible the lines are in each encoding."""
    found = {codec: plausibility(sample.decode(codec, errors="replace")) + PRIORS[codec] for codec in PRIORS}
    if b"\n" not in data and b"\r" in data:
        found["mac_roman"] += 0.2
    if MULTIBYTE.search(sample):
        found[MIXED] = plausibility(sample.decode("utf-8", errors="western")) + 0.1
    if max(found.values()) < DOUBTFUL:
        found |= rare(sample)
    return found


def rare(sample: bytes) -> dict[str, float]:
    """What the library proposes when nothing usual fits."""
    best = charset_normalizer.from_bytes(sample[:20_000]).best()
    if best is None or best.encoding.startswith("utf"):
        return {}
    return {best.encoding: plausibility(sample.decode(best.encoding, errors="replace"))}


def best_of(found: dict[str, float]) -> str:
    return max(found, key=lambda codec: found[codec])


def telling_lines(data: bytes) -> Iterator[bytes]:
    """Lines with a byte beyond ASCII, from all over the file."""
    step = max(1, len(data) // SAMPLE_WINDOWS)
    place = 0
    for window in range(SAMPLE_WINDOWS):
        place = max(place, window * step)
        for _ in range(LINES_OF_A_WINDOW):
            hit = HIGH.search(data, place)
            if hit is None:
                return
            start, place = line_around(data, hit.start(), place)
            yield data[start:place]


def line_around(data: bytes, place: int, floor: int) -> tuple[int, int]:
    """Where the line with this byte begins and ends, or how far it is looked at."""
    lowest, highest = max(floor, place - LINE_AT_MOST), min(len(data), place + LINE_AT_MOST)
    start = max(data.rfind(end, lowest, place) for end in (b"\n", b"\r")) + 1
    ends = [end for end in (data.find(b"\n", place, highest), data.find(b"\r", place, highest)) if end >= 0]
    return max(start, lowest), min(ends, default=highest)


def western(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, read as Western European."""
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return "".join(one.decode("cp1252", errors="replace") for one in (bytes([byte]) for byte in bad)), error.end


codecs.register_error("western", western)


def mended_utf8(data: bytes) -> Decoded:
    """UTF-8 with a few bytes of something else: those are read as Western European, and each line is named."""
    decoded = Decoded(data.decode("utf-8", errors="western"), "UTF-8")
    spoiled = [number for number, line in enumerate(lines_of(data), 1) if is_spoiled(line)]
    decoded.remarks.append(about_spoiled(spoiled))
    return decoded


def about_spoiled(spoiled: list[int]) -> Remark:
    """A warning naming the first lines with bytes that are no UTF-8."""
    several = len(spoiled) > MOST_LINES_NAMED
    all_of_them = mark("bytes that are no UTF-8 in line {lines}")
    found = mark("bytes that are no UTF-8 in line {lines} and others") if several else all_of_them
    mend = say_count(
        "look at this line, or save the file again as CSV UTF-8",
        "look at these lines, or save the file again as CSV UTF-8",
        len(spoiled),
    )
    lines = ", ".join(map(str, spoiled[:MOST_LINES_NAMED]))
    done = say("read as windows-1252, all other bytes as UTF-8")
    return (spoiled[0] if spoiled else 0, say(found, lines=lines), done, mend, WARNING)


def lines_of(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def is_spoiled(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def lost_places(text: str, data: bytes, codec: str) -> list[Remark]:
    """A warning naming the first line where bytes mean nothing in the encoding of the rest."""
    count = text.count("\ufffd")
    if not count or (codec.startswith("utf") and "\ufffd".encode(codec) in data):
        return []
    line = line_number(text, text.index("\ufffd"))
    found = say_count(
        "{n} place with bytes that mean nothing, the first in line {line}",
        "{n} places with bytes that mean nothing, the first in line {line}",
        count,
        line=line,
    )
    return [(line, found, say("shown as {sign}", sign="\ufffd"), say(RESAVE), WARNING)]


def line_number(text: str, place: int) -> int:
    """The line, from 1, of a place in a text with any line ends."""
    before = text[:place]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


def read_as(name: str, language: str) -> Remark:
    found = say("bytes of {encoding}", encoding=name)
    return (0, found, say("read as {language} ({encoding})", language=language, encoding=name), "", INFO)


def about_few(data: bytes, codec: str) -> Remark:
    """One or two odd bytes in an ASCII file may be letters or damage: a person should look."""
    hit = HIGH.search(data)
    line = len(lines_of(data[: hit.start()])) if hit else 0
    name = NAMES.get(codec, codec)
    done = say("read as {language} ({encoding})", language=language_of(codec) or name, encoding=name)
    return (line, say("one or two bytes beyond ASCII in the whole file"), done, say("look at this line"), WARNING)


def about_nuls(text: str) -> Remark:
    line = line_number(text, text.index("\x00"))
    found = say_count(
        "{n} NUL byte, the first in line {line}",
        "{n} NUL bytes, the first in line {line}",
        text.count("\x00"),
        line=line,
    )
    return (line, found, say("taken out"), say(RESAVE), WARNING)
