"""Addresses."""

from typing import Any

from django.urls import path

from . import calling, holding, meetings, schemes, year


urlpatterns: list[Any] = [
    path("unit/year/", year.figures),
    path("unit/scheme/", schemes.scheme),
    path("unit/contact-plan/", year.contact_plan),
    path("meetings/", meetings.every),
    path("meetings/new/", calling.new),
    path("meetings/<int:number>/", meetings.one),
    path("meetings/<int:number>/edit/", calling.edit),
    path("meetings/<int:number>/attendance/", holding.attendance),
    path("meetings/<int:number>/minutes/", holding.minutes),
    path("meetings/<int:number>/attachments/", holding.attachments),
    path("meetings/<int:number>/decisions/", holding.decisions),
]
