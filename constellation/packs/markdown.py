"""From a pack's Markdown files to its texts; what is wrong is noted at its line."""

import re
from dataclasses import dataclass
from itertools import pairwise

from constellation.packs.problems import Problem
from constellation.packs.schema import FRONT_MATTER
from constellation.packs.spelling import closest
from constellation.packs.texts import GAP, Answer, Draft, Guide
from constellation.words import say

FENCE = "---"


@dataclass(frozen=True)
class Page:
    """A Markdown file; `key`: its name without ending."""

    file: str
    key: str
    text: str
    problems: list[Problem]

    def refuse(self, sentence: str, line: int = 1) -> None:
        self.problems.append(Problem(self.file, line, sentence))


def read_faq(page: Page) -> tuple[Answer, ...]:
    """Each `## Question?` with the paragraphs below it; a `# Title` above them is left aside."""
    answers: list[Answer] = []
    for line, question, answer in sections(page):
        if question in {one.question for one in answers}:
            page.refuse(say("a duplicate question; keep one of the two."), line)
        if not answer:
            page.refuse(say("the question has no answer; write a paragraph below it."), line)
        answers.append(Answer(question, answer))
    if not answers:
        page.refuse(say("there is no question; begin each one with ## and write its answer below."))
    return tuple(answers)


def sections(page: Page) -> list[tuple[int, str, str]]:
    """The line of each `##` heading, the heading, the text below it."""
    lines = page.text.splitlines()
    starts = [n for n, line in enumerate(lines) if line.startswith("## ")]
    before = [n for n, line in enumerate(lines[: starts[0] if starts else 0]) if line.strip() and line[:2] != "# "]
    if before:
        page.refuse(say("a text without question; put ## and a question above it."), before[0] + 1)
    return [
        (start + 1, lines[start][3:].strip(), "\n".join(lines[start + 1 : end]).strip())
        for start, end in pairwise([*starts, len(lines)])
    ]


def read_guide(page: Page) -> Guide:
    """The `# Title` of the first line and the text below it."""
    first, _, rest = page.text.lstrip().partition("\n")
    if not re.match(r"# \S", first):
        page.refuse(say("the title is missing; begin the file with # and a title."))
    if not rest.strip():
        page.refuse(say("there is no text; write it below the title."))
    return Guide(page.key, first.removeprefix("#").strip(), rest.strip())


def read_draft(page: Page, occasions: tuple[str, ...], gaps: tuple[str, ...]) -> Draft:
    """Front matter and body of a message or letter, with no gaps but these."""
    lines = page.text.splitlines()
    closing = lines.index(FENCE, 1) if lines[:1] == [FENCE] and FENCE in lines[1:] else 0
    if not closing:
        page.refuse(say("the front matter is missing; begin with lines of for: and subject: between two lines of ---."))
    front = read_front(page, lines[1:closing])
    body = "\n".join(lines[closing + 1 :] if closing else lines).strip()
    if closing and not body:
        page.refuse(say("there is no text; write it below the front matter."), closing + 1)
    if front.get("for", occasions[0]) not in occasions:
        mend = say("for: {occasion} is unknown; use one of {known}.", occasion=front["for"], known=", ".join(occasions))
        page.refuse(mend, line_with(lines, "for:"))
    for number, line in enumerate(lines, start=1):
        check_gaps(page, number, line, gaps)
    return Draft(page.key, front.get("for", ""), front.get("subject", ""), body)


def read_front(page: Page, lines: list[str]) -> dict[str, str]:
    """The `key: value` lines between the fences."""
    front: dict[str, str] = {}
    for number, line in enumerate(lines, start=2):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not line.strip():
            continue
        if not colon or key not in FRONT_MATTER:
            mend = say("{line} is not known here; write for: or subject:.", line=key)
            page.refuse(mend, number)
        elif key in front:
            page.refuse(say("{key}: comes twice; keep one of the two.", key=key), number)
        front[key if key in FRONT_MATTER else closest(key, FRONT_MATTER)] = value
    for key in FRONT_MATTER if lines else ():
        if not front.get(key):
            page.refuse(say("the front matter has no {key}; add a line {key}: ….", key=key))
    return {key: value for key, value in front.items() if value}


def check_gaps(page: Page, number: int, line: str, known: tuple[str, ...]) -> None:
    for gap in GAP.findall(line):
        if gap not in known:
            mend = "{" + (closest(gap, known) or "}, {".join(known)) + "}"
            sentence = say("the gap {gap} is unknown; use {known}.", gap="{" + gap + "}", known=mend)
            page.refuse(sentence, number)
    if re.search(r"[{}]", GAP.sub("", line)):
        page.refuse(say("a brace stands alone; write a gap as in {example}.", example="{" + known[0] + "}"), number)


def line_with(lines: list[str], start: str) -> int:
    return next((n for n, line in enumerate(lines, start=1) if line.startswith(start)), 1)
