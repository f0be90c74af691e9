"""The plan of a handling over the interface: drawn up with the contacts it foresees, and how far these are."""

from build import at


def test_what_is_planned_with_the_deputy_and_what_became_of_it(world, api):
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        task = world.routed(world.handed_over()[0])
        officer, about = api(nyt.officer), {"handling": str(task.id)}
        before = {"phase": "before", "level": "officer", "mode": "phone", "day": "2026-03-03"}
        after = {"phase": "after", "level": "leader", "mode": "visit", "day": "2026-05-20"}
        said = {
            "tasks": "三月调研",
            "safeguards": "专班推进",
            "views": [{"no": 1, "text": "拟采纳"}],
            "contacts": [before, after],
        }
        for wrong in ({**after, "day": "2026-09-03"}, {**after, "day": None}, {**after, "mode": "telepathy"}):
            officer.no(409, "CHECKLIST_UNMET", "/plan/new/plan", {**said, "contacts": [before, wrong]}, about)
        row = officer.do("/plan/new/plan", said, about)["id"]
        officer.no(409, "CHECKLIST_UNMET", f"/plan/{row}/present", {})
    with at("2026-03-04"):
        (told,) = officer.get(f"/suggestions/{task.root_id}")[1]["plans"]
        assert told["views"] == [{"no": 1, "text": "拟采纳"}]
        assert told["contacts"] == [
            before | {"state": "late", "done": None},
            after | {"state": "due", "done": None},
        ]
        world.working(task)
        (told,) = officer.get(f"/suggestions/{task.root_id}")[1]["plans"]
        assert told["contacts"][0] == before | {"state": "done", "done": "2026-03-04"}
        assert api(world.deputy).get(f"/suggestions/{task.root_id}")[1]["plans"] == []
