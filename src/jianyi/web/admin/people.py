"""People: accounts, one-time links, posts and mandates."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.parties import commands as parties, directory, signing
from jianyi.parties.models import Person, Post, Seat
from jianyi.parties.queries import congress_of, sitting_now
from jianyi.procedure import words
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import Duty, Kind

from .. import show
from ..acting import Outcome, new_key, take
from .access import actor, acts, administrators, one, told
from .duties import fits
from .fields import Line, Login, Name, choice, whole


STAGES = [
    ("", "全部状态"),
    *((word.value, word.label) for word in words.Person if word is not words.Person.NEW),
]
DUTIES = [("", "请选择"), *((duty.value, duty.label) for duty in Duty)]


class NewPerson(forms.Form):
    name = Name()
    login = Login(hint="代表用代表证号，工作人员用单位账号。")
    phone = Line("电话", 40, need=False)


class NewPost(forms.Form):
    organisation = Line("机构", 200, hint="写全称；处室写“单位 处室”。")
    duty = choice("职务类别", DUTIES)
    title = Line("职务名称", 60, need=False, hint="如“二级调研员”；不填用职务类别。")


class NewSeat(forms.Form):
    term = whole("届")
    delegation = Line("代表团", 100, need=False)
    card_no = Line("代表证号", 20, need=False)
    electing_unit = Line("选举单位", 100, need=False)


@administrators
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, newest first; searched by name, sign-in name, phone or card number."""
    by, q, stage = actor(request), told(request, "q", 60), request.GET.get("stage", "")
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = directory.people(by=by, words_in=q, stage=stage, after=after, before=before)
    shown = {"rows": page.rows, "page": show.pager(page, request), "q": q, "stage": stage, "stages": STAGES}
    return render(request, "admin/people.html", shown)


@administrators
def add(request: HttpRequest) -> HttpResponse:
    """A new account; the one-time link is shown once, right away."""
    form = NewPerson(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        shown = {"form": form, "key": request.POST.get("key") or new_key()}
        return render(request, "admin/person_new.html", shown, status=422 if form.errors else 200)
    by = actor(request)
    row = Person(
        congress_id=by.congress, name=form.cleaned_data["name"], login=form.cleaned_data["login"],
        place=congress_of(by=by).place,
    )  # fmt: skip
    outcome = take(request, parties.add_person, row, form.cleaned_data)
    if outcome.done:
        return _link(request, outcome.subject)
    form.add_error(None, as_text(outcome.reasons))
    return render(request, "admin/person_new.html", {"form": form, "key": new_key()}, status=409)


@administrators
def person(request: HttpRequest, number: int) -> HttpResponse:
    return _person(request, _of(request, number))


@administrators
def link(request: HttpRequest, number: int) -> HttpResponse:
    """A new one-time link; the old password opens nothing any more."""
    row = _of(request, number)
    return _link(request, row) if request.method == "POST" else redirect(f"/people/{row.id}/")


def _link(request: HttpRequest, row: Person) -> HttpResponse:
    """Shown once: only its digest is kept. Sent twice, it says so instead of making a second one."""
    token, digest = signing.new_link()
    outcome = take(request, parties.reset, row, {"digest": digest}, part="link")
    if not outcome.done:
        told_ = (
            "链接已经显示过一次：要新的请再点“重设密码链接”。"
            if outcome.code == "KEY_REUSED"
            else as_text(outcome.reasons)
        )
        messages.warning(request, told_)
        return redirect(f"/people/{row.id}/")
    address = request.build_absolute_uri(f"/first-password/{row.id}/{token}/")
    return render(request, "admin/link.html", {"person": outcome.subject, "address": address})


@administrators
def appoint(request: HttpRequest, number: int) -> HttpResponse:
    """A post from today on."""
    row, form = _of(request, number), NewPost(request.POST or None)
    if form.is_valid():
        outcome = _appoint(request, row, form)
        if outcome.done:
            messages.success(request, "已任职，从下一次打开页面起生效。")
            return redirect(f"/people/{row.id}/")
        form.add_error(None, as_text(outcome.reasons))
    return _person(request, row, post=form, status=422)


def _appoint(request: HttpRequest, row: Person, form: NewPost) -> Outcome:
    by, duty = actor(request), Duty(form.cleaned_data["duty"])
    rows = directory.named(form.cleaned_data["organisation"], by=by)
    if len(rows) != 1:
        wrong = "没有找到这个机构" if not rows else "有几个机构都叫这个名字"
        return Outcome(reasons=[f"{wrong}：请写全称，处室写“单位 处室”。"])
    if duty not in fits(rows[0].kind):
        labels = "、".join(each.label for each in fits(rows[0].kind))
        return Outcome(reasons=[f"“{rows[0].name}”里可任：{labels}。请改选职务类别。"])
    return take(request, parties.appoint, Post.in_(rows[0], row, duty, form.cleaned_data["title"]), {})


@administrators
def elect(request: HttpRequest, number: int) -> HttpResponse:
    """A mandate for a term."""
    row, form = _of(request, number), NewSeat(request.POST or None)
    if form.is_valid():
        outcome = _elect(request, row, form.cleaned_data)
        if outcome.done:
            messages.success(request, "代表资格已登记。")
            return redirect(f"/people/{row.id}/")
        form.add_error(None, as_text(outcome.reasons))
    return _person(request, row, seat=form, status=422)


def _elect(request: HttpRequest, row: Person, said: dict[str, Any]) -> Outcome:
    by = actor(request)
    if any(seat.term == said["term"] for seat in directory.seats_of(row.id, by=by)):
        return Outcome(reasons=["这一届的代表资格已经登记过。"])
    found = directory.named(said["delegation"], by=by, kinds=(Kind.DELEGATION,)) if said["delegation"] else []
    if said["delegation"] and not found:
        return Outcome(reasons=["没有找到这个代表团：请先在“机构”里设立。"])
    seat = Seat(
        congress_id=by.congress, root_id=row.id, term=said["term"], delegation_id=found[0].id if found else None,
        card_no=said["card_no"], electing_unit=said["electing_unit"],
    )  # fmt: skip
    return take(request, parties.elect, seat, {})


def _of(request: HttpRequest, number: int) -> Person:
    row: Person = one(directory.person(number, by=actor(request)))
    return row


def _person(
    request: HttpRequest,
    row: Person,
    post: NewPost | None = None,
    seat: NewSeat | None = None,
    status: int = 200,
) -> HttpResponse:
    by = actor(request)
    sitting = sitting_now(by.congress)
    posts = [(each, acts(each, each.root, by=by)) for each in directory.posts_of(row.id, by=by)]
    seats = [(each, acts(each, row, by=by)) for each in directory.seats_of(row.id, by=by)]
    shown = {
        "row": row, "id": str(row.id), "acts": acts(row, row, by=by), "posts": posts, "seats": seats, "key": new_key(),
        "post": post or NewPost(), "seat": seat or NewSeat(initial={"term": sitting.term if sitting else None}),
        "organisations": directory.every_name(by=by), "here": f"/people/{row.id}/",
    }  # fmt: skip
    return render(request, "admin/person.html", shown, status=status if request.method == "POST" else 200)
