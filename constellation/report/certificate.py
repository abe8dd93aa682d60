"""The certificate in plain words: what was reached, what could be reached at most, and what that does not say.

Read from the summary: `value`, `bound`, `bound_scope` ("all pairs", "candidate lists", "optimum proven"), `sample`
{people, mean_gain, share_of_value, largest_gain}, `objective` {alpha, value, bound} and `worst_share`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from constellation.report.numbers import count, percent, points, proven

SAYS_NOTHING_ABOUT = (
    "whether people will get on: that shows when they meet",
    "what nobody wrote down: a need not stated is not covered, an offer not made is not used",
    "how true the answers are: it counts every answer as given",
)


@dataclass(frozen=True)
class Certificate:
    """`figure` is the large number, blank where nothing was proven; `sentences` say the rest in order."""

    figure: str
    lead: str
    sentences: tuple[str, ...]
    silent: tuple[str, ...] = SAYS_NOTHING_ABOUT


def certificate(summary: Mapping[str, Any], people: int) -> Certificate:
    """The certificate of a run; without a value or without people it says that there is nothing to certify."""
    value, bound = summary.get("value"), summary.get("bound")
    if value is None or not people:
        return Certificate("", "There is nothing to certify: nobody was given a network.", ())
    more = (*sample_sentences(summary), *fairness_sentences(summary))
    if bound is None:
        lead = f"These networks bring {points(value)} points. How far from the best they are was not computed."
        return Certificate("", lead, more)
    scope = summary.get("bound_scope", "")
    if value >= bound:
        lead = f"These networks bring {points(value)} points, and no networks under these rules could bring more."
        return Certificate(percent(1.0), lead, ("Proven: this is the best there is.", POINT, *more))
    reached = f"These networks bring {points(value)} of at most {points(bound, upwards=True)} points"
    share = proven(value, bound)
    if scope == "candidate lists":
        lead = f"{reached} that networks chosen from each person’s candidate list could bring: {share}."
        limit = "The bound covers the candidate lists only; it is not proven for partners outside them."
        return Certificate(share, lead, (limit, POINT, *more))
    if scope == "optimum proven":
        lead = f"{reached}, which the best networks under these rules bring: {share}."
        return Certificate(share, lead, ("Those best networks were found and proven to be the best.", POINT, *more))
    lead = f"{reached} anyone could reach under these rules: {share}, proven for all pairs."
    return Certificate(share, lead, (POINT, *more))


POINT = "One point is what it brings to cover every need of one person in full; good fit of partners can add to it."


def sample_sentences(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """What people drawn at random could gain at most if they could choose among everybody."""
    sample = summary.get("sample")
    if not sample or not sample.get("people"):
        return ()
    size = f"{count(sample['people'])} people drawn at random"
    if sample["mean_gain"] <= 0:
        return (f"Outside the lists: {size} were answered again against everybody, and none could gain anything.",)
    return (
        f"Outside the lists: {size} were answered again against everybody. On average each could gain at most "
        f"{sample['mean_gain']:.4f} points, {percent(sample['share_of_value'], 2)} of what their networks bring; "
        f"the most for anyone is {sample['largest_gain']:.4f}.",
    )


def fairness_sentences(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """How the worst served fare, and what the run maximised where that was not the plain sum."""
    sentences = []
    objective = summary.get("objective") or {}
    if objective.get("alpha"):
        bound = objective.get("bound")
        most = "" if bound is None else f" of at most {points(bound, upwards=True)}"
        sentences.append(
            f"The run was asked to be fair (α = {objective['alpha']:g}): what the worst served gain weighs more. "
            f"By that measure it reached {points(objective['value'])}{most}."
        )
    if summary.get("worst_share") is not None:
        sentences.append(
            f"The person served worst gets {percent(summary['worst_share'], 1)} of the best network "
            "they could have if nobody else needed a seat."
        )
    return tuple(sentences)
