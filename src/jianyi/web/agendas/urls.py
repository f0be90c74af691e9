"""Addresses."""

from typing import Any

from django.urls import path

from . import agendas


urlpatterns: list[Any] = [
    path("meetings/<int:number>/agenda/", agendas.agenda),
    path("meetings/<int:number>/agenda/paper/", agendas.on_paper),
    path("meetings/<int:number>/agenda.pdf", agendas.download, {"suffix": "pdf"}),
    path("meetings/<int:number>/agenda.docx", agendas.download, {"suffix": "docx"}),
]
