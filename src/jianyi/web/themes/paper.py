"""The list of problems on paper (F30): on the screen, as a PDF and as a .docx, as things stand."""

from django.http import HttpRequest, HttpResponse

from jianyi.themes.queries.form import problem_list
from jianyi.web import letters

from .themes import found


def shown(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    there = f"/themes/{number}/list"
    return letters.shown(request, problem_list(file), there=there, back=f"/themes/{number}/", as_of=True)


def download(request: HttpRequest, number: int, suffix: str) -> HttpResponse:
    file = found(request, number)
    name = f"问题清单与销号单（{file.theme.title[:20]}）"
    return letters.drawn(request, problem_list(file), suffix, name, f"/themes/{number}/list/")
