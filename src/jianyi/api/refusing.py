"""Why not, as an answer: a code for programs, sentences for people, the same as on the pages."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from jianyi.kit.unreadable import Unreadable
from jianyi.procedure.refusals import Code, Refused
from jianyi.turn.speech import Unclear


NOT_YOU = (Code.WRONG_ACTOR, Code.SIGNER_NOT_ALLOWED)
UNCLEAR, MISSING = "UNCLEAR", "NOT_FOUND"
NOT_FOUND = "没有这件事项，或者您不能查看。"


class Reasons(Schema):
    """`fields`: which parts of what was sent cannot be read, and why."""

    code: str
    reasons: list[str]
    fields: dict[str, str] = {}


ANSWERS: dict[int, Any] = dict.fromkeys((401, 403, 404, 409, 422), Reasons)
READS: dict[int, Any] = dict.fromkeys((401, 404, 422), Reasons)


def answer(api: NinjaAPI, request: HttpRequest, status: int, reasons: Reasons) -> HttpResponse:
    return api.create_response(request, reasons.dict(), status=status)


def explain(api: NinjaAPI) -> None:
    """Every exception that is somebody's doing gets an answer; what is ours is a 500 in the log."""

    def tell(kind: type[Exception], told: Callable[[Any], tuple[int, Reasons]]) -> None:
        api.add_exception_handler(kind, lambda request, error: answer(api, request, *told(error)))

    for kind, told in TOLD.items():
        tell(kind, told)


def refused(error: Refused) -> tuple[int, Reasons]:
    status = 403 if error.code in NOT_YOU else 409
    return status, Reasons(code=error.code.value, reasons=list(error.reasons))


def unclear(error: Unclear) -> tuple[int, Reasons]:
    return 422, Reasons(code=UNCLEAR, reasons=list(error.problems.values()), fields=error.problems)


def misshapen(error: ValidationError) -> tuple[int, Reasons]:
    parts = {".".join(map(str, e["loc"][1:])): f"“{e['loc'][-1]}”不合格式。" for e in error.errors}
    return 422, Reasons(code=UNCLEAR, reasons=list(dict.fromkeys(parts.values())), fields=parts)


def missing(error: Http404) -> tuple[int, Reasons]:
    return 404, Reasons(code=MISSING, reasons=[str(error) or NOT_FOUND])


def stranger(error: AuthenticationError) -> tuple[int, Reasons]:
    told = "请先登录，或者在 Authorization 头中给出有效的接口令牌。"
    return 401, Reasons(code="NOT_SIGNED_IN", reasons=[told])


def unreadable(error: Exception) -> tuple[int, Reasons]:
    return 422, Reasons(code=UNCLEAR, reasons=["发来的内容看不懂，请按接口说明改正后再发。"])


def other(error: HttpError) -> tuple[int, Reasons]:
    if error.status_code == 403:
        return 403, Reasons(
            code="CSRF", reasons=["用浏览器会话提交时，须带上页面的安全校验（X-CSRFToken 头）。"]
        )
    return unreadable(error)


TOLD: dict[type[Exception], Callable[[Any], tuple[int, Reasons]]] = {
    Refused: refused, Unclear: unclear, ValidationError: misshapen, Http404: missing, AuthenticationError: stranger,
    HttpError: other, Unreadable: lambda error: (422, Reasons(code=UNCLEAR, reasons=[str(error)])),
    OverflowError: unreadable, RecursionError: unreadable, SuspiciousOperation: unreadable,
}  # fmt: skip
