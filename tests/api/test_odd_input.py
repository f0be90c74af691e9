"""Odd input is answered with a sentence: never with a page of ours that broke."""

import json
from urllib.parse import quote

import pytest

from build import at
from jianyi.api.schema import commands
from jianyi.cases.models import Paper, Suggestion
from jianyi.documents import store
from jianyi.kit.pages import page as cut
from jianyi.turn.models import WorkItem


BODIES = [
    "", "{", "[]", "null", "7", '"甲"', "\x00", "NaN", '{"saying": []}', '{"saying": {"title": 7}}', '{"seen": -1}',
    '{"seen": 99999999999999999999}', '{"key": "甲"}', '{"key": "' + "a" * 65 + '"}', '{"about": {"lead": "0x1"}}',
    '{"about": {"suggestion": "99999999999999999999999"}}', '{"no": 1}', "[" * 5000, '{"saying": ' + '{"a":' * 3000,
    '{"saying": {"points": [[["甲"]]]}}', '{"saying": {"points": "甲"}}', '{"saying": {"title": {}}}',
]  # fmt: skip
VALUES = [
    "甲\x00乙", "\ud800", "\u202e甲", "x" * 300, "𠮷野家", -1, 2**63, 2**70, 1e400, [], {}, [[]], True, None,
    ["9" * 30], [2**70], "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59", "9999-12-31", "0001-01-01", 10**12, [{"unit": 2**70, "role": "sole"}],
    [{"unit": 1, "role": "sole"}], [[2**70, "x" * 99]], [{"no": -5, "text": "x" * 30000}],
]  # fmt: skip


@pytest.fixture
def clerk(world, api):
    return api(world.clerk)


@pytest.mark.parametrize("body", BODIES)
def test_bodies(world, api, body):
    status, told = api(world.deputy).post("/suggestion/new/write", raw=body.encode("utf-8", "surrogatepass"))
    assert status in (200, 422), (status, told)
    assert status == 200 or told["reasons"]


def test_bytes_that_are_no_text(world, api):
    assert api(world.deputy).post("/suggestion/new/write", raw=b"\xff\xfe\x00")[0] == 422


@pytest.mark.parametrize("number", ["0", "-1", "1e3", "9" * 19, "9" * 30, "１", "new", "%00", "１２", "1%0A"])
def test_numbers(clerk, number):
    for path in (f"/suggestions/{number}", f"/paper/{number}/actions", f"/batches/{number}"):
        assert clerk.get(path)[0] in (404, 422), path
    assert clerk.post(f"/paper/{number}/sign")[0] in (404, 422)


@pytest.mark.parametrize(
    "asked",
    [
        {"size": "0"}, {"size": "1000"}, {"size": "x"}, {"after": "\x00"}, {"after": "甲"}, {"after": "W10="},
        {"after": "WyJhYmMiXQ=="}, {"after": "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OV0="}, {"before": "WzEsMl0="},
        {"q": "\x00"}, {"q": "\ud800"}, {"q": "x" * 101}, {"stage": "no"}, {"stage": "A B"}, {"unit": "9" * 25},
        {"when": "never"}, {"track": "%"}, {"after": "Ww==" * 70},
    ],
)  # fmt: skip
def test_questions(clerk, asked):
    query = "&".join(f"{k}={quote(v.encode('utf-8', 'surrogatepass'))}" for k, v in asked.items())
    for path in ("/suggestions", "/work", "/handlings", "/notices", "/units", "/deputies", "/procedure"):
        status, told = clerk.get(f"{path}?{query}")
        assert status in (200, 404, 422), (path, told)


def test_every_field_of_every_command(world, api):
    """Each field of each thing that can be said, filled with each odd value, on subjects that are there."""
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-04"):
        handling = world.working(task)
        draft = world.draft()
        case = handling.root_id
        about = {"suggestion": str(case), "handling": str(handling.id), "person": str(world.deputy.person)}
        there = {"suggestion": [case, draft.id], "handling": [handling.id]}
        clients = [
            api(world.deputy),
            api(world.clerk),
            api(world.unit("NYT").officer),
            api(world.unit("NYT").office),
        ]
        for track, command in commands():
            fields = list(command.says.__dataclass_fields__)
            for number in there.get(track.name, ["new"]):
                for turn, value in enumerate(VALUES if fields else []):
                    client = clients[turn % len(clients)]
                    saying = dict.fromkeys(fields, value)
                    body = json.dumps({"saying": saying, "about": about})
                    status, told = client.post(f"/{track.name}/{number}/{command.action.value}", raw=body)
                    assert status < 500, (track.name, command.action, value, told)
                    assert status == 200 or told["reasons"], (track.name, command.action, value)


