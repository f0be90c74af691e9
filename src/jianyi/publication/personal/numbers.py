"""Telephones, certificates, cards, mailboxes and accounts: by their grammar, their check digits and the words before them.

Every pattern has an upper bound to each repetition, so that work grows with the length of the text and no faster. All of them
read the text folded to half width, which has the same length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jianyi.publication.personal import accounts, plates
from jianyi.publication.personal.checks import is_born, is_card, is_citizen
from jianyi.publication.personal.spans import Span
from jianyi.publication.personal.surnames import SINGLE


_ZERO = "[零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]"
MOBILE = re.compile(
    r"(?<![0-9A-Za-z])(?:\(?(?:\+|00)?86\)?[ \-]{0,2})?(?:\(?|0(?=1[0-9]{10}(?![0-9])))1[ \-.]{0,2}[3-9](?:[ \-·—–()]{0,2}[0-9Oo〇]){9}(?![0-9])"
)
DOTTED = re.compile(r"(?<![0-9A-Za-z.])(?<![0-9],)1[3-9][0-9]([.,])[0-9]{4}\1[0-9]{4}(?![0-9.])")
SPELT = re.compile(rf"[一幺壹]{_ZERO}(?:[ \-、,]?{_ZERO}){{9}}(?!{_ZERO})")
SPELT_LOCAL = re.compile(
    rf"(?:电话|座机|拨打|热线)(?:号码)?[是为: ]{{0,2}}((?:[零〇○]{_ZERO}{{2,3}}[\-— ]?)?{_ZERO}{{7,8}})(?!{_ZERO})"
)
LANDLINE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\(?(?:\+|00)?86\)?[ \-]{0,2})?(?:\(0[0-9]{2,3}\)|0[0-9]{2,3}(?= ?[\-—–─_ ]))[ \-—–─_]{0,4}"
    r"[0-9]{3,8}(?:[ \-—–─][0-9]{3,8})?(?:(?:转|分机|-|—|,转)[ :]?[0-9]{1,5})?(?![0-9])"
)
JOINED = re.compile(r"(?<![0-9A-Za-z.])0(?:10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}(?![0-9])")
LOCAL = re.compile(
    r"(?<![0-9A-Za-z.\-])[2-8][0-9]{2,3}[ \-]?[0-9]{4}(?:(?:转|分机|-)[0-9]{1,5})?(?![0-9A-Za-z%\-]|\.[0-9]{1,3}(?![0-9]))"
)
ZEROS = re.compile(r"(?<![0-9])(?:0[0-9]{2,3}[\-—–─ ])?0000-0{4,8}(?![0-9]|\.[0-9])")
_LONG = re.compile(r"(?<![0-9A-Za-z])[0-9](?:[ \-]?[0-9]){7,59}[ \-]?[Xx]?(?![0-9A-Za-z])")
_CERTIFICATE = re.compile(
    r"(身份证|身份号码|残疾证|残疾人证|军人证|军官证|士兵证|退伍证|退役证|优待证|荣军证|护照|社保|社会保障|医保|学籍|学号|驾驶证|驾照|通行证|居住证|出生证|"
    r"出生医学证明|结婚证|离婚证|老年证|烈属证|烈士证|抚恤证|教师资格证|资格证|低保证|证件|公民身份|省份证|回乡证|台胞证|从业证|工作证|会员证|户口簿|证书号|证书编号|个人编号|参保号|社保编号|残疾人证号|准考证|考号|病历号|签证|永居证|港澳证|保障卡|居民证|证件号|暂住证|执业证|作业证|边民证|护理证|工程师证|市民卡|医保卡|社保卡|士官证|警官证|学生证|驾照号|护照号|工伤证|(?<![册售凭记产书案可])证号|个人号|养老保险编?号)"
    r"[^\n0-9A-Za-z。;]{0,8}?"
    r"((?:[\u4e00-\u9fff]{1,3}字|(?:[\u4e00-\u9fff]{0,2}[军退优残烈]字?藏?)(?=第?[0-9])|(?<=:)[\u4e00-\u9fff](?=0000))?第?(?:[A-Za-z]{1,4}-){0,2}[A-Za-z]{0,4} ?(?:[0-9]|[(\[〔](?=(?:19|20)[0-9]{2}[)\]〕]))[0-9A-Za-z\-()〔〕\[\] ]{3,28}[0-9A-Za-z)]号?)"
)
# What is made of somebody's identity number: that of a pupil (G), of a craft (T), of a disabled person (two digits more, then X or B and again one or two).
_MADE_OF = re.compile(
    r"(?<![0-9A-Za-z])(?:[GT][0-9]{17}[0-9Xx]|[0-9]{17}[0-9Xx][1-7][1-4](?:[XxBb][0-9]{1,2})?)(?![0-9A-Za-z])"
)
# Of soldiers who were hurt or came home: the letters say what it is.
_OF_A_SOLDIER = re.compile(
    r"(?:(?![证号是为])[\u4e00-\u9fff])?军[退残优烈]字?第?[0-9](?:-?[0-9]){5,12}号?(?![0-9A-Za-z])"
)
EMAIL = re.compile(
    r"(?<![A-Za-z0-9._+\-])[A-Za-z0-9._+\-]{1,64} ?@ ?[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}"
)
_NO_TELEPHONE = re.compile(
    r"(?:编号|编码|代码|单号|证号|字第|证中第|号、|产权|备案号?|文号|案号|表号|户号|报告|决定书|发票号|网友[“\"]|额)[^0-9。\n]{0,8}$|[A-Za-z=][-(]?$|收[:]$|[编证]号[:第(]$"
)
_COUNTS = re.compile(" ?(?:[A-Za-z](?![0-9]{0,2}[县市区])|元|号(?![码,。]))")
_CALL = re.compile(
    r"(电话|致电|来电|拨打|热线|手机|联系|咨询|传真|座机|固话|号码|拨通|拨|打了|打过|专线|小灵通|Tel|TEL|tel|分机|举报|投诉|报修|话|[0-9][、/或,及和])[^0-9。\n]{0,14}$"
)
_SURELY = re.compile(r"(电话|致电|热线|拨打|手机号?)[^0-9A-Za-z。\n]{0,4}$")
_TOLD = re.compile(
    r"(联系人|电话|致电|来电|拨打|热线|传真|座机|固话|联系方式|专线|分机|手机|小灵通|Tel|TEL)[^0-9。\n]{0,12}$|(?:联系|咨询|请[立即]{0,2}打|领取)[:,是 ]{0,2}$|(?:请|可|可以)联系[^0-9。,;\n]{0,16}$"
)
_CALLS = re.compile("(?:打|来)(?:来|了|过来)?的?电话|来电")
# The last thing that is told of somebody: behind their name, or behind the room they live in.
_OF_SOMEBODY = re.compile(
    rf"(?:[{''.join(sorted(SINGLE))}][\u4e00-\u9fff]{{1,2}} {{1,2}}|[0-9]-[0-9]{{3,4}},|[0-9]室,)$"
)
_ENDS = re.compile(r"[。\n]|$")
_IN_ROW = re.compile(
    r"(?:电话|致电|来电|拨打|热线|传真|座机|固话|联系方式)[^。\n;A-Za-z]{0,14}[0-9][)]?[、/,;或和及者 ]{1,2}$|0[0-9]{2,3}[)\-—–─ ]{1,2}[0-9]{7,8}(?:\([^()\n]{1,6}\))?[、/,;或和及者 ]{1,2}(?:[\u4e00-\u9fff]{2,6})?$"
)
_NO_MOBILE = re.compile(
    r"(编号|案号|文号|单号|注册号|代码|许可证|备案号?|批号|流水号?|工单|序列|合同|发票|凭证|档案|户号|表号|桩号|号段|运单)[^0-9。,;\n]{0,6}$"
)
_NOT_CALLED = re.compile(
    r"(编号|案号|文号|单号|证号|注册号|代码|许可证|备案号?|批号|流水号?|工单|序列|标准|合同|发票|凭证|档案(?![室科局馆])|户号|表号|面积|金额|价|邮编|桩号|元|号段|运单|字第|款|费|资产|资金|总计|支出|合计)[^0-9。\n]{0,6}$"
)
_ACCOUNT_WORD = re.compile(
    r"(卡号|账号|帐号|账户|帐户|存折|折号|银行卡|储蓄卡|信用卡|社保卡|一卡通|卡|折|农行|工行|建行|中行|农商行|邮储|信用社|开户行[^0-9]{0,12}|公积金)[^0-9。\n]{0,8}$"
)
_UNIONPAY = re.compile("62(?: ?[0-9]){14,17}$")
_OF_A_BODY = re.compile("(?:对公|集体|公共收益|公司|财政专户)[^0-9。;\n]{0,12}$")
_ID_WORD = re.compile(r"(身份|证件|证号|省份证|公民号码|十五位|老证|一代证)[^0-9。\n]{0,10}$")
_OTHER = re.compile(
    r"(耳标号?|注册号|执照|信用代码|编号|案号|工单|受理|合同|许可|产权|证字|文书|认定书|项目|订单|运单|单号|户号|表号|批次|流水|发票|凭证|档案|收费)[^0-9。\n]{0,8}$"
)
_NO_NUMBER_OF_IT = re.compile("电话|热线|传真|账户|金额|费用")
_AT_A_DESK = re.compile(
    "(?:妇联|物业|会务组|办公室|村委会|居委会|值班室|服务台|总机|项目部)[ :,(]{0,2}$|[局处科所站镇乡部][(]$|中心[ (]$"
)
_CLOSES = re.compile(r"[,。;、)\n ]|$")
_GROUPED = re.compile(
    "(?<![0-9])62[0-9]{2}(?:(?: [0-9]{4}){3}(?: [0-9]{1,3})?|[0-9]{2}(?: [0-9]{4}){2,3}(?: [0-9]{1,5})?)(?![0-9])"
)
_WRAPPED = re.compile(r"(?<![0-9A-Za-z])[0-9](?: ?[0-9]){2,15}\n[0-9](?: ?[0-9]){1,13}[Xx]?(?![0-9A-Za-z])")
# A number of so many digits in one piece is whole.
_WHOLE = 15
_WINDOW = 22


def find(text: str) -> Iterator[Span]:
    """The numbers in a folded text. They may overlap; whoever comes first in `ORDER` is right."""
    for finder in ORDER:
        yield from finder(text)


def _emails(text: str) -> Iterator[Span]:
    for match in EMAIL.finditer(text):
        yield Span(*match.span(), "email", "是完整的电子邮箱地址。")


def _certificates(text: str) -> Iterator[Span]:
    for match in _CERTIFICATE.finditer(text):
        if sum(map(str.isdigit, match[2])) >= 5 and not _no_certificate(text, match):
            alone = match[2].endswith(")") and "(" not in match[2]
            yield Span(match.start(2), match.end(2) - alone, "id", f"前面写明是{match[1]}的号码。")


def _made_as_certificates(text: str) -> Iterator[Span]:
    for match in _MADE_OF.finditer(text):
        digits = match[0].lstrip("GT")
        if is_born(digits[6:14]):
            yield Span(*match.span(), "id", "由居民身份证号码组成的证件号码。")
    for match in _OF_A_SOLDIER.finditer(text):
        yield Span(*match.span(), "id", "符合退役军人证件号码的写法。")


def _no_certificate(text: str, match: re.Match[str]) -> bool:
    """The number of a document （[2019]2号） or of a bank's card, one of which the rest is covered, the telephone of whoever issues it."""
    if _UNIONPAY.match(match[2]):
        return True
    if _NO_NUMBER_OF_IT.search(text, match.end(1), match.start(2)):
        return True
    return match[2][0] in "[(〔" or text[match.end() : match.end() + 1] == "*"


