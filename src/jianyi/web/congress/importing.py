"""Import of letters and lists: upload, look over what was recognised, correct, confirm."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import past
from jianyi.cases.fresh import fresh
from jianyi.cases.queries import office
from jianyi.kit.ids import read_numbers
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.speech import LONGEST

from ..acting import Outcome, new_key, take
from ..deputies import form as forms
from . import doors, intake
from .entering import enter_one, like, seat_of


NO_LEAD = "没有选定领衔代表：请点“核对”选定后再录入。"


@doors.only(*CLERKS)
def upload(request: HttpRequest) -> HttpResponse:
    """Files, or pasted text."""
    if request.method != "POST":
        return render(request, "congress/import.html", {"most": intake.MOST_FILES, "rows": intake.MOST_ITEMS})
    files, text = request.FILES.getlist("files"), request.POST.get("text", "")
    if not files and not text.strip():
        told = {"most": intake.MOST_FILES, "rows": intake.MOST_ITEMS, "problem": "请选择文件，或者粘贴文字。"}
        return render(request, "congress/import.html", told, status=409)
    return redirect(f"/import/{intake.gather(files, text, by=request.actor)}/")  # type: ignore[attr-defined]


@doors.only(*CLERKS)
def preview(request: HttpRequest, number: int) -> HttpResponse:
    """What was recognised, one line each; the ticked ones are confirmed together."""
    by = request.actor  # type: ignore[attr-defined]
    items = intake.items(number, by=by)
    if not items:
        raise Http404
    if request.method == "POST":
        _confirm(request, number, items)
        return redirect(f"/import/{number}/")
    rows = [
        {"nth": nth, "item": item, "kind": intake.KINDS[item["kind"]], "ready": _ready(item)}
        for nth, item in items.items()
    ]
    told = {
        "rows": rows, "number": str(number), "key": new_key(), "replies": any(item["kind"] == "reply" for item in items.values()),
        "counts": {
            "all": len(rows), "ready": sum(row["ready"] for row in rows),
            "done": sum(item["state"] == intake.DONE for item in items.values()),
        },
    }  # fmt: skip
    return render(request, "congress/import_preview.html", told)


def _ready(item: intake.Item) -> bool:
    has = {
        "suggestion": item["lead"] and item["title"] and item["situation"] and item["points"],
        "reply": item["title"] and item["situation"],
    }
    return item["state"] == intake.WAITING and bool(has.get(item["kind"]))


def _confirm(request: HttpRequest, number: int, items: dict[int, intake.Item]) -> None:
    """Each by itself: what is refused keeps its reason, the rest goes on."""
    picked = read_numbers(request.POST.getlist("picked"))
    done = failed = 0
    for nth in sorted(items.keys() & picked):
        item = items[nth]
        if item["state"] == intake.DONE or item["kind"] not in CONFIRM:
            continue
        item["reasons"] = CONFIRM[item["kind"]](request, nth, item)
        item["state"] = intake.WAITING if item["reasons"] else intake.DONE
        done, failed = done + (not item["reasons"]), failed + bool(item["reasons"])
        intake.save(number, nth, item, by=request.actor)  # type: ignore[attr-defined]
    if done:
        messages.success(request, f"已录入或存入 {done} 条。")
    if failed or not picked:
        messages.warning(
            request, f"有 {failed} 条没有办成，原因写在各行。" if failed else "请先勾选要确认的各条。"
        )


def _enter(request: HttpRequest, nth: int, item: intake.Item) -> list[str]:
    if not item["lead"]:
        return [NO_LEAD]
    told = {
        "title": item["title"], "situation": item["situation"], "points": item["points"], "received": _received(item),
        "attachments": [item["file"]] if item["file"] and not item["line"] else [],
    }  # fmt: skip
    outcome = enter_one(request, item["lead"], told, part=str(nth))
    if outcome.done:
        item["result"] = outcome.subject.id
    return outcome.reasons


def _received(item: intake.Item) -> str:
    others = "、".join(item["names"][1:])
    parts = [
        f"批量导入自“{item['source']}”" + (f"第 {item['line']} 行" if item["line"] else ""),
        f"原编号 {item['number']}" if item["number"] else "", f"原件日期 {item['date']}" if item["date"] else "",
        f"原件所列附议代表：{others}" if others else "",
    ]  # fmt: skip
    return "；".join(part for part in parts if part)


def _keep(request: HttpRequest, nth: int, item: intake.Item) -> list[str]:
    """A published reply becomes one of the past replies, whether or not the platform has the suggestion."""
    told = {
        "title": item["title"], "number": item["number"][:60], "addressee": "、".join(item["names"]), "unit": item["unit"][:200],
        "reply_class": item["reply_class"][:4], "replied_on": item["date"][:40], "body": item["situation"][:LONGEST],
        "suggestion": item["case"], "attachments": [item["file"]] if item["file"] else [],
    }  # fmt: skip
    on = fresh("past", {}, by=request.actor)  # type: ignore[attr-defined]
    outcome = take(request, past.keep, on, told, part=str(nth)) if on else Outcome()
    if outcome.done:
        item["result"] = outcome.subject.id
    return outcome.reasons


CONFIRM = {"suggestion": _enter, "reply": _keep}


# One line, corrected by hand


@doors.only(*CLERKS)
def item(request: HttpRequest, number: int, nth: int) -> HttpResponse:
    """The fields as recognised beside their doubts; saved for the confirmation, which enters them."""
    by = request.actor  # type: ignore[attr-defined]
    found = intake.items(number, by=by).get(nth)
    if found is None or found["kind"] not in CONFIRM:
        raise Http404
    if request.method == "POST":
        _correct(request, found)
        if request.POST.get("act") == "save":
            intake.save(number, nth, found | {"reasons": []}, by=by)
            messages.success(request, f"第 {nth} 条的核对结果已保存。")
            return redirect(f"/import/{number}/")
    q = request.POST.get("q", "") or ("" if found["lead"] or not found["names"] else found["names"][0])
    told = {
        "item": found, "nth": nth, "number": str(number), "key": new_key(), "q": q, "found": like(q, by),
        "points": list(enumerate([*found["points"], ""] if not found["points"] or found["points"][-1] else found["points"], start=1)),
        "kind": intake.KINDS[found["kind"]], "done": found["state"] == intake.DONE,
    }  # fmt: skip
    return render(request, "congress/import_item.html", told)


def _correct(request: HttpRequest, found: intake.Item) -> None:
    """Take over what was typed; whoever was named or numbered is looked up again."""
    post, act = request.POST, request.POST.get("act", "")
    for name in ("title", "situation", "number"):
        found[name] = str(post.get(name, found[name])).strip()
    found["title"] = found["title"][:200]
    points = (
        forms.arranged(post.getlist("points"), act)
        if act.partition("-")[0] in ("more", "drop", "up", "down")
        else post.getlist("points")
    )
    found["points"] = (
        [point.strip() for point in points if point.strip()]
        if found["kind"] == "suggestion"
        else found["points"]
    )
    _look_up(request, found)


def _look_up(request: HttpRequest, found: intake.Item) -> None:
    by: Any = request.actor  # type: ignore[attr-defined]
    seat = seat_of(request.POST.get("lead", ""), by)
    if seat:
        found["lead"], found["lead_name"] = seat.root_id, seat.root.name
    if found["kind"] == "reply":
        row = office.numbered(found["number"], by=by)
        found["case"], found["case_title"] = (row.id, row.title) if row else (0, "")
