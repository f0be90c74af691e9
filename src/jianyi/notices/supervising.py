"""What a notice says of urging, of the ladder above it, of what deputies ask for, and of help."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import Help, Measure, Plea, Urging, Word


SUPERVISING: dict[tuple[type[Word], A], str] = {
    (Urging, A.SIGN): "收到{title}，请签收，并在期限内书面回复。",
    (Urging, A.RESPOND): "{title}已有书面回复，请核销。",
    (Urging, A.RUN_OVER): "{title}逾期没有书面回复。",
    (Urging, A.FIND_CORRECTED): "{title}所催事项已核销，认定已改正。",
    (Urging, A.FIND_UNCORRECTED): "{title}所催事项判为未改正，理由见函内。",
    (Urging, A.REVOKE): "{title}已撤销，属误催，理由见函内。",
    (Urging, A.LAPSE): "{title}所催的建议已不由对方承办，不再催办。",
    (Plea, A.ASK): "代表请求催办{title}，请研究：发催办函，或者说明不催办的理由。",
    (Plea, A.REFUSE): "您请求催办{title}，经研究暂不催办，理由见件内。",
    (Plea, A.GRANT): "您请求催办{title}，已向承办单位发出催办函。",
    (Plea, A.LAPSE): "您请求催办{title}，承办单位已经答复，不再催办。",
    (Measure, A.CITE): "{title}已登记，请整改。",
    (Measure, A.LIST): "{title}：已挂牌，请在期限内整改，并申请摘牌。",
    (Measure, A.SUMMON): "{title}：已签发约谈通知，请按时参加。",
    (Measure, A.CALL_TO_ACCOUNT): "{title}：已提出建议，请在期限内陈述。",
    (Measure, A.REACH): "{title}：已报整改，请核验摘牌。",
    (Measure, A.VERIFY): "{title}：已核验摘牌。",
    (Measure, A.SEND_BACK): "{title}：整改没有通过核验，理由见件内。",
    (Measure, A.MINUTE): "{title}：记录已写好，请核对签字。",
    (Measure, A.SIGN): "{title}：约谈人已签字，请核对记录并签字。",
    (Measure, A.COUNTERSIGN): "{title}：双方已在约谈记录上签字。",
    (Measure, A.FIND_CORRECTED): "{title}：已核销，认定已改正。",
    (Measure, A.FIND_UNCORRECTED): "{title}：判为到期未改正，理由见件内。",
    (Measure, A.DEFEND): "{title}：本人已陈述，请提请有权机关决定，并登记决定。",
    (Measure, A.DECIDE): "{title}：决定已登记。",
    (Measure, A.REVOKE): "{title}：已撤销，理由见件内。",
    (Help, A.HELP): "{title}由您牵头，请按期完成。",
    (Help, A.REACH): "{title}已报完成，请核验。",
    (Help, A.VERIFY): "{title}已核验完成。",
    (Help, A.SEND_BACK): "{title}没有通过核验，请补充。",
    (Help, A.DROP): "{title}已取消。",
}
