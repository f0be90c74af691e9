"""Needs of rating sheets and of co-signers' views."""

from ..facts.acting import Acting, Clocks, Rules
from ..facts.cases import Links, Score
from ..facts.said import Opinion, Rated, RatedOnPaper
from ..refusals import Code
from ..words import Limit
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "答复尚未送达。")
def the_reply_is_delivered(score: Score) -> bool: return score.delivered

@need(Code.CHECKLIST_UNMET, "请对表上每一项都作出评价：满意、基本满意或者不满意。")
def every_axis_is_graded(said: Rated, rules: Rules) -> bool: return not said.ungraded(rules.rating_axes)

@need(Code.REASON_REQUIRED, "不满意须写明意见，不少于 {rules.bounds[opinion_length]} 字。")
def dissatisfaction_is_explained(said: Rated, rules: Rules) -> bool:
    return not said.dissatisfied or len(said.opinion.strip()) >= rules.least("opinion_length")

@need(Code.NOT_IN_THIS_PLACE, "本地的征询意见表不问这些项目：请只填表上列出的项目。")
def nothing_else_is_answered(said: Rated, rules: Rules) -> bool: return not said.beyond(rules.rating_axes, rules.rating_asks)

@need(Code.TOO_EARLY, "代表不满意。")
def the_deputy_is_content(score: Score) -> bool: return not score.dissatisfied

@need(Code.TOO_EARLY, "代表没有表示不满意。")
def the_deputy_is_not_content(score: Score) -> bool: return score.dissatisfied and not score.later_round

@need(Code.TOO_EARLY, "不是再次不满意。")
def the_deputy_is_still_not_content(score: Score) -> bool: return score.dissatisfied and score.later_round

@need(Code.TOO_EARLY, "尚不需催评。", Limit.RATING)
def a_reminder_is_due(score: Score, clocks: Clocks, rules: Rules) -> bool:
    return clocks.ran_out(Limit.RATING) and Limit.RATING_GRACE in rules.laid_down and not score.reminded

@need(Code.TOO_EARLY, "测评期限未满。", Limit.RATING, Limit.RATING_GRACE)
def the_time_to_rate_is_over(score: Score, clocks: Clocks, rules: Rules) -> bool:
    last = Limit.RATING_GRACE if Limit.RATING_GRACE in rules.laid_down else Limit.RATING
    return clocks.ran_out(last)

@need(Code.TOO_EARLY, "任务仍然有效。")
def its_reply_is_void(score: Score) -> bool: return score.void

@need(Code.TOO_EARLY, "代表核对代录的期限未满。", Limit.CHECK_ENTRY)
def the_time_to_check_is_over(clocks: Clocks, rules: Rules) -> bool:
    return clocks.ran_out(Limit.CHECK_ENTRY) or Limit.CHECK_ENTRY not in rules.laid_down

# On paper

@need(Code.CHECKLIST_UNMET, "表上的日期须在答复送达那天以后（含当天）、今天以前（含今天）：请核对后改填。")
def the_day_on_the_form_fits(said: RatedOnPaper, score: Score, clocks: Clocks) -> bool:
    return said.day is not None and score.delivered_on is not None and score.delivered_on <= said.day <= clocks.now.date()

@need(Code.NO_EVIDENCE, "请附上代表填写的征询意见表扫描件；没有原件的不能代录。")
def the_scan_is_attached(said: RatedOnPaper) -> bool: return bool(said.attachments)

# By a link

@need(Code.TOO_EARLY, "这一步由代表打开一次性链接时自动办理；已登录的，直接填写征询意见表即可。")
def a_link_is_shown(acting: Acting) -> bool: return bool(acting.link and acting.device)

@need(Code.TOO_LATE, "这个链接已作废：议案建议处已另发新的链接，请用新的；没有收到的，请与议案建议处联系。")
def the_link_is_the_last_one(acting: Acting, links: Links) -> bool:
    return not acting.link or (links.last is not None and links.last.digest == acting.link)

@need(Code.TOO_LATE, "这个链接已过有效期：请与议案建议处联系，可以另发新的链接。")
def the_link_has_not_run_out(acting: Acting, links: Links, clocks: Clocks) -> bool:
    return not acting.link or links.last is None or clocks.now < links.last.until

@need(Code.WRONG_ACTOR, "这个链接已在另一台设备上打开，只能在那台设备上填写；那台设备不便使用的，请与议案建议处联系，可以另发新的链接。")
def the_link_is_of_this_device(acting: Acting, links: Links) -> bool:
    return not acting.link or links.last is None or links.last.device in ("", acting.device)

@need(Code.REASON_REQUIRED, "请写明要告知领衔代表的意见。")
def there_is_a_view(said: Opinion) -> bool: return bool(said.opinion.strip())

@need(Code.TOO_LATE, "领衔代表已经测评，或者答复尚未送达。")
def the_sheet_is_open(score: Score) -> bool: return score.delivered
# fmt: on
