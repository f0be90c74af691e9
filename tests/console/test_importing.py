"""Files in: recognised as JSON, entered by a named person, and one bad file never stops the rest."""

import json

import pytest

from filemaking import docx
from jianyi.cases.models import Past, Suggestion
from jianyi.console.main import main
from jianyi.procedure import words as w


LINES = (
    "关于支持丘陵山区小型农机推广的建议", "领衔代表：周知远", "情况与问题：丘陵地块小，大机器进不去，用工成本逐年上升。",
    "具体建议：", "1、按坡度分级设置补贴标准。", "2、在乡镇设立维修服务点。",
)  # fmt: skip


@pytest.fixture
def files(tmp_path):
    good, bad = tmp_path / "建议.docx", tmp_path / "坏.docx"
    good.write_bytes(docx(*LINES))
    bad.write_bytes(b"PK\x03\x04 broken")
    return str(good), str(bad)


def told(capsys):
    return json.loads(capsys.readouterr().out)


def test_what_is_recognised_is_told_and_nothing_is_kept(world, files, capsys):
    assert main(["import", "--dry-run", "--json", *files, "missing.docx"]) == 1
    good, bad, missing = told(capsys)
    wanted = {
        "kind",
        "title",
        "number",
        "proposers",
        "addressee",
        "unit",
        "reply_class",
        "date",
        "body",
        "points",
        "warnings",
    }
    assert wanted <= set(good) and good["kind"] == "suggestion"
    assert good["title"] == LINES[0] and good["proposers"] == ["周知远"] and len(good["points"]) == 2
    assert "损坏" in bad["error"] and missing["error"]
    assert not Suggestion.objects.exists()


def test_nobody_enters_nothing(world, files, capsys):
    assert main(["import", files[0]]) == 1
    assert "--as" in capsys.readouterr().err and not Suggestion.objects.exists()


def login(actor):
    from jianyi.parties.models import Person

    return Person.objects.get(id=actor.person).login


def test_a_named_person_of_the_office_enters_for_the_deputy(world, files, capsys):
    assert main(["import", "--json", "--as", login(world.clerk), *files]) == 1
    good, bad = told(capsys)
    kept = Suggestion.objects.get()
    assert good["suggestion"] == str(kept.id) and bad["error"]
    assert kept.stage is w.Suggestion.SUBMITTED and kept.entered and kept.lead_id == world.deputy.person
    assert kept.title == LINES[0] and len(kept.points) == 2 and "建议.docx" in kept.received


def test_whoever_is_not_of_the_office_is_refused(world, files, capsys):
    assert main(["import", "--json", "--as", login(world.deputy), files[0]]) == 1
    assert told(capsys)[0]["error"] and not Suggestion.objects.exists()


def test_a_deputy_whom_nobody_knows_is_told(world, tmp_path, capsys):
    file = tmp_path / "a.docx"
    file.write_bytes(docx(*(line.replace("周知远", "钱无名") for line in LINES)))
    assert main(["import", "--json", "--as", login(world.clerk), str(file)]) == 1
    assert "钱无名" in told(capsys)[0]["error"] and not Suggestion.objects.exists()


REPLY = (
    "省农业农村厅关于省十四届人大四次会议第0002号建议的答复", "周知远代表：", "您提出的《关于小型农机的建议》收悉。现答复如下：",
    "一、已设立补助。", "感谢您对农业农村工作的关心和支持。", "省农业农村厅", "2025年5月20日",
)  # fmt: skip


def test_a_published_reply_is_kept_once(world, tmp_path, capsys):
    file = tmp_path / "答复.docx"
    file.write_bytes(docx(*REPLY))
    for _ in range(2):
        assert main(["import", "--json", "--as", login(world.clerk), str(file)]) == 0
        (answer,) = told(capsys)
    kept = Past.objects.get()
    assert answer["past"] == str(kept.id) and "没有重复" in answer["result"]
    assert kept.unit == "省农业农村厅" and "已设立补助" in kept.body and not Suggestion.objects.exists()


def test_a_reply_is_kept_by_nobody_but_the_office(world, tmp_path, capsys):
    file = tmp_path / "答复.docx"
    file.write_bytes(docx(*REPLY))
    assert main(["import", "--json", "--as", login(world.deputy), str(file)]) == 1
    assert told(capsys)[0]["error"] and not Past.objects.exists()
