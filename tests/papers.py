"""One of each paper of the road, with values as they occur; all people, places and units are made up."""

from dataclasses import replace
from datetime import UTC, date, datetime

from jianyi.cases.letters import (
    filing,
    forms,
    handing,
    meetings,
    plans,
    promises,
    receipts,
    replies,
    requests,
    reviews,
)  # fmt: skip
from jianyi.cases.letters.values import About, Chain, Handling, Issue
from jianyi.documents.letters.document import Check, Footer
from jianyi.procedure.facts.said import ALSO_ASKED
from jianyi.supervision.issued import letters as supervising


CHECK = Check("https://jianyi.invalid/check/A41C07E9", "A41C-07E9")
MADE = Footer("省人大常委会代表工作委员会", "2026年2月26日", "2026年2月26日9时")
ABOUT = About(
    "0217", "关于完善山区农村公路养护机制、保障学生和农产品出行的建议", "沈若溪", "省十四届人大四次会议", 3, "栖云市代表团",
    "交通运输", key=True,
)  # fmt: skip
UNIT = Issue(
    "澜江省交通运输厅", "澜交建函〔2026〕118号", date(2026, 5, 20), "许望舒", "何秋实", "0000-0000000",
    ("省人大常委会代表工作委员会", "省人民政府办公厅", "省财政厅", "省教育厅"), check=CHECK,
)  # fmt: skip
CONGRESS = Issue(
    "澜江省人大常委会代表工作委员会",
    "澜常代建交〔2026〕1号",
    date(2026, 2, 26),
    "陆明远",
    "程岚",
    "0000-0000001",
    check=CHECK,
)
CHAIN = Chain("许望舒", "江未央", "何秋实", "公路养护处", "周亦川", "方既白", ("运输处", "财务处"))
ANSWERS = (
    replies.Answer(
        "关于建立村道养护省级补助动态增长机制", "我们在14个县市调研后认为，现行补助标准自2019年以来未作调整，与山区养护成本差距较大。"
        "2025年第0194号答复曾承诺2026年上半年出台，因测算口径调整推迟，特此说明", "部分采纳",
        "山岭重丘路段标准高于平原35%，三年内分步到位", "公路养护处", (replies.Promise("印发《农村公路养护分类补助办法》", date(2026, 9, 30), "公路养护处"),),
    ),
    replies.Answer(
        "关于三年内完成临水临崖路段安全防护", "青岭至云坪等学生上学路段14公里先行实施，其余154公里列入2026—2028年计划",
        "采纳", "", "公路养护处", (replies.Promise("完成学生上学路段14公里防护", date(2026, 8, 31)), replies.Promise("公布其余路段分年清单", date(2026, 9, 20), "财务处")),
    ),
    replies.Answer("关于货车错峰和定制公交", "会同省教育厅开行4条定制公交线路", "采纳", "", "运输处", (replies.Promise("开行定制公交线路4条", date(2026, 9, 1), "运输处"),)),
)  # fmt: skip
REPLY = replies.Reply(
    UNIT, ABOUT, ANSWERS, "A", co_units=("省财政厅", "省教育厅"),
    contacts="副厅长许望舒于2026年3月12日、4月20日与你们面商，5月8日征求了你们对答复稿的意见",
    co_summary="省财政厅关于补助资金分年安排的意见、省教育厅关于定制公交线路的意见均已采纳",
    bases=("《农村公路养护管理办法》",),
)  # fmt: skip
LIMITS = handing.Limits(
    date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 26), date(2026, 3, 26), date(2026, 5, 26)
)
HANDLING = Handling(
    "省交通运输厅",
    "主办",
    "全部，具体建议2单独负责",
    date(2026, 2, 26),
    date(2026, 3, 26),
    None,
    date(2026, 5, 26),
)
TITLES = (
    ABOUT.title, "关于推进老旧小区加装电梯后续维护责任落地的建议", "关于建立高山茶产区冷链仓储共享网络的建议",
    "关于澜江中游岸线生态修复与沿江村镇饮水安全一体推进、建立流域上下游横向补偿机制的建议", "关于规范电动自行车集中充电的建议",
)  # fmt: skip
ROWS = tuple(
    handing.Listed(
        replace(ABOUT, number=f"{17 * no % 900:04}", title=TITLES[no % 5], key=no % 9 == 0, co_signers=no % 7,
                delegation=("栖云市", "望川市", "白鹭州")[no % 3], confidential=no % 13 == 5),
        replace(HANDLING, role="主办" if no < 30 else "会办", scope=("全部", "冷链运输通道", "")[no % 3],
                co_due=None if no < 30 else date(2026, 3, 26), reply_due=date(2026, 5, 26) if no < 30 else None),
        "省交通运输厅" if no < 30 else "省农业农村厅", ("省财政厅", "省教育厅")[: no % 3], "", ("省交通运输厅",) if no % 4 == 0 else (),
        "希望面商" if no % 2 else "电话即可",
    )
    for no in range(45)
)  # fmt: skip
MEASURE = supervising.Measure(
    UNIT, "公路养护处", "0217", ABOUT.title, "三月以来没有进展，代表没有得到联系", ("与代表见面", "形成答复稿"), date(2026, 7, 10), "江未央",
    "澜交内督〔2026〕2号（2026年6月1日）", interviewer="许望舒", at=datetime(2026, 6, 26, 1, tzinfo=UTC), where="三楼会议室", materials="办理情况说明",
)  # fmt: skip

