"""Names of people in salutations and form fields."""

from __future__ import annotations

import re

from jianyi.kit.text import DOTS, HAN, fold, is_name, tidy_name


_COUNT = r"(?:共)?[\d一二三四五六七八九十百两]{1,4}\s*(?:名|位|人|个)"
_GREETING = re.compile(r"^(?:尊敬的|敬爱的|致|呈)\s*:?\s*")
_OFFICE = r"(?:领衔|附议|联名)?(?:(?:省|市|区|县|州|旗|镇|乡|全国)?(?:人大|政协|人民))?(?:代表|委员)(?:们)?"
_TITLES = re.compile(
    rf"(?:等|及)?\s*(?:{_COUNT})?\s*(?:{_OFFICE}|同志|先生|女士|议员|主席|主任)(?:们)?(?:\([^()]*\))?$"
)
_REST = re.compile(rf"\s*等\s*(?:{_COUNT})?.{{0,12}}$|\s*{_COUNT}$")
_APART = re.compile(rf"[、,;/|\n\t]+|(?<=[{HAN}])\s*(?:和|及|与)\s*(?=[{HAN}]{{2}})|代表\s+|委员\s+")
_NOTE = re.compile(r"\([^()]*\)|【[^】]*】|\[[^\]]*\]")
_PHONE = re.compile(r"(?:电话|手机)?\s*:?\s*(?:\+?86[- ]?)?[\d*Xx][\d*Xx\- —]{5,}")
_GROUP = re.compile(r"(?:组|团|委员会|委|会|党派|支部|总支|界别?|办公室|联络室|联络站|工委|社)$")
# The most frequent surnames (public statistics of the household register), and the usual double ones.
SURNAMES = tuple(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟"
    "艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄"
    "丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练"
    "廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢"
) + ("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "东方", "端木")
_NOBODY = {"各位", "全体", "各位人大", "各位政协", "尊敬", "姓名", "代表", "委员", "无"}
_DOT_SPACE = re.compile(f"\\s*([{DOTS}])\\s*")


def salutation_names(line: str) -> tuple[str, ...]:
    """The people (or the delegation) a salutation addresses: 「张三、李四等10名代表:」 → 张三, 李四."""
    text = _GREETING.sub("", fold(line).strip().rstrip(":, "))
    text = re.sub(r"[:,]?\s*[您你]们?好\s*[!。]?$", "", text)
    text = re.sub(r"并(?:转|请|各|其他).*$", "", text)
    bare = _NOTE.sub("", text).strip()
    if _GROUP.search(bare) and not re.search("[、,]", bare):
        return (re.sub(r"\s+", "", bare),)
    return people(_without_office(bare))


def people(text: str) -> tuple[str, ...]:
    """The names in a field: parted by 、 , ; / or spaces; 「刘 毅」 is one name, notes and phones drop out."""
    folded = _PHONE.sub(" ", _NOTE.sub(" ", fold(text)))
    folded = _DOT_SPACE.sub("·", folded)
    found: list[str] = []
    for part in _APART.split(folded):
        found += _spaced(_without_office(_REST.sub("", _without_office(part.strip()))))
    return tuple(
        dict.fromkeys(name for name in map(tidy_name, found) if is_name(name) and name not in _NOBODY)
    )


def bare_names(line: str) -> tuple[str, ...]:
    """The names in a line that has nothing but names, none of them labelled; () for any other line.

    Without a label only common surnames tell a name from a word.
    """
    folded = fold(line).strip("() \t")
    names = people(folded) if re.fullmatch(r"[^\x00-\x1f。;:!?\d《》]{2,80}", folded) else ()
    alike = all("·" in name or (len(name) <= 4 and name.startswith(SURNAMES)) for name in names)
    whole = re.sub(r"[\s、,]", "", folded) == "".join(names)
    return names if names and alike and whole else ()


def _without_office(text: str) -> str:
    return _TITLES.sub("", text).strip()


def _spaced(part: str) -> list[str]:
    """Names parted by spaces. Two single characters in a row are one name printed wide."""
    names: list[str] = []
    alone = ""
    for token in part.split():
        token = _without_office(token) if len(token) > 2 else token
        if alone and (len(token) == 1 or "·" in alone):
            names.append(alone + token)
            alone = ""
        elif len(token) == 1:
            alone = token
        elif token:
            names.append(token)
    return names if names or not alone else [alone]
