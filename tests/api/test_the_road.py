"""One suggestion over the interface alone, from the draft to the archive (stories S1–S2, S6)."""

from build import at


TEXT = {
    "title": "关于支持丘陵山区小型农机研发推广的建议",
    "situation": "丘陵地块小，大机器进不去。",
    "points": ["支持研发", "支持推广", "支持培训"],
}


def test_the_whole_road(world, api):
    nyt = world.unit("NYT")
    deputy, clerk, head = api(world.deputy), api(world.clerk), api(world.head)
    office, officer, division, leader = api(nyt.office), api(nyt.officer), api(nyt.head), api(nyt.leader)
    unit = str(nyt.id)

    with at("2026-02-20"):
        case = deputy.do("/suggestion/new/write", TEXT, key="k-1")["id"]
        assert deputy.do(f"/suggestion/{case}/submit")["stage"] == "submitted"
        clerk.do(f"/suggestion/{case}/register", {"has": ["title"]})
        assert clerk.get(f"/suggestions/{case}")[1]["number"] == "0001"
        clerk.do(f"/suggestion/{case}/propose", {"units": [{"unit": unit, "role": "sole"}]})
        batch = clerk.do("/batch/new/prepare", {"cases": [case], "name": "第一批"})["id"]
    with at("2026-02-26"):
        clerk.no(403, "WRONG_ACTOR", f"/batch/{batch}/hand_over")
        assert head.do(f"/batch/{batch}/hand_over", key="k-2")["stage"] == "done"
        assert head.do(f"/batch/{batch}/hand_over", key="k-2")["stage"] == "done"
        pile = clerk.get(f"/batches/{batch}")[1]
        assert [row["done"] for row in pile["rows"]] == [True]
        task = office.get("/handlings")[1]["rows"][0]
        assert task["clock"]["due_on"] == "2026-05-26" and task["clock"]["why"]
        task = task["id"]
    with at("2026-02-27"):
        office.do(f"/handling/{task}/acknowledge", {"materials": "complete", "objection": "none"})
        short = {"leader": str(nyt.leader.person), "officer": str(nyt.officer.person)}
        told = office.no(409, "RESPONSIBILITY_INCOMPLETE", f"/handling/{task}/route", short)
        assert "责任处领导" in told["reasons"][0]
        team = short | {"head": str(nyt.head.person), "division": str(nyt.division.id)}
        office.do(f"/handling/{task}/route", team)
    with at("2026-03-04"):
        closed = officer.get(f"/handling/{task}/actions/begin")[1]
        assert (closed["ready"], closed["code"]) == (False, "NO_CONTACT") and closed["missing"]
        met = {
            "mode": "phone", "occurred_at": "2026-03-04T08:30:00+08:00", "deputies": [str(world.deputy.person)],
            "summary": "说明思路", "golden_idea": "按坡度分级补贴", "present": [str(nyt.officer.person)],
        }  # fmt: skip
        contact = officer.do("/contact/new/record", met, {"handling": task})["id"]
        deputy.do(f"/contact/{contact}/confirm")
        officer.do(f"/handling/{task}/begin")
        idea = office.get("/ideas?stage=noted")[1]["rows"][0]
        assert (idea["text"], idea["suggestion"]) == ("按坡度分级补贴", case)
        officer.no(409, "REASON_REQUIRED", f"/idea/{idea['id']}/set_aside", {"reason": ""})
        deputy.no(403, "WRONG_ACTOR", f"/idea/{idea['id']}/study", {"reason": "自己研究"})
        officer.do(
            f"/idea/{idea['id']}/take_up", {"landing": "plan", "title": "年度计划", "document": "某通知"}
        )
        assert deputy.get(f"/suggestions/{case}")[1]["ideas"][0]["document"] == "某通知"
        assert office.get("/ideas")[1]["rows"][0]["outcome"] == "已采纳→《某通知》"
    with at("2026-04-15"):
        file = officer.get(f"/suggestions/{case}")[1]
        paper = file["papers"][0]["id"]
        officer.do(f"/paper/{paper}/write", _reply(2))
        told = officer.no(409, "POINT_UNANSWERED", f"/paper/{paper}/present")
        assert "第 3 条" in told["reasons"][0]
        promise = {"no": 2, "item": "印发方案", "due": "2026-09-30", "division": str(nyt.division.id)}
        basis = {"title": "某条例", "number": ""}
        told = officer.no(
            409, "CHECKLIST_UNMET", f"/paper/{paper}/write", _reply(3) | {"promises": [promise | {"no": 4}]}
        )
        assert "本件共 3 条" in told["reasons"][0]
        officer.do(f"/paper/{paper}/write", _reply(3) | {"promises": [promise], "bases": [basis]})
        kept = officer.get(f"/suggestions/{case}")[1]["papers"][0]
        assert (kept["promises"], kept["bases"]) == ([promise], [basis])
        assert kept["answers"][0]["measure"] == "列入计划" and kept["answers"][0]["division"] == ""
        officer.do(f"/paper/{paper}/present")
    with at("2026-04-22"):
        digest = division.get(f"/suggestions/{case}")[1]["papers"][0]["digest"]
        division.do(f"/paper/{paper}/pass", {"digest": digest})
        office.do(f"/paper/{paper}/pass", {"digest": digest})
    with at("2026-04-24"):
        leader.no(409, "DRAFT_NOT_SHOWN", f"/paper/{paper}/sign", {"digest": digest})
        draft = officer.do("/consultation/new/show", about={"paper": paper})["id"]
    with at("2026-04-27"):
        shown = deputy.get(f"/suggestions/{case}")[1]["consultations"]
        assert [(row["id"], row["edition"]) for row in shown] == [(draft, 2)] and shown[0]["text"]["answers"]
        deputy.do(f"/consultation/{draft}/accept_draft")
    with at("2026-04-28"):
        division.no(403, "SIGNER_NOT_ALLOWED", f"/paper/{paper}/sign")
        officer.no(409, "TOO_EARLY", f"/paper/{paper}/send")
        leader.do(f"/paper/{paper}/sign", {"digest": digest})
        officer.do(f"/paper/{paper}/send")
    with at("2026-05-06"):
        sheet = deputy.get("/work")[1]["rows"][0]
        assert (sheet["track"], sheet["action"]["code"]) == ("rating", "rate")
        offer = deputy.get(sheet["path"])[1]
        assert offer["asks"]["properties"]["contact_ok"]["x-labels"]["part"] == "部分环节有"
        assert offer["ready"] and offer["asks"]["properties"]["result"]["x-labels"]["satisfied"] == "满意"
        deputy.no(
            409,
            "REASON_REQUIRED",
            f"/rating/{sheet['subject']}/rate",
            {"attitude": "satisfied", "result": "dissatisfied"},
        )
        deputy.do(
            f"/rating/{sheet['subject']}/rate",
            {"attitude": "satisfied", "result": "satisfied", "contact_ok": "all"},
        )
    with at("2026-05-07"):
        assert clerk.do(f"/suggestion/{case}/close")["stage"] == "closed"
        file = deputy.get(f"/suggestions/{case}")[1]
    assert file["stage"] == {"code": "closed", "label": "已办结"}
    assert {clock["limit"]["code"] for clock in file["clocks"]} == {"promise", "progress"}, (
        "a promise outlives it"
    )
    told = office.get("/promises")[1]
    assert [(row["number"], row["item"], row["due"]) for row in told["rows"]] == [
        ("0001-1", "印发方案", "2026-09-30")
    ]
    assert (told["kept"]["done"], told["kept"]["due"]) in {(0, 1), (0, 0)} and file["promises"][0][
        "called"
    ] == "0001-1"
    assert [line["action"] for line in file["timeline"]][-1] == "close"
    assert file["papers"][0]["document_no"] and file["sheets"][0]["result"] == "satisfied"
    assert file["sheets"][0]["contact_ok"] == "all"


