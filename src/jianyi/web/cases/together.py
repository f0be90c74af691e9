"""On a suggestion's page: that it is handled together with others of its kind, what was held, its problems."""

from typing import Any

from jianyi.cases.queries.files import CaseFile
from jianyi.themes.queries.about import Together, together as ask


def together(file: CaseFile) -> list[dict[str, Any]]:
    """One card for each unit that has it in a group."""
    return [_card(file, each) for each in ask(file)]


def _card(file: CaseFile, each: Together) -> dict[str, Any]:
    rows = [
        {"row": row, "files": each.evidence.get(row.id, []), "here": row.pledged_case == file.case.id} for row in each.problems
    ]  # fmt: skip
    return {
        "theme": each.theme, "opens": each.opens, "gatherings": each.gatherings, "problems": rows, "struck": each.struck,
        "pledged": each.pledged,
    }  # fmt: skip
