"""A small pack with something of everything, for tests that change one piece of it."""

HEAD = """\
# Ours to edit.
name = "small"  # as the folder
title = "A small program"
version = 3
summary = "Everybody seeks help and gives some. It is small."
language = "en"

# Whom to turn to.
[[contacts]]
key = "office"
name = "The office"
task = "everything"
address = "office@example.edu"
evaluates = ["History"]
alternate = "dean"

[[contacts]]
key = "dean"
name = "The dean's office"
task = "what the office evaluates"
address = "dean@example.edu"

[[roles]]
key = "coach"
name = "Coach"
explanation = "Somebody who asks."

[[relations]]
key = "pair"
name = "One-on-one"
explanation = "Two people."
two_way = true
group = false

[[formats]]
key = "lunch"
name = "Lunch"

[[transitions]]
key = "arrival"
name = "Arrival"
opens = ["start"]
nudge = "You are new here: whom do you ask?"

[[support]]
key = "sponsor"
name = "Sponsorship"
kind = "career"

[[calendar]]
key = "call"
name = "Call"
date = "09-30"
until = ""
explanation = "Applications open."

[[eligibility]]
key = "all"
rule = "Everybody may join."
applies_to = "everyone"
mend = "Nothing is needed."

[[grants]]
key = "micro"
name = "Micro grant"
cap = 1500
currency = "USD"

[[expenses]]
key = "lunches"
name = "Lunches"
verdict = "allow"
grants = ["micro"]

[[questions]]
key = "hope"
text = "What do you hope for?"
use = "poll"
choices = ["Company", "Advice"]

[[rubric]]
key = "need"
name = "Need"
weight = 0.6
explanation = "Is there one?"

[[rubric]]
key = "plan"
name = "Plan"
weight = 0.4
explanation = "Is it one?"

[[agreement]]
key = "often"
heading = "How often we meet"
prompt = "Think of the term."
both_sides = true
"""

AREAS = """\
[[lists]]
key = "early"
name = "Early"
version = 1
stages = ["new", "unknown"]

[[lists]]
key = "later"
name = "Later"
version = 1
stages = ["*"]

[[lists]]
key = "old"
name = "Of old"
version = 1
stages = ["*"]
optional = true

[[areas]]
key = "start"
name = "Getting started"
explanation = "Finding one's feet."
kind = "local"
list = "early"
also = ["orientation"]
support = ["sponsor"]

[[areas]]
key = "time"
name = "Time"
explanation = "Keeping some."
kind = "general"
list = "later"

[[areas]]
key = "old-time"
name = "Time"
explanation = "What time was called."
kind = "general"
list = "old"

[[topics]]
key = "keys"
name = "Keys and rooms"
area = "start"

[[mappings]]
from = "old"
to = "later"

[mappings.areas]
old-time = ["time"]
"""

RATES = """\
[joining]
rate = 0.4
source = "assumed: some"

[stages]
new = { seeks = [1, 2], priority = [1, 3], source = "assumed: few" }
old = { seeks = [0, 1], priority = [1, 3], source = "assumed: fewer" }
unknown = { seeks = [1, 1], priority = [1, 3], source = "assumed: one" }

[prompts.new]
start = { rate = 0.5, source = "assumed: half" }
time = { rate = 0.25, source = "assumed: a quarter" }

[giving.old]
share = 0.8
seats = [2, 6]
source = "assumed: most"
[giving.old.offers]
start = { rate = 0.5, level = [0.2, 0.9] }
"""

RULES = """\
[rules]
interest = { value = 0.03, words = "What shared interests add." }
reciprocity = { value = 0.05, words = "What help in return adds." }
role = { value = 0.04, words = "What a new role adds." }
inside_department = { value = 0.10, words = "What a partner inside adds." }
outside_department = { value = 0.10, words = "What a partner outside adds." }
off_campus = { value = 0.04, words = "What a partner off campus adds." }
topic_lift = { value = 0.4, words = "What topics in common make up." }
research_floor = { value = 0.25, words = "Worth without shared interests." }
same_college = { value = 0.9, words = "Worth from the same college." }
same_campus = { value = 0.75, words = "Worth from the same campus." }
elsewhere = { value = 0.35, words = "Worth from elsewhere." }
kept_help = { value = 0.5, words = "The least of a kept partner." }
"""

READING = """\
[[reading]]
key = "one"
authors = "A. Author"
year = 2019
title = "On networks"
where = "A journal"
finding = "Networks help."
evidence = "survey"
caution = "It is a survey."
"""

FAQ = """\
# Questions

## May I join?

Yes.

Do come.

## Does it cost?

No.
"""

GUIDE = """\
# For partners

Listen first.
"""

MESSAGE = """\
---
for: coffee
subject: A coffee, {partner}?
---
Dear {partner},

I am {person} and would like to talk about {area}.
"""

LETTER = """\
---
for: award
subject: Your award
---
Dear {person}, {program} is glad. {contact}
"""

FILES = {
    "pack.toml": HEAD,
    "areas.toml": AREAS,
    "rates.toml": RATES,
    "rules.toml": RULES,
    "reading.toml": READING,
    "faq.md": FAQ,
    "guidance/partners.md": GUIDE,
    "messages/coffee.md": MESSAGE,
    "letters/award.md": LETTER,
}


def write_pack(folder, **changed):
    """Write the pack into a folder; `changed`: other texts for files, by path, None to leave one out."""
    for name, text in (FILES | changed).items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder
