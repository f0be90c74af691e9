"""Suggestions by a word, for whoever sees nearly all of them: in the title, as the number, as the lead's name. Each is a way
along an index of its own, so that a rare word is found without reading every title."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.kit.counts import each_up_to
from jianyi.kit.pages import Way
from jianyi.parties.models import Person, Sitting
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import KNOW_NAMES

from ..models import Suggestion, TitlePair
from ..models.titles import pairs_of


LONGEST = 50
# A pair in more titles than this is common; among the common ones the first is as good as any.
RARE = 1_000
# More leads than these share a name's part that is found in every page of the list anyway.
NAMED = 20


def mentions(told: str, by: Actor) -> Q:
    """In the title; as the number; as the lead's name, unless it is kept from the reader."""
    return Q(title__contains=told) | _as_number(told) | (Q(lead__name__contains=told) & _named_to(by))


def ways_by_word(told: str, cases: QuerySet[Suggestion], by: Actor) -> list[Way]:
    """The same, of the cases given, one alternative after the other."""
    ways = [_in_titles(told, cases, by)]
    if number := _as_number(told):
        sittings = Sitting.objects.filter(congress_id=by.congress)
        ways.append(Way(cases.filter(number, sitting_id__in=sittings.values("id"))))
    return ways + _by_lead(told, cases.filter(_named_to(by)), by)


def titled(told: str, *, by: Actor) -> Q:
    """The condition on what hangs on a suggestion: these words in its title, or this number. Words that few titles have are
    looked up beforehand, so that a list is not read to its end for them."""
    cases = Suggestion.objects.filter(congress_id=by.congress)
    number, sittings = _as_number(told), Sitting.objects.filter(congress_id=by.congress)
    found = (
        list(cases.filter(number, sitting_id__in=sittings.values("id")).values_list("id", flat=True))
        if number
        else []
    )
    count, pair = _rarest(sorted(pairs_of(told)), by.congress) if len(told) > 1 else (RARE, "")
    if count >= RARE:
        return Q(root__title__contains=told) | Q(root_id__in=found)
    there = TitlePair.objects.filter(congress_id=by.congress, pair=pair).values("root_id")
    return Q(
        root_id__in=[*found, *cases.filter(id__in=there, title__contains=told).values_list("id", flat=True)]
    )


def _in_titles(told: str, cases: QuerySet[Suggestion], by: Actor) -> Way:
    """Along the titles with the rarest of the word's pairs; a single character is looked for in every title."""
    found = cases.filter(title__contains=told)
    if not (pairs := sorted(pairs_of(told))):
        return Way(found)
    there = found.filter(congress_id=OuterRef("congress_id"), id=OuterRef("root_id"))
    _, pair = _rarest(pairs, by.congress)
    rows = TitlePair.objects.filter(congress_id=by.congress, pair=pair)
    return Way(rows.filter(Exists(there)), ("root_id",))


def _rarest(pairs: list[str], congress: int) -> tuple[int, str]:
    """In how many titles it is, up to RARE, and which pair."""
    counts = each_up_to(TitlePair, [{"congress_id": congress, "pair": pair} for pair in pairs], RARE)
    return min(zip(counts, pairs, strict=True))


def _as_number(told: str) -> Q:
    digits = told.removeprefix("闭")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 8):
        return Q()
    return Q(number=int(digits), between=True) if told != digits else Q(number=int(digits))


def _by_lead(told: str, cases: QuerySet[Suggestion], by: Actor) -> list[Way]:
    """Each lead of that name has a way of their own; a part of a name that very many have is met on every page."""
    named = Person.objects.filter(congress_id=by.congress, name__contains=told)
    people = list(named.values_list("id", flat=True)[: NAMED + 1])
    if len(people) > NAMED:
        return [Way(cases.filter(lead__name__contains=told))]
    return [Way(cases.filter(lead_id=person)) for person in people]


def _named_to(by: Actor) -> Q:
    return Q() if by.holds(*KNOW_NAMES) else Q(confidential=False) | Q(lead_id=by.person)
