"""Past replies over the interface: kept by the office, read by everybody, searched, removed with a reason."""


def test_kept_read_and_removed(world, api):
    clerk, deputy = api(world.clerk), api(world.deputy)
    said = {
        "title": "关于第3号建议的答复",
        "body": "已办。",
        "unit": "省水利厅",
        "number": "3",
        "reply_class": "A",
    }
    deputy.no(403, "WRONG_ACTOR", "/past/new/keep", said)
    clerk.no(409, "CHECKLIST_UNMET", "/past/new/keep", {"title": "只有标题"})
    kept = clerk.do("/past/new/keep", said, key="k1")
    assert clerk.do("/past/new/keep", said, key="k1")["id"] == kept["id"]
    status, told = deputy.get("/past", q="水利")
    assert status == 200 and [row["title"] for row in told["rows"]] == [said["title"]]
    assert deputy.get(f"/past/{kept['id']}")[1]["body"] == "已办。"
    assert deputy.get("/past", q="没有")[1]["rows"] == []
    clerk.no(409, "REASON_REQUIRED", f"/past/{kept['id']}/remove")
    clerk.do(f"/past/{kept['id']}/remove", {"reason": "误存"})
    assert deputy.get(f"/past/{kept['id']}")[0] == 404


def test_what_is_corrected_by_a_stale_page_is_refused(world, api):
    clerk = api(world.clerk)
    kept = clerk.do("/past/new/keep", {"title": "甲", "body": "乙"})
    clerk.do(f"/past/{kept['id']}/keep", {"title": "甲一", "body": "乙"}, seen=kept["version"])
    clerk.no(
        409,
        "CHANGED_MEANWHILE",
        f"/past/{kept['id']}/keep",
        {"title": "甲二", "body": "乙"},
        seen=kept["version"],
    )