def test_units_that_do_not_exist_cannot_be_named(world, api):
    with at("2026-02-20"):
        case = world.registered()
        clerk = api(world.clerk)
        told = clerk.no(
            422, "UNCLEAR", f"/suggestion/{case.id}/propose", {"units": [{"unit": "12345", "role": "sole"}]}
        )
        assert "单位" in told["reasons"][0]
        clerk.no(422, "UNCLEAR", f"/suggestion/{case.id}/merge", {"into": "12345", "reason": "同一内容"})


def test_a_moment_without_a_zone_is_one_in_shanghai(world, api):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-04"):
        world.routed(task)
        met = {
            "mode": "phone",
            "occurred_at": "2026-03-03T08:30:00",
            "deputies": [str(world.deputy.person)],
            "summary": "甲",
            "present": [str(world.unit("NYT").officer.person)],
        }
        officer = api(world.unit("NYT").officer)
        officer.do("/contact/new/record", met, {"handling": str(task.id)})
        contact = officer.get(f"/suggestions/{task.root_id}")[1]["contacts"][0]
    assert contact["occurred_at"].startswith("2026-03-03T00:30:00")


def test_a_cursor_of_something_else_is_none(world):
    rows = WorkItem.objects.all()
    assert cut(rows, ("due_at", "id"), 5, after="WyJ4IiwgMV0=").rows == list(
        rows.order_by("due_at", "id")[:5]
    )


def test_a_file_that_is_not_there_is_not_left_out_in_silence(world, api):
    """Somebody else's, or none at all: the answer names the field, and nothing is written."""
    foreign = store.keep(
        b"plan", name="a.txt", kind="txt", congress=world.congress.id, owner=world.clerk.person
    )
    for number in (foreign.id, 7):
        status, told = api(world.deputy).post(
            "/suggestion/new/write", {"title": "甲", "attachments": [number]}
        )
        assert status == 422 and "附件" in told["reasons"][0]
    assert not Suggestion.objects.exists()


def test_ten_attachments_are_refused_by_the_interface_too(world, api):
    mine = [
        store.keep(
            b"%d" % n, name=f"{n}.txt", kind="txt", congress=world.congress.id, owner=world.deputy.person
        ).id
        for n in range(10)
    ]
    api(world.deputy).no(
        409, "CHECKLIST_UNMET", "/suggestion/new/write", {"title": "甲", "attachments": mine}
    )
    assert api(world.deputy).do("/suggestion/new/write", {"title": "甲", "attachments": mine[:9]})


def test_what_is_too_long_is_said_and_never_cut(world, api):
    """The end of a long text is not lost in silence."""
    status, told = api(world.deputy).post(
        "/suggestion/new/write", {"title": "甲", "situation": "字" * 20_001}
    )
    assert status == 422 and "最多 20000 字，现有 20001 字" in told["fields"]["situation"]
    assert not Suggestion.objects.exists()
    assert api(world.deputy).do("/suggestion/new/write", {"title": "甲", "situation": "字" * 20_000})


def test_a_day_that_no_clock_can_run_to_is_told_where_it_is_written(world, api):
    """Not when the reply that promises it is signed and can no longer be sent."""
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
    paper = Paper.objects.get(handling_id=task.id)
    with at("2026-04-28"):
        for due in ("9999-12-31", "2200-01-01", "0001-01-01"):
            said = {"reply_class": "A", "promises": [{"no": 1, "item": "做到", "due": due}]}
            status, told = api(nyt.officer).post(f"/paper/{paper.id}/write", said)
            assert status == 422 and "日期须在 1900 年至 2199 年之间" in str(told), (due, told)
        said = {"reply_class": "A", "promises": [{"no": 1, "item": "做到", "due": "2199-12-31"}]}
        assert api(nyt.officer).post(f"/paper/{paper.id}/write", said)[0] == 200
