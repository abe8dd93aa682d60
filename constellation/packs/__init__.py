"""Program packs: what a program asks, whom, by which rules; and what its rates lead one to expect."""

from constellation.packs.answers import Answers, Needs, Offers, simulate
from constellation.packs.entries import PackError
from constellation.packs.loader import load, names
from constellation.packs.pack import Area, Giving, Joining, Offer, Pack, Prompt, Rule, Stage
from constellation.packs.supply import SupplyStudy, supply_study

__all__ = [
    "Pack",
    "Area",
    "Prompt",
    "Joining",
    "Giving",
    "Offer",
    "Stage",
    "Rule",
    "PackError",
    "load",
    "names",
    "Answers",
    "Needs",
    "Offers",
    "simulate",
    "SupplyStudy",
    "supply_study",
]
