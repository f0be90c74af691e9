"""Web pages (.html): the article's text without navigation, scripts and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from jianyi.documents.guard import Unreadable
from jianyi.documents.reading.content import Text, text_of
from jianyi.kit.encoding import decode
from jianyi.kit.text import NUL_WARNING, fold


_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_DROPPED = {
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "object",
    "svg",
    "button",
    "select",
    "textarea",
    "template",
    "title",
    "head",
}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|crumb\w*|bread\w*|position|location|share\w*|side\w*|copyright"
    r"|toolbar|pager?|prev\w*|next|print|qrcode|banner|search\w*|login|links?|dqwz|wzdh)(?=$|[\s_-]|\d)",
    re.IGNORECASE,
)
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "center",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "table",
    "tbody",
    "tr",
    "body",
    "html",
    "hr",
    "fieldset",
}
# Lines that a site prints around an article. They are matched whole, so no sentence of a letter is lost.
_PAGE_LINE = re.compile(
    r"(?:您?(?:现在|当前)(?:所在)?的?位置|当前位置|所在位置)\s*:.*"
    r"|首页(?:\s*[>›»/]\s*\S+)+"
    r"|(?:发布|更新|发表|录入|上传)(?:时间|日期)\s*[::].{0,80}"
    r"|(?:信息|稿件|文章|内容)?来\s*源\s*:.{0,60}|(?:作者|责任编辑|编辑|审核人?)\s*:\s*\S{0,20}"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*:.{0,20}|.{0,12}次(?:浏览|阅读)"
    r"|(?:字体|字号|【字体)\s*:.{0,30}|[\[【]?\s*(?:打印|关闭|收藏|返回|分享)(?:本页|窗口|顶部|到|列表)?\s*[\]】]?.{0,12}"
    r"|(?:上|下)一(?:篇|条|页)\s*:?.{0,80}|扫一扫.{0,30}|(?:相关(?:链接|文章|信息)|热门推荐)\s*:?"
    r"|(?:版权所有|.{0,10}ICP备|.{0,6}公网安备|网站标识码|网站地图|联系我们).{0,80}"
)


def read(_name: str, content: bytes) -> Text:
    """The text of a page, its title from the first h1 or from <title>. Raises Unreadable("broken")."""
    head = content[:4096]
    declared = _CHARSET.search(head) or _XML.search(head)
    decoded = decode(content, declared[1].decode("ascii") if declared else "")
    root = _tree(decoded.text)
    title = _title(root)
    _strip(root)
    lines = [
        line for line in "".join(_pieces(root)).split("\n") if not _PAGE_LINE.fullmatch(fold(line).strip())
    ]
    nul = (NUL_WARNING,) if "\x00" in decoded.text else ()
    return text_of("html", lines, title, decoded.warnings + nul)


def _tree(page: str) -> etree._Element:
    # NUL would end the text for the parser.
    page = _DECLARATION.sub("", page, count=2).replace("\x00", "")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as damage:
        raise Unreadable("broken") from damage
    return root


def _title(root: etree._Element) -> str:
    for place in (".//h1", ".//title"):
        found = root.find(place)
        text = " ".join(found.text_content().split()) if found is not None else ""
        if text:
            # Sites add their own name after the article's title.
            return re.split(r"\s*[-_|—–]{1,2}\s*(?=\S*(?:网|政府|人大|门户|平台|局)$)", text)[0]
    return ""


def _strip(root: etree._Element) -> None:
    for element in list(root.iter(etree.Element)):
        if element.tag in _DROPPED or _is_furniture(element):
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()


def _is_furniture(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "h1"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    # A page may wrap everything in one oddly named block: what holds the letter is never furniture.
    return bool(_FURNITURE.search(names)) and "代表" not in element.text_content()[:3000]


def _pieces(element: etree._Element) -> Iterator[str]:
    """The page's text, with a line end at each block's edges and a tab between the cells of a row."""
    block = element.tag in _BLOCKS
    if block or element.tag == "br":
        yield "\n"
    yield _inline(element.text)
    for child in element:
        yield from _pieces(child)
        yield _inline(child.tail)
    if block:
        yield "\n"
    elif element.tag in ("td", "th"):
        yield "\t"


def _inline(text: str | None) -> str:
    # Line ends of the source are not line ends of the text, and between Han characters not even spaces.
    text = re.sub(r"(?<=[⺀-鿿，。；：、])[\r\n\t ]*[\r\n]+[\r\n\t ]*(?=[⺀-鿿])", "", text or "")
    return re.sub(r"[\r\n\t]+", " ", text)
