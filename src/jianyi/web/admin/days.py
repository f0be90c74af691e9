"""The days of the years: which arrangements are known, the form for one more, and what they moved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries.moved import moved
from jianyi.kit import clock
from jianyi.parties import commands as parties, directory
from jianyi.parties.models import Arrangement
from jianyi.procedure.calendar import Year, shipped
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS

from .. import show
from ..acting import new_key, take
from .access import actor
from .fields import Line, whole


KEEPERS = (Duty.ADMINISTRATOR, *CLERKS)


class Days(forms.Form):
    """As it was published."""

    year = whole("年份", least=1949, most=2199)
    rest = forms.CharField(
        label="放假", widget=forms.Textarea(attrs={"rows": 7}), help_text="每行一个假期，如“2027-01-01 至 2027-01-03”；只放一天的写一个日子。",
        error_messages={"required": "请填写放假的日子。"},
    )  # fmt: skip
    worked = forms.CharField(
        label="调休上班", widget=forms.Textarea(attrs={"rows": 4}), required=False, help_text="每行一个日子，须是周六、周日。"
    )  # fmt: skip
    source = Line("依据", 200, hint="文件名称、文号。")


def days(request: HttpRequest) -> HttpResponse:
    """For everybody who holds a post; entered by the congress's office or an administrator."""
    by: Actor = actor(request)
    if not by.posts:
        raise Http404
    keeps = by.holds(*KEEPERS)
    form = Days(request.POST or None, initial={"year": clock.today().year + 1})
    if keeps and form.is_valid():
        row = Arrangement(congress_id=by.congress, root_id=by.congress)
        outcome = take(request, parties.announce, row, form.cleaned_data)
        if outcome.done:
            messages.success(
                request,
                f"{row.year or form.cleaned_data['year']} 年放假安排已登记。受影响的期限由平台逐件重新推算，列在下面。",
            )
            return redirect("/days/")
        form.add_error(None, as_text(outcome.reasons))
    told = _told(request, by) | {"form": form, "keeps": keeps, "key": request.POST.get("key") or new_key()}
    return render(request, "admin/days.html", told, status=422 if form.errors else 200)


def _told(request: HttpRequest, by: Actor) -> dict[str, Any]:
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = moved(by=by, **cursors)
    entered = directory.arrangements(by=by)
    known = dict(shipped()) | {row.year: row.as_year for row in reversed(entered) if row.in_force}
    return {
        "changes": page.rows, "page": show.pager(page, request), "entered": entered,
        "years": [_year(known[number]) for number in sorted(known, reverse=True)],
        "unknown": [n for n in (clock.today().year, clock.today().year + 1) if n not in known],
    }  # fmt: skip


def _year(year: Year) -> dict[str, Any]:
    return {"number": year.number, "source": year.source, "rest": year.rest, "worked": year.worked}
