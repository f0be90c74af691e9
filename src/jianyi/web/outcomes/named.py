"""What a form links an outcome or a report to: numbers that are typed, and what is ticked among those offered."""

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from jianyi.fieldwork.queries.people import cases_by_number
from jianyi.procedure.facts.acting import Actor
from jianyi.web.acting import Outcome


@dataclass(frozen=True)
class Named:
    """`plain`: for the step; `refusal`: where a number is none that the reader may see."""

    plain: dict[str, Any] = field(default_factory=dict)
    refusal: Outcome | None = None


def named(post: QueryDict, *, by: Actor) -> Named:
    """Of the field `numbers`, and of the boxes `cases`, `ideas` and `pasts`."""
    cases, unknown = cases_by_number(post.get("numbers", "")[:2000], by=by)
    if unknown:
        sentence = f"找不到第 {'、'.join(unknown)} 号建议：请核对编号。往年的建议请在相似件中勾选，或者从那件建议的页面登记。"
        return Named(refusal=Outcome(reasons=[sentence], problems={"numbers": sentence}, code="UNCLEAR"))
    typed = [str(case.id) for case in cases]
    ticked = {
        name: [part for part in post.getlist(name) if part.strip()] for name in ("cases", "ideas", "pasts")
    }
    ticked["cases"] = list(dict.fromkeys([*typed, *ticked["cases"]]))
    return Named(ticked)
