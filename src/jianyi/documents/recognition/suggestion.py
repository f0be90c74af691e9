"""Recognising a suggestion: its form fields, title, proposers, main text and concrete requests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jianyi.documents.recognition import labels, marks
from jianyi.documents.recognition.dates import is_date_line, iso_date
from jianyi.documents.recognition.letter import Letter
from jianyi.documents.recognition.names import bare_names, people
from jianyi.documents.recognition.points import numbered
from jianyi.documents.recognition.titles import squeeze
from jianyi.documents.recognition.units import is_unit
from jianyi.kit.text import fold, same


_KINDS = r"建\s*议|提\s*案|议\s*案|意\s*见|批\s*评"
_TITLE = re.compile(rf"(?:{_KINDS})(?:案|书)?(?:\([^()]*\))?$|^关于|^建议")
# 「某县第三次会议代表建议、批评和意见」 heads a form; it is not the title of a suggestion.
_FORM_HEAD = re.compile(
    r"^(?!.*关于).*(?:代表大会|人大|政协|委员会|会议|全会|全委会|社情民意).*$|^(?:人大)?代表(?:建议|议案).{0,12}$"
    r"|^(?:建议|提案|议案)(?:、?(?:批评|意见|和))*(?:表|纸|用纸|登记表|征集表)?$|^(?:委员)?提案(?:表)?$"
)
_NUMBER_LINE = re.compile(r"^[(\[]?\s*(?:第|编号|NO\.?|№).{0,30}号?\s*[)\]]?$", re.IGNORECASE)
_BY_LINE = re.compile(
    r"^[(\[]?\s*(?:[㐀-鿿]{2,20}(?:代表团|选区|代表小组)\s+)?([㐀-鿿·\s、,]{2,80}?)\s*(?:等\S{0,6}|\d+名)?\s*(?:人大)?(?:代表|委员)\s*[)\]]?$"
)
_OFFICE_FIRST = re.compile(
    r"^[(\[]?\s*[㐀-鿿]{0,20}(?:代表|委员|代表团)\s*[:\s]\s*([㐀-鿿·\s、,]{2,60})[)\]]?$"
)
_ASKS = re.compile(
    r"(?:为此|因此|对此|鉴于此|据此|综上|现|特|故|在此|为了?[^。]{2,40}[,，])?[,，]?\s*(?:我们?|本人|特|现|提出|以下|如下|几点)*\s*"
    r"(?:建议|提出(?:如下|以下)(?:几点)?建议|具体建议|建议如下)\s*(?:如下)?\s*[::]"
)
_ASK_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?\s*(?:几点|对策|具体|意见|工作|相关|有关|我的|解决)?(?:和|与|及|的)?\s*(?:建议|对策|办法|措施)(?:和|与|及)?(?:建议|措施|办法|意见|对策)?\s*:?$"
)
_ASK_SENTENCE = re.compile(
    r"(?:^|[。;!?,\s])((?:为此|因此|对此)?[,]?\s*(?:我们?|特)?建议[^:。]{0,300}.*)$", re.DOTALL
)
_ASK_LABELS = (
    "具体建议",
    "建议",
    "意见建议",
    "解决办法",
    "建议措施",
    "工作建议",
    "建议办法",
    "办法",
    "措施",
    "对策",
    "解决方案",
)
_MISSING = {
    "title": "没有找到建议的标题，请手工填写。",
    "proposers": "没有找到提出建议的代表，请手工选择。",
    "body": "没有找到建议的正文，请直接粘贴。",
}


@dataclass
class _Form:
    """What has been gathered from the lines so far."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    asks: list[str] = field(default_factory=list)
    section: str = ""
    started: bool = False

    def first(self, kind: str) -> str:
        return next((value for value in self.values.get(kind, ()) if value), "")

    def add(self, line: str) -> None:
        self.body.append(line)
        if self.section == "asks":
            self.asks.append(line)


