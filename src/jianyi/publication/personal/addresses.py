"""Where somebody lives: a building and a room, a door in a street, a group of a village where somebody is said to live.

A core is found first (栋 with a room, 号 in a street, 组 behind a village), then its way back to the first place name. Village,
estate and street alone are no address; a core of works, an office or a shop needs somebody who lives there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jianyi.publication.personal.spans import Span


NUMBER = "(?:[0-9]{1,4}(?:[\\-—–][0-9]{1,4}){0,3}|[一二三四五六七八九十百]{1,4})"
MARK = f"(?:[A-Za-z]{{0,2}}{NUMBER}[A-Za-z]?|[A-Za-z]|[甲乙丙丁东南西北]|附{NUMBER})"
_GAP = "[ ]?"
# What may follow a building: part of it, floor, room, and where the room lies.
_INSIDE = (
    f"(?:{_GAP}(?:{MARK}{_GAP}(?:单元|门洞|楼层|层|楼|室|房间|房号|号房|号铺|房|户型|户|号|间|座|门|屋|排|院)|后楼|前楼|附楼|(?<=楼)[左右](?![转侧边手上下])|[(（][0-9]{{3,4}}[室房]?[)）]|"
    f"[东西南北中左右前后上下]{{1,2}}(?:单元|户|头|侧|屋|间|厢房|门|院)|第{NUMBER}间|(?<![0-9])[0-9]{{3,4}}(?![0-9年月日元米平万])|"
    f"[\\-—–][0-9]{{1,4}}(?:[\\-—–][0-9]{{1,4}}){{0,2}}室?))"
)
_BUILDING = re.compile(f"{MARK}{_GAP}(?:号?楼|栋|幢|座|号院|弄|号){_INSIDE}{{1,6}}")
_PAIR = re.compile(
    "(?<![0-9A-Za-z\\-—.])[A-Za-z]?[0-9]{1,3}(?:[\\-—–][0-9]{1,2})?[\\-—–][0-9]{3,4}室?(?![0-9\\-—年月日])"
)
_BARE_BUILDING = re.compile(f"{MARK}{_GAP}(?:号楼|栋|幢|座)")
_DOOR = re.compile(
    f"(?:路|街|巷|道|弄|胡同|村|里|段|组|坊|门口|湾|寨|屯|坡|坎|桥|沟|岭|坳|庄|堡|关|墩|园|屋|塘|冲){_GAP}[甲乙丙]?{NUMBER}号?(?:附{NUMBER})?号(?!线|楼|文|令|公|建|桥|提|煤|井|台){_INSIDE}{{0,4}}(?:院[东西南北]屋|院内|大院|院|平房|砖房|瓦房|木房|老屋|自建房)?"
)
_VILLAGE = "(?:村|社区|乡|镇|寨|居委会|街道|场|园|公社)(?:[\\(（][^()（）\\n]{1,20}[\\)）])?"
_BEHIND = f"(?:[\\(（][^()（）\\n]{{1,24}}[\\)）])?(?:{NUMBER}号|{NUMBER}户)?"
_GROUP = re.compile(
    f"{_VILLAGE}{_GAP}(?:第?{NUMBER}{_GAP}(?:村民小组|居民小组|小组|组|社|队|屯|户|号)|"
    f"(?!民|委|里|支|两|党|干|互|合|工|妇)[\u4e00-\u9fffA-Za-z0-9]{{1,8}}?(?:小组|组(?!长|织|建|成|团)|社(?!会|区|保|员)|生产队)){_BEHIND}"
)
_HAMLET = re.compile(
    f"{_VILLAGE}{_GAP}(?!民|委|里|支|两|党|干|互|合|工|妇)[\u4e00-\u9fff]{{1,4}}?(?:屯|湾|队|院子|自然村|老屋|垸|冲|屋场|塘|坪|坝|沟|坡|岭){_BEHIND}"
)
# Whoever says so lives there.
LIVES = re.compile(
    r"(?:家庭住址|现住址|住址|住处|家住|现住|常住|暂住|居住地|居住在|居住于|住在|住所|租住|户口所在地|户籍所在地|户籍地|户籍|户口在|户口|迁往|迁到|迁至|合租在|寄至|"
    r"家在|转回|迁回|老家在?|祖籍|落户|搬到|搬至|家门口?|独居于?|人地址|家庭地址|收货地址|请寄|寄往|邮寄至|住|安置在|投递至|送到)[为是:在于地至到 ]{0,3}$"
)
I_AM = re.compile(
    r"(?:我|本人|我们|我家|笔者|你户|您户|户|投诉人|来信人|举报人|我俩|俺|咱们?)(?:均|都|一家|全家)?(?:是|系|为|位于|来自|在|属|属于|家|的)?(?:一?[名个位])?[:, ]{0,2}$|(?:位于|来自|我是|原籍)[: ]{0,2}$"
)
LIVE_THERE = re.compile(
    r"^[)）]?(?:的)?(?:一|两|几)?(?:名|个|位|普通|老|全体|部分|广大)?(?:一名)?(?:村民|居民|住户|业主|常住|租客|租户|房主|农民|农户|群众|百姓|移民|老人|老家|祖屋|房东|贫困户|人|的房子|老房|户主|家里|居住|房屋主人|房屋|住房|宅基地|自建房|祖宅)"
)
_NAMED_THERE = re.compile(r"^[)）]?(?:的)?[ ,:]?$")
NO_HOME = re.compile(
    r"^(?:[^。;\n]{0,4})(?:中国移动|银行|公司|商铺|门面|门店|铺面|办公|交警|大队|窗口|营业|写字楼|大厅|收$|派出所|超市|饭店)"
)
SEAT = re.compile(
    r"(?:(?<![人庭货])地址|单位地址|办公地址|地点|注册地址|门店|坐落|现场|办公室|网点)(?:在|为|是|:|于|设在| ){0,4}$"
)
OF_AN_OFFICE = re.compile(
    "政府|医院|中学|小学|大学|学院|政务|办公|法院|检察院|公安|服务中心|营业厅|写字楼|酒店|宾馆|商场"
)
OF_HIM = re.compile("(?:[0-9]岁|族|[,(、][男女]|年生|出生)[,、 ]$")
_ROOM = re.compile(
    f"(?:苑|府|花园|公寓|广场|大厦|新村|宿舍|安置房|安置区|城|小区|家园|庭|湾|郡|家属院|家属楼|家属区|廉租房|公租房){_GAP}[0-9]{{3,4}}(?:室|房|号房)"
)
_STOPS = (
    "是在的住于到由为了往至从我你您他她请让叫给把将对向跟使用被买售卖租借送寄"
    '。,;:!?、()\n\t"“”‘’《》【】<>|/~…'
)
_STOP_WORDS = ("现将", "核查", "违规在", "请问", "距离", "隔", "对", "影响", "转回", "迁回", "搬到", "搬至", "迁往", "迁至", "迁到", "暂住", "常住", "现住", "家住", "来自", "位于", "本人", "关于", "举报", "反映", "投诉", "解决", "经过", "购买", "以及", "赶到", "小区的", "因为", "发现", "关注", "请求", "业主", "住户", "居民", "村民", "地址", "户主", "老人", "姐妹", "调查", "名下", "同意", "现实名", "邮寄", "县领导", "通过", "签约", "期间", "且", "当时", "并", "及")  # fmt: skip
_FARTHEST = 64
Lives = Callable[[int, int], bool]


def find(text: str, names: frozenset[int]) -> Iterator[Span]:
    """Addresses in a folded text; `names` are the places where names of private people begin and end."""
    known: set[str] = set()
    for pattern, rule in (
        (_BUILDING, _is_room),
        (_PAIR, _is_pair),
        (_GROUP, _is_group),
        (_HAMLET, _is_group),
        (_DOOR, _is_door),
        (_BARE_BUILDING, _is_bare),
        (_ROOM, _is_group),
    ):
        for match in pattern.finditer(text):
            start, end = back(text, match.start()), match.end()
            if rule(text, start, match.start(), end, names):
                known.add(text[match.start() - 3 : end].upper())
                yield Span(start, end, "address", _WHY[rule])
    yield from _told(text)
    yield from _returning(text, known)


def _returning(text: str, known: set[str]) -> Iterator[Span]:
    """A home that was marked once, wherever its core returns behind the same name."""
    for pattern in (_BUILDING, _BARE_BUILDING):
        for match in pattern.finditer(text):
            if text[match.start() - 3 : match.end()].upper() in known:
                yield Span(back(text, match.start()), match.end(), "address", "此住处在别处已经写到。")


def _told(text: str) -> Iterator[Span]:
    """What follows 家住 or 住址 up to the next mark, when it goes down to a detail."""
    for match in _SAID.finditer(text):
        yield Span(*match.span(1), "address", "前面写明是住处，写到了具体位置。")


_SAID = re.compile(
    r"(?:家庭住址|现住址|住址|住处|家住|现住|暂住|租住|居住在|住在|住于|赶到)[为是:在于 ]{0,3}"
    r"((?:[\u4e00-\u9fffA-Za-z0-9\-]{2,30}(?:[(（][^()（）\n]{1,16}[)）])?[\u4e00-\u9fffA-Za-z0-9\-]{0,12})"
    r"(?:第?[0-9一二三四五六七八九十]{1,4}(?:间|号|室|户|组|社|队|栋)|[东西南北]头|[东西南北]屋|[0-9]{1,4}(?:-[0-9]{1,4}){1,3}|山|坡|冲|湾|沟|院|坪|屋场))(?=[,。;、()\n:\"”老的 ]|$)"
)


def back(text: str, at: int) -> int:
    """From a core back to the first place name that runs on without a break; a bracket inside belongs to it."""
    start, least = at, max(0, at - _FARTHEST)
    while start > least:
        before = text[start - 1]
        if before in ")）" and (opened := _opened(text, start - 1, least)):
            start = opened
            continue
        if before == "的" and text.startswith("小区", start):
            start -= 1
            continue
        if before in _STOPS or text.endswith(_STOP_WORDS, least, start):
            break
        if before == " " and not (
            start >= 2 and text[start - 2].isalnum() and text[start : start + 1] in "县市区省镇乡村"
        ):
            break
        start -= 1
    return start


def _opened(text: str, at: int, least: int) -> int:
    """Where the bracket that closes at `at` was opened, when a place goes on before it."""
    opened = max(text.rfind("(", least, at), text.rfind("（", least, at))
    return opened if opened > least and text[opened - 1] not in _STOPS and at - opened < 22 else 0


def _before(text: str, start: int) -> str:
    return text[max(0, start - 16) : start]


def _after(text: str, end: int) -> str:
    return text[end : end + 16]


def _is_lived_in(text: str, start: int, end: int, names: frozenset[int]) -> bool:
    before, after = _before(text, start), _after(text, end)
    if LIVES.search(before) or LIVE_THERE.match(after):
        return True
    return any(
        end + skip in names for skip in range(4) if _NAMED_THERE.match(text[end : end + skip]) or not skip
    )


def _is_room(text: str, start: int, core: int, end: int, names: frozenset[int]) -> bool:
    if SEAT.search(_before(text, start)) or NO_HOME.match(_after(text, end)):
        return False
    if re.search("[共约有等]$", text[max(0, core - 1) : core] or "") or (
        text[core] in "共约" or re.match("[一两]座", text[core:])
    ):
        return False
    if OF_AN_OFFICE.search(text, start, end):
        return False
    has_building = re.search("栋|幢|号?楼|座|号院|弄|单元", text[core:end]) is not None
    in_street = text[max(start, core - 1) : core] and text[core - 1] in "路街巷道弄村里段园苑区城府居"
    return has_building or (bool(in_street) and re.search("室|房|户", text[core:end]) is not None)


def _is_pair(text: str, start: int, core: int, end: int, names: frozenset[int]) -> bool:
    """2-204 behind the name of an estate, where somebody lives."""
    return core - start >= 3 and (
        _is_lived_in(text, start, end, names) or bool(I_AM.search(_before(text, start)))
    )


def _is_group(text: str, start: int, core: int, end: int, names: frozenset[int]) -> bool:
    before = _before(text, start)
    told = OF_HIM.search(before) is not None
    in_row = told or re.search(r"(?:^|[ \t(（])$", before) is not None and _follows_name(text, start, names)
    return _is_lived_in(text, start, end, names) or bool(I_AM.search(before)) or in_row


def _follows_name(text: str, start: int, names: frozenset[int]) -> bool:
    """Whether a name ends right before, with only numbers and brackets between: a row of a table, a bracket."""
    between = re.search(r"[ \t(（0-9Xx]{1,24}$", text[max(0, start - 24) : start])
    return between is not None and start - len(between[0]) in names


def _is_door(text: str, start: int, core: int, end: int, names: frozenset[int]) -> bool:
    before = _before(text, start)
    if SEAT.search(before) or NO_HOME.match(_after(text, end)):
        return False
    bought = re.search(r"(?:购买|买|改建|祖屋|房产|分配|继承)[^。]{0,6}$", before) or re.match(
        "^购买", _after(text, end)
    )
    return (
        bool(bought)
        or _is_lived_in(text, start, end, names)
        or bool(re.search("由$", before) and "转" in _after(text, end)[:2])
    )


def _is_bare(text: str, start: int, core: int, end: int, names: frozenset[int]) -> bool:
    """A building without a room, behind the name of an estate, where somebody says that they live."""
    return core - start >= 3 and bool(
        LIVE_THERE.match(_after(text, end)) or LIVES.search(_before(text, start))
    )


PATTERNS = (_BUILDING, _PAIR, _GROUP, _HAMLET, _DOOR, _BARE_BUILDING, _ROOM)
_WHY = {
    _is_room: "写到了楼栋和房号。",
    _is_pair: "写到了楼栋和房号。",
    _is_group: "写到了村民小组，并说明有人住在那里。",
    _is_door: "写到了门牌号，并说明有人住在那里。",
    _is_bare: "写到了楼栋，并说明有人住在那里。",
}
