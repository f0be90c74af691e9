"""The interface token of one's own account: shown once, only its digest is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.parties import commands as parties, signing

from ..acting import new_key, take


def access_key(request: HttpRequest) -> HttpResponse:
    """A new token makes the one before it void."""
    person = request.person  # type: ignore[attr-defined]
    shown = {"there": bool(person.key), "key": new_key(), "token": "", "reasons": []}
    if request.method == "POST":
        token, digest = signing.new_link()
        outcome = take(request, parties.issue_key, person, {"digest": digest})
        again = (
            ["令牌已经显示过一次：要新的请再点一次“生成令牌”。"]
            if outcome.code == "KEY_REUSED"
            else outcome.reasons
        )
        shown |= {"token": token if outcome.done else "", "reasons": again, "there": True}
    return render(request, "admin/access_key.html", shown)
