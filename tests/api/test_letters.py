"""The interface names the letters and forms of a case to those who may have them."""

from build import at
from jianyi.cases.models import Letter


def told(api, by, case, name):
    return {row["kind"] for row in api(by).get(f"/suggestions/{case}")[1][name]}


def test_each_reader_is_told_of_the_letters_and_forms_that_are_for_them(world, api):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    case, nyt = task.root_id, world.unit("NYT")
    assert told(api, nyt.office, case, "letters") == {"notice"}
    assert told(api, world.deputy, case, "letters") == {"deputy_told"}
    assert told(api, world.clerk, case, "letters") == {"notice", "deputy_told"}
    assert told(api, nyt.office, case, "forms") == {"suggestion", "flow"}
    assert told(api, world.deputy, case, "forms") == {"suggestion"}
    (row,) = api(nyt.office).get(f"/suggestions/{case}")[1]["letters"]
    letter = Letter.objects.get(kind="notice")
    assert row == {
        "id": str(letter.id), "kind": "notice", "label": "交办通知", "number": letter.number, "issuer": letter.issuer,
        "day": "2026-02-26", "code": letter.code, "sm3": letter.digest,
    }  # fmt: skip
