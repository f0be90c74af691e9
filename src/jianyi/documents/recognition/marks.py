"""Small printed marks: the class of a reply, the number of a suggestion, the number of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jianyi.kit.text import fold


# Letters of other alphabets that look like A, B, C and are typed for them.
_LOOKALIKES = str.maketrans("АВСΑΒabcd", "ABCABABCD")
_LEGEND = re.compile(
    r"^(?:注\s*\d*\s*[:、.]|说明\s*:|备注\s*:|\(?[A-D]\s*类?\)?\s*(?:——?|--?|—|:|指|是指|为|表示|、).{4,})"
)
_LABEL = (
    r"(?:(?:办复|答复|办理|回复|复函|复文|建议|提案|结果|承办)?\s*(?:类\s*别|类\s*型|分\s*类|等\s*级|性\s*质|程\s*度|标\s*识|标\s*记)"
    r"|(?:办理|办复|答复|办结|落实)\s*(?:结\s*果|情\s*况|意\s*见|程\s*度|类\s*别)(?:\s*分?类)?)"
)
_LABELLED = re.compile(
    rf"{_LABEL}\s*(?:\([^()A-D]*\)\s*)?(?::|为|属于|属)?\s*[(\[〔【“\"]?\s*([A-D])(?![A-Za-z])"
)
_BRACKETED = re.compile(r"[(\[〔【]\s*([A-D])\s*\d?\s*类?\s*[)\]〕】]")
_TYPED = re.compile(r"(?<![A-Za-z0-9])([A-D])\s*\d?\s*类(?![A-Za-z])")
_ALONE = re.compile(r"^[(\[〔【“\"]?\s*([A-D])\s*[)\]〕】”\"]?$")
_TICKED = re.compile(r"([A-D])\s*类?\s*[\[(]?\s*[☑√✓✔■●]|[☑√✓✔■●]\s*[\])]?\s*([A-D])(?![A-Za-z])")

_YEARED = re.compile(r"[〔\[(【<《]\s*(?:19|20)\d{2}\s*(?:年)?[〕\])】>》]\s*(?:第)?\s*[\d—\-–]+\s*号")
DOCUMENT = re.compile(
    r"(?:[㐀-鿿A-Za-z]{1,16}\s*(?:\([㐀-鿿]{1,6}\))?\s*)?[〔\[(【<]\s*(?:19|20)\d{2}\s*年?[〕\])】>]\s*(?:第)?\s*[\d—\-–]{1,6}\s*号"
)
_OPEN, _CLOSE = r"[〔\[(【<《]?", r"[〕\])】>》]?"
_DIGITS = r"(?:[A-Za-z]{0,3}\d{1,20}(?:\s*[-—–]\s*\d{1,8})*|[〇零一二三四五六七八九十百]{1,6})"
_ONE = rf"{_OPEN}\s*({_DIGITS}(?:\s*[、,]\s*(?:第)?{_DIGITS})*)\s*{_CLOSE}"
_TARGET = r"(?:重点)?(?:代表|委员|人大|政协|类)?\s*(?:代表)?(?:建议|提案|议案|意见|批评|件)"
_WITH_TARGET = re.compile(
    rf"(?:第|自?编号(?:为)?:?|NO\.?|№)?\s*{_ONE}\s*号\s*[)]?\s*[“\"《]?{_TARGET}", re.IGNORECASE
)
_AFTER_TARGET = re.compile(
    rf"(?:建议|提案|议案|意见)\s*[》”\")]?\s*[(\[〔]?\s*(?:编号:?)?\s*(?:第|自编)?\s*{_ONE}\s*号"
)
_ORDINAL = re.compile(rf"(?:第|自编号?|编\s*号\s*(?:为|:)?\s*(?:第)?|NO\.?|№)\s*{_ONE}\s*号", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"(?:(?:建议|提案|议案)?\s*(?:编|案|序)\s*号|(?:建议|提案|议案)号)\s*:?\s*(?:第)?\s*{_ONE}\s*(?:号)?(?!\d)",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(r"第\s*[〇零一二三四五六七八九十百\d]+\s*(?:届|次|期|批)")


def reply_class(lines: Iterable[str], strict: bool = False) -> str:
    """The class mark A, B, C or D printed in these lines, "" without one. Legends do not count.

    `strict` takes only marks with a label (「办理结果:B」), for running text.
    """
    patterns = (_LABELLED,) if strict else (_ALONE, _LABELLED, _BRACKETED, _TYPED)
    for line in lines:
        found = _class_in(fold(line).translate(_LOOKALIKES).strip(), patterns)
        if found:
            return found
    return ""


def is_legend(line: str) -> bool:
    """Whether the line explains the classes (「A类——…」「注:…」) instead of giving one."""
    return _LEGEND.match(fold(line).translate(_LOOKALIKES).strip()) is not None


def _class_in(line: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    if _LEGEND.match(line):
        return ""
    ticked = _TICKED.search(line)
    if ticked:
        return ticked[1] or ticked[2]
    if re.search(r"A\s*[、,/]?\s*B\s*[、,/]?\s*C", line):
        return ""  # the choice is printed, nothing is chosen
    return next((match[1] for pattern in patterns if (match := pattern.search(line))), "")


def suggestion_number(text: str, loose: bool = True) -> str:
    """The number of the suggestion that a title or an opening prints, in its printed digits; "" if none.

    Numbers of documents (「〔2019〕60号」) and meetings (「第三次会议」) do not count. `loose` also takes a
    number that is not next to 建议 or 提案.
    """
    folded = _NO_COUNT.sub(" ", _YEARED.sub(" ", fold(text)))
    patterns = (_WITH_TARGET, _AFTER_TARGET, *((_ORDINAL, _NUMBERED) if loose else ()))
    for pattern in patterns:
        match = pattern.search(folded)
        if match:
            return re.sub(r"\s+|第", "", match[1])
    return ""


def document_number(line: str) -> str:
    """The document number in the line (「某水函〔2019〕60号」), or ""."""
    match = DOCUMENT.search(fold(line))
    return re.sub(r"\s+", "", match[0]) if match else ""