def parse(lines: Sequence[str], hint: str, warnings: tuple[str, ...] = ()) -> Letter:
    """The suggestion in these lines; `hint` is the title its container gave. Never raises."""
    form = _Form()
    for line in lines:
        for label, value in labels.fields(line):
            _take(form, label, value)
    _sign(form)
    title = _title(form, hint)
    body = [line for line in form.body if not same(squeeze(line), title)]
    proposers = _proposers(form)
    found = {"title": title, "proposers": proposers, "body": "\n".join(body).strip()}
    missing = tuple(sentence for name, sentence in _MISSING.items() if not found[name])
    return Letter(
        "suggestion",
        **found,
        number=_number(form),
        unit=_unit(form),
        date=iso_date(form.first("date")),
        points=_points(form, body),
        warnings=(*warnings, *missing),
    )


def _take(form: _Form, label: str, value: str) -> None:
    kind = labels.KIND.get(label, "")
    if kind in ("content", "heading"):
        _take_text(form, label, value, keep_label=kind == "heading")
    elif kind == "title" and _is_text(value):
        # Some forms put the whole reasoning under 案由.
        form.values.setdefault("reasoning", []).append(value)
        _take_text(form, label, value, keep_label=True)
    elif kind:
        form.section = kind
        form.values.setdefault(kind, []).append(value)
    elif value:
        _take_plain(form, value)


def _take_text(form: _Form, label: str, value: str, keep_label: bool) -> None:
    form.started = True
    form.section = "asks" if label in _ASK_LABELS else "text"
    line = f"{label}：{value}" if keep_label and value else (label if keep_label else value)
    if line:
        form.body.append(line)
        if form.section == "asks" and value:
            form.asks.append(value)


def _take_plain(form: _Form, line: str) -> None:
    if form.section == "reply":
        return
    if not form.started and _is_head(form, line):
        form.head.append(line)
    elif form.section in ("other", "unit", "date") and form.started and not _is_text(line):
        form.values.setdefault("tail", []).append(line)
    elif _continues_names(form, line):
        form.values[form.section].append(line)
    else:
        form.started = True
        # 「内容随着…」: the label has run into the text of a form whose other labels stand alone.
        form.add(re.sub(r"^内\s*容(?=[^\s包为是和与及上丰充详])", "", line) if form.values else line)


def _continues_names(form: _Form, line: str) -> bool:
    """Whether a list of names has gone on to this line: the one before ended in 、 or was empty."""
    if form.section not in ("proposer", "cosigner") or form.started:
        return False
    before = fold(form.values[form.section][-1]).strip()
    return (not before or before.endswith(("、", ","))) and not _is_text(line) and bool(people(line))


def _is_text(value: str) -> bool:
    """Whether the value reads as sentences rather than as one title or one field."""
    folded = fold(value)
    return (
        len(folded) > 80
        or len(re.findall("[。;!?]", folded)) > 1
        or (len(folded) > 40 and folded.endswith("。"))
    )


def _is_head(form: _Form, line: str) -> bool:
    folded = fold(line).strip()
    if re.search("[。;!?:]$", folded) or len(folded) > 80:
        return False
    return bool(
        _TITLE.search(squeeze(folded))
        or _FORM_HEAD.match(folded)
        or _NUMBER_LINE.match(folded)
        or _by_line(folded)
        or is_date_line(folded)
        or folded.isdigit()
        or not form.head
        and len(folded) < 60
    )


def _sign(form: _Form) -> None:
    """Take the signature (names, delegation, date) off the end of the main text."""
    while len(form.body) > 1 and _is_signature(form.body[-1]):
        line = form.body.pop()
        if form.asks and form.asks[-1] == line:
            form.asks.pop()
        kind = "date" if iso_date(line) and is_date_line(line) else "signature"
        form.values.setdefault(kind, []).insert(0, line)


def _is_signature(line: str) -> bool:
    folded = fold(line).strip()
    if is_date_line(folded) or _by_line(folded):
        return True
    return (
        len(folded) <= 40
        and not re.search("[。;!?]", folded)
        and (is_unit(folded) or folded.endswith("代表团"))
    )


