"""Whether a candidate is the name of a private person: by who is announced, by what follows, by its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from jianyi.publication.personal import cues
from jianyi.publication.personal.grammar import CLOSED, PARTED
from jianyi.publication.personal.surnames import DOUBLE, PLAIN, SURE, WEAK


_GAPS = [re.compile(gap + "$") for gap in cues.GAPS]
_ELDER = re.compile("^老[一二三四五六七八九大幺小]$")
_PLACE = frozenset("村镇乡县区路街坪垄冲塘渠沟组庄屯寨坝厂店局站市省垸坳湖洲岛庙河江")
_NO_NAME = re.compile("中国|美丽|智慧|平台|类型|来源|必填|名称|平方|立方|[省市县年月日]|人次")
_ORGAN = re.compile(r"(?:局|处|科|股|办公室|大队|中队|支队|派出所|中心|委员会|政府|办)[ ]?$")
_MARKED = re.compile(r"(?:^|[\s,。;:、!?()\"“”])$")
_CARD = re.compile(r"^[,:(、 ]{0,2}(?:1[3-9][0-9]{9}|[0-9]{15})")
NEAR = re.compile(r"(?:^|[\s,。;:、!?()\"“”]|与|和|向|对|由|被|将|给|为|是|让|找|叫|跟|经)$")
AMONG_PLACES = re.compile("[村镇乡路街坪垄冲坡塘湾渠桥沟庄屯寨坝垸坳庙河山]、$")
_BEFORE_PLACES = re.compile(
    "^、[\u4e00-\u9fff]{1,4}[村镇乡路街坪垄冲坡塘湾渠桥沟庄屯寨坝垸坳庙](?![\u4e00-\u9fff])"
)
_VERY_WEAK = frozenset("母和有户都从于才但随因者后又且之")
_SELF = re.compile(r"(?:您|你)\($")
_RELATIVE = re.compile(r"[,。;、:(](妻|子|夫|女|父|母|兄|弟|姐|妹|儿|媳|孙|婿)$")
_COUNTED = frozenset("张户家段项单门")
_COUNTING = frozenset("0123456789一二三四五六七八九十两几每这那了")
_FIRM = re.compile(
    "^[\u4e00-\u9fff]{0,4}?(?:公司|水泥厂|砖厂|工厂|集团|合作社|石场|煤矿|幼儿园|酒店|超市|饭店|专卖店|烧烤|凉皮|炸串|餐馆|药店|诊所|大药房|美容|理发|故居|纪念馆|广场|水库|大桥|隧道|工业园)"
)
_OF_ONE = re.compile(r"^[,(][ ]?(?:[男女][,、。;) ]|身份证|公民身份|手机|[0-9]{1,3}岁|持股)")
_BEGINS = re.compile(r"(?:^|\n)\s{0,4}$")
_TO_YOU = re.compile(r"^(?:女士|先生|同志)?[:]\s{0,6}[你您]")
_AT_HOME = re.compile(
    "^(?:家(?:的|屋|门|房|后|前|旁|至|到|里|住|召|田|地|院|附近|门口|边)|名下|的(?:房屋|房子|宅基地|承包地|老屋))"
)
_HOME = re.compile("[0-9一二三四五六七八九十](?:组|社|屯|栋|室|号|队|房)的?$")
_BEFORE_HOME = re.compile("(?:[组村社屯户从至到去往在与和])$")
_DOES = re.compile(
    "(?:^|[。,;:\\n]|根据|关于|经与|被|由|同村的|本村的|邻居|楼上|楼下|隔壁|对门|要求|与|向|和|对|针对|找到|联系|告知|询问)$"
)
_DONE = re.compile(
    "(?:称|反映的?|诉称|表示|的(?:申请|诉求|投诉|来信|陈述|儿子|女儿|妻子|丈夫|母亲|父亲|行为|信访|户口|土地|宅基地)|驾驶|占用|家(?:漏|的|装|养)|核实|认为|一家|户口|全家|多次|不同意|同意|不服|擅自|私自|因病|去世|签字|确认|解释|沟通|当面|本人|所有|所建|承包|名下|违法|违规)"
)
_EMPLOYED = re.compile(
    "(?:公司|药房|超市|酒店|集团|工厂|商场|饭店|物业|纺织厂|砖厂|银行)[\u4e00-\u9fff]{0,8}$"
)
_OF_HOUSEHOLDS = frozenset("客住农商用租散账门窗落上开")


@dataclass(frozen=True)
class Candidate:
    """A candidate with what stands before and after it, who is announced right before it, and whether another ending fits."""

    name: str
    before: str
    after: str
    told: str
    another_fits: bool

    @cached_property
    def fits(self) -> bool:
        """Whether what follows can follow a name."""
        return cues.RIGHT.match(self.after) is not None

    @cached_property
    def is_closed(self) -> bool:
        """Whether a mark follows."""
        return CLOSED.match(self.after) is not None

    @cached_property
    def is_marked(self) -> bool:
        """Whether a mark stands before."""
        return is_marked(self.before)

    @cached_property
    def is_free(self) -> bool:
        """Whether a name can begin here."""
        return cues.LEFT.search(self.before) is not None

    @cached_property
    def is_word(self) -> bool:
        """Whether it begins like a common word. An announced one of three characters may be a name all the same."""
        if is_elder(self.name[1:]) or self.name in cues.ANNOUNCING:
            return True
        if self.before[-1:] + self.name[0] in ("工程", "子孙"):
            return True
        return self.name[:2] in cues.COMMON and not self._may_be()

    def _may_be(self) -> bool:
        if not self.told or len(self.name) != 3 or self.name[0] in WEAK or self.name[2] in cues.SUFFIXES:
            return False
        return self.is_closed or self.told not in cues.MANY


def is_elder(given: str) -> bool:
    """老三, 老四: by age among brothers and sisters."""
    return _ELDER.match(given) is not None


def is_marked(before: str) -> bool:
    """Whether what stands before ends with a mark or is the beginning of the text."""
    return _MARKED.search(before) is not None


def why(it: Candidate) -> str:
    """Why a candidate is believed, as a sentence for whoever decides; "" when it is not."""
    if "·" in it.name or PARTED.fullmatch(it.name):
        return "" if _NO_NAME.search(it.name) or _measures(it.before) else "是少数民族或外国人姓名的写法。"
    if (it.another_fits and not it.fits) or it.name[1:] in cues.CALLED or _is_counted(it):
        return ""
    if (not it.fits and _FIRM.match(it.after)) or _goes_on(it):
        return ""
    if it.name[-1] == "老" and it.after[:1] in _COUNTING and it.after[:1]:
        return ""
    return (it.told and _by_announcement(it)) or _by_frame(it) or _by_what_follows(it) or _by_neighbours(it)


def _goes_on(it: Candidate) -> bool:
    """The word that seems to announce it is the beginning of a longer one: 村医·生 is 医生."""
    return it.told != "office" and len(it.told) > 1 and it.told[-1] + it.name[0] in cues.ANNOUNCING


def _by_frame(it: Candidate) -> str:
    """Frames that hold a person alone: X（女…, X:你…, X家屋后, 根据X的申请, and who stands right behind a home."""
    if it.name[0] in _VERY_WEAK or _ELDER.match(it.name[1:]) or it.name in cues.ANNOUNCING:
        return ""
    if _OF_ONE.match(it.after) and len(it.name) > 2 and (it.is_free or not it.is_word):
        return "后面写有此人的情况。"
    if _BEGINS.search(it.before) and _TO_YOU.match(it.after) and it.name[:2] not in cues.NO_NAMES:
        return "写给此人。"
    return "" if it.is_word or it.name[-1] in cues.SUFFIXES or _is_of_a_place(it) else _between(it)


def _between(it: Candidate) -> str:
    """What stands on both sides says that it is a person."""
    if it.name[0] not in WEAK and _DOES.search(it.before) and _DONE.match(it.after):
        return "前后文说明是个人。"
    if len(it.name) > 2 and _AT_HOME.match(it.after) and _may_live(it):
        return "后面写到此人的家。"
    if len(it.name) == 3 and it.name[0] not in WEAK and _HOME.search(it.before) and it.is_closed:
        return "前面写有此人的住处。"
    is_double = it.name[:2] in DOUBLE and it.fits and (len(it.name) == 4 or bool(it.told))
    return "是复姓，后文也像在说一个人。" if is_double else ""


def _may_live(it: Candidate) -> bool:
    return _BEFORE_HOME.search(it.before) is not None or (it.is_free and it.name[0] not in WEAK)


def _measures(before: str) -> bool:
    """平方米·月: a unit, no name."""
    return bool(before) and before[-1] in "/0123456789"


def _is_counted(it: Candidate) -> bool:
    """一张收据, 三户, 了张…: a word that counts, no surname."""
    return it.name[0] in _COUNTED and it.before[-1:] in _COUNTING and bool(it.before)


def _by_what_follows(it: Candidate) -> str:
    if _CARD.match(it.after) and (it.is_marked or it.told) and not it.is_word:
        return "后面写有此人的证件或手机号码。"
    if it.after[:1] == "户" and it.name[-1] in _OF_HOUSEHOLDS:
        return ""
    if it.is_free and cues.AFTER.match(it.after) and _is_apart(it) and (len(it.name) > 2 or not it.is_word):
        return "后面的称呼说明是个人。"
    if (
        it.is_free
        and it.after[:1] == "("
        and cues.DETAILS.match(it.after)
        and it.name[0] not in _VERY_WEAK
        and not it.is_word
    ):
        return "后面写有此人的情况。"
    believed = (it.is_free and it.name[0] not in WEAK) or (it.name[0] in PLAIN and len(it.name) > 2)
    return "后面写有此人的情况。" if believed and not it.is_word and cues.DETAILS.match(it.after) else ""


def _is_apart(it: Candidate) -> bool:
    return it.name[0] not in WEAK or it.is_marked or (it.before[-1:] == "的" and it.name[0] in "万高方路水")


def _by_announcement(it: Candidate) -> str:
    if it.told in ("我叫", "名叫") and it.is_closed and it.name not in cues.NO_NAMES:
        return f"前面的“{it.told}”说明是个人。"
    if it.name[0] in _VERY_WEAK or (it.told == "户名" and it.name[0] == "单"):
        return ""
    believed = _of_many(it) if it.told in cues.MANY else not it.is_word
    named = len(it.name) == 2 and it.name not in cues.NO_NAMES and _is_one(it)
    return f"前面的“{it.told}”说明是个人。" if believed or named else ""


def _is_one(it: Candidate) -> bool:
    """A name that looks like a word, of one person who is announced, and who speaks, acts, or is all that is said."""
    if it.told in cues.LONE and (cues.SAYS if it.told in cues.MANY and it.is_word else cues.SPEAKS).match(
        it.after
    ):
        return True
    return it.told not in cues.MANY and (it.is_closed or it.after[:1] in "、等")


def _of_many(it: Candidate) -> bool:
    """After 村民, 业主… mostly no name follows: it must look like one by itself."""
    if it.is_word or (len(it.name) == 2 and not it.fits):
        return False
    if it.name[0] in WEAK:
        return it.after[:1] in ("、", "(")
    return it.fits or it.name[0] in PLAIN or (len(it.name) > 2 and it.name[-1] not in cues.SUFFIXES)


def _by_neighbours(it: Candidate) -> str:
    if it.is_word or _is_of_a_place(it) or _ORGAN.search(it.before):
        return ""
    if not it.is_free:
        return "像是姓名，后文也像在说一个人。" if _stands_out(it) else ""
    if _SELF.search(it.before) and it.fits:
        return "像是本人姓名。"
    if len(it.name) == 2 and not NEAR.search(it.before):
        return ""
    return "像是姓名，前后文也像在说一个人。" if _looks_like_one(it) else ""


def _stands_out(it: Candidate) -> bool:
    """Three characters with a plain surname that ends no other word, and somebody acts right after."""
    if (
        len(it.name) != 3
        or it.name[0] not in SURE
        or it.before[-1:] in tuple("老小阿")
        or it.name[-1] in cues.SUFFIXES
        or it.is_closed
    ):
        return False
    return it.fits and it.before[-1:] + it.name[0] not in cues.INSIDE


def _looks_like_one(it: Candidate) -> bool:
    is_long = len(it.name) > 2 and it.is_marked and it.name[-1] not in cues.SUFFIXES
    if it.name[0] in PLAIN or it.name[:2] in DOUBLE:
        return it.fits or is_long
    return (
        is_long and it.name[0] not in WEAK and " " not in it.name and cues.SPEAKS.match(it.after) is not None
    )


def _is_of_a_place(it: Candidate) -> bool:
    """周家…, 程潮村, a name among those of villages and roads."""
    if (
        it.name[1] in "家记氏"
        or it.name[-1] in _PLACE
        or it.after[:1] in _PLACE
        or (it.after[:1] == "家" and len(it.name) == 2)
    ):
        return True
    return AMONG_PLACES.search(it.before) is not None or _BEFORE_PLACES.match(it.after) is not None


def announced(before: str) -> str:
    """The word by which a private person is announced, "office" for somebody in office, "" for nobody."""
    for line in dict.fromkeys((before, before.replace(" ", ""))):
        if relative := _RELATIVE.search(line):
            return relative[1]
        for gap in _GAPS:
            if word := _last_word(gap.sub("", line)):
                return word
    return ""


def _last_word(bare: str) -> str:
    for length in range(min(cues.LONGEST_CUE, len(bare)), 1, -1):
        word = bare[-length:]
        if word in cues.BEFORE and not bare.endswith(cues.NOT_ANNOUNCED):
            return word
        if word in cues.BEFORE_OFFICE:
            if _EMPLOYED.search(bare):
                return "经理"
            return "村民代表" if cues.REPRESENTS.search(bare) else "office"
    return ""
