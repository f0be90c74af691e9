"""What came of a suggestion and what the press wrote of it, for the pages of suggestions, golden ideas and past replies."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.models import Idea
from jianyi.cases.queries.files import CaseFile
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Outcome
from jianyi.outcomes.queries.lists import about, of_ideas
from jianyi.outcomes.queries.publicity import written_of
from jianyi.procedure.facts.acting import Actor


def told(file: CaseFile) -> dict[str, Any]:
    """For outcomes/about.html; `credits`: the reader's unit handles it, and may put down what came of it."""
    case, by = file.case, file.by
    return {
        "results": about(case.id, by=by), "reports": written_of(case.id, by=by),
        "credits": bool(file.own_handlings and case.handed_over_at and fresh("publicity", {}, by=by)),
    }  # fmt: skip


def ends(ideas: Iterable[Idea], by: Actor) -> dict[int, list[Outcome]]:
    """golden idea → what came of it."""
    return of_ideas([row.id for row in ideas], by=by)
