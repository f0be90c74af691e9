"""Every track, in one list: its stages, its model, its root, who acts there, and who provides its facts."""

from jianyi import areas
from jianyi.cadence import facts as paced, holders as k_, models as z
from jianyi.cases import facts, holders as h, models as m
from jianyi.cases.commands import following
from jianyi.cases.facts import convened, leaving
from jianyi.cases.issued import called, taken_back as back
from jianyi.cases.queries import forms
from jianyi.cases.queries.drawn import kept
from jianyi.circulars import facts as told, holders as i_, models as w_
from jianyi.circulars.naming import named, naming, taken_back
from jianyi.documents.facts import pictures
from jianyi.fieldwork import facts as seen, holders as o, models as v
from jianyi.fieldwork.issued.minutes import called_for
from jianyi.fieldwork.queries import filed
from jianyi.notices import lines
from jianyi.outcomes import facts as counted, holders as u, models as y
from jianyi.parties import days as entered, facts as known, holders as p, models as n
from jianyi.procedure import words as w
from jianyi.procedure.facts import (
    between as b,
    cases as f,
    circulars as q_,
    days as d_,
    escalation as e_,
    fieldwork as d,
    ideas as i,
    oral as o_,
    outcomes as c_,
    papers as t,
    parties as g,
    promises as p_,
    publication as u_,
    remarks as r,
    rhythm as y_,
    supervision as s_,
    themes as h_,
    topics as f_,
)
from jianyi.procedure.facts.hands import Ahead
from jianyi.publication import credited, facts as cleared, models as l_
from jianyi.publication.commands.publishing import begin
from jianyi.publication.queries import form as review
from jianyi.publication.queries.files import publications
from jianyi.registers import columns, models as jotted
from jianyi.registers.columns import filing, noting, pressing, promising, standing, talking, working
from jianyi.registers.holders import at_note
from jianyi.supervision import circulated, closing, facts as pressed, holders as j, models as j_
from jianyi.supervision.issued import taken_back as pressed_back
from jianyi.supervision.queries import filed as pressed_filed
from jianyi.themes import facts as grouped, holders as t_, models as g_
from jianyi.themes.queries import form as problems
from jianyi.topics import facts as topical, holders as x_, models as x
from jianyi.turn import days
from jianyi.turn.reckoning import reckoned
from jianyi.turn.tracks import Track, lay
from jianyi.web import messages


S = m.Suggestion
ABOUT_CASE = {f.Case: facts.case}
ABOUT_TASK = ABOUT_CASE | {f.Task: facts.task_of, f.Progress: facts.progress_of}

