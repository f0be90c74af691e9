"""For programs that follow the site: the news as RSS, the map, and what robots may read."""

from datetime import datetime, time
from xml.sax.saxutils import escape

from django.conf import settings
from django.utils.feedgenerator import Rss201rev2Feed

from jianyi.kit import clock

from . import reading
from .front import Told
from .houses import House
from .pages import here
from .reading import Asked


NEWS, MAPPED = 30, 45_000


def rss(house: House | None, asked: Asked) -> Told:
    """What was published last."""
    at = here(house)
    rows = reading.found(at.id, {}).order_by("-published_on", "-id")[:NEWS]
    told = reading.replies(at.id, [row.id for row in rows])
    feed = Rss201rev2Feed(
        f"{at.name}代表建议公开", f"{settings.ADDRESS}/open/{at.query}", "新公开的代表建议和答复",
        language="zh-cn", feed_url=f"{settings.ADDRESS}/open/feed.xml{at.query}",
    )  # fmt: skip
    for each in reading.topics(at.id)[:NEWS]:
        there = f"{settings.ADDRESS}/open/topics/{at.query}#topic-{each.row.id}"
        day = datetime.combine(each.row.announced_on or clock.today(), time(0), clock.HOME)
        told_ = f"{each.row.office}督办，{len(each.cases)} 件建议，{each.row.state}。"
        feed.add_item(f"重点督办：{each.row.title}", there, told_, pubdate=day, unique_id=there)
    for row in rows:
        there = f"{settings.ADDRESS}/open/items/{row.id}/{at.query}"
        units = "、".join(dict.fromkeys(each.unit for each in told.get(row.id, []) if not each.gone))
        day = datetime.combine(row.published_on, time(0), clock.HOME)
        feed.add_item(
            f"{row.no} {row.title}", there, f"{row.sitting}，{units}答复。", pubdate=day, unique_id=there
        )
    return Told(feed.writeString("utf-8").encode(), "application/rss+xml; charset=utf-8")


def sitemap(house: House | None, asked: Asked) -> Told:
    """Every page, the suggestions by the day of their last change."""
    at = here(house)
    rows = reading.found(at.id, {}).order_by("-at").values_list("id", "at")[:MAPPED]
    pages = [(there, "") for there in ("", "topics/", "figures/", "data/")]
    pages += [(f"items/{number}/", f"<lastmod>{_day(changed)}</lastmod>") for number, changed in rows]
    told = "".join(
        f"<url><loc>{escape(f'{settings.ADDRESS}/open/{there}{at.query}')}</loc>{day}</url>"
        for there, day in pages
    )
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    )
    return Told(f"{head}{told}</urlset>".encode(), "application/xml; charset=utf-8")


def _day(at: datetime) -> str:
    return at.astimezone(clock.HOME).date().isoformat()


def robots(house: House | None, asked: Asked) -> Told:
    """The public site, and nothing of the house."""
    told = f"User-agent: *\nAllow: /open/\nAllow: /static/\nDisallow: /\nSitemap: {settings.ADDRESS}/open/sitemap.xml\n"
    return Told(told.encode(), "text/plain; charset=utf-8")
