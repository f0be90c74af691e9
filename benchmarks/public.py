"""The public site beside a signed-in case page, in one process and one run: requests a second, by the wall and by this
process's own time. Run as a module in a home of its own; where that has no data yet, a small world is simulated first."""

import os
from collections.abc import Callable
from time import perf_counter, process_time


AIM = 20
SHORT, LONG = 30, 300
Figure = tuple[str, float, float]


def main() -> None:
    """Print a table in Markdown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
    import django

    django.setup()
    _make_ready()
    print("\n".join(_table(_measured())))


def _make_ready() -> None:
    from django.conf import settings
    from django.core.management import call_command

    from jianyi.parties.models import Congress

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0, interactive=False)
    if not Congress.objects.exists():
        from jianyi.console.main import main as console

        console(["simulate", "--deputies", "60", "--units", "30", "--suggestions", "100", "--seed", "1"])


def _measured() -> list[Figure]:
    from django.test import Client

    from jianyi.parties.models import Person
    from jianyi.public import front
    from jianyi.publication.models import Public, Publication
    from jianyi.web.middleware import stamp

    page = Public.objects.filter(gone=False).order_by("-id").first()
    assert page, "nothing is public"
    officer = Person.objects.get(id=Publication.objects.filter(root_id=page.id)[0].handling.officer_id)
    signed_in, stranger = Client(), Client()
    session = signed_in.session
    session["person"], session["since"] = officer.id, stamp(officer)
    session.save()
    item, home = f"/open/items/{page.id}/", "/open/"
    tag = stranger.get(item)["ETag"]

    def anew() -> int:
        front.KEEP = front.Kept()
        return stranger.get(item).status_code

    return [
        _rate("case page, signed in", lambda: signed_in.get(f"/suggestions/{page.id}/").status_code, 200, SHORT),
        _rate("public page of the same suggestion", lambda: stranger.get(item).status_code, 200, LONG),
        _rate("public list", lambda: stranger.get(home).status_code, 200, LONG),
        _rate("public page, not changed (304)", lambda: stranger.get(item, headers={"If-None-Match": tag}).status_code, 304, LONG),
        _rate("public page, made anew each time", anew, 200, SHORT),
    ]  # fmt: skip


def _rate(name: str, ask: Callable[[], int], wanted: int, times: int) -> Figure:
    assert ask() == wanted, name
    began, worked = perf_counter(), process_time()
    for _ in range(times):
        assert ask() == wanted, name
    return name, times / (perf_counter() - began), times / (process_time() - worked)


def _table(figures: list[Figure]) -> list[str]:
    (_, first, cpu), *_ = figures
    rows = [
        f"| {name} | {wall:,.0f} | {wall / first:.1f} | {own:,.0f} | {own / cpu:.1f} |"
        for name, wall, own in figures
    ]
    head = f"## The public site beside a case page (aim: at least {AIM} times as many requests a second)\n"
    return [head, "| page | a second | times | a second of CPU | times |", "|---|---|---|---|---|", *rows, ""]


if __name__ == "__main__":
    main()
