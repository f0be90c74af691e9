"""The stories in a real browser: every step is taken on the page where its actor would take it.

Where a page offers no way in, the story's refusal is what the same address answers to a forged form.
"""

import logging
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from enum import Enum
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connections
from waitress.server import create_server

from driving import Driver, about, client_of
from jianyi.cases.models import Batch, Paper, Sheet, Suggestion
from jianyi.circulars.models import Circular
from jianyi.documents.models import File
from jianyi.documents.store import read
from jianyi.fieldwork.models import Meeting, Resolution
from jianyi.kit import clock
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.parties.queries import names
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Text, Units
from jianyi.procedure.refusals import Code, Refused
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.themes.models import Problem, Theme
from jianyi.topics.models import KeyTopic
from jianyi.turn.door import Command
from jianyi.turn.speech import adapter
from jianyi.turn.tracks import track_of
from roads import Roads


logging.getLogger("waitress").setLevel(logging.ERROR)
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CODE = re.compile(r"（([A-Z_]{4,})）")


WINDOW = {"width": 1440, "height": 900}


class House:
    """The product behind a real port of this machine, and a browser to look at it."""

    def __init__(self) -> None:
        from playwright.sync_api import sync_playwright

        from jianyi.site.wsgi import application

        for name in connections:
            connections[name].settings_dict["CONN_MAX_AGE"] = 0
        self.server = create_server(application, host="127.0.0.1", port=0, threads=2)
        Thread(target=self.server.run, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.effective_port}"
        self.playwright = sync_playwright().start()
        exe = shutil.which("chromium") or shutil.which("google-chrome")
        self.browser = self.playwright.chromium.launch(
            executable_path=exe, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        # A page that glides to where one looks would slide away from under the pointer between press and release.
        self.context = self.browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport=WINDOW, reduced_motion="reduce"
        )  # fmt: skip
        self.only = self.context.new_page()

    def tidy(self) -> None:
        """A new page for a new story: an old one keeps all it ever showed. The browser's cache stays warm."""
        self.only.close()
        self.only = self.context.new_page()
        self.only.set_default_timeout(30_000)

    def page(self, by: Any) -> Any:
        """The page, with this person signed in."""
        cookie = client_of(by).cookies["sessionid"].value
        self.context.clear_cookies()
        self.only.set_viewport_size(WINDOW)
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.url}])
        return self.only

    def close(self) -> None:
        self.browser.close()
        self.playwright.stop()
        self.server.close()


# Which steps of roads to where a story begins this browser has taken already.
TRODDEN: set[tuple[object, ...]] = set()


class InABrowser(Driver):
    """Each step: open the page, fill the form, press the button, read what the page says.

    Every step a story itself tells of is taken so. The roads to where a story begins are the same for all of them: each of
    their steps is taken in the browser once, and then by its command.
    """

    def __init__(self, monkeypatch: Any, house: House) -> None:
        super().__init__(monkeypatch)
        self.house, self.road = house, 0
        house.tidy()
        for name, way in vars(Roads).items():
            if callable(way):
                monkeypatch.setattr(Roads, name, self._on_road(way))

    def _on_road(self, way: Callable[..., Any]) -> Callable[..., Any]:
        def walk(*told: Any, **more: Any) -> Any:
            self.road += 1
            try:
                return way(*told, **more)
            finally:
                self.road -= 1

        return walk

    def send(self, command: Command, by: Any, on: Any, said: Any, seen: Any, key: str) -> Any:
        step = same_page(command, by, on, said)
        if self.road and step in TRODDEN:
            return self.straight(command, by=by, on=on, saying=said, seen=seen, key=key)
        done = self._press(command, by, on, said)
        TRODDEN.update([step] if self.road else [])
        return done

    def _press(self, command: Command, by: Any, on: Any, said: Any) -> Any:
        clock.shift(clock.now() - datetime.now(clock.HOME))
        before = {row.id for row in type(on)._default_manager.all()} if on._state.adding else set()
        page = self.house.page(by)
        try:
            self._take(page, command, on, said)
        finally:
            clock.shift(timedelta())
        if not on._state.adding:
            return type(on)._default_manager.get(id=on.id)
        return next(row for row in type(on)._default_manager.order_by("-id") if row.id not in before)

    def _take(self, page: Any, command: Command, on: Any, said: Any) -> None:
        press = PAGES.get((type(on), command.action), generic)
        answer = press(page, self.house.url, command, on, said)
        if answer is None:
            answer = forged(page, self.house.url, command, on, said)
        if answer.status >= 400:
            found = CODE.search(answer.text())
            assert found, (answer.status, command.action, page.url)
            note = page.locator(".jy-note.bad").first
            told = note.inner_text() if note.count() else found.group(0)
            raise Refused(Code(found.group(1)), told)


