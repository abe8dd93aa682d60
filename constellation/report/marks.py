"""What stands on every page before anything else: a mark and its explanation."""

from constellation.report.results import Results
from constellation.words import say


def marks(results: Results) -> tuple[tuple[str, str], ...]:
    found = []
    if results.simulated:
        found.append(
            (
                say("Simulated answers: nobody gave these"),
                say(
                    "Needs and offers were drawn from published and assumed rates. Use the page to see what a run tells, "
                    "never to pair people."
                ),
            )
        )
    if results.stopped:
        found.append(
            (
                say("Stopped early: the best design so far"),
                say("The run was interrupted. Everything here holds, but a full run may reach more."),
            )
        )
    return tuple(found)
