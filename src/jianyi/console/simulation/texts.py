"""What is written and said: topics crossed with places, in the tone of official letters. All of it is invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from jianyi.procedure.facts.said import Answer, Basis, Landing, Met, Promise, Text, Writing

from .founding import data


@dataclass(frozen=True)
class Matter:
    """What a suggestion is about, and whose business it is."""

    writing: Writing
    category: str
    units: tuple[str, ...]


def matter(dice: Random, used: set[str]) -> Matter:
    """A topic and a place that were not together before, as long as there are any."""
    told = data("topics")["topics"]
    places = [f"{city}市" for city in data("province")["congress"]["cities"]] + data("province")["congress"][
        "counties"
    ]
    for _ in range(200):
        topic, place = dice.choice(told), dice.choice(places)
        title = topic["title"].format(place=place)
        if title not in used:
            break
    else:
        title = f"{title[:-3]}（续）的建议"
    used.add(title)
    points = dice.sample(topic["points"], dice.randint(2, len(topic["points"])))
    return Matter(
        _writing(dice, title, topic["situation"].format(place=place), points),
        topic["category"],
        tuple(topic["units"]),
    )


def story(dice: Random, title: str) -> Writing:
    """A suggestion of the stories: its title is given, the rest is worded from it."""
    about = title.removeprefix("关于").removesuffix("的建议")
    situation = f"围绕{about}，提出人今年走访了六个乡镇、座谈四次。群众普遍反映，现有办法起步较早，标准偏低，部门之间衔接不够，基层操作时依据不清。"
    points = [
        f"明确{about}的责任单位、时间表和年度目标。",
        "完善配套标准和资金安排，按实际成本核定。",
        "建立部门协同机制，每半年向社会公布一次进展。",
    ]
    return _writing(dice, title, situation, points)


# Now and then somebody is named who did not ask to be: what is published is looked through for it.
NAMED = "村民张小明多次反映此事，手机13800001234，家住云坪镇青岭村三组12号。"
EVERY = 5


def _writing(dice: Random, title: str, situation: str, points: list[str]) -> Writing:
    situation += NAMED if len(title) % EVERY == 0 else ""
    return Writing(
        title=title, situation=situation, points=tuple(points),
        kind=dice.choices(("proposal", "opinion", "criticism"), (8, 2, 1))[0],
        basis=tuple(dice.sample(("research", "symposium", "visit", "public"), dice.randint(1, 2))),
        repeated_years=dice.choices(("first", "second", "third"), (8, 2, 1))[0],
        publication_wish=dice.choices(("full", "title_only"), (6, 1))[0],
        contact_wish=dice.choices(("face_to_face", "phone"), (3, 2))[0],
    )  # fmt: skip


PLAN = (
    "第一阶段摸清底数、征求意见，第二阶段实地调研，第三阶段成稿送审、与代表沟通。",
    "厅领导牵头、专人负责，每周调度一次，所需经费列入年度预算。",
)
VIEWS = (
    "拟采纳：列入本年度工作计划，上半年拿出实施办法。", "拟部分采纳：先在条件成熟的县区试点，年底评估后推开。",
    "拟说明现状：已有规定和做法，逐项答复，并听取代表意见。",
)  # fmt: skip
# Whom the deputy is met by in which phase, and how.
CONTACTS = (("before", "officer", "phone"), ("during", "leader", "meeting"), ("after", "officer", "phone"))
MILESTONES = ("书面征求有关单位意见", "实地调研并座谈", "形成答复初稿", "初稿征求市县意见")
REACHED = "已收到五家单位书面意见并汇总，材料已入卷。"
ANSWERS = {
    "adopted": "所提意见已采纳。我们会同有关市县核实了情况，已列入本年度工作安排，责任到处室，下半年组织检查，结果向您反馈。",
    "partly": "所提意见部分采纳。其中可以立即做的已经部署；涉及资金和编制的部分，正在测算，条件成熟后分步实施。",
    "already": "这项工作已有安排。今年安排的项目覆盖了您提到的地方，我们将加强督促，确保群众得到实惠。",
    "not": "目前暂不具备条件。主要是上位规定尚未调整，我们将把您的意见作为修订时的重要参考。",
}
BY_CLASS = {"A": ("adopted", "adopted", "already"), "B": ("adopted", "partly"), "C": ("not", "partly")}
MEASURES = {
    "adopted": "列入年度重点工作，明确责任人和时间表，每季度调度一次，结果向社会公布。",
    "partly": "先选两个县开展试点，同步测算所需资金和编制，年底前提出分步实施方案。",
}
PROMISES = (
    "印发实施方案，明确任务分工和时间安排", "完成两个县的试点并形成评估报告", "组织一次专项检查并公布结果", "修订有关技术标准并组织培训",
)  # fmt: skip
BASES = (
    Basis("关于加快补齐民生领域短板的实施意见", "澜政发〔2025〕12号"), Basis("澜江省基层公共服务条例"),
    Basis("关于规范项目资金管理的通知", "澜财办〔2025〕38号"),
)  # fmt: skip
PROMISING = ("B",)
OPINIONS = {
    "A": ["satisfied"] * 4 + ["basically_satisfied"],
    "B": ["satisfied", "satisfied", "basically_satisfied"],
    "C": ["basically_satisfied", "satisfied"],
}
GRIEVANCES = (
    "答复没有说明由谁执行、何时实施，希望给出明确的时间和责任单位。", "承办单位没有到现场看过，答复所说与实际情况不一致。",
    "第二条建议只作了原则表态，没有具体措施，请再研究。",
)  # fmt: skip
REASONS_TO_RETURN = "经研究，该事项的主要职责不在本单位：所涉设施的建设与管护由其他部门负责，本单位只承担行业指导，现申请改由主管部门承办。"


def reply(
    dice: Random,
    title: str,
    points: list[str],
    reply_class: str,
    division: int = 0,
    after: date | None = None,
) -> Text:
    """An answer to every point; a co-opinion has no class. Measures, promises and bases are told from the text alone, so
    that the dice fall as they did."""
    adoptions = BY_CLASS.get(reply_class, ("partly",))
    answers = []
    for n, point in enumerate(points, 1):
        adoption = dice.choice(adoptions)
        text, measure = f"关于“{point.rstrip('。')}”的建议。{ANSWERS[adoption]}", MEASURES.get(adoption, "")
        answers.append(Answer(n, text, adoption, measure, division if reply_class else 0))
    opening = f"《{title}》收悉。经认真研究，现答复如下："
    closing = "感谢您对这项工作的关心和支持，欢迎继续提出宝贵意见。"
    promises = _promises(answers, after) if reply_class in PROMISING and after else ()
    bases = (BASES[len(title) % len(BASES)],) if reply_class else ()
    return Text(tuple(answers), reply_class, opening, closing, promises=promises, bases=bases)


def _promises(answers: list[Answer], after: date) -> tuple[Promise, ...]:
    """To every point that is taken up: what, some months from now."""
    return tuple(
        Promise(
            a.no,
            PROMISES[(a.no + len(a.text)) % len(PROMISES)],
            after + timedelta(days=75 + 30 * a.no),
            a.division,
        )
        for a in answers
        if a.measure
    )


MET = (
    ("phone", "", "电话说明办理思路，听取代表对重点难点的看法。", "希望先解决群众反映最集中的问题。"),
    ("meeting", "省城会议室", "当面汇报初步意见，逐条交换看法。", "同意分步实施，请写明每一步的时间。"),
    ("visit", "代表所在单位", "上门走访，介绍现行做法和存在的困难。", "建议多到现场看一看。"),
    (
        "field",
        "建议所涉乡镇",
        "与代表一起到现场查看，核实了三处具体问题。",
        "现场情况清楚了，请尽快拿出办法。",
    ),
)
STUDYING = "由承办处室会同有关单位研究，两个月内提出意见。"
NOT_NOW = "现行规定尚无依据，修订时一并研究。"
# Where an idea goes, in the order of IDEAS.
LANDINGS = {
    "按坡度分级补贴": Landing("plan", "丘陵山区农机推广年度计划", "分级补贴通知"),
    "把责任人姓名公示到路段": Landing("daily", "路段巡查和信息公开", ""),
    "由使用者给维修打分": Landing("project", "便民设施提升工程", "便民设施维修评价办法"),
}
IDEAS = ("", "", "", "按坡度分级补贴", "把责任人姓名公示到路段", "由使用者给维修打分")


def met(dice: Random, phase: str, deputies: tuple[int, ...], at: Any, present: tuple[int, ...]) -> Met:
    mode, where, summary, view = dice.choice(MET)
    return Met(phase, mode, at, where, deputies, present, "", summary, view, dice.choice(IDEAS))


COMMENTS = (
    "第 1 条请写明由哪个处室负责、什么时候完成。", "措施比较原则，建议补充具体的资金渠道。", "请说明试点范围扩大到哪些县区。",
)  # fmt: skip
MORE_TIME = (
    ("wide", "difficult"),
    "涉及多个部门和各县区的资金测算，需要逐县核实数据，处理难度大。", "已完成实地调研和部门会商，形成初步意见。",
    "下月完成测算汇总，随后形成答复稿并送代表征求意见。", "理解，希望尽早答复。",
)  # fmt: skip