def same_page(command: Command, by: Any, on: Any, said: Any) -> tuple[object, ...]:
    """What makes a page and what is filled in there: the step, who takes it, at what stage of what, and what is said."""
    case = getattr(on, "root", on)
    stands = [
        getattr(row, name, None) for row in (on, case) for name in ("stage", "round", "advises", "role")
    ]
    told = [(f.name, _shape(getattr(said, f.name))) for f in fields(said)]
    posts = sorted(post.duty.value for post in by.posts)
    about = getattr(case, "confidential", None), getattr(case, "place", None), getattr(case, "key", None)
    return command.model, command.action, *map(str, (posts, bool(by.stands_for), stands, about, told))


def _shape(value: Any) -> object:
    """How many, whether anything, or which of a few."""
    if isinstance(value, tuple):
        return [_shape(each) for each in value]
    if is_dataclass(value):
        return [_shape(getattr(value, f.name)) for f in fields(value)]
    return value if isinstance(value, bool | Enum) else bool(value)


Press = Callable[[Any, str, Command, Any, Any], Any]


def address(command: Command, on: Any) -> str:
    track, number = track_of(on).name, "new" if on._state.adding else on.id
    told = "&".join(f"{name}={value}" for name, value in about(on).items())
    return f"/act/{track}/{number}/{command.action.value}/" + (f"?{told}" if told else "")


