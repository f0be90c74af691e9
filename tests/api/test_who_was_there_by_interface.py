"""Over the interface a contact tells who of the unit was there, and whether the level follows from it or is only stated."""

from build import at
from jianyi.kit import clock


def test_the_level_follows_from_whoever_is_named(world, api):
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        task = world.routed(world.handed_over()[0])
        officer, about = api(nyt.officer), {"handling": str(task.id)}
        said = {
            "mode": "phone", "occurred_at": clock.now().isoformat(), "deputies": [str(world.deputy.person)],
            "summary": "说明思路",
        }  # fmt: skip
        officer.no(409, "CHECKLIST_UNMET", "/contact/new/record", {**said, "level": "leader"}, about)
        stranger = {"present": [str(world.unit("FGW").leader.person)]}
        officer.no(409, "CHECKLIST_UNMET", "/contact/new/record", said | stranger, about)
        people = [str(nyt.head.person), str(nyt.officer.person)]
        first = officer.do("/contact/new/record", said | {"present": people}, about)["id"]
        second = officer.do(
            "/contact/new/record", said | {"staff": "某某（副厅长）", "level": "leader"}, about
        )["id"]
        for reader in (officer, api(world.deputy)):
            rows = {row["id"]: row for row in reader.get(f"/suggestions/{task.root_id}")[1]["contacts"]}
            assert (rows[first]["level"], rows[first]["stated"]) == ("division", False)
            assert [(each["person"], each["level"]) for each in rows[first]["present"]] == [
                (people[0], "division"),
                (people[1], "officer"),
            ]
            assert (rows[second]["level"], rows[second]["stated"], rows[second]["present"]) == (
                "leader",
                True,
                [],
            )
