"""From the second dissatisfaction to its meeting and back, on the pages."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import ratings
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.models import Guest, Meeting, Treated
from jianyi.procedure.facts.said import Attending, Minuting, Summoned


@pytest.fixture
def row(world):
    row = world.escalated()
    with at("2026-06-01"):
        said = Summoned(date(2026, 6, 12), "代工委会议室", "领衔代表、分管领导", "夜间限行由谁执行")
        return ratings.convene(by=world.office, on=row, saying=said)


def test_the_office_calls_it_from_the_case_and_the_case_shows_what_came_of_it(world, row, sign_in):
    nyt, case = world.unit("NYT"), f"/suggestions/{row.root_id}/"
    with at("2026-06-01"):
        client, form = sign_in(None, world.clerk), f"/meetings/new/?escalation={row.id}"
        assert f'href="{form}"' in client.get(case).content.decode()
        for by in (world.deputy, nyt.office):
            assert f"escalation={row.id}" not in sign_in(None, by).get(case).content.decode(), by.name
            assert sign_in(None, by).get(form).status_code == 404, by.name
        assert client.get("/meetings/new/?escalation=7").status_code == 404
        begun = client.get(form).content.decode()
        assert f'name="escalation" value="{row.id}"' in begun and 'value="conferral" checked' in begun
        assert 'value="symposium"' not in begun and world.deputy.name in begun and nyt.leader.name in begun
        typed = {
            "kind": "conferral", "title": "会商<会>", "starts_at": "2026-06-12T09:00", "where": "代工委会议室", "chair": world.head.person,
            "escalation": row.id, "names": f"{world.deputy.name}\n{nyt.leader.name}", "key": "k1", "agenda": "",
        }  # fmt: skip
        wrong = client.post("/meetings/new/", typed | {"kind": "topic"})
        assert wrong.status_code == 409 and f'name="escalation" value="{row.id}"' in wrong.content.decode()
        assert client.post("/meetings/new/", typed).status_code == 302
        meeting = Meeting.objects.get(escalation_id=row.id)
        assert Treated.objects.get(root_id=meeting.id).suggestion_id == row.root_id
        assert Guest.objects.filter(root_id=meeting.id).count() == 2
        shown = client.get(case).content.decode()
        assert f'href="/meetings/{meeting.id}/"' in shown and "会商&lt;会&gt;" in shown
        assert f"escalation={row.id}" not in shown
        edit = client.get(f"/meetings/{meeting.id}/edit/").content.decode()
        assert f'name="escalation" value="{row.id}"' in edit and 'value="conferral" checked' in edit
    with at("2026-06-12T15:00"):
        there = tuple(each.person for each in (world.head, world.deputy, nyt.leader))
        commands.hold(by=world.clerk, on=again(meeting), saying=Attending(there))
        commands.minute(by=world.clerk, on=again(meeting), saying=Minuting("双方同意<执行>。"))
        assert "双方同意" not in sign_in(None, world.deputy).get(case).content.decode()
        commands.settle(by=world.head, on=again(meeting))
        for by in (world.deputy, nyt.leader, world.clerk):
            assert "双方同意&lt;执行&gt;。" in sign_in(None, by).get(case).content.decode(), by.name
        assert "双方同意" not in sign_in(None, nyt.officer).get(case).content.decode()
