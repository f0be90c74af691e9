"""What a deputy writes or fills in, as a paper: the suggestion (F01), the rating sheet (F16). Drawn as it stands."""

from dataclasses import replace
from datetime import date

from jianyi.cases.letters import forms, reviews
from jianyi.cases.letters.values import About
from jianyi.documents.letters.document import Footer, Sheet as Form
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.parties.queries import cards, congress_of, names, organisation_names, phones
from jianyi.procedure.facts.said import AXES, BASES, CONTACT_WISHES, GRADES, KINDS, REPEATED, VIAS, WISHES
from jianyi.procedure.words import Limit

from ...holders import co_signers
from ...issued.about import about
from ...issued.congress import body, day_of, due
from ...models import Sheet, Suggestion
from ..files import CaseFile


DRAFT = "草稿"


def known(file: CaseFile) -> About:
    """The suggestion by the name of who proposed it, as far as this reader may know it."""
    return replace(about(file.under), confidential=file.hides_names)


# F01


def written(file: CaseFile, case: Suggestion) -> Form:
    """Everybody who may see the suggestion has it on paper; who proposed it stays hidden where it was asked for."""
    known_as = {**phones(case.congress_id, {case.lead_id})}
    told = reviews.Written(
        replace(known(file), kind=KINDS[case.kind]), heading(file), _cards(file).get(case.lead_id, ""),
        phone=known_as[case.lead_id][1] if file.may_call else "", situation=case.situation, points=tuple(case.points),
        co_signers=signers(file), basis=tuple(BASES[each] for each in case.basis), repeated=REPEATED[case.repeated_years],
        wished_units=_wished(case), publication=WISHES[case.publication_wish], publication_reason=case.publication_reason,
        contact_wish=CONTACT_WISHES[case.contact_wish], open_to_co_signers=case.open_to_co_signers,
        keeps_secret=case.confidential, secret_reason="" if file.hides_names else case.confidential_reason,
        files=tuple(row.name for row in file.attachments if not row.inside),
        signed_on=day_of(case.submitted_at), delegation_head="　" if case.by_delegation else "",
        watermark="" if case.submitted_at else DRAFT,
    )  # fmt: skip
    return reviews.suggestion_sheet(told)


def heading(file: CaseFile) -> str:
    """「澜江省第十四届人民代表大会第四次会议」, of what was proposed between sittings 「澜江省第十四届人民代表大会闭会期间」"""
    name, sitting = congress_of(by=file.by).name, file.case.sitting
    when = "闭会期间" if file.case.is_between else f"第{chinese(sitting.nth)}次会议"
    whole = f"第{chinese(sitting.term)}届人民代表大会"
    return f"{name.replace('人民代表大会', whole, 1) if '人民代表大会' in name else f'{name}{whole}'}{when}"


def signers(file: CaseFile) -> tuple[reviews.CoSigner, ...]:
    """Who confirmed, and when; of what is hidden the builder tells the number only."""
    people = co_signers(file.under)
    called, numbers = names(file.case.congress_id, set(people)), _cards(file)
    at = {row.person_id: row.answered_at for row in file.invitations}
    return tuple(
        reviews.CoSigner(called[person], numbers.get(person, ""), at=long_day(day_of(at.get(person))))
        for person in people
    )


def _cards(file: CaseFile) -> dict[int, str]:
    return cards(file.case.congress_id, {file.case.lead_id, *co_signers(file.under)})


def _wished(case: Suggestion) -> tuple[str, ...]:
    found = organisation_names(case.congress_id, {int(unit) for unit in case.wished_units})
    return tuple(found[int(unit)] for unit in case.wished_units if int(unit) in found)


# F16


def rating(file: CaseFile, row: Sheet) -> Form:
    """Blank for filling in by hand, or with what the deputy said; between the rater and the congress's own body."""
    paper, office = row.paper, body(row.congress_id)
    where = office.name if office else ""
    mark = file.under.place.classes.get(paper.reply_class)
    received, received_on = _received(file, row)
    told = forms.Rating(
        known(file), Footer(where, long_day(clock.today())), (paper.handling.unit.name,), paper.number,
        due(file.under, row.id, Limit.RATING_GRACE) or due(file.under, row.id, Limit.RATING), frozenset(file.under.place.rating_asks),
        row.number, row.round, received, received_on, 
        axes={name: axis.label for name, axis in file.under.place.rating_axes.items()}, grades={name: GRADES.get(getattr(row, name), "") for name in AXES}, via=_via(row),
        reply_class=f"{mark.key}：{mark.label}" if mark else "", comment=row.opinion,
        contact_ok=row.answer("contact_ok"), class_agree=row.answer("class_agree"),
        publication_view=row.answer("publication_view"), co_signers_view=row.co_signers_view,
        rated_by=_rater(row) if row.rated_at else "", rated_on=day_of(row.rated_at), return_to=where,
        to=f"{_rater(row)}代表",
    )  # fmt: skip
    return forms.rating_sheet(told)


def _via(row: Sheet) -> str:
    """How it was collected; of a paper form who entered it, and when."""
    told = VIAS.get(row.via, "")
    last = row.entries[-1] if row.via == "paper" else None
    return f"{told}（{last['by']} {last['on']} 录入，附扫描件）" if last else told


def _rater(row: Sheet) -> str:
    return names(row.congress_id, {row.rater_id}).get(row.rater_id, "")


def _received(file: CaseFile, row: Sheet) -> tuple[str, date | None]:
    """What came over the platform has arrived; what was posted has, once its reader has rated it: on which day the deputy says."""
    mine = [
        each for each in file.deliveries if (each.paper_id, each.person_id) == (row.paper_id, row.rater_id)
    ]
    arrived = next((each.at for each in mine if each.channel != "post"), None)
    return ("已收到" if arrived or row.rated_at else "", day_of(arrived))