def _long(text: str) -> Iterator[Span]:
    for match in _LONG.finditer(text):
        for first, last in _apart(match[0].rstrip(" -")):
            written = match[0][first:last]
            start, end = match.start() + first, match.start() + last
            if text[end : end + 1] == "*":
                continue
            kind, why = _which(written, text[max(0, start - _WINDOW) : start])
            if kind:
                yield Span(start, end, kind, why)


def _grouped(text: str) -> Iterator[Span]:
    for match in _GROUPED.finditer(text):
        if 16 <= len(match[0].replace(" ", "")) <= 19:
            yield Span(*match.span(), "bank", "分组书写，符合银行卡号的写法。")


def _apart(written: str) -> list[tuple[int, int]]:
    """Where numbers that stand in a row behind each other begin and end: what is written in one piece is a number of its own."""
    pieces = [piece.span() for piece in re.finditer("[^ ]+", written)]
    whole = [size for size in range(len(pieces)) if pieces[size][1] - pieces[size][0] >= _WHOLE]
    if not whole:
        return [(0, len(written))]
    cuts = sorted({0, len(pieces), *whole, *(size + 1 for size in whole)})
    return [(pieces[first][0], pieces[last - 1][1]) for first, last in pairwise(cuts)]


def _which(written: str, before: str) -> tuple[str, str]:
    """What a long number is: by its check digit or its birthday, by the words before it, or nothing that is told here."""
    digits = re.sub(r"[ \-]", "", written)
    if len(digits) == 18 and is_citizen(digits):
        return "id", "十八位，校验码正确，是居民身份证号码。"
    if _OTHER.search(before):
        return "", ""
    return _by_birthday(digits, before) or _by_account(digits, before) or ("", "")


