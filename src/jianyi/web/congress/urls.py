"""Addresses."""

from django.urls import path

from . import (
    batches,
    decisions,
    entering,
    exemptions,
    importing,
    library,
    papers,
    past,
    relaying,
    review,
    workbench,
)


urlpatterns = [
    path("review/", review.queue),
    path("review/<int:number>/", review.review),
    path("review/<int:number>/notice/", review.notice),
    path("workbench/", workbench.workbench),
    path("workbench/<int:number>/", workbench.workbench),
    path("batches/", batches.every),
    path("batches/new/", batches.new),
    path("batches/<int:number>/", batches.batch),
    path("batches/<int:number>/progress/", batches.progress),
    path("batches/<int:number>/list/", papers.full),
    path("batches/<int:number>/list.xlsx", papers.full_sheet),
    path("batches/<int:number>/list.pdf", papers.full_file, {"kind": "pdf"}),
    path("batches/<int:number>/list.docx", papers.full_file, {"kind": "docx"}),
    path("batches/<int:number>/units/<int:unit>/", papers.of_unit),
    path("batches/<int:number>/units/<int:unit>.xlsx", papers.of_unit_sheet),
    path("batches/<int:number>/units/<int:unit>.pdf", papers.of_unit_file, {"kind": "pdf"}),
    path("batches/<int:number>/units/<int:unit>.docx", papers.of_unit_file, {"kind": "docx"}),
    path("suggestions/", library.library),
    path("suggestions/export/", library.export),
    path("returns/<int:number>/", decisions.return_),
    path("dissatisfied/<int:number>/", decisions.dissatisfied),
    path("closing/", decisions.closing),
    path("exemptions/", exemptions.exemptions),
    path("enter/", entering.enter),
    path("relay/", relaying.relay),
    path("past/", past.every),
    path("past/<int:number>/", past.one),
    path("past/<int:number>/file/", past.download),
    path("import/", importing.upload),
    path("import/<int:number>/", importing.preview),
    path("import/<int:number>/<int:nth>/", importing.item),
]
