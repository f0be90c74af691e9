"""What a walker says with a step: mostly what makes sense, now and then what does not."""

from dataclasses import replace
from datetime import timedelta

from jianyi.cases.facts import candidates
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as f
from jianyi.procedure.words import Role
from roads import NOT_OURS, UNCLEAR


def words(kind, subject, walk, chance):
    """Words of this kind about this subject; one time in eight the empty ones."""
    if kind not in SAYING or chance.random() < 0.125:
        return kind()
    return SAYING[kind](subject, walk, chance)


def writing(subject, walk, chance):
    return walk.world.writing(
        2,
        title=f"第{chance.randint(1, 3)}稿",
        confidential_reason="涉及本单位",
        confidential=subject.confidential,
    )


MERGEABLE = (w.Suggestion.REGISTERED, w.Suggestion.PROPOSED)


def merging(subject, walk, chance):
    """Mostly into one that can still take another in; also into itself, into what is over, into nothing there is."""
    open_ = [
        number for number, known in walk.cases.items() if known.stage in MERGEABLE and number != subject.id
    ]
    into = open_ if open_ and chance.random() < 0.7 else [*walk.cases, 7]
    return f.Merging(chance.choice(into), "同一事项")


def units(subject, walk, chance):
    plans = [
        [Role.SOLE],
        [Role.LEAD, Role.CO],
        [Role.LEAD, Role.CO, Role.CO],
        [Role.SEPARATE] * 2,
        [Role.CO],
        [Role.LEAD],
    ]
    roles = chance.choice(plans)
    houses = chance.sample(walk.units, len(roles))
    return f.Units(tuple(f.Naming(unit.id, role, "部分") for unit, role in zip(houses, roles, strict=True)))


def team(subject, walk, chance):
    own = [unit for unit in walk.units if unit.id == getattr(subject, "unit_id", 0)]
    return chance.choice([*own * 6, *walk.units]).team


def met(subject, walk, chance):
    lead = subject.handling.root.lead_id
    idea = chance.choice(["", "按坡度分级补贴"])
    told = f.Met(mode="phone", occurred_at=walk.now, deputies=(lead,), summary="说明思路", golden_idea=idea)
    return replace(told, **there(subject, walk, chance))


def there(subject, walk, chance):
    """Mostly people of the unit; now and then others by name with or without a level, a stranger, or nobody."""
    own = next((unit for unit in walk.units if unit.id == subject.handling.unit_id), walk.units[0])
    named = {"present": chance.choice([(own.officer.person,), (own.leader.person, own.officer.person)])}
    others = {"staff": "某某（副厅长）", "level": chance.choice(["", "leader"])}
    stranger = {"present": (chance.choice(walk.units).leader.person,), "level": chance.choice(["", "leader"])}
    return chance.choice([named] * 7 + [others, stranger, {}])


def spoken(subject, walk, chance):
    """Mostly by a leader of the house; now and then by an officer, without the lead, or before the hand-over."""
    house = next((unit for unit in walk.units if unit.id == subject.handling.unit_id), walk.units[0])
    case = subject.handling.root
    points = range(1, len(case.points) + (chance.random() > 0.1))
    at = walk.now - timedelta(days=chance.choice([0, 0, 0, 400]))
    return f.Spoken(
        at, "云坪镇政府会议室", chance.choice([house.principal] * 4 + [house.leader, house.officer]).person,
        chance.choice([(case.lead_id,)] * 6 + [(), (walk.world.clerk.person,)]), tuple(f.Answer(n, "已当面说明") for n in points),
        chance.choice(["", "印发办法 = 2027-09-30", "尽快"]),
    )  # fmt: skip


def countersigned(subject, walk, chance, kind=f.Countersigned):
    files = {"attachments": (walk.scan,)} if kind is f.OnPaper else {}
    return kind(
        chance.choice(["agree", "agree", "partly", "disagree"]),
        "还要看落实",
        chance.choice(["yes", "no"]),
        **files,
    )