def _by_birthday(digits: str, before: str) -> tuple[str, str] | None:
    if len(digits) == 18 and is_born(digits[6:14]):
        return "id", "十八位，中间是出生日期，像居民身份证号码（校验码不符，可能有笔误）。"
    told = _ID_WORD.search(before)
    if len(digits) == 15 and is_born("19" + digits[6:12]) and not _ACCOUNT_WORD.search(before):
        return "id", "十五位，中间是出生日期，像旧式身份证号码。"
    if told and len(digits) >= 12:
        return "id", "前面写明是证件号码。"
    return None


def _by_account(digits: str, before: str) -> tuple[str, str] | None:
    if not digits.isdigit():
        return None
    if _OF_A_BODY.search(before):
        return None
    if _ACCOUNT_WORD.search(before) and not _SURELY.search(before):
        return "bank", "前面写明是卡号、账号或存折。"
    if 16 <= len(digits) <= 19 and digits.startswith("62"):
        return "bank", "62开头，符合银联卡号的位数。"
    if 16 <= len(digits) <= 19 and is_card(digits):
        return "bank", "符合银行卡号的位数和校验码。"
    return None


def _mobiles(text: str) -> Iterator[Span]:
    for match in MOBILE.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if not _NO_MOBILE.search(before):
            yield Span(*match.span(), "mobile", "十一位，符合手机号码的号段。")
    for match in DOTTED.finditer(text):
        yield Span(*match.span(), "mobile", "十一位，符合手机号码的号段。")
    for match in SPELT.finditer(text):
        yield Span(*match.span(), "mobile", "用汉字写的十一位手机号码。")