PAPERS = {
    "reply": replies.reply(REPLY),
    "reply_again": replies.reply(replace(REPLY, kind="again", co_units=(), reply_class="B")),
    "co_opinion": replies.co_opinion(
        replies.CoOpinion(
            replace(UNIT, unit="澜江省财政厅", number="澜财会函〔2026〕9号", copies=()), ABOUT, "省交通运输厅",
            (replies.Opinion("补助资金来源", "同意在2027年预算中安排养护补助资金", "按里程和类别测算分配"),
             replies.Opinion("资金监管", "建议由县级财政专账管理，省级每年抽查")),
        )
    ),
    "asked_again": replies.asked_again(
        replies.AskedAgain(replace(UNIT, copies=()), ABOUT, "省财政厅", ("补助资金来源",), "未说明资金安排的年度和数额", date(2026, 4, 3), 2)
    ),
    "promise_changed": promises.changed(
        promises.Changed(UNIT, ABOUT, "沈若溪等4名代表", "澜交建函〔2026〕98号", 2, "完成学生上学路段14公里防护", date(2026, 8, 31), "汛期塌方，须重新勘测", "完成学生上学路段14公里防护和排水", date(2026, 11, 30))
    ),
    "promise_given_up": promises.changed(
        promises.Changed(UNIT, ABOUT, "沈若溪等4名代表", "澜交建函〔2026〕98号", 4, "开行定制公交线路4条", date(2026, 9, 1), "线路所经学校已经合并")
    ),
    "progress": promises.progress(
        promises.Progress(
            UNIT, ABOUT, "沈若溪等4名代表", "澜交建函〔2026〕98号", 2,
            (promises.Outcome("印发《农村公路养护分类补助办法》", "已落实", date(2026, 9, 20), "办法已印发各市县"), promises.Outcome("完成学生上学路段14公里防护", "已变更，2026年11月30日前完成（原定2026年8月31日前）"),
             promises.Outcome("公布其余路段分年清单", "推进中，2026年12月20日前完成")),
            (("已落实", 1), ("推进中", 1), ("已变更", 1)), "防护工程已完成9公里，其余路段正在施工", date(2026, 12, 25),
        )
    ),
    "second_reply": promises.second_reply(
        promises.SecondReply(
            UNIT, ABOUT, "沈若溪等4名代表", "澜交建函〔2026〕98号",
            (promises.Outcome("印发《农村公路养护分类补助办法》", "已落实，您已确认", date(2026, 9, 20), "办法已印发各市县"), promises.Outcome("开行定制公交线路4条", "不能落实，原因已作说明")),
            "补助办法自2026年10月1日起施行，首批资金已经下达", "B", "A",
        )
    ),
    "notice": handing.notice(
        handing.HandOver(CONGRESS, "省十四届人大四次会议", "省交通运输厅",
                         handing.Totals(30, 15, 0, 4), LIMITS, meeting="并于2026年2月26日9时在人大常委会会议厅召开代表建议交办会")
    ),
    "deputy_told": handing.deputy_told(
        handing.DeputyTold(CONGRESS, ABOUT, date(2026, 2, 26), ("省交通运输厅",), ("省财政厅", "省教育厅"), reply_due=date(2026, 5, 26))
    ),
    "handover_list": handing.handover_list(
        handing.HandOverList("省十四届人大四次会议", ROWS, handing.Totals(30, 15, 0, 5), date(2026, 2, 26), MADE, "省交通运输厅", CHECK)
    ),
    "handover_preview": handing.handover_list(
        handing.HandOverList("省十四届人大四次会议", ROWS[:6], handing.Totals(6), None, MADE, watermark="预览")
    ),
    "receipt": receipts.receipt(
        receipts.Receipt(ABOUT, HANDLING, "2026年3月6日10时", "何秋实", "缺件", "拟退回", False, "缺附图2张", "省十四届人大四次会议交办会",
                         date(2026, 3, 2), 4, "QS-2026-0001", MADE, CHECK)
    ),
    "return_request": requests.return_request(
        requests.ReturnRequest(replace(UNIT, number="澜水建请〔2026〕1号", copies=()), ABOUT, "省人大常委会代表工作委员会", date(2026, 2, 26), "主办",
                               "所提事项主要涉及乡村道路两侧水土保持和山洪沟治理，不属我厅职责", "《澜江省水利厅职能配置规定》第三条第六项", "省水利厅",
                               negotiation="已与省水利厅协商，对方同意")
    ),
    "reassigned": requests.reassigned(
        requests.Reassigned(CONGRESS, ABOUT, "澜水建请〔2026〕1号", "省交通运输厅", "主办", ("省水利厅",), "主办", "所提事项主要属于水土保持职责",
                            date(2026, 3, 6), date(2026, 6, 6), date(2026, 8, 26), co_units=("省交通运输厅",))
    ),
    "return_refused": requests.return_refused(
        requests.ReturnRefused(CONGRESS, ABOUT, "省交通运输厅", date(2026, 3, 2), "该事项与你单位农村公路养护职责直接相关", date(2026, 5, 26))
    ),
    "rehandle": requests.rehandle(
        requests.Rehandle(CONGRESS, ABOUT, "省交通运输厅", "澜交建函〔2026〕118号", "办理结果", "补助标准没有明确数额",
                             ("明确分类补助的标准和起始年度", "对未采纳的事项说明理由"), "分管领导以上负责人", date(2026, 7, 20))
    ),
    "upheld": requests.upheld(requests.Upheld(CONGRESS, ABOUT, "澜交建函〔2026〕118号", "承办单位已就各项具体建议给出措施和时限")),
    "extension_request": requests.extension_request(
        requests.ExtensionRequest(replace(UNIT, number="澜交建请〔2026〕2号"), ABOUT, "省人大常委会代表工作委员会", date(2026, 5, 26), date(2026, 8, 26), "涉及面广、处理难度大",
                                  "涉及5个单位职责，需省政府常务会议审定补助标准", "完成14个县市调研，形成办法送审稿", "6月报审，7月征求代表意见",
                                  date(2026, 5, 10), "电话", "理解并同意")
    ),
    "extended": requests.extension_decision(
        requests.ExtensionDecision(CONGRESS, ABOUT, "省交通运输厅", "澜交建请〔2026〕2号", date(2026, 5, 26), date(2026, 7, 26), asked_due=date(2026, 8, 26), ground="涉及面广、处理难度大")
    ),
    "not_extended": requests.extension_decision(
        requests.ExtensionDecision(CONGRESS, ABOUT, "省交通运输厅", "", date(2026, 5, 26), None, "所列事项不属涉及面广、处理难度大的情形")
    ),
    "returned": reviews.declined(
        reviews.Declined(CONGRESS, "沈若溪", "关于某公司欠款纠纷的建议", date(2026, 1, 28), "returned", "《澜江省代表建议办理条例》第八条第二项", "属于正在诉讼程序中的个案")
    ),
    "suggestion_sheet": reviews.suggestion_sheet(
        reviews.Written(
            ABOUT, "澜江省第十四届人民代表大会第四次会议", "0314", "0000-0000002",
            "我县山区村道1200公里，临水临崖路段占四成，雨季塌方频发。\n2025年汛期，学生绕行上学最多的一天超过两个小时。",
            tuple(answer.point for answer in ANSWERS), tuple(reviews.CoSigner(f"代表{chr(0x7532 + no)}", f"{no:04}", at="1月27日") for no in range(12)),
            ("调研", "走访"), "首次提出", ("省交通运输厅", "省财政厅"), "全文公开", "", "希望面商", True, signed_on=date(2026, 1, 28), check=CHECK,
        )
    ),
    "rating_sheet": forms.rating_sheet(
        forms.Rating(ABOUT, MADE, ("省交通运输厅", "省财政厅", "省教育厅"), "澜交建函〔2026〕118号", date(2026, 6, 20), frozenset(ALSO_ASKED), "ZX-2026-0001",
                     reply_class="A", check=CHECK, return_to="省人大常委会代表工作委员会")
    ),
    "oral_reply": forms.oral_reply(
        forms.OralReply(ABOUT, "澜江省交通运输厅", "2026年5月12日15时", "栖云市青岭县云坪镇政府会议室", "周亦川", "厅长", ("沈若溪", "程岚"),
                        tuple((answer.point, answer.text) for answer in ANSWERS), MADE, "MF-2026-0003", "部分同意", "希望补助标准早日明确", True,
                        (("印发分类补助办法", "2026-09-30"),), "何秋实", CHECK)
    ),
    "scheme": plans.scheme(
        plans.Scheme(replace(UNIT, style="official", number="澜交建发〔2026〕12号", copies=()), 2026, 45,
                     "坚持主要负责人负总责、分管领导抓具体，件件有着落、事事有回音", (("牵头（主要负责人）", "周亦川"), ("抓总（分管办公室领导）", "方既白")),
                     (plans.Phase("交办部署", date(2026, 2, 26), date(2026, 3, 10), "分解任务，逐件明确责任链"),
                      plans.Phase("调研沟通", date(2026, 3, 11), date(2026, 4, 20), "面商代表，开展联合调研")),
                     (plans.Allocated("0217", "主办", CHAIN, date(2026, 5, 26)),), ("逐点答复，不以工作总结代替答复",), "办公室统筹人员和经费保障")
    ),
    "plan": plans.plan(
        plans.Plan(ABOUT, HANDLING, CHAIN,
                   (plans.Milestone("首次沟通", date(2026, 3, 12), "何秋实", date(2026, 3, 12), "沟通记录"), plans.Milestone("联合调研", date(2026, 4, 10), "江未央"),
                    plans.Milestone("答复稿送审", date(2026, 5, 10), "江未央")),
                   tuple((answer.point, "拟部分采纳") for answer in ANSWERS), (plans.PlannedContact("办前", "分管领导", "面商", date(2026, 3, 12)),),
                   "3月调研，4月会商，5月答复", "安排调研经费", True, "JH-2026-0012", MADE)
    ),
    "flow_chart": plans.flow_chart(
        plans.FlowChart("澜江省交通运输厅", tuple(
            plans.Step(name, actor, limit, paper, back) for name, actor, limit, paper, back in (
                ("承办", "办公室", "5个工作日内签收", "签收单", "不属职责：5个工作日内申请退回"), ("分办", "办公室主任", "2个工作日", "", ""),
                ("沟通", "经办人", "交办后1个月内", "沟通记录", "代表有异议：重新记录"), ("调研", "牵头处室", "", "调研报告", ""),
                ("会办", "会办单位", "1个月内", "会办意见函", "意见空泛：退回重提"), ("起草", "经办人", "", "答复稿", ""),
                ("审核", "处室、办公室、分管领导", "各3个工作日", "审核单", "退回修改"), ("签发", "主要或分管领导", "", "答复函", ""),
                ("答复", "办公室", "3个月内", "答复函、征询意见表", "不满意：重新办理"), ("考核", "办公室", "年末", "考核评分表", ""))), 3, MADE)
    ),
    "minutes": meetings.minutes(
        meetings.Minutes(replace(UNIT, number="澜交建纪〔2026〕3号", copies=(), signer="周亦川"), "代表建议办理进展调度会", "2026年第3次调度会", "2026年4月15日9:00",
                         "厅第一会议室", "周亦川", ("听取18件建议办理进展", "研究超期风险较大的3件"), "会议听取了承办处室汇报，逐件研究了存在的问题。\n会议要求抓紧办理。",
                         (meetings.Resolved("第0217号建议补充实地调研", "公路养护处", date(2026, 4, 25)), meetings.Resolved("会办意见催收", "办公室")),
                         beside=("省财政厅",), cases="第0217号、第0222号", present="省交通运输厅 周亦川、许望舒、江未央、何秋实、方既白、沈若溪、林远山、苏木；人大代表 温知、阮清",
                         others="省公路学会专家2人", absent=(("方既白", "出差"),), missing=("苏木",), recorder="何秋实")
    ),
    "collective_decision": meetings.collective_decision(
        meetings.CollectiveDecision("澜江省交通运输厅", "2026年第9次党组会议", "2026年5月15日9时", "厅第一会议室", "周亦川", 9, 8, ABOUT, "关于第0217号建议答复稿的审议",
                               "江未央", "第5稿（校验码 3F9A 21C4）", "修改后同意", (meetings.Resolved("补充分年清单", "公路养护处", date(2026, 5, 18)),), "何秋实", "周亦川",
                               ("办公室主任",), "标准测算应当留有余地", "第9号", MADE)
    ),
    "urging": supervising.urging(
        supervising.Urging(
            CONGRESS, "省交通运输厅", "你单位",
            (
                supervising.Lagging("0217", ABOUT.title, "应于2026年5月26日前答复代表，已超过6日（4个工作日）。", date(2026, 5, 26), 6, 4, "江未央"),
                supervising.Lagging("0342", "关于澜江中游岸线生态修复的建议", "答复期限2026年6月20日，还剩19日，仍无答复稿。", date(2026, 6, 20), -19, -14),
            ),
            ("立即按程序办结，书面答复代表", "书面说明滞后的原因、责任人和完成时间"), date(2026, 6, 4), 2,
        )
    ),
    "listed": supervising.listed(replace(MEASURE, board="GP-2026-1", conditions=("代表见面", "成稿"))),
    "summons": supervising.summons(MEASURE),
    "talk": supervising.talk(
        replace(MEASURE, statement="认识到问题，马上整改", pledges=("五月底前成稿",), signatures=(("许望舒", "2026-06-26"), ("江未央", "2026-06-26")))
    ),
    "accountability": supervising.accountability(
        replace(MEASURE, article="办理办法（虚构）第三十条", manner="通报批评", decider="省交通运输厅党组", statement_by=date(2026, 7, 16))
    ),
    "archive_list": filing.archive_list(
        filing.Archive(ABOUT, "澜常代-2026-Y-0217", "永久", tuple(
            filing.Filed(number, author, title, day, str(1 + 3 * no), "", "", f"{no * 7919:08x}{'0' * 56}")
            for no, (number, author, title, day) in enumerate((
                ("", "沈若溪等4名代表", ABOUT.title, date(2026, 1, 28)), ("澜常代建交〔2026〕1号", "省人大常委会代表工作委员会", "关于交办代表建议的通知", date(2026, 2, 26)),
                ("GT-2026-0101", "省交通运输厅", "沟通（面商）记录", date(2026, 3, 12)), ("澜财会函〔2026〕9号", "省财政厅", "会办意见", date(2026, 3, 20)),
                ("澜交建函〔2026〕118号", "省交通运输厅", "答复函", date(2026, 5, 20)), ("ZX-2026-0001", "沈若溪", "征询意见表", date(2026, 6, 2))))),
            ("省教育厅会办意见函",), "澜江省办法（虚构）第二十六条", date(2026, 7, 1), "何秋实", "江未央", MADE)
    ),
}  # fmt: skip