def _title(form: _Form, hint: str) -> str:
    labelled = squeeze(form.first("title"))
    heads = _head_titles(form.head)
    fuller = [head for head in heads if labelled and head.startswith(labelled)]
    for candidate in (squeeze(hint), *fuller, labelled, *heads):
        if candidate and not _is_form_head(candidate):
            # A heading that does not look like a title gives way to a field that says it is one.
            sure = not labelled or candidate.startswith(labelled) or _TITLE.search(fold(candidate))
            return candidate if sure else labelled
    return labelled


def _is_form_head(line: str) -> bool:
    return bool(_FORM_HEAD.match(re.sub(r"\([^()]*\)", "", fold(line)).strip()))


def _by_line(line: str) -> tuple[str, ...]:
    """The names in a line such as 「王某 代表」 or 「某县人大代表 王某」; () when it is no such line."""
    folded = fold(line).strip()
    match = _BY_LINE.match(folded) or _OFFICE_FIRST.match(folded)
    if not match:
        return bare_names(folded)
    names = people(match[1]) if match else ()
    return names if all(len(name) <= 4 or "·" in name for name in names) else ()


def _head_titles(head: Sequence[str]) -> list[str]:
    """The head lines that can be titles, first those that look like one; a title over two lines is joined."""
    raw = [squeeze(line) for line in head if not is_date_line(line) and not _by_line(line)]
    joined = [
        first + second
        for first, second in zip(raw, raw[1:], strict=False)
        if _unfinished(first) and (_ends(second) or second.endswith((")", "）")))
    ]
    lines = [line for line in joined + raw if not _is_form_head(line) and not _NUMBER_LINE.match(fold(line))]
    return [line for line in lines if _TITLE.search(fold(line))] + lines


def _unfinished(line: str) -> bool:
    folded = fold(line)
    return (folded.startswith("关于") and not _ends(folded)) or folded.count("(") > folded.count(")")


def _ends(line: str) -> bool:
    return bool(re.search(rf"(?:{_KINDS})(?:\([^()]*\))?$", fold(line)))


def _proposers(form: _Form) -> tuple[str, ...]:
    found = [
        name
        for kind in ("proposer", "cosigner")
        for value in form.values.get(kind, ())
        for name in people(value)
    ]
    if not found:
        signed = (*form.head, *form.values.get("signature", ()))
        found = [name for line in signed for name in _by_line(line)]
    return tuple(dict.fromkeys(found))


def _number(form: _Form) -> str:
    value = fold(form.first("number")).strip()
    if value:
        return marks.suggestion_number(value if "号" in value else f"第{value}号")
    lines = [line for line in form.head if _NUMBER_LINE.match(fold(line).strip()) or "号" in line]
    return next(filter(None, map(marks.suggestion_number, lines)), "")


def _unit(form: _Form) -> str:
    value = fold(form.first("unit")).strip("。 ")
    if value:
        return ";".join(part for part in re.split(r"[、,;\s]+", value) if part)
    for line in form.values.get("other", ()):
        match = re.match(r"^(?:交|由|转|请)?\s*(\S{2,30}?)\s*(?:研究)?(?:办理|承办|主办)", fold(line))
        if match and is_unit(match[1]):
            return match[1]
    return ""


def _points(form: _Form, body: Sequence[str]) -> tuple[str, ...]:
    """The concrete requests: numbered ones after the request marker, else what stands there."""
    asked = form.asks or _after_marker(body)
    if asked:
        return numbered(asked) or tuple(asked)
    sentence = next(
        (match[1].strip() for line in reversed(body) if (match := _ASK_SENTENCE.search(line))), ""
    )
    return numbered(body) or ((sentence,) if sentence else ())


def _after_marker(body: Sequence[str]) -> list[str]:
    for at, line in enumerate(body):
        folded = fold(line)
        heading = _ASK_HEADING.match(folded.strip())
        match = _ASKS.search(folded)
        if heading or match:
            rest = "" if heading or not match else line[match.end() :].strip()
            return [piece for piece in (rest, *body[at + 1 :]) if piece]
    return []