def _reply(points):
    answers = [
        {"no": n, "text": f"第{n}条答复", "adoption": "adopted", "measure": "列入计划"}
        for n in range(1, points + 1)
    ]
    return {"answers": answers, "reply_class": "A"}


def test_a_paper_suggestion_is_entered_with_its_text(world, api):
    clerk = api(world.clerk)
    about = {"lead": str(world.deputy.person)}
    clerk.no(409, "CHECKLIST_UNMET", "/suggestion/new/enter", {**TEXT, "points": []}, about)
    clerk.no(409, "REASON_REQUIRED", "/suggestion/new/enter", TEXT, about)
    taken = clerk.do("/suggestion/new/enter", {**TEXT, "received": "2月3日收到纸质原件"}, about)
    assert taken["stage"] == "submitted"
    file = clerk.get(f"/suggestions/{taken['id']}")[1]
    assert (file["title"], len(file["points"]), file["entered"]) == (TEXT["title"], 3, True)
    assert file["proposers"][0]["name"] == "周知远"


def test_the_same_request_twice_is_one_step(world, api):
    deputy = api(world.deputy)
    first = deputy.do("/suggestion/new/write", TEXT, key="same")
    assert deputy.do("/suggestion/new/write", TEXT, key="same")["id"] == first["id"]
    deputy.no(409, "KEY_REUSED", "/suggestion/new/write", {**TEXT, "title": "另一件"}, key="same")
    assert len(deputy.get("/suggestions")[1]["rows"]) == 1


