"""Handing one's own post on for a time (出差授权): who gives and who stands in both count as the hand that acts."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.kit import clock
from jianyi.parties import commands as parties, directory
from jianyi.parties.models import Post, Proxy
from jianyi.procedure.refusals import as_text

from ..acting import new_key, take
from .access import actor, acts
from .fields import choice, moment


class Authorising(forms.Form):
    """`post` and `to` are offered from what there is."""

    post = choice("授权的职务", [])
    to = choice("由谁代行", [])
    until = moment("授权至", need=True, hint="到时自动收回；可以提前收回。")
    reason = forms.CharField(
        label="事由", max_length=200, widget=forms.Textarea(attrs={"rows": 2}), error_messages={"required": "请写明事由。"}
    )  # fmt: skip

    def offer(self, posts: list[Post], people: list[tuple[str, str]]) -> None:
        told = [(str(post.id), f"{post.root.known_as} · {post.title or post.duty.label}") for post in posts]
        self.fields["post"].choices = told  # type: ignore[attr-defined]
        self.fields["to"].choices = [("", "请选择"), *people]  # type: ignore[attr-defined]


def proxies(request: HttpRequest) -> HttpResponse:
    """For everybody with a post: authorise, see what runs, take back."""
    by = actor(request)
    if not by.posts:
        raise Http404
    posts = directory.own_posts(by=by)
    form = Authorising(request.POST or None)
    form.offer(posts, [(str(row.id), f"{row.name}（{row.login}）") for row in directory.colleagues(by=by)])
    if form.is_valid():
        post = next(each for each in posts if str(each.id) == form.cleaned_data["post"])
        row = Proxy(
            congress_id=by.congress, root_id=post.root_id, post_id=post.id, to_id=int(form.cleaned_data["to"])
        )
        outcome = take(request, parties.authorise, row, form.cleaned_data)
        if outcome.done:
            messages.success(request, "已授权，立即生效；代行的每一步都会注明“代行”。")
            return redirect("/proxies/")
        form.add_error(None, as_text(outcome.reasons))
    given, received = directory.proxies(by=by)
    shown = {
        "form": form, "posts": posts, "key": request.POST.get("key") or new_key(), "now": clock.now(),
        "given": [(row, str(row.id), acts(row, row.root, by=by)) for row in given], "received": received,
    }  # fmt: skip
    return render(request, "admin/proxies.html", shown, status=422 if form.errors else 200)