OF_CASES = (
    Track(
        w.Suggestion, S, S, h.at_suggestion,
        ABOUT_CASE
        | {d_.Reckoned: reckoned, f.Draft: facts.draft, f.Proposal: facts.proposal, g.InUse: facts.in_use, f.Replies: facts.replies, f.Sheets: facts.sheets},
    ),
    Track(w.Invitation, m.Invitation, S, h.at_invitation, ABOUT_CASE | {f.Invited: facts.invited}),
    Track(w.Claim, m.Claim, S, h.at_claim, ABOUT_CASE | {f.Claimed: facts.claimed}),
    Track(
        w.Handling, m.Handling, S, h.at_handling,
        ABOUT_CASE
        | {f.Task: facts.task, f.Progress: facts.progress, f.House: facts.house, f.Heirs: facts.heirs, f.Leaders: facts.leaders, f.Seats: facts.seats},
    ),
    Track(w.Contact, m.Contact, S, h.at_contact, ABOUT_TASK | {f.Company: facts.company}),
    Track(w.Idea, m.Idea, S, h.at_idea, ABOUT_TASK | {i.Noted: facts.noted}),
    Track(
        w.Paper, m.Paper, S, h.at_paper,
        ABOUT_TASK | {t.Script: facts.script, t.Seeming: facts.seeming, f.Consulted: facts.consulted, f.Decisions: facts.decisions, f.Checklist: facts.checklist, f.House: facts.house_of_task, b.Awaited: facts.awaited_of, Ahead: facts.ahead, r.Remarked: facts.remarked, h_.Shared: grouped.shared},
    ),
    Track(
        w.Consultation, m.Consultation, S, h.of_handling,
        ABOUT_TASK | {t.Script: facts.script_of, f.Consulted: facts.consulted_of},
    ),
    Track(
        w.Collective, m.Collective, S, h.of_handling,
        ABOUT_TASK | {f.Consulted: facts.consulted_of, f.Decisions: facts.decisions_of, f.House: facts.house_of_task},
    ),
    Track(w.Charge, m.Charge, S, h.at_charge, ABOUT_TASK | {f.Crew: facts.crew, f.Owned: facts.owned}),
    Track(w.Remark, m.Remark, S, h.at_remark, ABOUT_TASK | {r.Passages: facts.passages}),
    Track(w.Waiver, m.Waiver, S, h.at_waiver, ABOUT_TASK | {b.Awaited: facts.awaited}),
    Track(w.Negotiation, m.Negotiation, S, h.at_negotiation, ABOUT_TASK | {b.Talks: facts.talks}),
    Track(w.OralReply, m.OralReply, S, h.of_handling, ABOUT_TASK | {o_.Face: facts.face}),
    Track(w.Return, m.Return, S, h.of_handling, ABOUT_TASK | {f.Others: facts.others, g.InUse: facts.in_use}),
    Track(w.Extension, m.Extension, S, h.of_handling, ABOUT_TASK | {f.Extensions: facts.extensions}),
    Track(w.Plan, m.Plan, S, h.of_handling, ABOUT_TASK | {f.Planned: facts.planned}),
    Track(
        w.Milestone, m.Milestone, S, h.at_milestone,
        ABOUT_TASK | {f.Planned: facts.planned_of, f.Crew: facts.crew, f.Owned: facts.answered_for},
    ),
    Track(w.Withdrawal, m.Withdrawal, S, h.at_withdrawal, ABOUT_CASE | {f.Consents: facts.consents}),
    Track(w.Rating, m.Sheet, S, h.at_sheet, {f.Score: facts.score, f.Links: facts.links}),
    Track(w.Escalation, m.Escalation, S, h.of_handling, ABOUT_CASE | {e_.Heard: facts.heard}),
    Track(w.View, m.View, S, h.at_view, {f.Score: facts.view_score}),
    Track(w.Ledger, m.Ledger, S, h.of_handling, {p_.Pledged: facts.pledged, p_.Booked: facts.booked}),
    Track(w.Promise, m.Promise, S, h.of_handling, {p_.Pledged: facts.pledged, p_.Closing: facts.closing}),
    Track(w.Batch, m.Batch, m.Batch, h.at_batch, {f.Pile: facts.pile}),
    Track(w.Past, m.Past, m.Past, h.at_batch, {}),
)  # fmt: skip
OF_PUBLICATION = (Track(w.Publication, l_.Publication, S, h.of_handling, {u_.Cleared: cleared.cleared}),)
GATHERED = {d.Gathering: seen.gathering, d.Hosts: seen.hosts, d.Piles: seen.piles, d.Matters: seen.matters}
OF_FIELDWORK = (
    Track(w.Meeting, v.Meeting, v.Meeting, o.at_meeting, GATHERED),
    Track(w.Guest, v.Guest, v.Meeting, o.at_guest, GATHERED),
    Track(w.Resolution, v.Resolution, v.Meeting, o.at_resolution, GATHERED | {f.Owned: seen.owned}),
    Track(w.WorkScheme, v.WorkScheme, v.WorkScheme, o.at_scheme, {d.Schemed: seen.schemed}),
)
GROUPED = {h_.Grouped: grouped.grouped}
OF_THEMES = (
    Track(w.Theme, g_.Theme, g_.Theme, t_.at_theme, GROUPED),
    Track(w.Member, g_.Member, g_.Theme, t_.at_member, {h_.Belonging: grouped.belonging}),
    Track(w.Problem, g_.Problem, g_.Theme, t_.at_problem, GROUPED | {h_.Troubled: grouped.troubled, f.Owned: grouped.owned}),
)  # fmt: skip
TOPICAL = {f_.Topical: topical.topical}
OF_TOPICS = (
    Track(w.KeyTopic, x.KeyTopic, x.KeyTopic, x_.at_topic, TOPICAL),
    Track(w.Covered, x.Covered, x.KeyTopic, x_.at_topic, TOPICAL | {f_.Covering: topical.covering}),
    Track(w.Sounding, x.Sounding, x.KeyTopic, x_.at_sounding, {f_.Asked: topical.sounded}),
    Track(w.Advice, x.Advice, x.KeyTopic, x_.at_advice, {f_.Asked: topical.advised}),
)
OF_SUPERVISION = (
    Track(w.Urging, j_.Urging, j_.Urging, j.at_urging, {s_.Pressed: pressed.pressed}),
    Track(w.Plea, j_.Plea, S, h.at_suggestion, {s_.Pleaded: pressed.pleaded}),
    Track(w.Measure, j_.Measure, j_.Measure, j.at_measure, {s_.Climbing: pressed.climbing}),
    Track(w.Help, j_.Help, j_.Help, j.at_help, {s_.Helped: pressed.helped}),
)
ABOUT_OUTCOME = {
    c_.Credited: counted.credited,
    c_.Numbered: counted.numbered,
    c_.Displayed: credited.displayed,
}
OF_CIRCULARS = (
    Track(w.Circular, w_.Circular, w_.Circular, i_.at_circular, {q_.Drawn: told.drawn}),
    Track(w.Addressee, w_.Addressee, w_.Circular, i_.at_addressee, {q_.Sent: told.sent}),
    Track(w.Push, w_.Push, w_.Circular, i_.at_push, {q_.Sent: told.sent}),
)
OF_OUTCOMES = (
    Track(w.Outcome, y.Outcome, y.Outcome, u.at_outcome, ABOUT_OUTCOME),
    Track(w.Link, y.Link, y.Outcome, u.at_link, ABOUT_OUTCOME),
    Track(w.Publicity, y.Publicity, y.Publicity, u.at_publicity, {c_.Credited: counted.clipped}),
)
OF_CADENCE = (Track(w.Tally, z.Tally, z.Tally, k_.at_tally, {y_.Beating: paced.beating}),)
OF_REGISTERS = (Track(w.Note, jotted.Note, jotted.Note, at_note, {}),)
OF_PARTIES = (
    Track(w.Congress, n.Congress, n.Congress, p.of_party, {g.Founded: known.founded}),
    Track(w.Term, n.Term, n.Congress, p.of_party, {g.Terms: known.terms}),
    Track(w.Arrangement, n.Arrangement, n.Congress, p.of_party, {d_.Arranged: known.arranged}),
    Track(w.Sitting, n.Sitting, n.Congress, p.of_party, {g.Terms: known.terms}),
    Track(w.Organisation, n.Organisation, n.Organisation, p.of_party, {g.Inner: known.inner, g.Pictures: pictures, g.Ending: closing.ending}),
    Track(w.Post, n.Post, n.Organisation, p.of_party, {g.Holding: known.holding}),
    Track(w.Person, n.Person, n.Person, p.of_party, {g.Register: leaving.register, g.Link: known.link}),
    Track(w.Seat, n.Seat, n.Person, p.of_party, {g.Terms: known.terms_of}),
    Track(w.Proxy, n.Proxy, n.Organisation, p.of_party, {g.Powers: known.powers}),
)  # fmt: skip


