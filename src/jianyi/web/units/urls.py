"""Addresses."""

from typing import Any

from django.urls import path

from . import (
    bulk,
    claims,
    flow,
    giving_out,
    handing_on,
    ideas,
    letter,
    letterhead,
    oral,
    papers,
    plan,
    register,
    rules,
    tasks,
)


urlpatterns: list[Any] = [
    path("unit/flow/", flow.flow),
    path("unit/", register.register),
    path("unit/register.xlsx", register.export),
    path("unit/receipt/", bulk.receipt),
    path("unit/route/", bulk.route),
    path("unit/route/each/", giving_out.give_out),
    path("unit/hand-on/", handing_on.hand_on),
    path("organisations/<int:number>/rules/", rules.rules),
    path("organisations/<int:number>/letterhead/", letterhead.letterhead),
    path("unit/ideas/", ideas.ideas),
    path("claims/", claims.claims),
    path("handlings/<int:number>/receipt/", tasks.receipt),
    path("handlings/<int:number>/route/", tasks.route),
    path("handlings/<int:number>/return/", tasks.give_back),
    path("handlings/<int:number>/contact/", tasks.contact),
    path("handlings/<int:number>/plan/", plan.plan),
    path("handlings/<int:number>/oral/", oral.oral),
    path("papers/<int:number>/", papers.paper),
    path("papers/<int:number>/letter/", letter.letter),
    path("papers/<int:number>/letter.pdf", letter.download, {"kind": "pdf"}),
    path("papers/<int:number>/letter.docx", letter.download, {"kind": "docx"}),
]
