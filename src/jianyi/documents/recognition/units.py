"""Names of units: who signed, in the most complete form that the letter prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jianyi.kit.text import fold


# What the name of a public body, a court or a public company ends in.
ENDINGS = (
    "委员会|管委会|工委|党委|常委会|政府|办公室|办公厅|办事处|街道|街道办|政府办|党政办|中心|公司|集团|银行|支行|分行"
    "|联社|信用社|支队|大队|中队|总队|消防队|队|法院|检察院|分局|总局|局|厅|部|委|办|院|署|处|科|所|站|社|馆|台|校|大学|学院"
    "|学校|中学|小学|医院|园区|开发区|新区|指挥部|领导小组|工作组|专班|组|总工会|联合会|协会|商会|学会|妇联|残联|工会|团委"
    "|供电所|场|段|厂|矿|行|会|室|股|团|镇|乡|县|市|区"
)
_NAME = re.compile(rf"^[^\s。,;:!?()《》“”\"0-9]{{2,40}}?(?:{ENDINGS})(?:\([^()]{{1,12}}\))?$")
_STRONG = re.compile(
    r"(?:局|委|委员会|办公室|办公厅|政府|中心|公司|银行|队|法院|检察院|厅|街道办?|办事处|管委会|医院|集团|部|院|所|站|会|办|社|处)"
    r"(?:\([^()]{1,12}\))?$"
)
_LEVEL = re.compile(r"^(?:[省市县区州旗镇乡]|自治[区州县])")
_IN_TITLE = re.compile(rf"^((?:\S{{2,40}}?)(?:{ENDINGS}))(?:\([^()]*\))?\s*(?=关于|对(?!.{{0,4}}接)|就)")
_BEHIND_TITLE = re.compile(r"\(([^()]{2,30})\)$")
_PLACE = re.compile(
    r"(?:关于|对|在|就|政协|解决|加快|推进|支持|^)+([㐀-鿿]{1,6}?(?:自治县|自治州|[省市县区州旗]))(?=[㐀-鿿])"
)


def is_unit(line: str) -> bool:
    """Whether the line is the name of one unit and nothing else."""
    return _NAME.match(_plain(line)) is not None


def units_of(line: str) -> list[str]:
    """The units that a signature line names: one, or several parted by spaces or 、; [] if it is not one."""
    plain = _plain(line)
    whole = re.sub(r"\s+", "", plain)
    parts = [part for part in re.split(r"[\s、,;]+", plain) if part]
    if len(parts) > 1 and all(_NAME.match(part) and len(part) > 3 and _STRONG.search(part) for part in parts):
        return parts
    return [whole] if _NAME.match(whole) else []


def unit_in_title(title: str) -> str:
    """「某县水务局关于…的答复」 names its unit in front, 「…的答复(水利局)」 behind; "" when neither."""
    folded = fold(title).strip()
    front = _IN_TITLE.match(folded)
    if front and _STRONG.search(front[1]):
        return front[1]
    behind = _BEHIND_TITLE.search(folded)
    return behind[1] if behind and is_unit(behind[1]) and _STRONG.search(behind[1]) else ""


def fullest(unit: str, others: Iterable[str]) -> str:
    """`unit`, or the longest of the others that is the same unit with its place in front.

    「县水务局」 is 「某县水务局」 when the title says so.
    """
    core = _LEVEL.sub("", unit)
    same = [other for other in others if other.endswith(core) and len(other) > len(unit)]
    return max(same, key=len, default=unit)


def with_place(unit: str, title: str) -> str:
    """「市水利局」 as 「某某市水利局」 when the title names exactly one place of that level."""
    level = _LEVEL.match(unit)
    if not level:
        return unit
    places = {match[1] for match in _PLACE.finditer(fold(title)) if match[1].endswith(level[0])}
    places = {
        place
        for place in places
        if len(place) > 1 and not re.search("^(?:关于|对|在|就)|我|本|全|各|人大|政协|第", place)
    }
    return places.pop() + unit[level.end() :] if len(places) == 1 else unit


def _plain(line: str) -> str:
    folded = fold(line).strip()
    folded = re.sub(r"\((?:盖|公|签)?(?:公)?章\)|\[?盖章\]?", "", folded)
    return re.sub(
        r"^(?:答复|承办|主办|办理|回复|联系|落款|发文|复函)?单位(?:名称)?\s*(?:\(盖章\))?\s*:\s*", "", folded
    ).strip()
