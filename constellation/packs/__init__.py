"""Program packs: what a program says and asks, by which rules; and what its rates lead one to expect.

This list is the table of contents.
"""

from constellation.packs.answers import Answers, Needs, Offers, simulate
from constellation.packs.areas import Area, AreaList, ListMapping, Support, Topic
from constellation.packs.copying import copy
from constellation.packs.loader import load, names, problems_of
from constellation.packs.pack import Pack
from constellation.packs.people import Contact, Format, Heading, Relation, Role, Transition
from constellation.packs.problems import PackError, Problem
from constellation.packs.program import Ancestor, CalendarDay, Criterion, Eligibility, Expense, Grant
from constellation.packs.questions import Question, Reading
from constellation.packs.rates import Giving, Joining, Offer, Prompt, Stage
from constellation.packs.rules import Rule
from constellation.packs.spoken import in_words, texts_to_say
from constellation.packs.supply import SupplyStudy, supply_study
from constellation.packs.texts import Answer, Draft, Guide

__all__ = [
    "Pack",
    "load",
    "names",
    "problems_of",
    "copy",
    "Problem",
    "PackError",
    "in_words",
    "texts_to_say",
    "AreaList",
    "Area",
    "Topic",
    "ListMapping",
    "Support",
    "Stage",
    "Prompt",
    "Joining",
    "Giving",
    "Offer",
    "Rule",
    "Contact",
    "Role",
    "Relation",
    "Format",
    "Transition",
    "Heading",
    "Ancestor",
    "CalendarDay",
    "Eligibility",
    "Grant",
    "Expense",
    "Criterion",
    "Question",
    "Reading",
    "Answer",
    "Guide",
    "Draft",
    "Answers",
    "Needs",
    "Offers",
    "simulate",
    "SupplyStudy",
    "supply_study",
]
