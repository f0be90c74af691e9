"""The co-unit says in its editor whether the lead may quote it; the lead sees it beside its own."""

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper
from jianyi.procedure.facts.said import Read
from jianyi.procedure.words import Role


def test_it_is_chosen_in_the_editor_and_shown_to_the_lead(world, sign_in):
    czt, jtt = world.unit("CZT"), world.unit("JTT")
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT")
        world.working(helping, "CZT")
        own, paper = (Paper.objects.get(handling_id=task.id) for task in (lead, helping))
        client, there = sign_in(None, czt.officer), f"/papers/{paper.id}/"
        assert 'name="quotable" value="yes">' in client.get(there).content.decode()
        typed = {
            "p1-text": "资金分年安排",
            "quotable": "no",
            "key": "q1",
            "seen": paper.version,
            "act": "write",
        }
        assert client.post(there, typed).status_code == 302
        assert again(paper).quotable == "no"
        assert 'name="quotable" value="no" checked' in client.get(there).content.decode()
        mine = sign_in(None, jtt.officer)
        editor = f"/papers/{own.id}/"
        assert 'name="quotable"' not in mine.get(editor).content.decode()
        row = papers.present(by=czt.officer, on=again(paper))
        for desk in (czt.head, czt.office):
            row = papers.pass_(by=desk, on=row, saying=Read())
        papers.send(by=czt.officer, on=papers.sign(by=czt.leader, on=row, saying=Read()))
        assert "不写入答复" in mine.get(editor).content.decode()
        assert "请勿写入答复" in mine.get(f"/papers/{paper.id}/").content.decode()
