from rectify_cli.plan.names import MAX_LISTED, Names

PATHS = ["study", "study.kickoff", "study.report", "fix", "fix.report", "fix.deep", "fix.deep.last"]


def top(paths: list[str]) -> Names:
    return Names(paths, [0] * len(paths), [""])


def meaning(names: Names, reference: str, inside: str, scope: int = 0) -> list[int]:
    return list(names.find(reference, inside, scope))


def test_a_sibling_comes_before_a_namesake_elsewhere() -> None:
    names = top(PATHS)
    assert meaning(names, "report", "fix") == [4]
    assert meaning(names, "report", "study") == [2]


def test_then_outward() -> None:
    assert meaning(top(PATHS), "report", "fix.deep") == [4]


def test_a_sibling_summary_leads_further_in() -> None:
    assert meaning(top(PATHS), "deep.last", "fix") == [6]


def test_then_the_full_path() -> None:
    assert meaning(top(PATHS), "study.report", "fix") == [2]
    assert meaning(top(PATHS), "fix", "study") == [3]


def test_then_a_unique_tail() -> None:
    assert meaning(top(PATHS), "kickoff", "fix.deep") == [1]
    assert meaning(top(PATHS), "deep.last", "study") == [6]


def test_a_tail_that_is_not_unique_names_every_candidate() -> None:
    assert meaning(top(PATHS), "report", "") == [4, 2]


def test_part_of_a_part_is_no_tail() -> None:
    assert meaning(top(["a", "a.x-y", "a.xy"]), "y", "") == []
    assert meaning(top(["a", "a.x-y"]), "-y", "") == []


def test_many_namesakes_are_listed_in_part() -> None:
    paths = [f"p{number}.same" for number in range(100)]
    assert len(meaning(top(paths), "same", "")) == MAX_LISTED


def test_the_shortest_reference_is_the_one_that_suffices() -> None:
    names = top(PATHS)
    assert names.shortest(1, "fix", 0) == "kickoff"
    assert names.shortest(2, "fix", 0) == "study.report"
    assert names.shortest(4, "fix", 0) == "report"


def test_a_guess_is_a_reference_that_works() -> None:
    names = top(PATHS)
    assert names.guess("kickof", "fix", 0) == ("kickoff",)
    assert names.guess("studdy.report", "fix", 0) == ("study.report",)
    assert names.guess("reprot", "", 0) == ("fix.report", "study.report")
    assert names.guess("zzz", "fix", 0) == ()
    assert names.guess("study.reprt", "fix", 0) == ("study.report",)
    assert names.guess("study.zzz", "fix", 0) == ()


INCLUDED = ["study", "study.kickoff", "west", "west.kickoff", "west.deep", "west.deep.end", "end"]


def mounted() -> Names:
    return Names(INCLUDED, [0, 0, 0, 1, 1, 1, 0], ["", "west"])


def test_an_included_plan_does_not_see_out() -> None:
    assert meaning(mounted(), "study.kickoff", "west", 1) == []
    assert meaning(mounted(), "study", "west.deep", 1) == []


def test_its_own_paths_are_its_full_paths() -> None:
    assert meaning(mounted(), "deep.end", "west", 1) == [5]
    assert meaning(mounted(), "kickoff", "west.deep", 1) == [3]


def test_the_plan_around_it_reaches_in_through_its_id_only() -> None:
    assert meaning(mounted(), "kickoff", "", 0) == [1]
    assert meaning(mounted(), "west.kickoff", "study", 0) == [3]
    assert meaning(mounted(), "west.end", "study", 0) == [5]
    assert meaning(mounted(), "deep.end", "study", 0) == []


def test_guesses_and_short_names_work_through_the_mount() -> None:
    assert mounted().guess("west.kickof", "study", 0) == ("west.kickoff",)
    assert mounted().shortest(5, "study", 0) == "west.end"
    assert mounted().full("deep.end", 1) == "west.deep.end"
    assert mounted().full("study", 0) == "study"


def test_guessing_stops_when_it_has_cost_enough() -> None:
    names = top([f"task-{number}" for number in range(100_000)])
    given = [names.guess(f"tusk-{number}x", "", 0) for number in range(5)]
    assert given[0]
    assert given[-1] == ()


def test_a_name_of_an_included_plan_is_found_for_who_left_out_where_it_is() -> None:
    paths = ["a", "west", "west.kickoff", "west.far", "west.far.kickoff", "east", "east.visit"]
    names = Names(paths, [0, 0, 1, 1, 2, 0, 3], ["", "west", "west.far", "east"])
    assert names.mounted("kickoff", "", 0) == ("west.kickoff", "west.far.kickoff")
    assert names.mounted("visit", "", 0) == ("east.visit",)
    assert names.mounted("visit", "west", 1) == ()
    assert names.mounted("a", "", 0) == ()
