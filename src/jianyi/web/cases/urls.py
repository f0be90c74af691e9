"""Addresses."""

from typing import Any

from django.urls import path

from . import files, forms, guide, promise_list, terms, views


urlpatterns: list[Any] = [
    path("suggestions/<int:number>/", views.suggestion),
    path("files/<int:number>/", files.download),
    path("files/<int:number>/picture/", files.picture),
    path("forms/<slug:kind>/<int:number>/", forms.shown),
    path("forms/<slug:kind>/<int:number>.pdf", forms.download, {"suffix": "pdf"}),
    path("forms/<slug:kind>/<int:number>.docx", forms.download, {"suffix": "docx"}),
    path("promises/", promise_list.promises),
    path("terms/", terms.terms),
    path("terms/<int:nth>/promises/", terms.promises),
    path("help/", guide.guide),
    path("help/flow.svg", guide.flow),
]
