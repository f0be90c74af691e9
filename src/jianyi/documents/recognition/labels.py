"""The labels of suggestion forms, and cutting lines at them.

Forms are printed, typed and copied in many ways: 「案 由:」, 「代表姓名 王某 联系电话 …」, or everything in
one line. A label counts at the start of a line, after a space or the end of a sentence, or anywhere when
it is one that running text does not contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianyi.kit.text import fold


LABELS: dict[str, list[str]] = {
    kind: words.split()
    for kind, words in {
        "title": """
            建议标题 提案标题 议案标题 建议题目 提案题目 建议名称 提案名称 议案名称 标题 题目 案由
            事由 案题 案名 建议案由 提案案由
        """,
        "proposer": """
            领衔代表姓名 领衔代表 领衔人 领衔提案人 第一提案人 提案人姓名 提案人 提案者 建议人姓名
            建议人 建议者 建议代表 提出人 提出代表 提建议人 议案人 提议案人 提议人 代表姓名 委员姓名
            反映人 提交人 主提人 提案委员 提案单位 提出者 代表 姓名 领衔人姓名 建议提出人
        """,
        "cosigner": """
            附议代表姓名 附议代表 附议人 附议者 附议 联名代表 联名人 联名提案人 联名委员 共同提案人
            其他提案人 连署人 附名代表 附名人 联署人 附议人姓名 联名者 参与代表 共同提出人
        """,
        "number": """
            建议编号 提案编号 议案编号 编号 案号 序号 建议号 提案号 第
        """,
        "unit": """
            主办单位 承办单位 主办部门 承办部门 办理单位 交办单位 建议承办单位 主办
        """,
        "date": """
            提出日期 提出时间 提交日期 提交时间 建议日期 建议时间 日期 提案日期 提案时间 填写日期
        """,
        "content": """
            建议内容 提案内容 议案内容 主要内容 内容 正文 建议正文 提案正文 具体内容 建议全文
        """,
        "heading": """
            情况与问题 情况及问题 基本情况 存在问题 存在的问题 主要问题 问题与情况 情况分析 问题及分析
            案据 理由 背景 现状 现状与问题 问题 情况 事实与理由 事实和理由 案由分析 提案理由 建议理由
            具体建议 建议 意见建议 意见和建议 建议意见 工作建议 解决办法 办法 建议措施 对策建议 方案
            具体建议和措施 建议与措施 建议和措施 解决方案 对策 措施 建议办法 改进意见
        """,
        "other": """
            所属类别 类别 审查结果 审查意见 审核意见 信息公开 是否公开 公开 是否同意公开 交办时间
            交办意见 交办日期 是否重点 会办单位 协办单位 会办 协办 联系电话 电话 手机 手机号码 联系人
            联系方式 通讯地址 通信地址 地址 工作单位 工作单位及职务 单位及职务 单位职务 单位 职务 邮编
            邮政编码 代表团 所属代表团 所在代表团 界别 届次 会议 会次 代表证号 代表证编号 性别 党派
            备注 立案情况 办理方式 答复方式 沟通方式 分类 建议类别 提案类别 提案分类 建议分类 附件
            附议人数 希望承办单位 是否调研 初审意见 人大意见 状态 办理状态 办理结果 来源 是否网上公开
            签名 领衔代表签名 代表签名 民族 年龄 填表说明 说明 主席团意见 满意度 处理意见 拟办意见
            电子邮箱 邮箱
        """,
        "reply": """
            答复内容 办理答复 答复情况 承办单位答复 回复内容 办理情况 答复 回复
        """,
    }.items()
}
# Labels that sentences of a suggestion also use: they count only at the start of a line.
_LINE_START_ONLY = set(
    [
        "主办",
        "主要问题",
        "代表",
        "会办",
        "会议",
        "公开",
        "具体建议",
        "内容",
        "分类",
        "办法",
        "办理情况",
        "协办",
        "单位",
        "回复",
        "地址",
        "基本情况",
        "备注",
        "姓名",
        "存在的问题",
        "存在问题",
        "对策",
        "工作建议",
        "序号",
        "建议",
        "情况",
        "意见和建议",
        "意见建议",
        "措施",
        "方案",
        "日期",
        "来源",
        "标题",
        "状态",
        "现状",
        "理由",
        "电话",
        "第",
        "答复",
        "职务",
        "背景",
        "说明",
        "问题",
        "附件",
        "附议",
        "题目",
    ]
)
_GLUED = set(
    [
        "主办单位",
        "代表姓名",
        "会办单位",
        "具体建议",
        "协办单位",
        "审查意见",
        "审查结果",
        "建议人",
        "建议内容",
        "情况与问题",
        "所属代表团",
        "承办单位",
        "提出人",
        "提案人",
        "提案内容",
        "提案者",
        "联名人",
        "联名代表",
        "联系电话",
        "通讯地址",
        "附议人",
        "附议代表",
        "领衔代表",
    ]
)
KIND = {label: kind for kind, labels in LABELS.items() for label in labels}
_NOTE = r"(?:\s*\([^()]{1,20}\))?"


def _spread(label: str) -> str:
    return r"\s{0,4}".join(label)


def _any(labels: set[str] | dict[str, str]) -> str:
    return "|".join(_spread(label) for label in sorted(labels, key=len, reverse=True))


_MIDDLE = set(KIND) - _LINE_START_ONLY
_FIELD = re.compile(
    rf"(?:^|(?<=\t))[(【\[]?\s*(?P<start>{_any(KIND)})\s*[】\]]?{_NOTE}\s*(?::|】)"
    rf"|(?:(?<=[\s。;)]))(?P<middle>{_any(_MIDDLE)}){_NOTE}\s*:"
    rf"|(?P<glued>{_any(_GLUED)}){_NOTE}\s*:"
)
_CELL = re.compile(rf"^[(【\[]?\s*({_any(KIND)})\s*[)】\]]?{_NOTE}\s*:?$")
_OPEN_START = re.compile(
    rf"^({_any(set(KIND) - {'第', '会议', '公开', '说明', '方案'})}){_NOTE}(?:\s+|$)(?![:])"
)
_OPEN_NEXT = re.compile(rf"\s({_any(_MIDDLE)}){_NOTE}(?=\s|$)")


def fields(line: str) -> Iterator[tuple[str, str]]:
    """The line as (label, value) pairs; text under no label has the label ""."""
    if "\t" in line:
        yield from _cells(line)
        return
    folded = fold(line)
    found = list(_FIELD.finditer(folded))
    if not found:
        yield from _unmarked(line, folded)
        return
    if line[: found[0].start()].strip():
        yield "", line[: found[0].start()].strip()
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = line[match.end() : following.start() if following else len(line)]
        yield _label(match[match.lastgroup or 0]), value.strip()


def _cells(line: str) -> Iterator[tuple[str, str]]:
    """A row of a table: a cell that is only a label names the cell after it."""
    label = ""
    values: list[str] = []
    for cell in line.split("\t"):
        match = _CELL.match(fold(cell).strip())
        if match:
            if label or any(values):
                yield label, " ".join(filter(None, values))
            label, values = _label(match[1]), []
        else:
            pairs = list(fields(cell.strip())) if cell.strip() else []
            if pairs and pairs[0][0]:
                yield label, " ".join(filter(None, values))
                yield from pairs[:-1]
                label, values = pairs[-1][0], [pairs[-1][1]]
            else:
                values.append(cell.strip())
    yield label, " ".join(filter(None, values))


def _unmarked(line: str, folded: str) -> Iterator[tuple[str, str]]:
    """「代表姓名 王某 联系电话 …」: labels without colons, taken only where two stand in one line or one fills it."""
    first = _OPEN_START.match(folded)
    others = list(_OPEN_NEXT.finditer(folded, first.end() - 1)) if first else []
    if not first or not (
        others or first.end() == len(folded) or _label(first[1]) in _MIDDLE and len(folded) < 60
    ):
        yield "", line
        return
    marks = [first, *others]
    for match, following in zip(marks, [*others, None], strict=True):
        value = line[match.end() : following.start() if following else len(line)]
        yield _label(match[1]), value.strip()


def _label(text: str) -> str:
    return re.sub(r"\s+", "", text)
