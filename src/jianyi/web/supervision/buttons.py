"""What may be done with a letter, a document of the ladder, a help measure: one button a step, duties first."""

from typing import Any

from jianyi.cases.queries.acts import Act
from jianyi.procedure.actions import Action as A
from jianyi.turn.tracks import track_of
from jianyi.web.cases.inside import verb


# Steps that have a page of their own.
FORMS = {("urging", A.URGE): "edit/", ("measure", A.DRAW_UP): "edit/", ("help", A.HELP): "edit/"}
# What is lacking for these is only known by what they say.
LAID_OUT = {A.NOTIFY: "notice", A.LIST: "listing", A.SUMMON: "interview", A.CALL_TO_ACCOUNT: "accountability"}


def buttons(acts: list[Act], here: str, rung: str = "") -> list[dict[str, Any]]:
    """`here`: the page they stand on and lead back to; `rung`: of a document, whose own signing alone is offered."""
    shown = [act for act in acts if LAID_OUT.get(act.action, rung) == rung]
    return [_button(act, here) for act in sorted(shown, key=lambda act: act.row.at_will)]


def _button(act: Act, here: str) -> dict[str, Any]:
    track = track_of(act.subject).name
    own = FORMS.get((track, act.action))
    there = f"/act/{track}/{act.subject.id}/{act.action.value}/?next={here}"
    signs = act.action in (A.SIGN, *LAID_OUT)
    return {
        "label": "修改草稿" if act.action in (A.URGE, A.DRAW_UP) else "修改" if act.action is A.HELP else verb(act.subject, act.action),
        "href": f"{here}{own}" if own else there, "ready": act.ready, "missing": act.missing,
        "kind": "" if act.row.at_will and not signs else "primary",
    }  # fmt: skip
