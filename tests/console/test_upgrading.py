"""A house as an earlier version left it goes through the migrations with its rows in it, and works on.

The rows were made by real commands of the version before cases 0064 and parties 0002, and written by its own backup."""

import gzip
import json
import os
from contextlib import contextmanager
from copy import deepcopy
from itertools import groupby
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from build import again, at
from jianyi.cases.commands import papers, promises, ratings
from jianyi.cases.models import Escalation, Paper, Promise, Sheet
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.models import Congress, Person, Seat, Term
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as s
from jianyi.procedure.words import Limit
from jianyi.publication.commands import publishing
from jianyi.publication.models import Publication, PublicReply
from jianyi.turn.models import Deadline
from jianyi.web.middleware import stamp


ROWS = Path(__file__).parent / "old" / "house_before_ratings_collected.jsonl.gz"
THEN = {
    "cases": "0063_promises_followed", "documents": "0001_initial", "fieldwork": "0006_hand_over_meetings",
    "journal": "0001_initial", "parties": "0001_initial", "turn": "0003_parts_in_order",
}  # fmt: skip
# Friday noon, when the old version was last used; the new one is started on the Monday after.
MONDAY = "2026-03-09"


def moved(targets):
    executor = MigrationExecutor(connections["default"])
    executor.migrate(targets)
    return executor


@pytest.fixture
def elsewhere(tmp_path, django_db_blocker):
    """An empty database of its own takes the place of the usual one."""
    usual = connections["default"]
    with django_db_blocker.unblock(), database(usual, tmp_path) as name:
        connections["default"] = type(usual)(deepcopy(usual.settings_dict) | {"NAME": name}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual


@pytest.fixture
def old_house(elsewhere):
    """The tables and the rows of then; called, it goes through every migration since."""
    executor = moved(list(THEN.items()))
    apps = executor.loader.project_state(list(THEN.items())).apps
    with transaction.atomic(), gzip.open(ROWS, "rt", encoding="utf-8") as file:
        for label, rows in groupby(map(json.loads, file), key=lambda row: row[0]):
            laid_down(apps.get_model(label), [told for _, told in rows])
    return lambda: moved(executor.loader.graph.leaf_nodes())


@contextmanager
def database(usual, home):
    """An empty one, beside that of the other tests."""
    if usual.vendor == "sqlite":
        yield str(home / "old.sqlite3")
        return
    name = f"jianyi_upgraded_{os.getpid()}"
    with usual._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield name
    finally:
        with usual._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def laid_down(model, rows):
    """Column by column: as a migration knows a model, it may have one of them twice."""
    database, fields = connections["default"], {f.column: f for f in model._meta.concrete_fields}
    quote = database.ops.quote_name
    into = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(map(quote, fields))})"
    made = [
        [field.get_db_prep_save(field.to_python(told[field.attname]), database) for field in fields.values()]
        for told in rows
    ]
    with database.cursor() as cursor:
        cursor.executemany(f"{into} VALUES ({', '.join(['%s'] * len(fields))})", made)


def who(name):
    return actor(Person.objects.get(name=name))


def titled(title):
    return {"root__title": title}


def test_a_house_of_then_is_upgraded_and_works_on(old_house):
    """In one piece, for the way there and back takes its time."""
    with at(MONDAY):
        old_house()
        everything_agrees()
        a_term_of_the_sittings_is_on_record()
        ratings_say_how_they_came_and_what_was_escalated_leads_on()
        every_reply_that_was_sent_has_its_publication_and_time_for_it()
        for name in PAGES:
            every_role_opens_its_pages(name)
        nothing_is_public_that_nobody_published()
        what_was_going_on_goes_on()


def test_grades_of_public_replies_take_their_names_along(elsewhere):
    """Until publication 0004 two axes had a column each; since then each grade says what was graded."""
    before = [("publication", "0003_replies_sent_before")]
    apps = moved(before).loader.project_state(before).apps
    rows = (("满意", "不满意"), ("", "满意"), ("", ""))
    for nth, (attitude, result) in enumerate(rows, start=1):
        page = apps.get_model("publication", "Public").objects.create(
            congress_id=1,
            id=nth,
            no=str(nth),
            title="路灯",
            year=2026,
            published_on="2026-05-01",
            at=clock.now(),
        )
        apps.get_model("publication", "PublicReply").objects.create(
            congress_id=1, id=nth, public_id=page.id, unit_id=1, unit="建设局", way="full", attitude=attitude,
            result=result, replied_on="2026-04-01", published_on="2026-05-01",
        )  # fmt: skip
    moved([("publication", "0004_every_axis")])
    told = PublicReply.objects.order_by("id").values_list("grades", flat=True)
    assert list(told) == [[["办理态度", "满意"], ["办理结果", "不满意"]], [["办理结果", "满意"]], []]


