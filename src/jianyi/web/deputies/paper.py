"""建议专用纸 (F01): the suggestion as a paper, to be printed and signed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Suggestion
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import CaseFile, case
from jianyi.kit.numerals import chinese
from jianyi.parties.queries import congress_of, phones, seat_of
from jianyi.procedure.facts.said import BASES, CONTACT_WISHES, KINDS, REPEATED, WISHES


ROWS_OF_NAMES = 10


def paper(request: HttpRequest, number: int) -> HttpResponse:
    """For everybody who may see the suggestion; who proposed it stays hidden where it was asked for."""
    file = case(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    row = file.case
    told = {
        "case": row, "heading": heading(row, file), "hidden": file.hides_names, "lead": lead(file), "back": f"/suggestions/{row.id}/",
        "signers": file.proposers[1:], "many": len(file.proposers) > ROWS_OF_NAMES, "points": enumerate(row.points, start=1),
        "boxes": boxes(row), "wished": deputies.unit_names({int(unit) for unit in row.wished_units}, by=file.by).values(),
        "files": [each for each in file.attachments if not each.inside], "salutation": file.salutation,
    }  # fmt: skip
    return render(request, "deputies/paper.html", told)


def heading(row: Suggestion, file: CaseFile) -> str:
    """「澜江省第十四届人民代表大会第四次会议代表建议、批评和意见专用纸」"""
    name, sitting = congress_of(by=file.by).name, row.sitting
    when = "闭会期间" if row.between else f"第{chinese(sitting.nth)}次会议"
    body = f"第{chinese(sitting.term)}届人民代表大会"
    known = name.replace("人民代表大会", body, 1) if "人民代表大会" in name else f"{name}{body}"
    return f"{known}{when}代表建议、批评和意见专用纸"


def lead(file: CaseFile) -> dict[str, str]:
    """Who leads, as far as the reader may know."""
    if file.hides_names:
        return {"name": file.proposers[0], "card_no": "", "delegation": "", "phone": ""}
    row = file.case
    seat = seat_of(row.congress_id, row.lead_id)
    name, phone = phones(row.congress_id, {row.lead_id})[row.lead_id]
    return {
        "name": file.proposers[0] if row.by_delegation else name, "card_no": seat.card_no if seat else "",
        "delegation": row.delegation.name if row.delegation else "", "phone": phone if file.may_call else "",
    }  # fmt: skip


def boxes(row: Suggestion) -> list[dict[str, Any]]:
    """The ticked boxes of the first page."""
    every: list[tuple[str, dict[str, str], set[str]]] = [
        ("类别", KINDS, {row.kind}), ("形成方式", BASES, set(row.basis)), ("连续提出", REPEATED, {row.repeated_years}),
        ("公开意愿", WISHES, {row.publication_wish}), ("沟通意愿", CONTACT_WISHES, {row.contact_wish}),
        ("可否附议", {"yes": "可以附议", "no": "不接受附议"}, {"yes" if row.open_to_co_signers else "no"}),
    ]  # fmt: skip
    return [
        {"label": label, "options": [(name, key in chosen) for key, name in options.items()]}
        for label, options, chosen in every
    ]