def wire() -> None:
    """Called once, when everything is loaded."""
    lay(
        *OF_CASES, *OF_FIELDWORK, *OF_THEMES, *OF_TOPICS, *OF_OUTCOMES, *OF_PUBLICATION, *OF_CADENCE, *OF_SUPERVISION, *OF_CIRCULARS, *OF_REGISTERS,
        *OF_PARTIES,
    )  # fmt: skip
    days.lay(entered.in_force, entered.edition)
    lines.lay(areas.named, messages.where)
    about = standing.IDENTITY, standing.ALLOTTED, standing.ANSWERING
    columns.lay(
        "work", standing.IDENTITY, standing.ALLOTTED, standing.NEXT, standing.ANSWERING, working.TALKED, working.PROGRESS, working.REPLIED,
        working.RATED_GROUP, working.FOLLOWED, working.PUBLISHED, pressing.PRESSED, filing.FILED, noting.NOTED,
    )  # fmt: skip
    columns.lay("contacts", talking.TALK, *columns.of_tasks(*about))
    columns.lay("promises", promising.PROMISED, *columns.of_tasks(*about))
    circulated.lay(naming, named)
    back.lay(pressed_back.taken_back, taken_back)
    kept.lay(filed.meetings, pressed_filed.papers)
    called.lay(called_for)
    convened.lay(seen.heard_at)
    following.lay(begin)
    forms.lay(
        {"publication": forms.Kind(review.LABEL, l_.Publication, publications, review.review)},
        {problems.KIND: forms.Beside(problems.LABEL, problems.drawn)},
    )
