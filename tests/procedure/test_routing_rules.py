"""归口管理, as pure rules: single content, special work, several contents; no rule, no proposal."""

import pytest

from jianyi.procedure.dividing import Proposed, Rule, lines, propose


ROADS, MONEY, RAIL, REGION, GONE = 1, 2, 3, 4, 9
NAMES = {ROADS: "公路处", MONEY: "财务处", RAIL: "基础处", REGION: "区域处"}
SPECIAL = [Rule(("综合交通",), RAIL, (REGION, GONE))]
CONTENTS = [Rule(("古道",), GONE), Rule(("公路", "养护"), ROADS), Rule(("资金",), MONEY)]


def told(title, *points):
    return propose(SPECIAL, CONTENTS, title, points, NAMES)


def test_a_single_content_goes_to_the_division_whose_business_it_is():
    found = told("关于农村道路的建议", "提高公路等级", "加强日常养护")
    assert found == Proposed("single", ROADS, (), "单一业务“公路”：归口公路处。")
    assert told("关于公路的建议", "请予支持").division == ROADS


def test_special_work_has_a_leading_division_and_those_that_assist():
    found = told("关于综合交通的建议", "加强养护")
    assert found == Proposed("special", RAIL, (REGION,), "专项工作“综合交通”：基础处牵头，区域处配合。")


def test_of_several_contents_the_division_with_most_leads():
    """S1.8: three points, two of them for the roads."""
    found = told("关于农村道路的建议", "提高公路等级", "保障资金", "加强日常养护")
    assert (found.kind, found.division, found.assisting) == ("several", ROADS, (MONEY,))
    assert found.reason == "本件 3 项内容，2 项归公路处，内容多者主办；财务处配合。"


def test_of_as_many_the_one_named_first_leads():
    found = told("关于农村道路的建议", "保障资金", "加强养护")
    assert (found.division, found.assisting) == (MONEY, (ROADS,))


def test_where_no_rule_fits_nothing_is_proposed():
    assert told("关于乡村医生的建议", "稳定队伍") is None
    assert told("关于古道的建议", "修缮古道") is None, "a division that is no more proposes nothing"


@pytest.mark.parametrize(
    "text, read",
    [
        ("农机、机械 = 农机处", [(("农机", "机械"), ("农机处",))]),
        ("铁路，公路＝基础处＋区域处\n\n", [(("铁路", "公路"), ("基础处", "区域处"))]),
        ("农机 农机处", [(("农机 农机处",), ())]), ("= 农机处", [((), ("农机处",))]), ("", []),
    ],
)  # fmt: skip
def test_rules_are_read_a_line_at_a_time(text, read):
    assert lines(text) == read
