"""Addresses."""

from typing import Any

from django.urls import path

from . import making, papers, topics, visiting


urlpatterns: list[Any] = [
    path("topics/", topics.every),
    path("topics/new/", making.new),
    path("topics/list/", papers.listed),
    path("topics/list/paper/", papers.on_paper),
    path("topics/list.xlsx", papers.table),
    path("topics/list.pdf", papers.download, {"suffix": "pdf"}),
    path("topics/list.docx", papers.download, {"suffix": "docx"}),
    path("topics/<int:number>/", topics.one),
    path("topics/<int:number>/edit/", making.edit),
    path("topics/<int:number>/include/", making.include),
    path("topics/<int:number>/visit/", visiting.visit),
    path("topics/<int:number>/report/", papers.report),
    path("topics/<int:number>/report.pdf", papers.report_file, {"suffix": "pdf"}),
    path("topics/<int:number>/report.docx", papers.report_file, {"suffix": "docx"}),
]
