// What is overdue, of what is given beside claims: accounts, demands, records, day counts. 2740 to 2763.

area! { $ overdue_beside
    OverdueCollectsTwice = 2740 Overdue Warning "overdue.collects_twice" {
        zh: "第 {first} 个账户“{other}”已收房款，账户“{name}”不再计入预计回款",
        en: "account number {first}, \"{other}\", collects house money already; none of it is expected in account \"{name}\"",
        mend_zh: "只在一个账户写“collects”",
        mend_en: "say collects of one account alone"
    }
    OverduePastCalendar = 2741 Overdue Violation "overdue.past_calendar" {
        zh: "“{field}”为 {value:number}，从 {from} 算起超出日历",
        en: "\"{field}\" is {value:number}; from {from} on that leads out of the calendar",
        mend_zh: "写天数或月数，不是日期",
        mend_en: "give a number of days or months, not a date"
    }
    OverdueDaysNever = 2742 Overdue Warning "overdue.days_never" {
        zh: "“{field}”为 {value:number}，超过一百年，不会到",
        en: "\"{field}\" is {value:number}, more than a hundred years: it is never reached",
        mend_zh: "核对天数或月数",
        mend_en: "look at the number of days or months"
    }
    OverdueTotalUnknown = 2743 Overdue Warning "overdue.total_unknown" {
        zh: "交易“{deal}”有催告而没有合同总价，未按民法典第六百三十四条判断",
        en: "a demand reached the buyer of deal \"{deal}\", whose contract total is not given: one fifth of it cannot be checked (Civil Code Art. 634)",
        mend_zh: "在“deals”中填写“contract_total”",
        mend_en: "give contract_total in deals"
    }
    OverdueAgentOfNone = 2744 Overdue Warning "overdue.agent_of_none" {
        zh: "没有置业顾问“{agent}”的交易和任务",
        en: "no deal and no task is of agent \"{agent}\"",
        mend_zh: "核对姓名",
        mend_en: "look at the name"
    }
    OverdueNotSigned = 2745 Overdue Info "overdue.not_signed" {
        zh: "交易“{deal}”已认购未签约，合同约定的解除权不适用",
        en: "deal \"{deal}\" is subscribed and not signed: no right to end it by the contract is given",
        mend_zh: "已签约的填写“signed_on”",
        mend_en: "give signed_on if it is signed"
    }
    OverdueDemandOfNothing = 2746 Overdue Warning "overdue.demand_of_nothing" {
        zh: "交易“{deal}”在催告日 {day} 没有逾期的款项，该催告不起作用",
        en: "nothing of deal \"{deal}\" was overdue on {day}, the day of the demand, which demands nothing",
        mend_zh: "核对催告的日期",
        mend_en: "look at the day of the demand"
    }
    OverdueFeeAboveClaim = 2747 Overdue Warning "overdue.fee_above_claim" {
        zh: "应收“{claim}”的违约金 {fee:yuan}超过应收金额 {amount:yuan}",
        en: "the late fee {fee:yuan} of claim \"{claim}\" is above the claim itself, {amount:yuan}",
        mend_zh: "核对日期和利率；可在“caps”中约定上限",
        mend_en: "look at the dates and rates; caps are where a limit is agreed"
    }
    OverdueCustomerPrepaid = 2748 Overdue Warning "overdue.customer_prepaid" {
        zh: "客户“{customer}”有未归入交易的预收款 {sum:yuan}，交易“{deal}”催款时没有抵减",
        en: "customer \"{customer}\" has prepaid {sum:yuan} without a deal; it is not set off where deal \"{deal}\" is reminded",
        mend_zh: "属于该交易的，填写“deal”",
        mend_en: "give deal if it belongs to that one"
    }
    OverduePostedTwice = 2749 Overdue Warning "overdue.posted_twice" {
        zh: "应收“{claim}”{day} 结转违约金 {amount:yuan}，与第 {first} 项相同，两项都计",
        en: "{amount:yuan} of late fee of claim \"{claim}\" is posted on {day}, as in number {first}; both count",
        mend_zh: "重复的删去",
        mend_en: "take it out if it is the same"
    }
    OverduePostedBelow = 2750 Overdue Warning "overdue.posted_below" {
        zh: "应收“{claim}”已结转的违约金合计为 {sum:yuan}，小于 0",
        en: "what is posted of the late fee of claim \"{claim}\" comes to {sum:yuan}, less than nothing",
        mend_zh: "补上先前结转的，或改正金额",
        mend_en: "give what was posted before, or mend the amount"
    }
    OverdueSalesNothing = 2751 Overdue Warning "overdue.sales_nothing" {
        zh: "{day} 的销售计划没有首付款：{units:number} 套，首付比例 {share:percent}",
        en: "the planned sales of {day} bring nothing: units {units:number}, first payment share {share:percent}",
        mend_zh: "填写套数、套均总价和首付比例",
        mend_en: "give units, average_total and first_payment_share"
    }
    OverdueByTwice = 2752 Overdue Warning "overdue.by_twice" {
        zh: "第 {number} 张表与第 {first} 张相同",
        en: "table number {number} is the same as number {first}",
        mend_zh: "每张只要一次",
        mend_en: "ask for each once"
    }
    OverdueDealLater = 2753 Overdue Warning "overdue.deal_later" {
        zh: "交易“{deal}”的日期 {day} 晚于查看日期 {today}",
        en: "deal \"{deal}\" has the day {day}, after {today}, the day looked at",
        mend_zh: "核对认购和签约日期",
        mend_en: "look at the days of subscription and signing"
    }
    OverduePrepaidCustomer = 2754 Overdue Warning "overdue.prepaid_customer" {
        zh: "预收款写的客户“{given}”不是交易“{deal}”的客户“{customer}”，按交易计",
        en: "the prepayment names customer \"{given}\", and the customer of deal \"{deal}\" is \"{customer}\"; the deal counts",
        mend_zh: "核对客户或交易",
        mend_en: "look at the customer and the deal"
    }
    OverdueRecordEmpty = 2755 Overdue Warning "overdue.record_empty" {
        zh: "交易“{deal}”{day} 的催款记录没有应收，不起作用",
        en: "the record of deal \"{deal}\" of {day} is about no claim, and does nothing",
        mend_zh: "填写“claims”",
        mend_en: "give claims"
    }
    OverdueRecordTwice = 2756 Overdue Warning "overdue.record_twice" {
        zh: "交易“{deal}”{day} 的催款记录与第 {first} 项相同",
        en: "the record of deal \"{deal}\" of {day} is the same as number {first}",
        mend_zh: "重复的删去",
        mend_en: "take it out if it is the same"
    }
    OverduePromiseMissing = 2757 Overdue Warning "overdue.promise_missing" {
        zh: "交易“{deal}”{day} 的结果是承诺付款，但没有写承诺",
        en: "the result of {day} for deal \"{deal}\" is a promise, and none is given",
        mend_zh: "填写“promise”，或改正“result”",
        mend_en: "give promise, or mend result"
    }
    OverduePromiseResult = 2758 Overdue Warning "overdue.promise_result" {
        zh: "交易“{deal}”{day} 有付款的承诺，结果却不是承诺付款，承诺照计",
        en: "deal \"{deal}\" promised to pay on {day}, and the result is another; the promise counts",
        mend_zh: "“result”改为“promised”，或删去承诺",
        mend_en: "say promised as result, or take the promise out"
    }
    OverduePromiseFar = 2759 Overdue Warning "overdue.promise_far" {
        zh: "交易“{deal}”承诺 {on} 付款，在记录之后 {days:number} 天",
        en: "deal \"{deal}\" promised to pay by {on}, {days:number} days after the record",
        mend_zh: "核对日期",
        mend_en: "look at the day"
    }
    OverduePromisePart = 2760 Overdue Info "overdue.promise_part" {
        zh: "交易“{deal}”承诺付 {amount:yuan}，记录当日逾期的有 {owed:yuan}",
        en: "deal \"{deal}\" promised {amount:yuan}; {owed:yuan} was overdue on the day of the record",
        mend_zh: "其余的继续催款",
        mend_en: "go on with the rest"
    }
    OverdueRecordOld = 2761 Overdue Warning "overdue.record_old" {
        zh: "应收“{claim}”的欠款从 {from} 起算，{day} 的催款记录早于它，不计",
        en: "what is owed of claim \"{claim}\" counts from {from} on; the record of {day} is older and does not count",
        mend_zh: "核对日期",
        mend_en: "look at the dates"
    }
    OverdueFeeBesideFee = 2763 Overdue Warning "overdue.fee_beside_fee" {
        zh: "交易“{deal}”已有违约金的应收“{claim}”，又没有给出已结转的违约金，函中的违约金 {fee:yuan}可能重复",
        en: "deal \"{deal}\" owes late fees by claim \"{claim}\" already, and none is said to be posted: the late fee {fee:yuan} of its letter may be asked for twice",
        mend_zh: "在“posted”中写明它属于哪笔应收",
        mend_en: "say in posted of which claim it is"
    }
    OverdueBucketsFrom = 2762 Overdue Violation "overdue.buckets_from" {
        zh: "账龄段从第 0 天开始，逾期天数从 1 起",
        en: "a bucket begins with day 0; days overdue begin with 1",
        mend_zh: "第一段写成从 1 开始；未到期的另有一列",
        mend_en: "let the first begin with 1; what is not due has a column of its own"
    }
}
