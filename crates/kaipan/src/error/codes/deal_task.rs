// What is due about deals, batches of commands, requests of customers. 204x, 2057 to 2059, 207x, 209x.

area! { $ deal_task
    DealGivenTwice = 2040 Deal Violation "deal.given_twice" {
        zh: "“{name}”与第 {first} 条重复",
        en: "\"{name}\" is that of number {first} too",
        mend_zh: "每一条只传入一次",
        mend_en: "pass each of them once"
    }
    DealDeadlineLong = 2041 Deal Violation "deal.deadline_long" {
        zh: "“{field}”为 {found}，最多 {most}",
        en: "{field} is {found}; it is {most} at most",
        mend_zh: "改正期限",
        mend_en: "mend the time"
    }
    DealRanOut = 2042 Deal Warning "deal.ran_out" {
        zh: "{what_zh}已于 {day} 到期，尚未失效处理",
        en: "{what} ran out on {day} and has not lapsed yet",
        mend_zh: "办理到期失效",
        mend_en: "let it lapse"
    }
    DealSigningOverdue = 2043 Deal Warning "deal.signing_overdue" {
        zh: "交易“{deal}”约定 {day} 签约，已逾期 {days} 天",
        en: "deal \"{deal}\" was to be signed by {day}; days overdue: {days}",
        mend_zh: "催签合同，或办理延期",
        mend_en: "send the signing reminder, or agree on an extension"
    }
    DealSubscriptionOverdue = 2044 Deal Warning "deal.subscription_overdue" {
        zh: "交易“{deal}”最迟 {day} 认购，已逾期 {days} 天",
        en: "deal \"{deal}\" was to be subscribed by {day}; days overdue: {days}",
        mend_zh: "联系客户认购，或办理退定、挞定、到期失效",
        mend_en: "have it subscribed, or refund, forfeit or lapse it"
    }
    DealQuestionnaireLate = 2045 Deal Warning "deal.questionnaire_late" {
        zh: "交易“{deal}”的问卷最迟 {day} 填完，已逾期 {days} 天",
        en: "the questionnaire of deal \"{deal}\" was due by {day}; days overdue: {days}",
        mend_zh: "补填问卷",
        mend_en: "have it filled in"
    }
    DealEntryLate = 2046 Deal Warning "deal.entry_late" {
        zh: "{day} 的{what_zh}“{id}”未在当天录入，迟 {days} 天",
        en: "the {what} \"{id}\" of {day} was not entered that day; days late: {days}",
        mend_zh: "认购、变更、收款当天录入",
        mend_en: "enter subscriptions, changes and receipts on the day they happen"
    }
    DealEntryEarly = 2047 Deal Warning "deal.entry_early" {
        zh: "{what_zh}“{id}”发生在 {day}，录入时间 {recorded} 反而更早",
        en: "the {what} \"{id}\" of {day} was entered before that, on {recorded}",
        mend_zh: "核对发生日期",
        mend_en: "check the day it happened"
    }
    DealEntryOfNothing = 2057 Deal Warning "deal.entry_of_nothing" {
        zh: "{what_zh}“{id}”没有写明交易",
        en: "the {what} \"{id}\" names no deal",
        mend_zh: "写明是哪笔交易",
        mend_en: "name the deal"
    }
    DealInstructionLate = 2058 Deal Warning "deal.instruction_late" {
        zh: "{day} 书面通知的{what_zh}“{id}”最迟 {due} 录入，迟 {days} 天",
        en: "the {what} \"{id}\" of the instruction of {day} was to be entered by {due}; days late: {days}",
        mend_zh: "收到书面通知后一天内录入，或按规定调整期限",
        mend_en: "enter it within the days of the policy after the written instruction"
    }
    DealBatchAction = 2090 Deal Violation "deal.batch_action" {
        zh: "“{action_zh}”不能成批办理",
        en: "it is not possible to {action} many at once",
        mend_zh: "成批办理只用于房源的销控动作；交易请逐笔办理",
        mend_en: "a batch takes actions on the stock of units alone; decide deals one by one"
    }
    DealBatchNothing = 2091 Deal Warning "deal.batch_nothing" {
        zh: "没有房源符合筛选条件",
        en: "no unit is chosen",
        mend_zh: "检查筛选条件",
        mend_en: "check the selection"
    }
    DealBatchState = 2092 Deal Warning "deal.batch_state" {
        zh: "房源表写着“{written_zh}”，销控记录为“{found_zh}”；以销控记录为准",
        en: "the unit is {written} in the list and {found} in its stock: the stock counts",
        mend_zh: "核对房源表",
        mend_en: "check the unit"
    }
    DealCompareOther = 2093 Deal Warning "deal.compare_other" {
        zh: "两份历史不是同一套房、同一笔交易",
        en: "the two histories are of different units or deals",
        mend_zh: "确认确实要比较它们",
        mend_en: "make sure that they are meant to be compared"
    }
    DealIntakeMoney = 2070 Deal Violation "deal.intake_money" {
        zh: "付款金额为 {amount:yuan}，应大于 0",
        en: "the amount paid is {amount:yuan}; it must be above 0",
        mend_zh: "改正金额；没有付款就不要填",
        mend_en: "mend the amount, or leave it out if nothing was paid"
    }
    DealIntakeEmpty = 2071 Deal Warning "deal.intake_empty" {
        zh: "请求“{id}”既没有指定房间，也没有写明意向",
        en: "request \"{id}\" names neither a unit nor a wish",
        mend_zh: "由置业顾问联系客户问清意向",
        mend_en: "have the agent ask the customer"
    }
    DealIntakeTaken = 2072 Deal Warning "deal.intake_taken" {
        zh: "请求“{id}”要的房间“{unit_no}”现为“{state_zh}”，不能再选",
        en: "request \"{id}\" is for unit {unit_no}, which is {state} now",
        mend_zh: "由置业顾问推荐其他房间",
        mend_en: "have the agent offer another unit"
    }
    DealIntakeSameUnit = 2073 Deal Warning "deal.intake_same_unit" {
        zh: "请求“{id}”与更早的“{first}”要的是同一套房“{unit_no}”",
        en: "request \"{id}\" is for the unit {unit_no} as is the earlier \"{first}\"",
        mend_zh: "按提交时间先后办理",
        mend_en: "take them in the order in which they came"
    }
    DealIntakeNobody = 2074 Deal Warning "deal.intake_nobody" {
        zh: "请求“{id}”没有可分配的置业顾问",
        en: "there is no agent to give request \"{id}\" to",
        mend_zh: "提供值班表，或由经理指定",
        mend_en: "give the desk's rota, or have a manager name somebody"
    }
    DealIntakeFuture = 2075 Deal Warning "deal.intake_future" {
        zh: "请求“{id}”的提交时间 {at} 晚于现在 {now}",
        en: "request \"{id}\" was made at {at}, after now, {now}",
        mend_zh: "核对时间",
        mend_en: "check the times"
    }
    DealPermitEntryLate = 2059 Deal Warning "deal.permit_entry_late" {
        zh: "预售许可证“{permit}”{date} 核发，最迟 {due} 录入房源，迟 {days} 天，尚无一套",
        en: "the homes of the presale permit \"{permit}\" of {date} were to be entered by {due}; days late: {days}; there is none",
        mend_zh: "录入该证的房源，并写明许可证号",
        mend_en: "enter its homes, each with the number of the permit"
    }
    DealPermitReleaseLate = 2076 Deal Warning "deal.permit_release_late" {
        zh: "预售许可证“{permit}”{date} 核发，最迟 {due} 一次性公开全部准售房源，迟 {days} 天，尚有 {count} 套未放盘",
        en: "all homes of the presale permit \"{permit}\" of {date} were to be on sale by {due}; days late: {days}; not on sale: {count}",
        mend_zh: "把该证房源全部放盘，一房一价公示",
        mend_en: "put all its homes on sale, each at its published price"
    }
    DealSlipNoHold = 2094 Deal Violation "deal.slip_no_hold" {
        zh: "房间“{unit_no}”没有选房确认，不能打印房号确认单",
        en: "unit \"{unit_no}\" is held for nobody: there is nothing to confirm",
        mend_zh: "先办理选房确认",
        mend_en: "confirm the room first"
    }
    DealSlipLapsed = 2095 Deal Violation "deal.slip_lapsed" {
        zh: "房间“{unit_no}”的选房确认已于 {until} 到期",
        en: "the hold of unit \"{unit_no}\" lapsed at {until}",
        mend_zh: "重新办理选房确认",
        mend_en: "confirm the room again"
    }
    DealSlipOtherUnit = 2096 Deal Violation "deal.slip_other_unit" {
        zh: "资料是房间“{found}”的，选房确认是房间“{unit_no}”的",
        en: "the home is \"{found}\", and the hold is of unit \"{unit_no}\"",
        mend_zh: "给出同一套房的资料",
        mend_en: "give the home that is held"
    }
    DealSlipUnpriced = 2097 Deal Warning "deal.slip_unpriced" {
        zh: "房间“{unit_no}”的确认单没有价格",
        en: "the slip of unit \"{unit_no}\" has no price",
        mend_zh: "给出房源资料和表价",
        mend_en: "give the home with its list price"
    }
    DealDayFar = 2048 Deal Warning "deal.day_far" {
        zh: "“{field}”为 {day}，在 {days} 天之后",
        en: "{field} is {day}, {days} days ahead",
        mend_zh: "核对年份",
        mend_en: "check the year"
    }
    DealNoLastDay = 2049 Deal Warning "deal.no_last_day" {
        zh: "预定没有最后一日，不会到期",
        en: "the booking has no last day, and never lapses",
        mend_zh: "写明“until”",
        mend_en: "give until"
    }
}
