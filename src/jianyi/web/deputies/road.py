"""The seven steps of a suggestion's road, and how far it has come: for showing, never for deciding."""

from collections.abc import Iterable, Mapping

from jianyi.cases.models import Handling, Suggestion
from jianyi.procedure.words import Handling as H, Suggestion as S


STEPS = ("提出", "审查", "交办", "沟通", "答复", "测评", "落实")
STANDS: dict[S, int] = {
    S.DRAFT: 1, S.AT_DELEGATION: 2, S.SUBMITTED: 2, S.RETURNED: 2, S.LETTER: 2, S.REFERENCE: 2, S.REGISTERED: 3,
    S.PROPOSED: 3, S.MERGED: 3, S.HANDED_OVER: 4, S.ANSWERED: 6, S.RATED: 7, S.TRACKING: 7, S.ESCALATED: 7, S.CLOSED: 8,
}  # fmt: skip
OFF_THE_ROAD = frozenset({S.RETURNED, S.LETTER, S.REFERENCE, S.MERGED, S.WITHDRAWN})
BEGUN = frozenset({H.WORKING, H.DELIVERED})
Step = dict[str, str]


def steps(case: Suggestion, tasks: Iterable[Handling], notes: Mapping[int, str] | None = None) -> list[Step]:
    """The steps for parts/stepper.html and parts/stepline.html; `notes`: step → the day or what is awaited."""
    now = stands_at(case, tasks)
    told = notes or {}
    found = [
        {"label": label, "state": _state(number, now), "note": told.get(number, "")}
        for number, label in enumerate(STEPS, start=1)
    ]
    if case.stage in OFF_THE_ROAD:
        found[now - 1] |= {"label": case.stage.label, "note": ""}
    if case.stage is S.CLOSED:
        found[-1]["label"] = case.stage.label
    return found


def stands_at(case: Suggestion, tasks: Iterable[Handling]) -> int:
    """Which step is under way, from 1; 8 when all are done."""
    if case.stage is S.HANDED_OVER and any(task.stage in BEGUN for task in tasks if not task.advises):
        return 5
    return STANDS.get(case.stage) or _withdrawn_at(case)


def _withdrawn_at(case: Suggestion) -> int:
    if case.handed_over_at:
        return 4
    return 3 if case.number else 2


def _state(number: int, now: int) -> str:
    if number < now:
        return "done"
    return "now" if number == now else ""
