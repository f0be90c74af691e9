"""Addresses of the public site; each page is made from the house and what is asked, never from a request."""

from typing import Any

from django.urls import path

from . import data, feeds, pages


urlpatterns: list[Any] = [
    path("open/", pages.home),
    path("open", pages.home),
    path("open/items/<int:number>/", pages.item),
    path("open/items/<int:number>.json", data.one),
    path("open/items/<int:number>/files/<int:nth>/<int:reply>/", pages.attachment),
    path("open/figures/", pages.figures),
    path("open/data/", data.dictionary),
    path("open/data/suggestions.csv", data.as_csv),
    path("open/data/suggestions.json", data.as_json),
    path("open/feed.xml", feeds.rss),
    path("open/sitemap.xml", feeds.sitemap),
    path("robots.txt", feeds.robots),
]
