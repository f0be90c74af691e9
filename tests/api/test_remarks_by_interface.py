"""Remarks on a draft over the interface: listed, made, answered, insisted upon, accepted, taken off; and by whom not."""

from build import at


def test_the_whole_road_of_a_remark(world, api):
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        paper = world.written(world.working(world.handed_over(points=2)[0]))
        head, officer = api(nyt.head), api(nyt.officer)
        there, about = f"/suggestions/{paper.root_id}", {"paper": str(paper.id)}
        said = {"point": 1, "passage": "第1条答复", "note": "请写明完成时限", "digest": paper.digest}
        head.no(409, "CHECKLIST_UNMET", "/remark/new/remark", {**said, "passage": "没有的话"}, about)
        row = head.do("/remark/new/remark", said, about)["id"]
        (told,) = officer.get(there)[1]["remarks"]
        assert told["id"] == row and told["stage"]["code"] == "open" and told["still_stands"] is True
        assert (told["edition"], told["point"], told["maker"]) == (1, 1, str(nyt.head.person))
        assert [each["action"] for each in officer.get(f"/remark/{row}/actions")[1]["rows"]] == ["answer"]
        head.no(403, "WRONG_ACTOR", f"/remark/{row}/answer", {"answer": "自答"})
        officer.do(f"/remark/{row}/answer", {"answer": "已补写"})
        head.no(409, "REASON_REQUIRED", f"/remark/{row}/insist", {"reason": ""})
        head.do(f"/remark/{row}/insist", {"reason": "仍不具体"})
        officer.do(f"/remark/{row}/answer", {"answer": "已写明十月底"})
        assert head.do(f"/remark/{row}/accept")["stage"] == "settled"
        other = head.do("/remark/new/remark", {"note": "结尾再斟酌"}, about)["id"]
        assert head.do(f"/remark/{other}/take_off")["stage"] == "withdrawn"


def test_outside_the_unit_there_is_none(world, api):
    with at("2026-03-02"):
        paper = world.written(world.working(world.handed_over()[0]))
        about = {"paper": str(paper.id)}
        row = api(world.unit("NYT").head).do("/remark/new/remark", {"note": "内部的话"}, about)["id"]
        for who in (world.deputy, world.clerk, world.head, world.unit("JTT").office):
            client = api(who)
            status, file = client.get(f"/suggestions/{paper.root_id}")
            assert status == 404 or file["remarks"] == []
            assert client.get(f"/remark/{row}/actions")[0] == 404
            assert client.post("/remark/new/remark", {"note": "外人的话"}, about)[0] == 404
