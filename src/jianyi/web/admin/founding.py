"""The first set-up of an empty house: congress, sitting, its own bodies, and the first administrator."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.kit.ids import new_id
from jianyi.parties import commands as parties, signing
from jianyi.parties.holders import somebody_can_sign_in
from jianyi.parties.models import LEVELS, Congress, Organisation, Person, Post, Sitting
from jianyi.parties.queries import actor
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Account, Convening, Founding, Key, Named, Password
from jianyi.procedure.places import every_place, place
from jianyi.procedure.refusals import Refused, as_text
from jianyi.procedure.words import Duty, Kind

from ..auth import let_in
from .fields import Line, Login, Name, choice, moment, password as secret, whole


FOUNDER = "首位管理员"
PLACES = [(where.key, f"{where.name}（{where.law}）") for where in every_place()]


class SetUp(forms.Form):
    """Four parts of one page."""

    name = Line("人民代表大会名称", 100, hint="写全称，如“澜江省人民代表大会”。")
    level = choice("层级", [("", "请选择"), *LEVELS.items()])
    area = Line("行政区域", 100, hint="登录页上显示，如“澜江省”。")
    place = choice(
        "适用规则", [("", "请选择"), *PLACES], hint="期限和权限按这一套规则；每一条都注明依据的条款。"
    )
    label = Line("会次名称", 100, hint="如“省十四届人大四次会议”。")
    term = whole("届")
    nth = whole("次")
    in_session = forms.BooleanField(
        label="现在是大会期间", required=False, help_text="闭会期间提出的建议另行编号。"
    )
    claims_until = moment("承办单位认领截止", hint="不填则到交办时为止。")
    office = Line("办事机构名称", 100, initial="议案建议处", hint="负责审查登记、提出拟办。")
    committee = Line("交办机构名称", 100, initial="代表工作委员会", hint="负责人审定交办；乡镇写“主席团”。")
    person = Name("首位管理员姓名")
    login = Login()
    password = secret("密码", "new-password", "至少 10 个字符；不要用姓名、登录名或常见密码。")
    again = secret("再输一次密码", "new-password")

    PARTS = (
        ("人民代表大会", ("name", "level", "area", "place")),
        ("会次", ("label", "claims_until", "term", "nth", "in_session")),
        ("机构", ("office", "committee")),
        ("首位管理员", ("person", "login", "password", "again")),
    )

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(title, [self[name] for name in names]) for title, names in self.PARTS]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if {"level", "place"} <= told.keys() and told["level"] not in place(told["place"]).levels:
            fits = "、".join(LEVELS[level] for level in place(told["place"]).levels)
            self.add_error("place", f"这一套规则适用于：{fits}。请选择与层级相符的规则。")
        someone = Person(name=told.get("person", ""), login=told.get("login", ""))
        for name, sentence in signing.faults(
            told.get("password", ""), told.get("again", ""), someone
        ).items():
            if name not in self.errors:
                self.add_error(name, sentence)
        if told.get("office") and told.get("office") == told.get("committee"):
            self.add_error("committee", "两个机构的名称不能相同。")
        return told


def set_up(request: HttpRequest) -> HttpResponse:
    """Open only while nobody can sign in."""
    congress = Congress.objects.order_by("id").first()
    if congress and somebody_can_sign_in(congress.id):
        return redirect("/")
    form = SetUp(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = found(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, as_text(refusal.reasons))
        else:
            messages.success(request, "平台已经设立。接下来请录入机构和人员，可以用表格批量导入。")
            return let_in(request, person)
    return render(request, "admin/set_up.html", {"form": form}, status=422 if form.errors else 200)


def found(told: dict[str, Any]) -> Person:
    """The real steps, one after the other; one that was cut off goes on where it stood."""
    congress = Congress.objects.order_by("id").first() or _congress(told)
    nobody = Actor(0, FOUNDER, congress.id)
    if not Sitting.objects.filter(congress_id=congress.id).exists():
        _sitting(congress, told, nobody)
    office = _body(congress, told["office"], Kind.OFFICE, nobody)
    head = Kind.PRESIDIUM if congress.level == "township" else Kind.COMMITTEE
    _body(congress, told["committee"], head, nobody)
    return _administrator(office, told, nobody)


def _congress(told: dict[str, Any]) -> Congress:
    number = new_id()
    row = Congress(id=number, congress_id=number)
    said = Founding(told["name"], told["level"], told["place"], told["area"])
    made: Congress = parties.found_congress(by=Actor(0, FOUNDER, number), on=row, saying=said)
    return made


def _sitting(congress: Congress, told: dict[str, Any], nobody: Actor) -> None:
    row = Sitting(congress_id=congress.id, root_id=congress.id)
    said = Convening(told["label"], told["term"], told["nth"], told["claims_until"], told["in_session"])
    parties.open_sitting(by=nobody, on=row, saying=said)


def _body(congress: Congress, name: str, kind: Kind, nobody: Actor) -> Organisation:
    there = Organisation.objects.filter(congress_id=congress.id, kind=kind).order_by("id").first()
    if there:
        return there
    row = Organisation(congress_id=congress.id, kind=kind, place=congress.place)
    made: Organisation = parties.found_organisation(by=nobody, on=row, saying=Named(name))
    return made


def _administrator(office: Organisation, told: dict[str, Any], nobody: Actor) -> Person:
    """The founder makes the account; from then on the administrator acts in his own name."""
    person = Person.objects.filter(congress_id=office.congress_id, login=told["login"]).first()
    if person is None:
        row = Person(
            congress_id=office.congress_id, name=told["person"], login=told["login"], place=office.place
        )
        person = parties.add_person(by=nobody, on=row, saying=Account(told["login"]))
    if not Post.objects.filter(congress_id=person.congress_id, person_id=person.id).exists():
        parties.appoint(by=nobody, on=Post.in_(office, person, Duty.ADMINISTRATOR))
    token, digest = signing.new_link()
    person = parties.reset(by=actor(person), on=person, saying=Key(digest))
    oneself = Actor(person.id, person.name, person.congress_id)
    made: Person = parties.activate(
        by=oneself, on=person, saying=Password(signing.hashed(told["password"]), digest)
    )
    return made
