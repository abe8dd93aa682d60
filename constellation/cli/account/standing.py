"""What a whole program lacks, said once: nobody there, nobody who asks or gives, far too few seats, no pair at all."""

from constellation.engine.problem import Population, Problem
from constellation.report.numbers import count
from constellation.report.results import Note
from constellation.words import say

FAR_ABOVE = 1.25  # places sought for each seat


def standing(problem: Problem, ties: int) -> list[Note]:
    """Notes on the program as a whole; why nobody could be paired is not said, as it might be an exclusion."""
    sought, seats = int(problem.seeks.sum()), int(problem.gives.sum())
    if problem.people == 0:
        return [Note("people.csv", say("Nobody is on the roster: there is nobody to design for."))]
    if problem.people == 1:
        return [Note("people.csv", say("There is one person alone, who can have no partner."))]
    if sought == 0:
        return [Note("people.csv", say("Nobody seeks a partner, so nobody is given one."))]
    if seats == 0:
        return [
            Note(
                "people.csv", say("Nobody has a seat to give, so nobody is given a partner: ask who has room for one.")
            )
        ]
    file, help_ = ("offers.csv", problem.offer) if isinstance(problem, Population) else ("pairs.csv", problem.help)
    if not help_.any():
        return [Note(file, say("Nobody offers help in any area: ask people in which they would help."))]
    if ties == 0:
        return [Note("networks.csv", say("No suitable partner is free for anybody."))]
    if sought > FAR_ABOVE * seats:
        return [
            Note(
                "people.csv",
                say(
                    "{sought} partners are sought and {seats} seats given: {open} places stay open; ask for more seats.",
                    sought=count(sought),
                    seats=count(seats),
                    open=count(sought - ties),
                ),
            )
        ]
    return []
