"""Roads that differ: hidden proposers, key suggestions, unsent text, the proposer's own page."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, inside
from jianyi.cases.models import Contact, Paper
from jianyi.procedure import words as w


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (row,) = world.handed_over(points=2)
    return row


def written(text="答复正文"):
    told = {f"p{n}__text": f"{text}{n}。" for n in (1, 2)} | {f"p{n}__adoption": "adopted" for n in (1, 2)}
    return told | {"reply_class": "A"}


def test_a_hidden_proposer_is_answered_through_the_office(world, reader):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over(confidential=True, confidential_reason="怕受影响")
        task = world.routed(task)
    with at("2026-02-27"):
        clerk = reader(world.clerk)
        clerk.get(f"/handlings/{task.id}/contact/")
        clerk.press("relay", occurred_at="2026-02-26T15:30", summary="转达了思路")
        handlings.confirm_contact(by=world.deputy, on=Contact.objects.get())
        handlings.begin(by=nyt.officer, on=task)
        paper = world.signed(again(task))
        officer = reader(nyt.officer)
        assert "逐人送达" not in officer.get(f"/papers/{paper.id}/").content.decode()
        officer.press("send")
        assert again(paper).stage is w.Paper.TO_RELAY
        assert "周知远" not in officer.get(f"/papers/{paper.id}/letter/").content.decode()
        clerk.get(f"/suggestions/{task.root_id}/")
        assert f"/act/paper/{paper.id}/relay/" in clerk.text
        assert "周知远代表：" in clerk.get(f"/papers/{paper.id}/letter/?print=1").content.decode()
        assert "sheetbar" not in clerk.text


def test_the_proposer_has_a_page_of_their_own(world, task, reader):
    with at("2026-02-27"):
        mine = reader(world.deputy).get(f"/suggestions/{task.root_id}/")
        theirs = reader(world.unit("NYT").office).get(f"/suggestions/{task.root_id}/")
    assert "jy-deputy" in mine.content.decode() and "jy-staff" in theirs.content.decode()


def test_a_key_suggestion_is_signed_by_the_principal(world, task, reader):
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        world.key(task.root)
        inside.lead(by=nyt.leader, on=world.routed(again(task)))
        paper = world.ready(world.working(again(task)))
        leader, principal = reader(nyt.leader), reader(nyt.principal)
        assert 'value="sign"' not in leader.get(f"/papers/{paper.id}/").content.decode()
        answer = leader.client.post(f"/papers/{paper.id}/", {"act": "sign"})
        assert answer.status_code == 409 and "SIGNER_NOT_ALLOWED" in answer.content.decode()
        assert f"/papers/{paper.id}/" in principal.get(f"/suggestions/{task.root_id}/").content.decode()
        principal.get(f"/papers/{paper.id}/")
        principal.press("sign")
    assert again(paper).stage is w.Paper.SIGNED


def test_unsent_text_comes_back_until_it_is_kept(world, task, reader):
    with at("2026-03-04"):
        world.working(task)
        paper = Paper.objects.get()
        officer = reader(world.unit("NYT").officer)
        kept = officer.client.post(
            f"/buffers/paper-{paper.id}/", {"p1-text": "没有存成稿的话", "version": "0"}
        )
        assert kept.status_code == 200
        page = officer.get(f"/papers/{paper.id}/").content.decode()
        assert "没有存成稿的话" in page and "自动保存" in page
        assert (
            "没有存成稿的话"
            not in reader(world.unit("NYT").office).get(f"/papers/{paper.id}/").content.decode()
        )
        officer.press("write", **written())
        assert "没有存成稿的话" not in officer.get(f"/papers/{paper.id}/").content.decode()
