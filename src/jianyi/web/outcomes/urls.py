"""Addresses."""

from typing import Any

from django.urls import path

from . import one, press, register, writing


urlpatterns: list[Any] = [
    path("outcomes/", register.every),
    path("outcomes/register.xlsx", register.export),
    path("outcomes/new/", writing.new),
    path("outcomes/<int:number>/", one.one),
    path("outcomes/<int:number>/edit/", writing.edit),
    path("outcomes/<int:number>/links/", one.links),
    path("publicity/", press.every),
    path("publicity/new/", press.new),
    path("publicity/<int:number>/", press.one),
    path("publicity/<int:number>/edit/", press.edit),
]
