"""Every route, in the order in which they are tried: the general ones last."""

from . import (
    agendas,
    cadence,
    circulars,
    days,
    files,
    lists,
    meetings,
    outcomes,
    past,
    publications,
    reference,
    registers,
    steps,
    supervision,
    terms,
    themes,
    told,
    topics,
    unit_year,
    uploads,
)
from .doors import Session, Token
from .refusing import explain
from .schema import Api


api = Api(
    title="代表建议办理平台接口",
    version="1",
    description="与页面同一套步骤、同一套权限：能办什么、为什么不能办，先问 actions，再提交。",
    docs_url=None,
    auth=[Token(), Session()],
)
explain(api)
for part in (
    reference,
    lists,
    past,
    meetings,
    agendas,
    themes,
    supervision,
    topics,
    outcomes,
    registers,
    circulars,
    publications,
    unit_year,
    cadence,
    days,
    terms,
    files,
    uploads,
    told,
    steps,
):
    api.add_router("", part.router)