def test_a_stale_reader_is_told(world, api):
    deputy = api(world.deputy)
    case = deputy.do("/suggestion/new/write", TEXT)
    deputy.do(f"/suggestion/{case['id']}/write", {**TEXT, "title": "改过的标题"}, seen=case["version"])
    told = deputy.no(409, "CHANGED_MEANWHILE", f"/suggestion/{case['id']}/write", TEXT, seen=case["version"])
    assert "变动" in told["reasons"][0]


def test_what_may_be_done_and_what_comes_next(world, api):
    deputy = api(world.deputy)
    case = deputy.do("/suggestion/new/write", {**TEXT, "points": []})["id"]
    rows = {row["action"]: row for row in deputy.get(f"/suggestion/{case}/actions")[1]["rows"]}
    assert not rows["submit"]["ready"] and "具体建议" in rows["submit"]["missing"][0]
    assert rows["write"]["ready"] and rows["write"]["asks"]["properties"]["title"]["title"] == "标题"
    assert "待审查" in rows["submit"]["after"]
    never = deputy.get(f"/suggestion/{case}/actions/renumber")[1]
    assert (never["ready"], never["code"]) == (False, "FROZEN") and "冻结" in never["missing"][0]
    wrong = deputy.get(f"/suggestion/{case}/actions/register")[1]
    assert wrong["code"] == "WRONG_ACTOR"
    assert api(world.clerk).get(f"/suggestion/{case}/actions")[0] == 404
    new = deputy.get("/suggestion/new/actions")[1]
    assert {row["action"] for row in new["rows"]} >= {"write"}


def test_reference(world, api):
    deputy = api(world.deputy)
    world.unit("NYT")
    me = deputy.get("/me")[1]
    assert (me["name"], me["deputy"], me["sitting"]["name"]) == ("周知远", True, "省十四届人大四次会议")
    assert api(world.clerk).get("/me")[1]["posts"][0]["duty"]["code"] == "office_clerk"
    assert [row["name"] for row in deputy.get("/units", q="NY")[1]["rows"]] == ["NYT"]
    assert [row["name"] for row in deputy.get("/deputies", q="知")[1]["rows"]] == ["周知远"]
    rules = deputy.get("/places/lj-2026")[1]
    assert all(row["article"] for row in rules["limits"]) and rules["law"]
    assert deputy.get("/places/nowhere")[0] == 404
    table = deputy.get("/procedure", place="lj-2026", track="paper")[1]
    assert {"sign", "send"} <= {row["action"]["code"] for row in table}
    with at("2026-02-26"):
        world.registered()
        assert any("登记编号" in row["text"] for row in deputy.get("/notices")[1]["rows"])
