"""Writing a suggestion: the form, its rows, its files; saving the draft; the check before it is handed in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import suggestions
from jianyi.cases.fresh import fresh
from jianyi.cases.models import Suggestion
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import Act, CaseFile, case
from jianyi.cases.queries.preview import after
from jianyi.documents.guard import Unreadable
from jianyi.documents.intake import stored
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import BASES
from jianyi.procedure.words import Duty
from jianyi.turn import buffers

from .. import acting
from . import form as forms
from .co_signers import asked
from .form import CHOICES, Form


def new(request: HttpRequest) -> HttpResponse:
    """A new sheet; with `delegation`, in the delegation's name."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    on = fresh("suggestion", {"delegation": _told(request, "delegation")}, by=by)
    if not isinstance(on, Suggestion):
        return _refused(request, ["现在没有正在进行的会次，暂时不能提出建议。请联系议案建议处。"])
    return _form(request, CaseFile(on, by), "suggestion-new")


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """The draft, while it is one."""
    file = _file(request, number)
    if request.method != "POST" and not _may(file, A.WRITE):
        messages.warning(request, "这件建议已不是草稿，或者不由您执笔，不能再改。")
        return redirect(f"/suggestions/{number}/")
    return _form(request, file, f"suggestion-{number}")


def check(request: HttpRequest, number: int) -> HttpResponse:
    """The whole text once more, what is missing, what follows; then it is handed in."""
    file = _file(request, number)
    outcome = acting.Outcome()
    if request.method == "POST":
        outcome = acting.take(request, suggestions.submit, file.case)
        if outcome.done:
            buffers.drop(f"suggestion-{number}", by=file.by)
            messages.success(request, "建议已提交。每走一步都会发消息告诉您。")
            return redirect(f"/suggestions/{number}/")
    elif not _may(file, A.SUBMIT):
        return redirect(f"/suggestions/{number}/")
    return _check_page(request, file, outcome)


# The form


def _form(request: HttpRequest, file: CaseFile, buffer: str) -> HttpResponse:
    lacking = next((act.missing for act in file.acts_on(file.case) if act.action is A.WRITE), [])
    if lacking:
        return _refused(request, lacking)
    if request.method != "POST":
        return _page(request, file, _opened(file, buffer), buffer)
    sheet = forms.posted(request.POST)
    act = request.POST.get("act", "save")
    if act.partition("-")[0] in ("more", "up", "down", "drop"):
        sheet.texts["points"] = forms.arranged(sheet.many("points"), act)
        return _page(request, file, sheet, buffer)
    if act == "find":
        return _page(request, file, sheet, buffer)
    return _save(request, file, sheet, buffer)


def _opened(file: CaseFile, buffer: str) -> Form:
    """Unsent text comes back by itself; it stands over the draft until it is sent or thrown away."""
    unsent = buffers.read(buffer, by=file.by)
    if unsent:
        return forms.kept(unsent.fields, unsent.version)
    if file.case._state.adding:
        return forms.blank()
    return forms.of(file.case, (row.file_id for row in file.attachments))


def _save(request: HttpRequest, file: CaseFile, sheet: Form, buffer: str) -> HttpResponse:
    _take_in_files(request, file, sheet)
    sheet.check()
    outcome = acting.Outcome(reasons=list(sheet.problems.values()), problems=sheet.problems, code="UNCLEAR")
    if not sheet.problems:
        outcome = acting.take(request, suggestions.write, file.case, sheet.plain)
    if not outcome.done:
        return _page(request, file, sheet, buffer, outcome, status=409)
    buffers.drop(buffer, by=file.by)
    if request.POST.get("act") == "check":
        return redirect(f"/suggestions/{outcome.subject.id}/submit/")
    messages.success(request, "草稿已保存。")
    return redirect(f"/suggestions/{outcome.subject.id}/edit/")


def _take_in_files(request: HttpRequest, file: CaseFile, sheet: Form) -> None:
    """Each file by itself: one that cannot be taken does not keep the others out."""
    uploads = request.FILES.getlist("upload")
    most = file.under.place.number("attachments") or len(uploads) + len(sheet.many("attachments"))
    if len(uploads) + len(sheet.many("attachments")) > most:
        sheet.problems["upload"] = f"附件最多 {most} 个，请减少后再保存。"
        return
    for upload in uploads:
        try:
            (row,) = stored([upload], by=file.by)
            sheet.texts.setdefault("attachments", []).append(str(row.id))
        except Unreadable as unreadable:
            sheet.problems["upload"] = f"{upload.name}：{unreadable.sentence}"