def text(subject, walk, chance):
    count = len(subject.handling.root.points) - (chance.random() < 0.1)
    answers = tuple(
        f.Answer(
            n, f"第{n}条，第{chance.randint(1, 9)}稿。{chance.choice(['', '', '继续加强监测。'])}", "adopted"
        )
        for n in range(1, count + 1)
    )
    mark = "" if not subject.is_reply else chance.choice("AAABC")
    public, why = chance.choice([("full", "")] * 6 + [("summary", "涉及商业秘密"), ("none", "")])
    return f.Text(
        answers,
        mark,
        publication=public,
        publication_reason=why,
        promises=promises(subject, mark, walk, chance),
    )


def promises(subject, mark, walk, chance):
    """Where the class asks for one, mostly one that may stand; now and then with a day that has passed or is not told."""
    if mark != "B" and chance.random() < 0.8:
        return ()
    day = chance.choice([*[(walk.now + timedelta(days=60)).date()] * 4, walk.now.date(), None])
    return (f.Promise(1, "完成整治", day),) if subject.is_reply else ()


def striking(subject, walk, chance):
    """Mostly of what the text seems to promise, now and then of what nobody wrote."""
    found = [(no, each.item) for no, each in candidates(subject)] if chance.random() < 0.9 else []
    no, item = chance.choice(found or [(1, "没有这一句")])
    return f.Striking(no, item, chance.choice(["日常工作", "日常工作", ""]))


def kept(subject, walk, chance):
    """Mostly with what shows it."""
    return f.Kept("已经完成", attachments=(walk.scan,) * (chance.random() < 0.8))


def changing(subject, walk, chance):
    days = chance.choice([90, 90, -1, None])
    day = (walk.now + timedelta(days=days)).date() if days else None
    return f.Changing("资金渠道有变", chance.choice(["", "先行试点"]), day)


def fulfilment(subject, walk, chance):
    return f.Fulfilment(
        chance.choice(["satisfied", "basically_satisfied", "dissatisfied", ""]), chance.choice([UNCLEAR, ""])
    )


def read(subject, walk, chance):
    return f.Read(chance.choice([subject.digest, subject.digest, "", "0" * 64]))


def rated(subject, walk, chance):
    result = chance.choice(["satisfied", "basically_satisfied", "dissatisfied"])
    also = (
        chance.choice(["", "all", "part"]),
        chance.choice(["", "agree"]),
        chance.choice(["", "disagree"]),
        "附议代表均认可",
    )
    return f.Rated("satisfied", result, UNCLEAR, *also)


def rated_on_paper(subject, walk, chance):
    """Mostly with its scan and a day that can be; now and then one before the reply, or nothing that shows it."""
    said = rated(subject, walk, chance)
    told = {name: getattr(said, name) for name in type(said).__dataclass_fields__}
    day = (walk.now - timedelta(days=chance.choice([0, 0, 0, 400]))).date()
    return f.RatedOnPaper(**told, day=day, attachments=(walk.scan,) * (chance.random() < 0.9))


def summoned(subject, walk, chance):
    day = (walk.now + timedelta(days=chance.choice([0, 7]))).date()
    return f.Summoned(day, "代工委会议室", chance.choice(["代表、分管领导"] * 4 + [""]), "由谁执行")


def determined(subject, walk, chance):
    """Mostly whole: something is asked of the unit, or it is explained; now and then a day that is not yet, or no minutes."""
    on = (walk.now + timedelta(days=chance.choice([0, 0, 0, 5]))).date()
    follow = chance.random() < 0.6
    due = (walk.now + timedelta(days=chance.choice([30, 30, -1]))).date() if follow else None
    return f.Determined(
        on, "代表、分管领导", "限期明确执行单位", "follow" if follow else "explain", "发布通告" if follow else "", due,
        (walk.scan,) * (chance.random() < 0.9),
    )  # fmt: skip


def asked_return(subject, walk, chance):
    return f.AskedReturn(NOT_OURS, "三定方案", chance.choice(walk.units).id)


def reassigning(subject, walk, chance):
    return f.Reassigning(chance.choice(walk.units).id, "同意")


