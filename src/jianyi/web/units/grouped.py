"""What a reply takes over from the group its suggestion is in: shared paragraphs, and problems that it shall promise to solve."""

from jianyi.cases.models import Paper
from jianyi.themes.queries.replies import Offer, offer as offer

from .promising import PROMISE


Values = dict[str, str]


def taken_in(values: Values, group: Offer, paper: Paper, *, anew: bool) -> Values:
    """The form with the shared paragraphs in a blank paper, or in their present words where that was asked for, and with a row
    for each promise that is still lacking."""
    found = dict(values)
    if group.paragraphs and (anew or not paper.edition) and (anew or not _any_shared(found)):
        first = next(
            (name for name in sorted(found) if name.endswith("-shared") and found[name]), "p1-shared"
        )
        found[first] = "\n".join(group.paragraphs)
    for problem in group.lacking:
        if problem.pledged_item not in found.values():
            row = {"item": problem.pledged_item, "due": str(problem.pledged_due or ""), "division": ""}
            prefix = f"p1-promise{_next(found)}"
            found |= {f"{prefix}-{name}": row[name] for name in PROMISE}
    return found


def _any_shared(values: Values) -> bool:
    return any(name.endswith("-shared") and text.strip() for name, text in values.items())


def _next(values: Values) -> int:
    """The number of the first row of promises to the first point in which nothing stands."""
    nth = 1
    while any(values.get(f"p1-promise{nth}-{name}", "").strip() for name in PROMISE):
        nth += 1
    return nth
