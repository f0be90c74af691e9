"""Pictures of the main papers for README, drawn from a demo: `JIANYI_HOME=… JIANYI_DEMO=1 python scripts/papers.py`.

Needs pdftoppm and a Chinese font. First pages only, in greys and red, small enough to be kept with the code."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "pictures"
# So that a page of A4 is 579 pixels wide: its lines can be read, and six of them are a few hundred kB.
DOTS = "70"


def papers() -> Iterator[tuple[str, object]]:
    """Name of the picture, paper: of each kind the latest that says much."""
    from jianyi.cases.issued.files import document
    from jianyi.cases.models import Letter

    for name, kind in (
        ("reply", "reply"),
        ("notice", "notice"),
        ("scheme", "scheme"),
        ("oral-reply", "oral_reply"),
    ):
        rows = Letter.objects.filter(kind=kind).order_by("-id")
        row = max(rows[:40], key=lambda row: len(str(row.data)))
        yield f"paper-{name}", document(row)
    yield from forms()


def forms() -> Iterator[tuple[str, object]]:
    """Of a closed suggestion, as the congress's office has them."""
    from jianyi.cases.models import Sheet, Suggestion
    from jianyi.cases.queries.forms import form
    from jianyi.parties.models import Post
    from jianyi.parties.queries import actor
    from jianyi.procedure import words as w
    from jianyi.procedure.words import Duty

    post = Post.objects.filter(duty=Duty.OFFICE_CLERK).select_related("person").order_by("id").first()
    closed = Suggestion.objects.filter(stage=w.Suggestion.CLOSED).order_by("-id")
    if post is None or not closed:
        raise SystemExit("这个数据目录里没有演示数据：先运行 make demo。")
    by, case = actor(post.person), closed[0]
    sheet = Sheet.objects.filter(root_id=case.id).exclude(rated_at=None).order_by("id").first()
    for name, kind, row in (("rating", "rating", sheet), ("archive", "archive", case)):
        found = form(kind, row.id, by=by) if row else None
        if found:
            yield f"paper-{name}", found[1]


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
    sys.path.insert(0, str(ROOT / "src"))
    django.setup()
    from jianyi.documents.letters.typesetting import pdf

    for name, document in papers():
        target = PLACE / name
        asked = ["pdftoppm", "-r", DOTS, "-f", "1", "-singlefile", "-png", "-", str(target)]
        subprocess.run(asked, input=pdf(document).content, check=True)
        print(f"{target}.png {target.with_suffix('.png').stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
