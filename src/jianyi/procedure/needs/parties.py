"""Needs of congresses, organisations, posts, accounts and authorisations."""

from ..facts.acting import Clocks
from ..facts.parties import Ending, Founded, Holding, Inner, Link, Pictures, Powers, Register
from ..facts.said import Account, Convening, Founding, Letterhead, Manner, Named, Password, UnitRules, Until
from ..refusals import Code
from .need import need


# Nobody could ever present a plan that had to have more.
MOST_MILESTONES = 20
MOST_BETWEEN, HOURS = 60, 24


# fmt: off
@need(Code.CHECKLIST_UNMET, "还有没有办完的事项：{ending.told}。请先办结，或者由交办机构在建议页面“由承接单位接续办理”（处室的，由单位办公室重新分办）；只是改名的，请用“改名”，在办事项随之延续。")
def nothing_is_open_here(ending: Ending) -> bool: return not ending.open

@need(Code.TOO_LATE, "平台已经设立，不能再次设立。")
def nothing_is_founded_yet(founded: Founded) -> bool: return founded.congresses == 0

@need(Code.CHECKLIST_UNMET, "请填写名称、层级和适用规则。")
def the_congress_is_described(said: Founding) -> bool: return bool(said.name.strip() and said.level and said.place)

@need(Code.CHECKLIST_UNMET, "请填写名称。")
def it_has_a_name(said: Named) -> bool: return bool(said.name.strip())

@need(Code.CHECKLIST_UNMET, "请填写会次名称、届、次。")
def the_sitting_is_described(said: Convening) -> bool: return bool(said.label.strip() and said.term > 0 and said.nth > 0)

@need(Code.CHECKLIST_UNMET, "归口规则有写错的行：每行写“关键词、关键词 = 处室”，专项工作可以再写“+ 配合处室”。请改正后再保存。")
def every_line_can_be_read(said: UnitRules) -> bool: return said.is_plain

@need(Code.CHECKLIST_UNMET, "归口规则里有本单位没有的处室。本单位现有：{inner.told}。请照此填写。")
def every_division_is_of_the_unit(said: UnitRules, inner: Inner) -> bool: return said.divisions <= set(inner.divisions)

@need(Code.CHECKLIST_UNMET, "专人须是在本单位任职的人员。")
def the_coordinator_is_of_the_unit(said: UnitRules, inner: Inner) -> bool: return not said.coordinator or said.coordinator in inner.people

@need(Code.CHECKLIST_UNMET, "办理计划的时间节点最多规定 20 个：请改正后再保存。")
def the_milestones_are_not_too_many(said: UnitRules) -> bool: return said.milestones <= MOST_MILESTONES

@need(Code.CHECKLIST_UNMET, "调度单最多隔 60 个工作日出一次，并须写明从哪一天起算；考评取数的时间在 0 点到 23 点之间。请改正后再保存。")
def the_rhythm_can_be_kept(said: UnitRules) -> bool:
    rhythm = said.rhythm
    return rhythm.every <= MOST_BETWEEN and (not rhythm.every or rhythm.anchor is not None) and rhythm.hour < HOURS

@need(Code.CHECKLIST_UNMET, "信头图片没有上传成功，请在“信头”页面重新选择图片再保存。")
def the_picture_was_looked_at(said: Letterhead, pictures: Pictures) -> bool: return not said.picture or said.picture in pictures.digests

@need(Code.CHECKLIST_UNMET, "此人已任这一职务。")
def nobody_holds_it_twice(holding: Holding) -> bool: return not holding.twice

@need(Code.CHECKLIST_UNMET, "这是最后一位系统管理员，不能卸任：请先任命另一位，等其设好密码再办。")
def somebody_else_holds_it(holding: Holding) -> bool: return holding.others > 0

@need(Code.CHECKLIST_UNMET, "这是最后一位系统管理员，不能停用：请先任命另一位，等其设好密码再办。")
def somebody_else_administers(register: Register) -> bool: return not register.administers_alone

@need(Code.CHECKLIST_UNMET, "请填写登录名。")
def there_is_a_sign_in_name(said: Account) -> bool: return bool(said.login.strip())

@need(Code.CHECKLIST_UNMET, "登录名已被使用，请换一个。")
def the_sign_in_name_is_free(register: Register) -> bool: return not register.taken

@need(Code.CHECKLIST_UNMET, "邮箱地址写得不对：请写成“名称@单位域名”的样子，中间没有空格；不要邮件的，把邮箱留空。")
def the_address_is_one(said: Manner) -> bool: return said.is_address

@need(Code.CHECKLIST_UNMET, "免打扰时段要写明起止，起止不能相同；不要免打扰的，两项都选“不设”。")
def the_quiet_hours_end(said: Manner) -> bool: return said.is_span

@need(Code.CHECKLIST_UNMET, "此人名下还有 {register.open_tasks} 件在办事项：请所在单位办公室先在“本单位承办—移交工作”中把它们移交给他人，不能移交的由本人办完，再停用账号。")
def nothing_is_left_undone(register: Register) -> bool: return register.open_tasks == 0

@need(Code.CHECKLIST_UNMET, "此人是{register.alone_told}办公室唯一的在任人员，那里还有待办的事项：请先任命另一位办公室人员，再停用账号。")
def no_office_is_left_empty(register: Register) -> bool: return not register.alone_at

@need(Code.TOO_LATE, "链接已经用过或者过期：请管理员重新生成一次性链接。")
def the_link_is_good(said: Password, link: Link, clocks: Clocks) -> bool:
    return bool(link.digest) and said.token == link.digest and (link.until is None or clocks.now < link.until)

@need(Code.CHECKLIST_UNMET, "密码没有设置成功，请重新填写。")
def there_is_a_password(said: Password) -> bool: return bool(said.hashed)

@need(Code.CHECKLIST_UNMET, "授权须写明事由和截止时间，截止时间须晚于现在。")
def it_is_for_a_time(said: Until, clocks: Clocks) -> bool:
    return bool(said.reason.strip()) and said.until is not None and said.until > clocks.now

@need(Code.WRONG_ACTOR, "只能授权本人的职务，且不能授权给自己。")
def it_is_ones_own_to_give(powers: Powers) -> bool: return powers.own_post and not powers.to_oneself

@need(Code.TOO_EARLY, "授权未到期。")
def the_authorisation_ran_out(powers: Powers, clocks: Clocks) -> bool: return powers.until is not None and clocks.now >= powers.until
# fmt: on