def generic(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The page every step has."""
    answer = page.goto(url + address(command, on))
    if answer.status != 200:
        return None
    fill(page, said)
    return pressed(page, "form .nextbar button")


def forged(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """What the address answers to somebody whom no page offers the step."""
    plain = adapter(type(said)).dump_python(said, mode="json")
    form = {k: str(v) for k, v in plain.items() if isinstance(v, str | int | bool)} | about(on)
    token = page.evaluate(
        "() => JSON.parse(document.body.getAttribute('hx-headers') || '{}')['X-CSRFToken'] || ''"
    )
    if not token:
        page.goto(url + "/notices/")
        token = page.evaluate("() => JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRFToken']")
    return page.request.post(
        url + address(command, on), form=form, headers={"X-CSRFToken": token, "Referer": url + "/"}
    )


def pressed(page: Any, selector: str) -> Any:
    """Press, and the answer of the page that follows: the refusal, or the page it led to."""
    with page.expect_response(lambda r: r.request.method == "POST" and "/buffers/" not in r.url) as waiting:
        page.locator(selector).first.click()
    page.wait_for_load_state()
    return waiting.value


def fill(page: Any, said: Any) -> None:
    """Put what is said into the fields of its name."""
    for name, value in adapter(type(said)).dump_python(said, mode="json").items():
        fields = page.locator(
            f"form.stack [name='{name}'], form.jy-card [name='{name}'], main form [name='{name}']"
        )
        if fields.count():
            put(fields, value)
        elif name == "attachments" and value and page.locator("form input[name='upload']").count():
            page.set_input_files("form input[name='upload']", _kept(value))


def _kept(numbers: Any) -> list[Any]:
    """What a test keeps in the store, brought by the browser as anybody brings a file."""
    rows = [File.objects.get(id=number) for number in numbers]
    return [{"name": row.name, "mimeType": "image/png", "buffer": read(row)} for row in rows]


def put(fields: Any, value: Any) -> None:
    kind = fields.first.evaluate(
        "e => e.tagName === 'SELECT' ? 'select' : (e.type || e.tagName.toLowerCase())"
    )
    values = [str(part) for part in value] if isinstance(value, list) else [str(value)]
    if kind in ("checkbox", "radio"):
        for n in range(fields.count()):
            box = fields.nth(n)
            on = value is True or box.get_attribute("value") in values
            if on != box.is_checked() and (on or kind == "checkbox"):
                turn(box)
    elif kind == "select":
        if values != ["0"]:
            fields.first.select_option(values)
        elif fields.first.locator("option[value='']").count():
            fields.first.select_option("")
    elif kind == "datetime-local":
        fields.first.fill(str(value)[:16])
    elif kind != "hidden":
        fields.first.fill(values[0] if value is not None else "")


def turn(box: Any) -> None:
    """Tick it, untick it or choose it from the keyboard: where it stands on the page, and what comes and goes above it,
    does not matter then."""
    wanted = box.get_attribute("type") == "radio" or not box.is_checked()
    box.press("Space")
    assert box.is_checked() is wanted


# Pages of their own


def writes(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The writing page: one field a point, as many as it takes."""
    page.goto(url + ("/suggestions/new/" if on._state.adding else f"/suggestions/{on.id}/edit/"))
    if not page.locator("#title").count():
        return None
    page.fill("#title", said.title)
    page.fill("#situation", said.situation)
    while page.locator("textarea[name=points]").count() < len(said.points):
        was = page.locator("textarea[name=points]").count()
        page.click("button[value=more]")
        page.locator("textarea[name=points]").nth(was).wait_for()
    for n, point in enumerate(said.points):
        page.locator("textarea[name=points]").nth(n).fill(point)
    if said.confidential:
        page.locator("[name=confidential]").check()
        page.fill("[name=confidential_reason]", said.confidential_reason)
    return pressed(page, "button.btn[name=act][value=save]:visible")


def submits(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    page.goto(f"{url}/suggestions/{on.id}/submit/")
    return (
        pressed(page, "main form button.btn-primary")
        if page.locator("main form button.btn-primary").count()
        else None
    )


def proposes(page: Any, url: str, command: Command, on: Any, said: Units) -> Any:
    """The workbench: look each unit up, add it, say how it handles."""
    answer = page.goto(f"{url}/workbench/{on.id}/")
    if answer.status != 200 or not page.locator("button[value=propose]").count():
        return None
    from jianyi.parties.models import Organisation

    for naming in said.units:
        if not page.locator(f"[name='role-{naming.unit}']").count():
            page.fill("#q", Organisation.objects.get(id=naming.unit).name)
            page.click("button[value=search]")
            page.locator(f"button[name=add][value='{naming.unit}']").click()
        turn(page.locator(f"[name='role-{naming.unit}'][value='{naming.role.value}']"))
        page.locator(f"#scope-{naming.unit}").fill(naming.scope)
    return pressed(page, "button[value=propose]")


def prepares(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    page.goto(f"{url}/batches/new/")
    fill(page, said)
    return pressed(page, "main form button.btn-primary")


def hands_over(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The question first, then the verb itself."""
    page.goto(f"{url}/batches/{on.id}/")
    opener = page.locator("main a[data-dialog]:has-text('交办')")
    if not opener.count():
        return None
    opener.first.click()
    return pressed(page, "dialog[open] button.btn-primary")


def on_task(part: str) -> Press:
    def press(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
        number = getattr(on, "handling_id", on.id)
        answer = page.goto(f"{url}/handlings/{number}/{part}/")
        if answer.status != 200 or not page.locator("form .nextbar button").count():
            return None
        fill(page, said)
        return pressed(page, "form .nextbar button")

    return press


def puts_down(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The record of an oral reply: a field for each point."""
    answer = page.goto(f"{url}/handlings/{on.handling_id}/oral/")
    if answer.status != 200 or not page.locator("form .nextbar button").count():
        return None
    fill(page, said)
    for told in said.answers:
        page.locator(f"#point-{told.no}").fill(told.text)
    return pressed(page, "form .nextbar button")


def draws_up(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The plan of a handling: a line for each phase in which the deputy is met."""
    answer = page.goto(f"{url}/handlings/{on.handling_id}/plan/")
    if answer.status != 200 or not page.locator("form .nextbar button").count():
        return None
    fill(page, said)
    for told in said.views:
        page.locator(f"#view-{told.no}").fill(told.text)
    for row in said.contacts:
        page.locator(f"[name=day_{row.phase}]").fill(row.day.isoformat() if row.day else "")
        page.locator(f"[name=level_{row.phase}]").select_option(row.level)
        page.locator(f"[name=mode_{row.phase}]").select_option(row.mode)
    return pressed(page, "form .nextbar button")


def countersigns(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The card on the deputy's page."""
    page.goto(f"{url}/suggestions/{on.root_id}/")
    form = f"form[action='/act/oralreply/{on.id}/countersign/']"
    if not page.locator(form).count():
        return None
    for name, value in adapter(type(said)).dump_python(said, mode="json").items():
        put(page.locator(f"{form} [name='{name}']"), value)
    return pressed(page, f"{form} button")


def writes_paper(page: Any, url: str, command: Command, on: Paper, said: Text) -> Any:
    page.goto(f"{url}/papers/{on.id}/?edit=1")
    if not page.locator("button[value=write]").count():
        return None
    for answer in said.answers:
        page.fill(f"[name='p{answer.no}-text']", answer.text)
        if page.locator(f"[name='p{answer.no}-shared']").count():
            unfold(page)
            page.fill(f"[name='p{answer.no}-shared']", answer.shared)
        if answer.adoption and page.locator(f"[name='p{answer.no}-adoption']").count():
            turn(page.locator(f"[name='p{answer.no}-adoption'][value='{answer.adoption}']"))
    if said.reply_class:
        put(page.locator("[name=reply_class]"), said.reply_class)
    for name in ("opening", "closing"):
        page.fill(f"[name={name}]", getattr(said, name))
    fills_promises(page, said)
    return pressed(page, "button[value=write]")


def fills_promises(page: Any, said: Text) -> None:
    """Of each point the first rows; the page lays out one more once these are kept."""
    for n, promise in enumerate(said.promises, 1):
        row = f"p{promise.no}-promise{sum(other.no == promise.no for other in said.promises[:n])}"
        page.fill(f"[name='{row}-item']", promise.item)
        page.fill(f"[name='{row}-due']", promise.due.isoformat() if promise.due else "")


def on_paper(page: Any, url: str, command: Command, on: Paper, said: Any) -> Any:
    answer = page.goto(f"{url}/papers/{on.id}/")
    button = page.locator(f"button[name=act][value='{command.action.value}']")
    if answer.status != 200 or not button.count():
        return None
    if hasattr(said, "reason"):
        page.locator("[name=reason]").first.evaluate("e => e.closest('details')?.setAttribute('open', '')")
        page.locator("[name=reason]").first.fill(said.reason)
    for person, mail in getattr(said, "posted", ()):
        turn(page.locator(f"[name='way-{person}'][value=post]"))
        page.fill(f"[name='mail-{person}']", mail)
    return pressed(page, f"button[name=act][value='{command.action.value}']")


def rates(page: Any, url: str, command: Command, on: Sheet, said: Any) -> Any:
    answer = page.goto(f"{url}/sheets/{on.id}/")
    if answer.status != 200 or not page.locator("[name=attitude]").count():
        return None
    fill(page, said)
    return pressed(page, "button:has-text('提交测评')")


PAGES: dict[tuple[type, A], Press] = {
    (Suggestion, A.WRITE): writes, (Suggestion, A.SUBMIT): submits, (Suggestion, A.PROPOSE): proposes,
    (Batch, A.PREPARE): prepares, (Batch, A.HAND_OVER): hands_over, (Sheet, A.RATE): rates,
    (Paper, A.WRITE): writes_paper,
}  # fmt: skip
PAGES |= {(Paper, action): on_paper for action in (A.PRESENT, A.PASS, A.SEND_BACK, A.SIGN, A.SEND)}


def _pages_of_tasks() -> None:
    from jianyi.cases.models import Contact, Handling, OralReply, Plan

    PAGES[Handling, A.ACKNOWLEDGE] = on_task("receipt")
    PAGES[Handling, A.ROUTE] = on_task("route")
    PAGES[Contact, A.RECORD] = on_task("contact")
    PAGES[OralReply, A.PUT_DOWN] = puts_down
    PAGES[Plan, A.PLAN] = draws_up
    PAGES[OralReply, A.COUNTERSIGN] = countersigns


_pages_of_tasks()


def calls(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The page on which a meeting is called: guests by name, suggestions by number."""
    answer = page.goto(url + ("/meetings/new/" if on._state.adding else f"/meetings/{on.id}/edit/"))
    if answer.status != 200:
        return None
    unfold(page)
    for name, value in adapter(type(said)).dump_python(said, mode="json").items():
        fields = page.locator(f"form.act-form [name='{name}']")
        if fields.count() and name not in ("guests", "cases"):
            put(fields, value)
    page.fill("[name=names]", "\n".join(names(on.congress_id, {person})[person] for person in said.guests))
    page.fill("[name=cases]", "、".join(Suggestion.objects.get(id=number).no for number in said.cases))
    return pressed(page, "form.act-form button.btn-primary")


def unfold(page: Any) -> None:
    """One after another: what is open is no longer among the closed."""
    closed = page.locator("details.fold:not([open]) > summary")
    while closed.count():
        closed.first.press("Enter")


def takes_attendance(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """Those on the lists are ticked, everybody else is named."""
    answer = page.goto(url + f"/meetings/{on.id}/attendance/")
    if answer.status != 200:
        return None
    fill(page, said)
    listed = {box.get_attribute("value") for box in page.locator("[name=present]").all()}
    others = [person for person in said.present if str(person) not in listed]
    page.fill("[name=names]", "\n".join(names(on.congress_id, {person})[person] for person in others))
    return pressed(page, "form.act-form button.btn-primary")


def on_meeting(form: str) -> Press:
    """A form that stands on the page of the meeting."""

    def press(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
        page.goto(url + f"/meetings/{on.root_number}/")
        selector = f"form[action$='/{form}/']"
        if not page.locator(selector).count():
            return None
        for name, value in adapter(type(said)).dump_python(said, mode="json").items():
            put(page.locator(f"{selector} [name='{name}']"), value)
        return pressed(page, f"{selector} button")

    return press


def attaches(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """Files that came in with a form that was refused stand in it hidden, and go along with the next."""
    page.goto(url + f"/meetings/{on.id}/")
    selector = "form[action$='/attachments/']"
    if not page.locator(selector).count():
        return None
    for name in ("photographs", "attachments"):
        for number in getattr(said, name):
            page.eval_on_selector(
                selector,
                "(form, [name, value]) => form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}))",
                [name, str(number)],
            )
    return pressed(page, f"{selector} button")


PAGES |= {
    (Meeting, A.ATTACH): attaches,
    (Meeting, A.CONVENE): calls, (Meeting, A.HOLD): takes_attendance, (Meeting, A.MINUTE): on_meeting("minutes"),
    (Resolution, A.RESOLVE): on_meeting("decisions"),
}  # fmt: skip


def credits(page: Any, url: str, command: Command, on: Outcome, said: Any) -> Any:
    """An outcome is written down: what is like it is looked for and ticked, the rest is named by its number."""
    there = "/outcomes/new/" if on._state.adding else f"/outcomes/{on.id}/edit/"
    ideas = "&".join(f"ideas={number}" for number in said.ideas)
    if page.goto(f"{url}{there}{'?' + ideas if ideas else ''}").status != 200:
        return None
    fill_lines(
        page, "documents", [(d.title, d.number, d.day.isoformat() if d.day else "") for d in said.documents]
    )
    fill_lines(page, "quantities", [(q.what, str(q.number), q.unit) for q in said.quantities])
    told = adapter(type(said)).dump_python(said, mode="json")
    for name in ("kind", "name", "on", "text", "systemic", "reason"):
        if name in told:
            put(page.locator(f"form.act-form [name='{name}']"), told[name])
    pressed(page, "form.act-form button[value=similar]")
    offered = {box.get_attribute("value") for box in page.locator("[name=cases]").all()}
    for number in said.cases:
        if str(number) in offered and not page.locator(f"[name=cases][value='{number}']").is_checked():
            turn(page.locator(f"[name=cases][value='{number}']"))
    typed = [Suggestion.objects.get(id=number).no for number in said.cases if str(number) not in offered]
    page.fill("[name=numbers]", "、".join(typed))
    if said.attachments:
        page.set_input_files("form.act-form input[name=upload]", _kept(said.attachments))
    return pressed(page, "form.act-form button.btn-primary")


def fill_lines(page: Any, name: str, rows: list[tuple[str, ...]]) -> None:
    """Line by line, as many as the form has."""
    parts = {"documents": ("title", "number", "day"), "quantities": ("what", "number", "unit")}[name]
    for n, row in enumerate(rows):
        for part, value in zip(parts, row, strict=True):
            page.locator(f"[name={name}_{part}]").nth(n).fill(value)


def features(page: Any, url: str, command: Command, on: Publicity, said: Any) -> Any:
    """A report of the press, about suggestions named by their numbers."""
    there = "/publicity/new/" if on._state.adding else f"/publicity/{on.id}/edit/"
    if page.goto(url + there).status != 200:
        return None
    told = adapter(type(said)).dump_python(said, mode="json")
    for name in ("title", "medium", "on", "address"):
        page.fill(f"[name={name}]", told[name] or "")
    page.fill("[name=numbers]", "、".join(Suggestion.objects.get(id=number).no for number in said.cases))
    return pressed(page, "form.act-form button.btn-primary")


PAGES |= {(Outcome, A.CREDIT): credits, (Outcome, A.CORRECT): credits, (Publicity, A.FEATURE): features}


# Groups of suggestions


def groups(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The page on which a group is made or added to: suggestions are ticked."""
    answer = page.goto(url + ("/themes/new/" if on._state.adding else f"/themes/{on.id}/edit/"))
    if answer.status != 200:
        return None
    page.fill("[name=title]", said.title)
    page.fill("[name=basis]", said.basis)
    for number in said.cases:
        box = page.locator(f"[name=picked][value='{number}']")
        if not box.count():
            return None
        turn(box)
    return pressed(page, "button[name=act][value=save]")


def on_theme(form: str) -> Press:
    """A form that stands on the page of the group."""

    def press(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
        page.goto(url + f"/themes/{on.id}/")
        selector = f"form[action$='/{form}/']:not(:has([value=unlink]))"
        if not page.locator(selector).count():
            return None
        unfold(page)
        for name, value in adapter(type(said)).dump_python(said, mode="json").items():
            fields = page.locator(f"{selector} [name='{name}']")
            if fields.count():
                put(fields, value)
        return pressed(page, f"{selector} button")

    return press


def pledges(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    answer = page.goto(f"{url}/problems/{on.id}/pledge/")
    if answer.status != 200:
        return None
    fill(page, said)
    return pressed(page, "form.act-form button.btn-primary")


PAGES |= {
    (Theme, A.GROUP): groups, (Theme, A.FIND): on_theme("problems"), (Theme, A.LINK): on_theme("meetings"),
    (Theme, A.SHARE): on_theme("shared"), (Problem, A.PLEDGE): pledges,
}  # fmt: skip


# Key topics


def proposes(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The page on which a topic is proposed or added to: suggestions are named by their numbers."""
    answer = page.goto(url + ("/topics/new/" if on._state.adding else f"/topics/{on.id}/edit/"))
    if answer.status != 200:
        return None
    page.fill("[name=title]", said.title)
    page.fill("[name=reason]", said.reason)
    for key in said.criteria:
        turn(page.locator(f"[name=criteria][value='{key}']"))
    page.fill("[name=numbers]", "、".join(Suggestion.objects.get(id=number).no for number in said.cases))
    return pressed(page, "form.act-form button.btn-primary")


def on_page(name: str) -> Press:
    """A form of a topic on a page of its own."""

    def press(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
        answer = page.goto(f"{url}/topics/{on.id}/{name}/")
        if answer.status != 200:
            return None
        fill(page, said)
        return pressed(page, "form.act-form button.btn-primary")

    return press


# Urging and the ladder


def urges(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The form of a letter: what lags is ticked, what is asked for is typed."""
    there = f"/urgings/new/?{urlencode(about(on))}" if on._state.adding else f"/urgings/{on.id}/edit/"
    answer = page.goto(url + there)
    if answer.status != 200:
        return None
    fill(page, said)
    return pressed(page, "form.act-form button.btn-primary")


def climbs(area: str) -> Press:
    """A form of its own, whose fields are called as what is said."""

    def press(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
        answer = page.goto(
            url + (f"/{area}/new/?{urlencode(about(on))}" if on._state.adding else f"/{area}/{on.id}/edit/")
        )
        if answer.status != 200:
            return None
        folded = page.locator("details.fold-card:not([open]) > summary")
        if folded.count():
            folded.first.press("Enter")
        fill(page, said)
        return pressed(page, "form.act-form button.btn-primary")

    return press


PAGES |= {(KeyTopic, A.NOMINATE): proposes, (KeyTopic, A.VISIT): on_page("visit")}
PAGES |= {
    (Urging, A.URGE): urges, (Measure, A.DRAW_UP): climbs("measures"), (Measure, A.CITE): climbs("measures"),
    (Help, A.HELP): climbs("help-measures"),
}  # fmt: skip


def prepares_for_the_public(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """The page of one publication: every mark decided, the way chosen, words added."""
    page.goto(f"{url}/publications/{on.id}/")
    if not page.locator("button[name=act][value=write]").count():
        return None
    for mark in said.marks:
        turn(page.locator(f"[name=m{mark.no}-how][value={mark.how}]"))
        page.fill(f"[name=m{mark.no}-reason]", mark.reason)
    turn(page.locator(f"[name=way][value={said.way}]"))
    page.fill("[name=reason]", said.reason)
    page.fill("[name=summary]", said.summary)
    page.fill("[name=added]", "\n".join(said.added))
    return pressed(page, "button[name=act][value=write]")


def _pages_of_publication() -> None:
    from jianyi.publication.models import Publication

    PAGES[Publication, A.WRITE] = prepares_for_the_public


_pages_of_publication()


def draws(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    """As of which day a circular is drawn: a new one, or anew."""
    answer = page.goto(url + ("/circulars/new/" if on._state.adding else f"/circulars/{on.id}/draw/"))
    if answer.status != 200:
        return None
    page.fill("[name=day]", said.day.isoformat() if said.day else "")
    page.select_option("[name=meeting]", str(said.meeting or ""))
    return pressed(page, "form.act-form button.btn-primary")


def phrases(page: Any, url: str, command: Command, on: Any, said: Any) -> Any:
    answer = page.goto(f"{url}/circulars/{on.id}/write/")
    if answer.status != 200:
        return None
    for name in ("praise", "push", "requirements"):
        page.fill(f"[name={name}]", getattr(said, name))
    return pressed(page, "form.act-form button.btn-primary")


PAGES |= {(Circular, A.DRAW): draws, (Circular, A.WRITE): phrases}