def everything_agrees():
    """Nothing but what the clock has to take up, and after that nothing at all."""
    early = {name for name, (_, told) in violations().items() if told}
    assert early <= {"I5"}, "what the clock has to take up, and nothing else"
    assert rounds.tick()
    assert {name: told for name, (_, told) in violations().items() if told} == {}
    assert rounds.tick() == 0
    assert not rounds.verdict(Congress.objects.get().id).faults


def a_term_of_the_sittings_is_on_record():
    stages = dict(Term.objects.values_list("nth", "stage"))
    assert stages == {13: w.Term.OVER, 14: w.Term.RUNNING}
    lines = Line.objects.filter(subject__startswith="term/")
    assert sorted(lines.values_list("action", "stage")) == [("end", "over"), ("found", "running")]
    assert Seat.objects.get(term=13).stage is w.Seat.EXPIRED
    assert set(Seat.objects.filter(term=14).values_list("stage", flat=True)) == {w.Seat.HELD}


def ratings_say_how_they_came_and_what_was_escalated_leads_on():
    assert set(Sheet.objects.exclude(rated_at=None).values_list("via", flat=True)) == {"session"}
    assert set(Sheet.objects.filter(rated_at=None).values_list("via", flat=True)) == {""}
    row = Escalation.objects.get()
    assert row.stage is w.Escalation.OPEN and row.root.title == "关于两次不满意的建议"
    said = s.Summoned(clock.today(), "会议室", "领衔代表、承办单位", "再次不满意")
    assert ratings.convene(by=who("蒋若溪"), on=row, saying=said).stage is w.Escalation.CONVENED


def every_reply_that_was_sent_has_its_publication_and_time_for_it():
    sent = Paper.objects.filter(stage=w.Paper.SENT)
    rows = {row.paper_id: row for row in Publication.objects.all()}
    assert {rows[paper.id].stage for paper in sent} == {w.Publication.DRAFTING}
    hidden = Paper.objects.get(stage=w.Paper.TO_RELAY)
    assert len(rows) == len(sent) + 1 and rows[hidden.id].stage is w.Publication.NEW
    due = set(Deadline.objects.filter(limit=Limit.PUBLICATION).values_list("due_on", flat=True))
    assert [str(day) for day in due] == ["2026-04-07"], (
        "twenty working days from the upgrade, not from long ago"
    )
    row = Publication.objects.get(root__title="关于满意一件的建议")
    said = s.Clearing(marks=tuple(s.Marked(no, "redact") for no in range(1, len(row.marks) + 1)))
    row = publishing.write(by=who("NYT经办"), on=row, saying=said)
    assert publishing.present(by=who("NYT经办"), on=row).stage is w.Publication.PRESENTED
    papers.relay(by=who("孔令微"), on=hidden)
    assert again(rows[hidden.id]).stage is w.Publication.WITHHELD


def what_was_going_on_goes_on():
    sheet = Sheet.objects.get(stage=w.Rating.AWAITED, **titled("关于等待测评的建议"))
    link = ratings.issue_link(by=who("孔令微"), on=sheet).link_token
    assert link and papers.rate(by=who("周知远"), on=again(sheet), saying=s.Rated("satisfied", "satisfied"))
    kept = Promise.objects.get(stage=w.Promise.VERIFIED)
    assert promises.confirm(by=who("周知远"), on=kept).stage is w.Promise.KEPT
    assert {name: told for name, (_, told) in violations().items() if told} == {}


PAGES = {
    "孔令微": ("/", "/suggestions/", "/publications/", "/ratings/hints/", "/terms/", "/promises/", "/themes/", "/outcomes/"),
    "蒋若溪": ("/", "/closing/", "/notices/"),
    "NYT办公室": ("/", "/unit/", "/publications/", "/promises/", "/themes/"),
    "NYT经办": ("/", "/unit/", "/publications/"),
    "NYT副厅长": ("/",),
    "周知远": ("/", "/suggestions/"),
    "方既明": ("/",),
}  # fmt: skip


def signed_in(by):
    client = Client()
    session = client.session
    session["person"], session["since"] = by.person, stamp(Person.objects.get(id=by.person))
    session.save()
    return client


def every_role_opens_its_pages(name):
    by = who(name)
    client = signed_in(by)
    for page in PAGES[name]:
        assert client.get(page).status_code == 200, page
    for sheet in Sheet.objects.filter(rater=Person.objects.get(name="周知远")):
        found = client.get(f"/suggestions/{sheet.root_id}/").status_code
        assert found == (404 if name == "方既明" else 200), sheet.root.title


def nothing_is_public_that_nobody_published():
    assert Client().get("/open/").status_code == 200
    assert "关于满意一件的建议" not in Client().get("/open/").content.decode()