def inheriting(subject, walk, chance):
    """Mostly another of the units; now and then the one that has it, or nobody's reason."""
    return f.Inheriting(chance.choice(["职责划转", "职责划转", ""]), chance.choice(walk.units).id)


def asked_extension(subject, walk, chance):
    """Mostly a day that may be granted; now and then one beyond the ceiling."""
    until = (walk.now + timedelta(days=chance.choice([95, 120, 150, 400]))).date()
    told = ("涉及多部门，测算难度大", "已完成初测", "下月汇总", walk.now.date(), "phone", "理解")
    return f.AskedExtension(
        until, chance.choice([("wide",), ("wide", "difficult"), ("difficult",), ()]), *told
    )


def granting(subject, walk, chance):
    return f.Granting(chance.choice([subject.until, (walk.now + timedelta(days=20)).date()]), "同意")


def key_mark(subject, walk, chance):
    return f.KeyMark((walk.now - timedelta(days=chance.choice([0, 1, -1]))).date(), 0, "某副主任")


def leading(subject, walk, chance):
    own = [unit for unit in walk.units if unit.id == subject.unit_id]
    return f.Leading(chance.choice([*own, *own, *walk.units]).leader.person)


def decision(subject, walk, chance):
    """Mostly of the house; now and then with somebody of another, or with more than were expected."""
    own = next((unit for unit in walk.units if unit.id == subject.handling.unit_id), walk.units[0])
    chair = chance.choice([own, own, own, *walk.units]).leader.person
    return f.Decision(
        "第9次党组会议", walk.now.date(), "9:00", "三楼会议室", chair, 9, chance.choice([8, 8, 10]), "", own.office.person,
        chance.choice(["agreed", "agreed", "with_changes"]), "", own.office.person, own.leader.person,
    )  # fmt: skip


def charging(subject, walk, chance):
    """Mostly whoever works on it; now and then nobody who does, or a day that has passed."""
    day = (walk.now + timedelta(days=chance.choice([5, 20, 60, -3]))).date()
    return f.Charging(
        "补充分年清单", chance.choice([subject.handling.officer_id or 0, subject.handling.head_id or 0]), day
    )


def remarking(subject, walk, chance):
    """Mostly words that stand there; now and then such as do not, or on a point there is not."""
    said = subject.paper.answers[:1]
    passage = chance.choice([said[0]["text"] if said else "", "", "没有的话"])
    return f.Remarking(
        chance.choice([0, 1, 1, 2, 9]), passage, "请写明时限", chance.choice(["", subject.paper.digest])
    )


def passing_on(subject, walk, chance):
    crew = [subject.handling.officer_id or 0, subject.handling.head_id or 0, subject.handling.leader_id or 0]
    return f.PassingOn(chance.choice(["工作调整", "工作调整", ""]), chance.choice(crew))


def again(subject, walk, chance):
    return f.Again("请明确执行单位和时限", chance.choice(["", "", "leader"]))


def setting(subject, walk, chance):
    """Mostly within the limit; now and then far beyond it."""
    day = (walk.now + timedelta(days=chance.choice([5, 20, 400]))).date()
    return f.Setting("实地核对", day, subject.handling.officer_id or 0)


def planning(subject, walk, chance):
    """Mostly whole; now and then with a point too few or too many, no contact, or one far beyond the limit."""
    days = chance.choice([(2, 10, 20)] * 6 + [(2, 10, 400), ()])
    how = ("before", "division", "phone"), ("during", "leader", "meeting"), ("after", "officer", "phone")
    rows = zip(how, days, strict=False)
    foreseen = tuple(f.Foreseen(*each, (walk.now + timedelta(days=n)).date()) for each, n in rows)
    points = len(subject.handling.root.points) + chance.choice([0] * 7 + [-1, 1])
    views = tuple(f.Answer(n, "拟采纳") for n in range(1, points + 1))
    return f.Planning("摸底、成稿", "处长每周调度", views, foreseen)


