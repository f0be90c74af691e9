"""Addresses of the public site; each page is made from the house and what is asked, never from a request."""

from typing import Any

from django.urls import path

from . import data, feeds, pages


# What answers is no view of Django's: the front door makes the response.
_path: Any = path

urlpatterns: list[Any] = [
    _path("open/", pages.home),
    _path("open", pages.home),
    _path("open/items/<int:number>/", pages.item),
    _path("open/items/<int:number>.json", data.one),
    _path("open/items/<int:number>/files/<int:nth>/<int:reply>/", pages.attachment),
    _path("open/figures/", pages.figures),
    _path("open/topics/", pages.topics),
    _path("open/data/topics.csv", data.topics_csv),
    _path("open/data/topics.json", data.topics_json),
    _path("open/data/", data.dictionary),
    _path("open/data/suggestions.csv", data.as_csv),
    _path("open/data/suggestions.json", data.as_json),
    _path("open/data/figures.csv", data.figures_csv),
    _path("open/data/figures.json", data.figures_json),
    _path("open/feed.xml", feeds.rss),
    _path("open/sitemap.xml", feeds.sitemap),
    _path("robots.txt", feeds.robots),
]
