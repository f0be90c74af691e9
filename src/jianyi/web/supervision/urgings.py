"""One letter: its page; the form in which it is drafted, for one addressee or for several at once."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.fieldwork.fresh import home_of
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import WAYS
from jianyi.procedure.words import Limit
from jianyi.supervision.commands import urgings as commands
from jianyi.supervision.facts import offered
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import key_of
from jianyi.supervision.models import Urging
from jianyi.supervision.queries import urgings as queries
from jianyi.supervision.queries.urgings import UrgingFile
from jianyi.turn.under import Under
from jianyi.web import acting
from jianyi.web.acting import Outcome, take
from jianyi.web.seen import seen

from .buttons import buttons


DEMANDS = {
    "contact": "立即与代表联系，如实登记沟通情况", "draft": "抓紧形成答复稿，按程序送审", "co_opinion": "立即研究提出会办意见，送主办单位",
    "co_again": "按主办单位的要求补充完善，重新提出会办意见", "reply": "立即按程序办结，书面答复代表", "acknowledge": "立即签收，落实责任领导、责任处室和经办人",
    "milestone": "补齐计划节点的工作，附佐证登记完成", "promise": "说明承诺事项的进展和完成时间", "progress": "立即报告承诺事项的落实进展",
}  # fmt: skip
LAST = "书面说明滞后的原因、责任人和完成时间"


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    here = f"/urgings/{number}/"
    told = {
        "file": file, "row": file.urging, "buttons": buttons(file.acts, here), "letter": file.letters[-1] if file.letters else None,
        "files": file.evidence.get(file.urging.id, []), "late": file.urging.is_late,
        "tasks": {line.handling_id: line.suggestion.no for line in file.lines}.items(),
    }  # fmt: skip
    return render(request, "supervision/urging.html", told)


def found(request: HttpRequest, number: int) -> UrgingFile:
    return seen(queries.file, request, number)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """What it says, until it is signed."""
    file = found(request, number)
    if not any(act.action is A.URGE for act in file.acts):
        raise Http404
    picked = request.POST.getlist("lags") if request.method == "POST" else [row.key for row in file.lines]
    return _form(request, [Draft(file.urging, file.offered, picked)], "\n".join(file.urging.demands))


class Draft:
    """One letter of a form: to whom, what lags there, what of it is picked."""

    def __init__(self, letter: Urging, lags: list[Slow], picked: list[str]) -> None:
        self.letter, self.lags = letter, lags
        known = {key_of(lag) for lag in lags}
        self.picked = [key for key in picked if key in known]

    @property
    def rows(self) -> list[tuple[str, Slow, bool]]:
        return [(key_of(lag), lag, key_of(lag) in self.picked) for lag in self.lags]


def new(request: HttpRequest) -> HttpResponse:
    """What was picked in a list, by addressee; without anything picked, all that lags with the one named."""
    drafts = _drafts(request, request.actor)  # type: ignore[attr-defined]
    if not drafts:
        raise Http404
    return _form(request, drafts, "")


def _drafts(request: HttpRequest, by: Actor) -> list[Draft]:
    typed = request.POST if request.method == "POST" else request.GET
    picked = typed.getlist("lags")[:200]
    about = {name: typed[name] for name in ("way", "unit", "division") if typed.get(name)}
    if about.get("unit") or about.get("division"):
        letter = fresh("urging", about, by=by)
        lags = offered(letter, Under(letter)) if isinstance(letter, Urging) else []
        keys = picked or ([key_of(lag) for lag in lags] if request.method == "GET" else [])
        return [Draft(letter, lags, keys)] if isinstance(letter, Urging) else []
    return _by_addressee(picked, about.get("way", ""), by)


def _by_addressee(picked: list[str], way: str, by: Actor) -> list[Draft]:
    """A letter for each unit, inside one's own house for each division."""
    home = home_of(by)
    rows = queries.owing(by=by, house=home) if way == "co" else slow(by=by)
    where = {key_of(row): (row.unit, row.division) for row in rows if key_of(row) in picked}
    made: list[Draft] = []
    for unit, division in dict.fromkeys(where.values()):
        about = {
            "way": way or ("inner" if unit == home else ""),
            "unit": str(unit),
            "division": str(division or ""),
        }
        letter = fresh("urging", about, by=by)
        same = [draft for draft in made if (draft.letter.unit_id, draft.letter.division_id) == _to(letter)]
        if isinstance(letter, Urging) and not same:
            made.append(Draft(letter, offered(letter, Under(letter)), picked))
    return made


def _to(letter: object) -> tuple[int, int | None]:
    return (letter.unit_id, letter.division_id) if isinstance(letter, Urging) else (0, None)


def _form(request: HttpRequest, drafts: list[Draft], demands: str) -> HttpResponse:
    outcome = _saved(request, drafts) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "已存为草稿：请核对，签发以后才送达对方。")
        one_ = len(drafts) == 1
        return redirect(
            f"/urgings/{outcome.subject.id}/" if one_ else "/supervision/?show=urgings&part=draft"
        )
    first = drafts[0].letter
    told = {
        "drafts": drafts, "first": first, "is_new": first._state.adding, "reasons": outcome.reasons, "code": outcome.code, "problems": outcome.problems,
        "demands": request.POST.get("demands", "") or demands or proposed(drafts), "answer_by": request.POST.get("answer_by", "") or (first.answer_by or ""),
        "asks_day": not Under(first).place.lays_down(Limit.URGING_ANSWER), **acting.marks(request, outcome, first.version), "way_told": WAYS[first.way],
        "about": {name: request.GET.get(name) or request.POST.get(name, "") for name in ("way", "unit", "division")},
    }  # fmt: skip
    return render(request, "supervision/drafting.html", told, status=409 if outcome.reasons else 200)


def proposed(drafts: list[Draft]) -> str:
    """What is usually asked for where these things lag, to be changed by whoever writes."""
    criteria = dict.fromkeys(
        lag.criterion for draft in drafts for key, lag, on in draft.rows if on or not draft.picked
    )
    return "\n".join([*(DEMANDS[code] for code in criteria if code in DEMANDS), LAST])


def _saved(request: HttpRequest, drafts: list[Draft]) -> Outcome:
    """Each letter is a step of its own; the first that is refused says why, those before it are kept."""
    outcome = Outcome()
    for nth, draft in enumerate(drafts):
        plain = {
            "lags": draft.picked,
            "demands": request.POST.get("demands", ""),
            "answer_by": request.POST.get("answer_by") or None,
        }
        outcome = take(request, commands.urge, draft.letter, plain, part=str(nth) if len(drafts) > 1 else "")
        if not outcome.done:
            break
    return outcome