def succession(subject, walk, chance):
    """From whoever has it to somebody else of the house."""
    own = next((unit for unit in walk.units if unit.id == subject.unit_id), walk.units[0])
    to = chance.choice([own.office, own.principal, own.head, own.officer])
    return f.Succession("调离", chance.choice([subject.officer_id or 0, subject.head_id or 0]), to.person)


def raising(subject, walk, chance):
    topic = chance.choice(["handling", "roles", "content", "co_opinion"])
    return f.Raising(topic, chance.choice(walk.units).id, "按三定规定属于对方职责", "由对方办理")


def clearing(subject, walk, chance):
    """Mostly everything is taken out; now and then kept without a reason, left undecided, or more than may be shown."""
    how = chance.choice(["redact"] * 6 + ["keep", ""])
    marks = tuple(
        f.Marked(no, how, chance.choice(["", "职务行为"])) for no in range(1, len(subject.marks) + 1)
    )
    way = chance.choice(["full", "full", "full", "summary", "title", "none"])
    added = chance.choice([()] * 6 + [("丘陵",), ("稿中没有的文字",)])
    return f.Clearing(
        way, chance.choice(["篇幅较长", "篇幅较长", ""]), chance.choice(["已采纳。", ""]), marks, added
    )


SAYING = {
    f.Clearing: clearing,
    f.Again: again,
    f.Studying: lambda *_: f.Studying("推广处研究"),
    f.Landing: lambda *_: f.Landing("project", "农机推广工程", "实施方案"),
    f.SettingAside: lambda *_: f.SettingAside("暂无依据"),
    f.Planning: planning,
    f.Setting: setting,
    f.Charging: charging,
    f.PassingOn: passing_on,
    f.Remarking: remarking,
    f.Answering: lambda *_: f.Answering("已补写"),
    f.Reaching: lambda *_: f.Reaching("已完成，见纪要"),
    f.Exempting: lambda _, walk, __: f.Exempting("代表来信不必看稿", (walk.scan,)),
    f.Succession: succession,
    f.AskedExtension: asked_extension,
    f.Granting: granting,
    f.KeyMark: key_mark,
    f.Leading: leading,
    f.Decision: decision,
    f.Raising: raising,
    f.Pleading: lambda *_: f.Pleading("交办以来没有人联系"),
    f.Arguing: lambda *_: f.Arguing("属于对方职责", "由对方办理"),
    f.Leave: lambda *_: f.Leave("同意先行答复"),
    f.Verdict: lambda _, __, chance: f.Verdict("raiser", "按职责分工办理", chance.random() < 0.5),
    f.Spoken: spoken,
    f.Countersigned: countersigned,
    f.Kept: kept,
    f.Striking: striking,
    f.Changing: changing,
    f.Progressing: lambda *_: f.Progressing("均在推进"),
    f.SecondReply: lambda *_: f.SecondReply("已经全部完成。"),
    f.Fulfilment: fulfilment,
    f.OnPaper: lambda *told: countersigned(*told, kind=f.OnPaper),
    f.Waiving: lambda *_: f.Waiving("两次电话催要", "测算尚未完成"),
    f.Comment: lambda *_: f.Comment("第一条没有时限"),
    f.Writing: writing,
    f.Merging: merging,
    f.Units: units,
    f.Team: team,
    f.Met: met,
    f.Text: text,
    f.Read: read,
    f.Rated: rated,
    f.RatedOnPaper: rated_on_paper,
    f.Summoned: summoned,
    f.Determined: determined,
    f.AskedReturn: asked_return,
    f.Reassigning: reassigning,
    f.Inheriting: inheriting,
    f.Because: lambda *_: f.Because("理由充分"),
    f.NotTaken: lambda *_: f.NotTaken("不属于本级职权"),
    f.PassedOn: lambda *_: f.PassedOn("不属于本级职权", (), "有关主管部门"),
    f.Inviting: lambda *_: f.Inviting("请阅"),
    f.CoSigning: lambda *_: f.CoSigning(True),
    f.Opinion: lambda *_: f.Opinion("总体可以"),
    f.Reviewed: lambda *_: f.Reviewed(("title",)),
}
