"""What is wrong in a sentence, where in the result and where in the script."""

from __future__ import annotations

import types
from pathlib import Path

import pytest

from salesreg.build._pieces import deadline, role, step
from salesreg.build.builder import part, regulation
from salesreg.build.parts import working_day
from salesreg.errors import BuildError

CELL = """
made = (
    regulation("b2b")
    .role("manager", titel="Менеджер")
    .procedure(
        "intake",
        title="Приём",
        steps=[
            step("call", title="Звонок", limit="15 minuts"),
            step("mail"),
        ],
    )
    .organisation("A")
    .add(part().organisation("B"))
)
"""
WORDS = {"regulation": regulation, "part": part, "step": step}


def problems_of(script: str, **names: object) -> list[str]:
    """Return the problems of the builder that a script of a cell makes."""
    space: dict[str, object] = {**WORDS, **names}
    exec(compile(script, "cell", "exec"), space)
    made = space["made"]
    with pytest.raises(BuildError) as caught:
        made.build()  # type: ignore[attr-defined]
    return [str(problem) for problem in caught.value.problems]


def test_build_tells_every_problem_with_path_and_line() -> None:
    """One exception holds all problems, in the order of the script."""
    assert [
        "cell:3: needs a field 'title' (Regulation)",
        (
            "cell:4: unknown field 'titel' in Role (at /roles/0/titel);"
            " did you mean 'title'?"
        ),
        "cell:4: needs a field 'title' (Role) (at /roles/0)",
        (
            "cell:9: must be a duration such as '15 min working' or '2 business days',"
            " got '15 minuts' (at /procedures/0/steps/0/limit);"
            " did you mean '15 minutes'?"
        ),
        "cell:10: needs a field 'title' (Step) (at /procedures/0/steps/1)",
        (
            "cell:14: 'organisation' is given twice, first at cell:13"
            " (at /organisation); keep one of them"
        ),
    ] == problems_of(CELL)


def test_problems_without_raising() -> None:
    """`problems()` returns what `build()` would raise."""
    made = regulation("b2b", title="Sales").stage("won", title="Won", kind="wun")  # type: ignore[arg-type]
    (problem,) = made.problems()
    assert ("wrong-choice", "/stages/0/kind") == (problem.code, problem.path)
    assert "did you mean 'won'?" == problem.hint
    assert problem.place is not None
    assert (__file__, True) == (problem.place.file, Path(problem.place.file).is_file())


def test_place_is_of_the_call_and_not_of_the_library() -> None:
    """Ready parts do not hide the line that calls them."""
    names = {"working_day": working_day}
    script = "made = regulation('b', title='B').add(\n  working_day('9-18'))"
    (problem,) = problems_of(script, **names)
    assert problem.startswith("cell:2: must be a window")


def test_notebook_cells_go_by_their_number() -> None:
    """Where IPython numbers its cells, a place shows that number."""
    numbered = {"cell": ("Cell", "In[3]")}
    shell = types.SimpleNamespace(
        compile=types.SimpleNamespace(format_code_name=numbered.get)
    )
    script = "made = regulation('b2b')"
    found = problems_of(script, get_ipython=lambda: shell)
    assert ["In[3]:1: needs a field 'title' (Regulation)"] == found


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            "made = regulation('b', 'B', title='B')",
            (
                "cell:1: Regulation takes only 'key' without a name, got also 'B';"
                " write name=value"
            ),
        ),
        (
            "made = regulation('b', key='c', title='B')",
            "cell:1: 'key' is given twice: with and without its name (at /key)",
        ),
        (
            "made = regulation('b', title='B', roles=[])",
            (
                "cell:1: regulation() takes a key, a title and a language, not 'roles'"
                " (at /roles); say it with a step: .role(...)"
            ),
        ),
        (
            "made = regulation('b', title='B').text(None)",
            "cell:1: must be a text, got nothing (at /text)",
        ),
        (
            "made = regulation('b', title='B').add('role')",
            (
                "cell:1: cannot add 'role' to a regulation;"
                " add a part, a builder or a thing such as a Role"
            ),
        ),
        (
            "made = regulation('b', title='B').add(step('s', title='S').build())",
            (
                "cell:1: cannot add a Step to a regulation;"
                " add a part, a builder or a thing such as a Role"
            ),
        ),
    ],
)
def test_misuse_is_a_problem_and_not_a_traceback(script: str, expected: str) -> None:
    """What Python would refuse with a TypeError is told like the rest."""
    assert [expected] == problems_of(script)


def test_unknown_step_names_the_one_meant() -> None:
    """A mistyped step is an AttributeError with a suggestion."""
    with pytest.raises(AttributeError) as caught:
        regulation("x", title="X").stge  # type: ignore[attr-defined]  # noqa: B018
    assert "Draft has no step 'stge'; did you mean 'stage'?" == str(caught.value)
    with pytest.raises(AttributeError) as caught:
        part().roles  # type: ignore[attr-defined]  # noqa: B018
    assert "Part has no step 'roles'; did you mean 'role'?" == str(caught.value)


def test_broken_thing_is_told_once_where_it_stands() -> None:
    """A reference to a thing with problems says so without repeating them."""
    broken = role("manager", title="")
    made = part().add(broken).procedure("p", title="P", owner=broken)
    assert [
        ("out-of-bounds", "/roles/0/title"),
        ("broken-reference", "/procedures/0/owner"),
    ] == [(problem.code, problem.path) for problem in made.problems()]


def test_piece_alone_tells_its_problems() -> None:
    """`build()` of a piece raises with the paths below it."""
    with pytest.raises(BuildError) as caught:
        deadline("заявка", limit="soon").build()
    assert ["/limit/duration"] == [problem.path for problem in caught.value.problems]
