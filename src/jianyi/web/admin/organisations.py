"""Organisations: the congress's own bodies, units with divisions and subordinate bodies, delegations, committees."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.parties import commands as parties, directory
from jianyi.parties.models import Organisation
from jianyi.parties.queries import WITHIN, congress_of
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import Kind

from ..acting import Outcome, new_key, take
from .access import actor, acts, administrators, one
from .duties import fits
from .fields import Line, choice


KINDS = [(kind.value, kind.label) for kind in Kind]
ORDER = (
    Kind.COMMITTEE, Kind.PRESIDIUM, Kind.OFFICE, Kind.SPECIAL, Kind.GOVERNMENT_OFFICE, Kind.UNIT, Kind.DELEGATION,
)  # fmt: skip
DESKS = {"division": "承办处室", "office": "办公室", "leader": "分管领导", "principal": "主要负责人"}


class NewOrganisation(forms.Form):
    name = Line("名称", 100, hint="写全称。")
    short = Line("简称", 30, need=False, hint="表格里显示。")
    kind = choice("类别", KINDS)
    parent = Line("上级单位", 100, need=False, hint="处室和下属单位必填。")
    code = Line("机关代字", 20, need=False, hint="答复函编号用，如“澜农”。")
    of_government = forms.BooleanField(label="属于政府系统", required=False)


class Renaming(forms.Form):
    name = Line("名称", 100)
    short = Line("简称", 30, need=False)


@administrators
def organisations(request: HttpRequest) -> HttpResponse:
    """All in use, by kind; and the form for a new one."""
    form = NewOrganisation(request.POST or None, initial={"kind": request.GET.get("kind") or Kind.UNIT.value})
    if form.is_valid():
        outcome = _found(request, form.cleaned_data)
        if outcome.done:
            messages.success(request, f"已设立{outcome.subject.name}。")
            return redirect(f"/organisations/{outcome.subject.id}/")
        form.add_error(None, as_text(outcome.reasons))
    found = directory.branches(by=actor(request))
    shown = {
        "form": form, "key": request.POST.get("key") or new_key(), "units": [b.organisation.name for b in found.get(Kind.UNIT, [])],
        "kinds": [(kind, found[kind]) for kind in ORDER if found.get(kind)],
    }  # fmt: skip
    return render(request, "admin/organisations.html", shown, status=422 if form.errors else 200)


def _found(request: HttpRequest, said: dict[str, Any]) -> Outcome:
    by, kind = actor(request), Kind(said["kind"])
    above = directory.named(said["parent"], by=by, kinds=(Kind.UNIT,)) if said["parent"] else []
    if kind in WITHIN and len(above) != 1:
        return Outcome(reasons=["处室和下属单位须写明上级单位的全称，上级须是在用的承办单位。"])
    if kind not in WITHIN and said["parent"]:
        return Outcome(reasons=[f"{kind.label}没有上级单位：请清空这一项。"])
    if any(row.parent_id == (above[0].id if above else None) for row in directory.named(said["name"], by=by)):
        return Outcome(reasons=["同一上级下已有同名的机构，请换一个名称。"])
    row = Organisation(
        congress_id=by.congress, kind=kind, parent_id=above[0].id if above else None, code=said["code"],
        of_government=above[0].of_government if above else said["of_government"], place=congress_of(by=by).place,
    )  # fmt: skip
    return take(request, parties.found_organisation, row, said)


@administrators
def organisation(request: HttpRequest, number: int) -> HttpResponse:
    """One organisation: names, the desks its papers pass, who holds what."""
    by = actor(request)
    row: Organisation = one(directory.organisation(number, by=by))
    form = Renaming(request.POST or None, initial={"name": row.name, "short": row.short})
    if form.is_valid():
        outcome = take(request, parties.change_organisation, row, form.cleaned_data)
        if outcome.done:
            messages.success(request, "已改好。")
            return redirect(f"/organisations/{row.id}/")
        form.add_error(None, as_text(outcome.reasons))
    shown = {
        "row": row, "id": str(row.id), "form": form, "full": directory.full_name(row), "acts": acts(row, row, by=by),
        "inner": directory.within(row, by=by), "holders": directory.holders_in(row, by=by), "key": new_key(),
        "desks": _desks(row), "duties": fits(row.kind), "here": f"/organisations/{row.id}/",
    }  # fmt: skip
    return render(request, "admin/organisation.html", shown, status=422 if form.errors else 200)


def _desks(row: Organisation) -> list[tuple[str, object]]:
    """(desk, may edit form) of a unit, in order; the signer comes after them."""
    return (
        [(DESKS.get(str(name), str(name)), form) for name, form in row.desks] if row.kind is Kind.UNIT else []
    )
