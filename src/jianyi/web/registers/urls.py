"""Addresses."""

from typing import Any

from django.urls import path

from . import export, others, work


urlpatterns: list[Any] = [
    path("registers/", work.work),
    path("registers/work.xlsx", export.export),
    path("registers/print/", work.printed),
    path("registers/contacts/", others.contacts),
    path("registers/contacts.xlsx", others.contacts_sheet),
    path("registers/promises.xlsx", others.promises_sheet),
    path("registers/layouts/", work.keep),
    path("registers/layouts/<int:number>/drop/", work.drop),
]