def _page(
    request: HttpRequest,
    file: CaseFile,
    sheet: Form,
    buffer: str,
    outcome: acting.Outcome | None = None,
    status: int = 200,
) -> HttpResponse:
    on, told = file.case, outcome or acting.Outcome()
    unsent = buffers.read(buffer, by=file.by)
    context = {
        "case": on, "new": on._state.adding, "buffer": buffer, "sheet": sheet, "reasons": told.reasons, "code": told.code,
        "problems": told.problems, "version": unsent.version if unsent else 0,
        "unsent": unsent if request.method == "GET" else None,
        **acting.marks(request, told, on.version),
        "points": [{"number": n, "text": text} for n, text in enumerate(sheet.points, start=1)],
        "fields": _choices(sheet), "basis": BASES, "units": _units(request, file, sheet),
        "files": deputies.own_files(sheet.numbers("attachments"), by=file.by),
        "most_files": file.under.place.number("attachments"), "title_length": file.under.place.number("title_length"),
        "asked": asked(file), "back": deputies.sent_back([on.id], by=file.by).get(on.id, ""), "delegation": _delegation(request, file), "next": _next(file),
    }  # fmt: skip
    return render(request, "deputies/write.html", context, status=status)


def _choices(sheet: Form) -> dict[str, dict[str, Any]]:
    """name → its options, with what is chosen."""
    return {
        name: {"options": options.items(), "chosen": sheet.one(name) or next(iter(options))}
        for name, options in CHOICES.items()
    }


def _units(request: HttpRequest, file: CaseFile, sheet: Form) -> dict[str, Any]:
    """Those chosen, and those found by name."""
    chosen = deputies.unit_names(sheet.numbers("wished_units"), by=file.by)
    words = request.POST.get("unit_q", "")
    found = [
        (number, name) for number, name in deputies.find_units(words, by=file.by) if number not in chosen
    ]
    return {"chosen": chosen.items(), "found": found, "words": words}


def _delegation(request: HttpRequest, file: CaseFile) -> dict[str, Any] | None:
    """For the head of a delegation: whether this one is the delegation's."""
    case = file.case
    if not case._state.adding and not case.by_delegation:
        return None
    heads = case.delegation_id in file.by.where(Duty.DELEGATION_HEAD)
    return {"name": case.delegation.name, "chosen": case.by_delegation} if heads and case.delegation else None


def _next(file: CaseFile) -> dict[str, Any]:
    """The bar below the form. `checks`: what the draft as it was last saved lacks; beside the form, for the bar
    would contradict what has been typed since."""
    submit = next((act for act in file.acts_on(file.case) if act.action is A.SUBMIT), None)
    known = submit is not None and not file.case._state.adding
    return {
        "verb": "提交", "after": after(submit.row, file.case, file.under) if submit else "",
        "checks": lacking(submit) if known and submit else [], "note": "先检查一遍，再正式提交。",
        "buttons": [
            {"label": "保存草稿", "value": "save", "icon": "device-floppy"},
            {"label": "检查并提交", "value": "check", "kind": "primary"},
        ],
    }  # fmt: skip


def lacking(act: Act) -> list[str]:
    """What keeps it from being handed in, one thing an entry."""
    found = []
    for sentence in act.missing:
        told = sentence.removeprefix("还差：")
        found += told.partition("。")[0].split("、") if told != sentence else [sentence]
    return found


# The check


def _check_page(request: HttpRequest, file: CaseFile, outcome: acting.Outcome) -> HttpResponse:
    case = file.case
    act = next((act for act in file.acts_on(case) if act.action is A.SUBMIT), None)
    waiting = [row for row in asked(file) if row["waits"]]
    button = {"label": "提交建议", "value": "submit", "kind": "primary"}
    told = {
        "case": case, "file": file, "points": enumerate(case.points, start=1), "asked": asked(file), "waiting": waiting,
        "reasons": outcome.reasons, "code": outcome.code, "key": request.POST.get("key") or acting.new_key(), "seen": case.version,
        "unsent": buffers.read(f"suggestion-{case.id}", by=file.by),
        "labels": {name: options.get(getattr(case, name), "") for name, options in CHOICES.items()},
        "basis": [BASES[name] for name in case.basis if name in BASES],
        "wished": deputies.unit_names({int(unit) for unit in case.wished_units}, by=file.by).values(),
        "next": {
            "verb": "提交", "after": after(act.row, case, file.under) if act else "",
            "missing": lacking(act) if act else [],
            "note": f"还有 {len(waiting)} 份附议邀请没有回应，提交后不列入附议名单。" if waiting else "",
            "buttons": [
                {"label": "回去修改", "href": f"/suggestions/{case.id}/edit/"},
                button if act and act.ready else button | {"unavailable": True},
            ],
        },
    }  # fmt: skip
    return render(request, "deputies/check.html", told, status=409 if outcome.reasons else 200)


# Pieces


def _file(request: HttpRequest, number: int) -> CaseFile:
    file = case(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    return file


def _may(file: CaseFile, action: A) -> bool:
    return any(act.action is action for act in file.acts_on(file.case))


def _told(request: HttpRequest, name: str) -> str:
    return request.POST.get(name) or request.GET.get(name, "")


def _refused(request: HttpRequest, reasons: list[str]) -> HttpResponse:
    return render(request, "errors/409.html", {"reasons": reasons, "code": "WRONG_ACTOR"}, status=403)
