"""What a user who must fix something is told."""

from __future__ import annotations

from rapportage.errors import ContentError, Place, Problem, Problems, Result, attempt, nearest, refusal

A, B = Place("a.yaml", 9), Place("b.yaml", 2, 5)


def test_a_place_reads_as_editors_understand_it() -> None:
    assert str(B) == "b.yaml:2:5"
    assert str(A) == "a.yaml:9"
    assert str(Place("map", 0)) == "map"


def test_problems_come_in_order_of_file_and_line_each_once() -> None:
    first, second, third = (Problem("fout", "x", place) for place in (Place("a.yaml", 2), A, B))
    assert ContentError([third, second, first, second]).problems == (first, second, third)


def test_the_same_thing_told_of_two_subjects_is_one_problem() -> None:
    one, other = (Problem("fout", "x", A, subject=words) for words in ("Urk", "Ens"))
    assert ContentError([one, other]).problems == (one,)


def test_the_nearest_name_is_offered_and_else_the_few_that_exist() -> None:
    assert nearest("tittel", ["titel", "alt"]) == "bedoelde u 'titel'?"
    assert nearest("TITEL", ["Titel", "alt"]) == "bedoelde u 'Titel'?"
    assert nearest("zzz", ["titel", "alt"]) == "bekend: 'alt', 'titel'"
    assert nearest("zzz", ["titel"], "maak het aan") == "maak het aan"
    assert nearest("zzz", []) is None
    assert nearest("zzz", [f"naam-{number}" for number in range(40)]) is None


def test_what_cannot_be_made_is_nothing_with_its_problems() -> None:
    def fails() -> int:
        raise refusal("x", A, None, "proef")

    assert attempt(lambda: 3) == Result(3)
    assert attempt(fails) == Result(None, (Problem("fout", "x", A, None, "proef"),))


def test_what_is_made_of_results_has_the_problems_of_all() -> None:
    one, other = (Problem("fout", "x", place) for place in (A, B))
    problems = Problems()
    made = problems.take(Result(2, (one,))) + problems.take(Result(3, (other,)))
    assert problems.having(made) == Result(5, (one, other))
