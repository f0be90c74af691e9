"""Signing in and out, the first password, the demo's one-click sign-in and its clock."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.cases.due import tick_all
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.parties import commands as parties, signing
from jianyi.parties.models import Congress, Person
from jianyi.parties.queries import showcase
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Password

from .middleware import SHIFT, shifted, stamp
from .onward import came_from, onward


def sign_in(request: HttpRequest) -> HttpResponse:
    """The form, and what it says."""
    if not Congress.objects.exists():
        return redirect("/set-up/")
    if request.method != "POST":
        return _form(request)
    name, word = request.POST.get("name", "").strip()[:80], request.POST.get("password", "")[:200]
    try:
        person, left = signing.sign_in(name, word, request.META.get("REMOTE_ADDR", ""))
    except signing.Locked as locked:
        return _form(request, name, f"试错次数太多，{locked.until} 以后再试；忘了密码可请管理员重设。", 429)
    if person is None:
        told = (
            f"账号或密码不对，还可以再试 {left} 次；忘了密码可请管理员重设。"
            if left
            else "试错次数太多，请 15 分钟后再试。"
        )
        return _form(request, name, told, 401)
    return let_in(request, person)


def _form(request: HttpRequest, name: str = "", error: str = "", status: int = 200) -> HttpResponse:
    congress = Congress.objects.order_by("id").first()
    told = {
        "name": name, "error": error, "next": onward(request),
        "place": congress.area if congress else "", "demo_people": showcase() if settings.DEMO else [],
    }  # fmt: skip
    return render(request, "auth/sign_in.html", told, status=status)


def let_in(request: HttpRequest, person: Person) -> HttpResponse:
    """A new session key at every sign-in, so that an old one is worth nothing."""
    request.session.cycle_key()
    request.session["person"], request.session["since"] = person.id, stamp(person)
    return redirect(onward(request) or "/")


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """One click, in the demo only."""
    number = read_number(request.POST.get("person", ""))
    person = Person.objects.filter(id=number).first() if settings.DEMO else None
    if person is None or not person.may_sign_in:
        raise Http404
    return let_in(request, person)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return redirect("/sign-in/")


def first_password(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """The one-time link: it opens once, for 72 hours."""
    person = signing.by_link(number, token)
    if person is None:
        messages.error(request, "链接已经用过或者过期：请管理员重新生成一次性链接。")
        return redirect("/sign-in/")
    if request.method != "POST":
        return render(request, "auth/first_password.html", {"person": person.name, "errors": {}})
    word = request.POST.get("password", "")[:200]
    faults = signing.faults(word, request.POST.get("again", ""), person)
    if faults:
        return render(
            request, "auth/first_password.html", {"person": person.name, "errors": faults}, status=422
        )
    oneself = Actor(person.id, person.name, person.congress_id)
    said = Password(signing.hashed(word), signing.digest(token))
    return let_in(request, parties.activate(by=oneself, on=person, saying=said))


def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password."""
    person: Person = request.person  # type: ignore[attr-defined]
    errors: dict[str, str] = {}
    if request.method == "POST":
        word = request.POST.get("password", "")[:200]
        errors = signing.faults(word, request.POST.get("again", ""), person)
        if not signing.is_theirs(person, request.POST.get("present", "")[:200]):
            errors["present"] = "现在的密码不对，请重新输入。"
        if not errors:
            changed = parties.change_password(
                by=request.actor,
                on=person,
                saying=Password(signing.hashed(word)),  # type: ignore[attr-defined]
            )
            messages.success(request, "密码已改好。")
            return let_in(request, changed)
    told = {"changing": True, "errors": errors, "person": person.name}
    return render(request, "auth/first_password.html", told, status=422 if errors else 200)


@require_POST
def forward(request: HttpRequest) -> HttpResponse:
    """The demo's clock: a day or a week ahead; and what has fallen due happens at once."""
    if not settings.DEMO:
        raise Http404
    days = {"day": 1, "week": 7}.get(request.POST.get("forward", ""), 0)
    SHIFT.write_text(str(shifted().days + days), "utf-8")
    messages.success(request, f"演示时钟已往后拨 {days} 天，到期的程序步骤随即办理。")
    clock.shift(shifted())
    tick_all()
    return redirect(came_from(request))
