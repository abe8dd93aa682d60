"""The certificate: honest sentences about value, bound, and what the proof covers."""

from constellation.report.certificate import certificate

NBSP = "\N{NO-BREAK SPACE}"


def test_the_certificate_says_value_bound_and_what_the_proof_covers():
    proof = certificate({"value": 1365.2, "bound": 1365.9, "bound_scope": "all pairs"}, people=1300)

    assert proof.lead == (
        "These networks bring 1,365.2 of at most 1,365.9 points anyone could reach under these rules: "
        f"99.94{NBSP}%, proven for all pairs."
    )
    assert any("get on" in sentence for sentence in proof.silent)


def test_a_bound_on_lists_is_not_sold_as_a_bound_on_all_pairs():
    sample = {"people": 500, "mean_gain": 0.0031, "share_of_value": 0.0042, "largest_gain": 0.09}

    proof = certificate({"value": 99.0, "bound": 100.0, "bound_scope": "candidate lists", "sample": sample}, 9000)

    assert "all pairs" not in proof.lead
    said = " ".join(proof.sentences)
    assert "candidate lists only" in said
    assert (
        "500 people drawn at random were answered again against everybody. On average each could gain at most 0.0031"
        in said
    )


def test_a_fair_design_below_a_proven_optimum_is_not_called_the_best():
    fair = certificate({"value": 39.4, "bound": 41.2, "bound_scope": "optimum proven"}, people=40)

    assert fair.figure == "95.63\xa0%"
    assert "no networks" not in fair.lead
    assert "best" in fair.lead


def test_a_proven_optimum_is_called_the_best_there_is():
    proof = certificate({"value": 41.2, "bound": 41.2, "bound_scope": "optimum proven"}, people=40)

    assert proof.figure == f"100{NBSP}%"
    assert "no networks under these rules could bring more" in proof.lead


def test_a_share_just_under_one_is_never_shown_as_100_percent():
    proof = certificate({"value": 99.99999, "bound": 100.0, "bound_scope": "all pairs"}, people=1000)

    assert proof.figure == f"99.99{NBSP}%"


def test_fairness_and_the_worst_served_are_told():
    objective = {"alpha": 1.0, "value": -12.3, "bound": -12.1}
    summary = {"value": 9.0, "bound": 10.0, "bound_scope": "all pairs", "objective": objective, "worst_share": 0.733}

    said = " ".join(certificate(summary, people=10).sentences)

    assert "α = 1" in said
    assert f"73.3{NBSP}%" in said