def _wrapped(text: str) -> Iterator[Span]:
    """Numbers that a form breaks over two lines: told by what they are together."""
    for match in _WRAPPED.finditer(text):
        digits = re.sub(r"\s", "", match[0])
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if len(digits) == 18 and is_born(digits[6:14]):
            yield Span(*match.span(), "id", "分写在两行，合起来像居民身份证号码。")
        elif MOBILE.fullmatch(digits) and re.search("(?:电话|手机|联系)[^0-9。]{0,8}$", before):
            yield Span(*match.span(), "mobile", "分写在两行，合起来符合手机号码的号段。")


def _zeros(text: str) -> Iterator[Span]:
    """Numbers that a publisher has put zeros for: a telephone unless the words around them tell of something else."""
    for match in ZEROS.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if re.search(r"(?i)(qq|微信)[^0-9。\n]{0,8}$", before):
            yield Span(*match.span(), "account", "前面写明是 QQ 或微信。")
        elif _ID_WORD.search(before) or re.search(r"(残疾证|军人证|退伍证)[^0-9。\n]{0,8}$", before):
            yield Span(*match.span(), "id", "前面写明是证件号码。")
        elif _SURELY.search(before) or not (_NO_TELEPHONE.search(before) or _COUNTS.match(text, match.end())):
            yield Span(*match.span(), "phone", "像是发布人用零代替了的电话。")


def _is_called(before: str) -> bool:
    return bool(_SURELY.search(before) or (_CALL.search(before) and not _NOT_CALLED.search(before)))


def _landlines(text: str) -> Iterator[Span]:
    for match in LANDLINE.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        digits = re.sub(r"\D", "", match[0])
        if (
            9 <= len(digits) <= 20
            and (_SURELY.search(before) or not _NOT_CALLED.search(before))
            and set(digits) != {"0"}
        ):
            yield Span(*match.span(), "phone", "带区号，符合固定电话的写法。")
    for match in JOINED.finditer(text):
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if _is_called(before):
            yield Span(*match.span(), "phone", "带区号，符合固定电话的写法。")


def _locals(text: str) -> Iterator[Span]:
    for match in LOCAL.finditer(text):
        if why := _why_called(text, match):
            yield Span(*match.span(), "phone", why)
    for match in SPELT_LOCAL.finditer(text):
        yield Span(*match.span(1), "phone", "用汉字写的电话号码。")


def _why_called(text: str, match: re.Match[str]) -> str:
    """What says that a number without its area is a telephone; nothing where nothing does."""
    before, end = text[max(0, match.start() - _WINDOW) : match.start()], match.end()
    if _IN_ROW.search(before):
        return "与前一个电话并列。"
    if _AT_A_DESK.search(before) and _CLOSES.match(text, end):
        return "紧跟在单位后面，符合固定电话的写法。"
    if _OF_SOMEBODY.search(before) and _ENDS.match(text, end) and not is_born(match[0][:8]):
        return "写在姓名、住处后面，像固定电话。"
    told = _TOLD.search(before) or _CALLS.match(text, end)
    return "前面或者后面写明是电话。" if told and not _NOT_CALLED.search(before) else ""


ORDER = (
    _emails,
    plates.find,
    _certificates,
    _made_as_certificates,
    _grouped,
    _long,
    _wrapped,
    _mobiles,
    _zeros,
    _landlines,
    accounts.find,
    _locals,
)
