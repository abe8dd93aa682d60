"""The certificate in plain words: what was reached, what could be reached at most, and what that does not say.

Read from the summary: `value`, `bound`, `bound_scope` ("all pairs", "candidate lists", "optimum proven"), `sample`
{people, mean_gain, share_of_value, largest_gain}, `objective` {alpha, value, bound} and `worst_share`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from constellation.report.numbers import count, percent, points, proven
from constellation.words import as_written, mark, say

SAYS_NOTHING_ABOUT = (
    mark("whether people will get on: that shows when they meet"),
    mark("what nobody wrote down: a need not stated is not covered, an offer not made is not used"),
    mark("how true the answers are: it counts every answer as given"),
)
POINT = mark(
    "One point is what it brings to cover every need of one person in full; good fit of partners can add to it."
)


@dataclass(frozen=True)
class Certificate:
    """`figure` is the large number, blank where nothing was proven; `sentences` say the rest in order."""

    figure: str
    lead: str
    sentences: tuple[str, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """What a certificate never says."""
        return tuple(map(say, SAYS_NOTHING_ABOUT))


def certificate(summary: Mapping[str, Any], people: int) -> Certificate:
    """The certificate of a run; without a value or without people it says that there is nothing to certify."""
    value, bound = summary.get("value"), summary.get("bound")
    if value is None or not people:
        return Certificate("", say("There is nothing to certify: nobody was given a network."), ())
    more = (*sample_sentences(summary), *fairness_sentences(summary))
    reached = points(value)
    if bound is None:
        lead = say(
            "These networks bring {points} points. How far from the best they are was not computed.", points=reached
        )
        return Certificate("", lead, more)
    if value >= bound:
        lead = say(
            "These networks bring {points} points, and no networks under these rules could bring more.", points=reached
        )
        return Certificate(percent(1.0), lead, (say("Proven: this is the best there is."), say(POINT), *more))
    lead, limits = bounded(summary, reached)
    return Certificate(proven(value, bound), lead, (*limits, say(POINT), *more))


def bounded(summary: Mapping[str, Any], reached: str) -> tuple[str, tuple[str, ...]]:
    """What a bound above the value says, and what it is about."""
    most, share = points(summary["bound"], upwards=True), proven(summary["value"], summary["bound"])
    gaps = {"points": reached, "most": most, "share": share}
    scope = summary.get("bound_scope", "")
    if scope == "candidate lists":
        lead = say(
            "These networks bring {points} of at most {most} points that networks chosen from each person’s candidate "
            "list could bring: {share}.",
            **gaps,
        )
        return lead, (say("The bound covers the candidate lists only; it is not proven for partners outside them."),)
    if scope == "optimum proven":
        lead = say(
            "These networks bring {points} of at most {most} points, which the best networks under these rules bring: "
            "{share}.",
            **gaps,
        )
        return lead, (say("Those best networks were found and proven to be the best."),)
    lead = say(
        "These networks bring {points} of at most {most} points anyone could reach under these rules: {share}, proven "
        "for all pairs.",
        **gaps,
    )
    return lead, ()


def sample_sentences(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """What people drawn at random could gain at most if they could choose among everybody."""
    sample = summary.get("sample")
    if not sample or not sample.get("people"):
        return ()
    people = count(sample["people"])
    if sample["mean_gain"] <= 0:
        return (
            say(
                "Outside the lists: {people} people drawn at random were answered again against everybody, and none could "
                "gain anything.",
                people=people,
            ),
        )
    return (
        say(
            "Outside the lists: {people} people drawn at random were answered again against everybody. On average each "
            "could gain at most {mean} points, {share} of what their networks bring; the most for anyone is {most}.",
            people=people,
            mean=as_written(f"{sample['mean_gain']:.4f}"),
            share=percent(sample["share_of_value"], 2),
            most=as_written(f"{sample['largest_gain']:.4f}"),
        ),
    )


def fairness_sentences(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """How the worst served fare, and what the run maximised where that was not the plain sum."""
    sentences = []
    objective = summary.get("objective") or {}
    if objective.get("alpha"):
        sentences.append(
            say(
                "The run was asked to be fair (α = {alpha}): what the worst served gain weighs more.",
                alpha=as_written(f"{objective['alpha']:g}"),
            )
            + " "
            + by_that_measure(objective)
        )
    if summary.get("worst_share") is not None:
        sentences.append(
            say(
                "The person served worst gets {share} of the best network they could have if nobody else needed a seat.",
                share=percent(summary["worst_share"], 1),
            )
        )
    return tuple(sentences)


def by_that_measure(objective: Mapping[str, Any]) -> str:
    reached, bound = points(objective["value"]), objective.get("bound")
    if bound is None:
        return say("By that measure it reached {points}.", points=reached)
    most = points(bound, upwards=True)
    return say("By that measure it reached {points} of at most {most}.", points=reached, most=most)
