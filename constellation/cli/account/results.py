"""Everything a run tells, gathered for the outputs."""

from typing import Any

import numpy as np

from constellation.cli.account.facts import facts_of
from constellation.cli.account.kept import kept_rows
from constellation.cli.account.needs import Needs, unmet_rows
from constellation.cli.account.ties import tie_rows
from constellation.cli.account.units import department_names
from constellation.cli.files import Inputs
from constellation.engine import Design
from constellation.report.results import Changes, Load, PersonRow, Results


def results_of(inputs: Inputs, design: Design, title: str, settings: dict[str, Any]) -> Results:
    """`settings`: what the command was told and measured (seed, seconds, peak_mb, version, ...)."""
    needs = Needs.of(inputs, design)
    unmet, mends = unmet_rows(inputs, design, needs)
    ids, price = inputs.roster.ids, design.price
    departments = department_names(inputs)
    return Results(
        title=title,
        simulated=inputs.simulated,
        stopped=design.stopped,
        proof=bool(design.columns),
        summary=summary_of(inputs, design, settings),
        ties=tie_rows(inputs, design),
        unmet=unmet,
        people=person_rows(inputs, design, needs),
        prices=[(ids[j], float(price[j])) for j in np.flatnonzero(inputs.problem.gives > 0)],
        coverage_by_area=needs.by_group([inputs.area_names[area] for area in needs.area.tolist()]),
        coverage_by_department=needs.by_group([departments[person] for person in needs.person.tolist()]),
        load=load_rows(inputs, design),
        mends=mends,
        changes=changes_of(inputs, design),
        notes=inputs.notes,
        facts=facts_of(inputs, design),
        kept=kept_rows(inputs),
    )


def summary_of(inputs: Inputs, design: Design, settings: dict[str, Any]) -> dict[str, Any]:
    share = design.share_of_best[inputs.problem.seeks > 0]
    worst = float(np.nanmin(share)) if np.isfinite(share).any() else None
    fair = design.fair
    objective = {"alpha": fair.alpha, "value": fair.value, "bound": fair.bound} if fair else None
    plain = {"alpha": 0.0, "value": design.value, "bound": design.bound}
    told: dict[str, Any] = {
        "people": inputs.problem.people,
        "seats": int(inputs.problem.gives.sum()),
        "filled": len(design.person),
        "value": design.value,
        "bound": design.bound,
        "certified": design.certified,
        "bound_scope": design.scope,
        "worst_share": worst,
    }
    if design.sample:
        told["sample"] = vars(design.sample)
    log = [{"place": note.place, "sentence": note.sentence} for note in inputs.notes]
    return told | {"objective": objective or plain, "stopped": design.stopped} | settings | {"log": log}


def person_rows(inputs: Inputs, design: Design, needs: Needs) -> list[PersonRow]:
    roster, problem = inputs.roster, inputs.problem
    partners = np.bincount(design.person, minlength=problem.people).tolist()
    load = np.bincount(design.partner, minlength=problem.people).tolist()
    coverage, share = needs.coverage(problem.people), design.share_of_best.tolist()
    return [
        PersonRow(
            roster.ids[i], roster.name[i], roster.department[i], roster.college[i], roster.rank[i],
            int(problem.seeks[i]), partners[i], coverage[i], float(design.utility[i]),
            None if np.isnan(share[i]) else share[i], int(problem.gives[i]), load[i], roster.campus[i], roster.stage[i], roster.role[i], roster.interests[i],
        )
        for i in range(problem.people)
    ]  # fmt: skip


def load_rows(inputs: Inputs, design: Design) -> list[Load]:
    """Seats and their use by own role, faculty by rank; fullest first."""
    roster, gives = inputs.roster, inputs.problem.gives
    load = np.bincount(design.partner, minlength=len(gives))
    groups: dict[str, list[int]] = {}
    for i in np.flatnonzero(gives > 0).tolist():
        groups.setdefault(group_of(roster.rank[i], roster.role[i]), []).append(i)
    rows = [Load(name, len(who), int(gives[who].sum()), int(load[who].sum())) for name, who in groups.items()]
    return sorted(rows, key=lambda row: (-row.filled / row.seats, row.group))


def group_of(rank: str, role: str) -> str:
    return role if role != "faculty" else rank or "rank not given"


def changes_of(inputs: Inputs, design: Design) -> Changes | None:
    """What the design does to current ties; None where none were given."""
    if not inputs.current:
        return None
    new = set(zip(design.person.tolist(), design.partner.tolist(), strict=True))
    compared = {(int(a), int(b)) for a, b in inputs.compared}
    again = len(compared & new)
    return Changes(len(inputs.problem.kept), again, len(compared) - again, len(new) - again)
