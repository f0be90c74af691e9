"""Addresses of deputies' pages."""

from typing import Any

from django.urls import path

from . import buffer, co_signers, home, sheet, write


urlpatterns: list[Any] = [
    path("mine/", home.mine),
    path("suggestions/new/", write.new),
    path("suggestions/<int:number>/edit/", write.edit),
    path("suggestions/<int:number>/submit/", write.check),
    path("suggestions/<int:number>/invitations/", co_signers.invite),
    path("invitations/", co_signers.inbox),
    path("invitations/<int:number>/", co_signers.one),
    path("sheets/<int:number>/", sheet.sheet),
    path("deputies/", co_signers.find),
    path("wished-units/", co_signers.find_units),
    path("buffers/<str:subject>/", buffer.keep),
    path("buffers/<str:subject>/drop/", buffer.drop),
]
