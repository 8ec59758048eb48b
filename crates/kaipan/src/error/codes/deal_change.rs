// Changes of deals and their settlement. 210x to 213x.

area! { $ deal_change
    ChangeAction = 2100 Deal Violation "deal.change_action" {
        zh: "“{action_zh}”不是变更，没有结算",
        en: "to {action} is no change of a deal, and has no settlement",
        mend_zh: "写退定、挞定、退房、换房、更名、变更付款方式、变更价格或延期",
        mend_en: "name a refund, a forfeiture, a quit, a change of unit, names, plan or price, or an extension"
    }
    ChangeEnded = 2101 Deal Violation "deal.change_ended" {
        zh: "交易“{deal}”已结束（{why_zh}），不能再变更",
        en: "deal \"{deal}\" has ended ({why}) and cannot be changed",
        mend_zh: "核对交易编号",
        mend_en: "check the id of the deal"
    }
    ChangeNothingAgreed = 2102 Deal Violation "deal.change_nothing_agreed" {
        zh: "交易“{deal}”还没有认购或签约，无从变更",
        en: "deal \"{deal}\" has neither subscription nor contract: there is nothing to change",
        mend_zh: "先办理认购或签约",
        mend_en: "subscribe or sign first"
    }
    ChangeDocument = 2103 Deal Violation "deal.change_document" {
        zh: "单据“{document_zh}”不能办理“{action_zh}”",
        en: "it is not possible to {action} where the document is a {document}",
        mend_zh: "选用该单据可办的变更",
        mend_en: "choose a change that the document takes"
    }
    ChangeMissing = 2104 Deal Violation "deal.change_missing" {
        zh: "缺少“{field}”",
        en: "{field} is missing",
        mend_zh: "补上该项",
        mend_en: "give it"
    }
    ChangeAmount = 2105 Deal Violation "deal.change_amount" {
        zh: "“{field}”必须{rule_zh}，而不是 {value:yuan}",
        en: "{field} must be {rule_en}, not {value:yuan}",
        mend_zh: "改正金额",
        mend_en: "correct the amount"
    }
    ChangeRate = 2106 Deal Violation "deal.change_rate" {
        zh: "“{field}”必须{rule_zh}，而不是 {value}",
        en: "{field} must be {rule_en}, not {value}",
        mend_zh: "写 0 到 1 之间的比例，5% 写 0.05",
        mend_en: "give a share from 0 to 1: 0.05 is 5 %"
    }
    ChangeFeeTerms = 2107 Deal Violation "deal.change_fee_terms" {
        zh: "“{action_zh}”的手续费应写明金额或比例，二者只写其一",
        en: "the fee to {action} is either an amount or a share",
        mend_zh: "只写“amount”或只写“rate”",
        mend_en: "give amount or rate, and not both"
    }
    ChangeTermUnused = 2108 Deal Violation "deal.change_term_unused" {
        zh: "“{field}”不用于“{action_zh}”",
        en: "{field} is not used to {action}",
        mend_zh: "去掉该项，或核对要办的变更",
        mend_en: "leave it out, or check what is to be done"
    }
    ChangeForfeitFault = 2109 Deal Violation "deal.change_forfeit_fault" {
        zh: "挞定只因买方违约",
        en: "a subscription is forfeited by the buyer's default alone",
        mend_zh: "买方没有违约的，办理退定",
        mend_en: "where the buyer is not at fault, refund the subscription"
    }
    ChangeRemedy = 2110 Deal Violation "deal.change_remedy" {
        zh: "该违约责任与过错方或所办变更不符",
        en: "the side at fault does not owe this remedy by this change",
        mend_zh: "写明过错方；买方定金由挞定或退房没收，逾期交房违约金由卖方承担",
        mend_en: "say who is at fault; a buyer loses the deposit by a forfeiture or a quit, and the seller alone owes for a late handover"
    }
    ChangeRefundAbove = 2111 Deal Violation "deal.change_refund_above" {
        zh: "议定退款 {refund:yuan}超过应退的 {refundable:yuan}",
        en: "the refund agreed, {refund:yuan}, is above the {refundable:yuan} that may be returned",
        mend_zh: "改正退款金额；卖方另付的写在违约责任里",
        mend_en: "correct the refund; what the seller pays besides is a remedy"
    }
    ChangeNotLate = 2112 Deal Violation "deal.change_not_late" {
        zh: "约定 {day} 交付，尚未逾期",
        en: "the handover is promised for {day}: it is not late",
        mend_zh: "核对日期，或选用其他违约责任",
        mend_en: "check the day, or choose another remedy"
    }
    ChangeSameDeal = 2113 Deal Violation "deal.change_same_deal" {
        zh: "换房须转入另一笔交易，不能仍是“{deal}”",
        en: "a change of unit moves to another deal, not to \"{deal}\" itself",
        mend_zh: "为新房源新建交易",
        mend_en: "open a deal for the new unit"
    }
    ChangeSameUnit = 2114 Deal Violation "deal.change_same_unit" {
        zh: "换入的房间就是原房间“{unit_no}”",
        en: "the new unit is the old one, {unit_no}",
        mend_zh: "写另一套房；同一套房改价格或付款方式",
        mend_en: "name another unit; for the same one change price or plan"
    }
    ChangePlanUnknown = 2115 Deal Violation "deal.change_plan_unknown" {
        zh: "付款方式“{plan}”不在可用之列",
        en: "payment plan \"{plan}\" is not offered",
        mend_zh: "选用可用的付款方式",
        mend_en: "choose one that is offered"
    }
    ChangeScheduleSum = 2116 Deal Violation "deal.change_schedule_sum" {
        zh: "付款计划合计 {found:yuan}，合同总价 {total:yuan}",
        en: "the schedule adds up to {found:yuan}, the contract total is {total:yuan}",
        mend_zh: "按新的合同总价重排付款计划",
        mend_en: "make the schedule for the new contract total"
    }
    ChangeShares = 2117 Deal Violation "deal.change_shares" {
        zh: "买方份额合计 {sum}，应为 1",
        en: "the shares of the buyers come to {sum}, not to 1",
        mend_zh: "改正份额",
        mend_en: "correct the shares"
    }
    ChangeBuyers = 2118 Deal Violation "deal.change_buyers" {
        zh: "买方“{customer}”重复，或份额不大于 0",
        en: "buyer \"{customer}\" is named twice, or has a share that is not above 0",
        mend_zh: "每位买方只写一次，份额大于 0",
        mend_en: "name every buyer once, with a share above 0"
    }
    ChangeNothing = 2119 Deal Violation "deal.change_nothing" {
        zh: "与变更前完全相同",
        en: "nothing is other than before",
        mend_zh: "写明变更后的内容",
        mend_en: "say what changes"
    }
    ChangeNotLater = 2120 Deal Violation "deal.change_not_later" {
        zh: "{day} 不晚于 {before}，不是延期",
        en: "{day} is not later than {before}: it is no extension",
        mend_zh: "写更晚的日期",
        mend_en: "give a later day"
    }
    ChangeAmountsMoved = 2121 Deal Violation "deal.change_amounts_moved" {
        zh: "延期付款只改日期，各期金额不能变",
        en: "an extension of payment moves days, and leaves lines and amounts as they are",
        mend_zh: "改金额办理变更付款方式",
        mend_en: "to change amounts, change the plan"
    }
    ChangePriceDiffers = 2130 Deal Warning "deal.change_price_differs" {
        zh: "变更后的成交总价 {found:yuan}，重算折扣为 {expected:yuan}",
        en: "the deal total becomes {found:yuan}, and the discounts looked at again come to {expected:yuan}",
        mend_zh: "按重算的折扣改价，或报批",
        mend_en: "take the price that the discounts come to, or have it approved"
    }
    ChangeTodoOpen = 2131 Deal Warning "deal.change_todo_open" {
        zh: "交易还有未完成的财务待办 {amount:yuan}，完成后才能办理",
        en: "the cashier has still {amount:yuan} to deal with, which keeps the change from being done",
        mend_zh: "先完成财务待办",
        mend_en: "finish it first"
    }
    ChangeShortfall = 2132 Deal Warning "deal.change_shortfall" {
        zh: "已收款不足，买方还欠 {amount:yuan}",
        en: "the money received does not cover what the buyer owes: {amount:yuan} are open",
        mend_zh: "向买方追收，或减免",
        mend_en: "claim it from the buyer, or waive it"
    }
    ChangeRefundBelow = 2133 Deal Warning "deal.change_refund_below" {
        zh: "议定退款 {refund:yuan}少于应退的 {refundable:yuan}，其余转收入",
        en: "the refund agreed, {refund:yuan}, is below the {refundable:yuan} that may be returned: the rest is kept",
        mend_zh: "确认双方同意",
        mend_en: "make sure that both sides agree"
    }
    ChangeDepositAbove = 2134 Deal Info "deal.change_deposit_above" {
        zh: "已收定金 {paid:yuan}，法定定金 {legal:yuan}，超出部分按房款处理",
        en: "{paid:yuan} were received as deposit, of which {legal:yuan} are one in law: the rest is house money",
        mend_zh: "超出部分应退还",
        mend_en: "the rest is to be returned"
    }
    ChangePenaltyLarge = 2135 Deal Warning "deal.change_penalty_large" {
        zh: "违约金 {amount:yuan}超过合同总价 {total:yuan}的 20%",
        en: "a penalty of {amount:yuan} is above 20 % of the contract total of {total:yuan}",
        mend_zh: "核对金额或比例；过高的可请求法院减少",
        mend_en: "check the amount or the share; what is too high a court may reduce"
    }
}
