// What is overdue. 242x to 247x, 2592, 2594.

area! { $ overdue
    OverdueBlank = 2420 Overdue Violation "overdue.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
    OverdueTwice = 2421 Overdue Violation "overdue.twice" {
        zh: "“{name}”重复，第 {first} 项已有",
        en: "\"{name}\" is given twice; number {first} has it",
        mend_zh: "每个只给一次",
        mend_en: "give each once"
    }
    OverdueNumber = 2422 Overdue Violation "overdue.number" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    OverduePaymentEarly = 2423 Overdue Violation "overdue.payment_early" {
        zh: "应收“{claim}”在 {from} 才产生，{day} 的收款早于它",
        en: "claim \"{claim}\" arose on {from}, and a payment for it is of {day}",
        mend_zh: "核对日期；应收产生前的收款记作预收款",
        mend_en: "look at the dates; money before the claim is a prepayment"
    }
    OverduePaidAbove = 2424 Overdue Violation "overdue.paid_above" {
        zh: "应收“{claim}”多核销了 {above:yuan}",
        en: "{above:yuan} more is paid for claim \"{claim}\" than is owed",
        mend_zh: "改正核销金额；多收的记作预收款",
        mend_en: "mend the amount; what is above is a prepayment"
    }
    OverdueGivenBackAbove = 2425 Overdue Violation "overdue.given_back_above" {
        zh: "应收“{claim}”退回 {amount:yuan}，多于已收的 {paid:yuan}",
        en: "{amount:yuan} is given back of claim \"{claim}\", more than the {paid:yuan} that was paid",
        mend_zh: "改正退款的金额或日期；其余付的是违约金，另行退还",
        mend_en: "mend amount or day of what was given back; the rest was paid as late fee, and is given back apart"
    }
    OverdueReversalEarly = 2426 Overdue Violation "overdue.reversal_early" {
        zh: "红冲日期 {day} 早于收款日期 {from}",
        en: "the reversal is of {day}, before the payment of {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    OverdueClaimUnknown = 2427 Overdue Violation "overdue.claim_unknown" {
        zh: "没有应收“{claim}”",
        en: "there is no claim \"{claim}\"",
        mend_zh: "核对应收的编号",
        mend_en: "look at the id of the claim"
    }
    OverdueTiersHole = 2428 Overdue Violation "overdue.tiers_hole" {
        zh: "逾期超过 {days} 天没有利率",
        en: "there is no rate for more than {days} days overdue",
        mend_zh: "最后一档不写“up_to_days”",
        mend_en: "leave up_to_days out of the last tier"
    }
    OverdueTiersOrder = 2429 Overdue Violation "overdue.tiers_order" {
        zh: "第 {number} 档的天数没有比前一档多，或不是最后一档却没有写天数",
        en: "tier number {number} does not go on from the one before it, or has no end and is not the last",
        mend_zh: "按天数从小到大排列，只有最后一档不写“up_to_days”",
        mend_en: "put them in rising order; only the last has no up_to_days"
    }
    OverdueTiersFall = 2430 Overdue Violation "overdue.tiers_fall" {
        zh: "第 {number} 档的利率 {rate:percent} 低于前一档的 {before:percent}",
        en: "the rate of tier number {number}, {rate:percent}, is below the {before:percent} before it",
        mend_zh: "逾期越久利率不能越低；随日期改变的利率写在“changes”中",
        mend_en: "rates do not fall as it gets longer; rates that change on a day belong in changes"
    }
    OverdueChangesOrder = 2431 Overdue Violation "overdue.changes_order" {
        zh: "{day} 起的利率没有排在前一次变更之后",
        en: "the rates from {day} on do not follow those before them",
        mend_zh: "按日期从早到晚排列，一天只变更一次",
        mend_en: "put them in the order of their days, one a day"
    }
    OverdueTotalMissing = 2432 Overdue Violation "overdue.total_missing" {
        zh: "违约金以合同总价的比例封顶，但没有合同总价",
        en: "the late fee is capped by a part of the contract total, and that is not given",
        mend_zh: "在“deals”中填写该交易的“contract_total”",
        mend_en: "give contract_total of the deal in deals"
    }
    OverdueNoRates = 2433 Overdue Warning "overdue.no_rates" {
        zh: "没有违约金的利率，未计违约金",
        en: "no rate of late fees is given, and none is charged",
        mend_zh: "按合同填写“tiers”",
        mend_en: "give tiers by the contract"
    }
    OverdueNoCategories = 2434 Overdue Warning "overdue.no_categories" {
        zh: "没有一类款项计违约金",
        en: "no kind of money bears late fees",
        mend_zh: "填写“categories”，不写则为非贷款类房款和面积补差",
        mend_en: "give categories; without them it is house money but loans, and area differences"
    }
    OverdueGraceLong = 2435 Overdue Warning "overdue.grace_long" {
        zh: "宽限期为 {days} 天",
        en: "the days of grace are {days}",
        mend_zh: "核对合同",
        mend_en: "look at the contract"
    }
    OverdueWaiverUnapproved = 2436 Overdue Violation "overdue.waiver_unapproved" {
        zh: "应收“{claim}”的违约金减免 {amount:yuan}没有审批，未计",
        en: "the waiver of {amount:yuan} of the late fee of claim \"{claim}\" has no approval and is not counted",
        mend_zh: "审批通过后填写“approval”",
        mend_en: "give approval once it is approved"
    }
    OverdueWaivedAbove = 2437 Overdue Violation "overdue.waived_above" {
        zh: "应收“{claim}”减免违约金 {waived:yuan}，减免当日未付的只有 {fee:yuan}，只减这么多",
        en: "{waived:yuan} of the late fee of claim \"{claim}\" is waived; {fee:yuan} of it was unpaid on the day, and no more than that is waived",
        mend_zh: "核对减免金额",
        mend_en: "look at the waiver"
    }
    OverdueAboveLoss = 2438 Overdue Info "overdue.above_loss" {
        zh: "应收“{claim}”的违约金 {fee:yuan}超过损失 {loss:yuan}的百分之三十，法院可以减少",
        en: "the late fee {fee:yuan} of claim \"{claim}\" is more than 30 % above the loss {loss:yuan}; a court may reduce it",
        mend_zh: "仅供参考",
        mend_en: "for information only"
    }
    OverdueItemMeant = 2439 Overdue Warning "overdue.item_meant" {
        zh: "款项“{item}”不是本库的款项，按其他款项计；是否指“{meant}”？",
        en: "item \"{item}\" is none of the library's and counts as other money; did you mean \"{meant}\"?",
        mend_zh: "改正款项，或写明“category”",
        mend_en: "mend the item, or say its category"
    }
    OverdueItemUnknown = 2440 Overdue Warning "overdue.item_unknown" {
        zh: "款项“{item}”不是本库的款项，按其他款项计",
        en: "item \"{item}\" is none of the library's and counts as other money",
        mend_zh: "写明“category”",
        mend_en: "say its category"
    }
    OverdueDueEarly = 2441 Overdue Warning "overdue.due_early" {
        zh: "应付日期 {day} 早于应收产生的日期 {from}",
        en: "it is due on {day}, before it arose on {from}",
        mend_zh: "核对日期",
        mend_en: "look at the dates"
    }
    OverdueDealUnknown = 2442 Overdue Warning "overdue.deal_unknown" {
        zh: "没有交易“{deal}”的资料",
        en: "nothing is given about deal \"{deal}\"",
        mend_zh: "在“deals”中给出该交易",
        mend_en: "give the deal in deals"
    }
    OverdueDemandOfNone = 2443 Overdue Violation "overdue.demand_of_none" {
        zh: "交易“{deal}”没有应收，却有催告",
        en: "a demand is of deal \"{deal}\", which owes nothing here",
        mend_zh: "核对交易的编号",
        mend_en: "look at the id of the deal"
    }
    OverdueBucketsOverlap = 2444 Overdue Violation "overdue.buckets_overlap" {
        zh: "第 {number} 个账龄段与前一段重叠，或排在它之前",
        en: "bucket number {number} overlaps the one before it, or belongs before it",
        mend_zh: "从第 1 天起从小到大排列，每段从前一段的下一天开始",
        mend_en: "put them in rising order from day 1 on, each from the day after the one before it"
    }
    OverdueBucketsHole = 2445 Overdue Violation "overdue.buckets_hole" {
        zh: "第 {number} 个账龄段之前，第 {low} 至 {high} 天没有账龄段",
        en: "before bucket number {number} days {low} to {high} have none",
        mend_zh: "让账龄段从第 1 天起相接",
        mend_en: "let the buckets follow each other from day 1 on"
    }
    OverdueBucketEmpty = 2446 Overdue Violation "overdue.bucket_empty" {
        zh: "账龄段从第 {low} 天到第 {high} 天，是空的",
        en: "the bucket from day {low} to day {high} is empty",
        mend_zh: "改正两端",
        mend_en: "mend its ends"
    }
    OverdueColumns = 2448 Overdue Violation "overdue.columns" {
        zh: "列“{field}”有 {found:number} 行，应有 {expected:number} 行",
        en: "column \"{field}\" has {found:number} rows; there must be {expected:number}",
        mend_zh: "各列行数一致；不用的列留空",
        mend_en: "give all columns the same rows; a column that is not used is empty"
    }
    OverdueBucketsEnd = 2447 Overdue Violation "overdue.buckets_end" {
        zh: "第 {days} 天之后没有账龄段",
        en: "there is no bucket after day {days}",
        mend_zh: "最后一段不写“to_days”",
        mend_en: "leave to_days out of the last bucket"
    }
    OverdueReasonUnknown = 2449 Overdue Violation "overdue.reason_unknown" {
        zh: "没有逾期原因“{reason}”",
        en: "there is no reason \"{reason}\"",
        mend_zh: "使用“reason_classes”中的代码，不写则用预设的原因",
        mend_en: "use a code of reason_classes; without them the preset counts"
    }
    OverdueReasonKind = 2450 Overdue Violation "overdue.reason_kind" {
        zh: "逾期原因“{reason}”不用于{kind_zh}",
        en: "reason \"{reason}\" is not for this: {kind}",
        mend_zh: "换一个原因",
        mend_en: "give another reason"
    }
    OverdueReasonOfNone = 2451 Overdue Warning "overdue.reason_of_none" {
        zh: "交易“{deal}”没有{kind_zh}，原因不用",
        en: "deal \"{deal}\" has nothing of this, and the reason is not used: {kind}",
        mend_zh: "核对交易和逾期的类别",
        mend_en: "look at the deal and what is overdue"
    }
    OverdueStepsOrder = 2452 Overdue Violation "overdue.steps_order" {
        zh: "步骤“{step}”的天数 {days} 没有比前一步晚",
        en: "the days of step \"{step}\", {days}, do not come after those of the step before it",
        mend_zh: "按天数从早到晚排列，每步不同",
        mend_en: "put the steps in the order of their days, each with its own"
    }
    OverduePromiseEarly = 2453 Overdue Violation "overdue.promise_early" {
        zh: "承诺付款的日期 {day} 早于记录的日期 {from}",
        en: "it is promised for {day}, before the day of the record, {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    OverduePromiseBroken = 2454 Overdue Warning "overdue.promise_broken" {
        zh: "交易“{deal}”承诺 {on} 前付 {amount:yuan}，付了 {paid:yuan}",
        en: "deal \"{deal}\" promised {amount:yuan} until {on}, and paid {paid:yuan}",
        mend_zh: "按催款计划继续催款",
        mend_en: "go on by the plan"
    }
    OverdueNetNothing = 2455 Overdue Info "overdue.net_nothing" {
        zh: "交易“{deal}”的欠款 {owed:yuan}有预收款 {prepaid:yuan}，不催款",
        en: "deal \"{deal}\" owes {owed:yuan} and has prepaid {prepaid:yuan}: it is not reminded",
        mend_zh: "核销预收款",
        mend_en: "allocate the prepayment"
    }
    OverdueItemOfNone = 2456 Overdue Warning "overdue.item_of_none" {
        zh: "没有款项“{item}”的应收",
        en: "no claim is of item \"{item}\"",
        mend_zh: "核对款项",
        mend_en: "look at the item"
    }
    OverdueStepUnknown = 2457 Overdue Warning "overdue.step_unknown" {
        zh: "催款计划没有步骤“{step}”",
        en: "the plan has no step \"{step}\"",
        mend_zh: "核对步骤的代码",
        mend_en: "look at the code of the step"
    }
    OverdueHorizonEarly = 2458 Overdue Violation "overdue.horizon_early" {
        zh: "截至第 {number} 笔入账还没有应收，最早的是第 {first} 笔",
        en: "up to record {number} there is no claim; the first is record {first}",
        mend_zh: "改正“horizon”",
        mend_en: "mend horizon"
    }
    OverdueForecastEnd = 2459 Overdue Violation "overdue.forecast_end" {
        zh: "预测的最后一天 {to} 不在 {from} 之后",
        en: "the last day of the forecast, {to}, is not after {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    OverdueRateMissing = 2460 Overdue Violation "overdue.rate_missing" {
        zh: "没有{kind_zh}逾期 {days} 天的回款概率",
        en: "there is no probability for money {days} days overdue: {kind}",
        mend_zh: "在“rates”中补上；未逾期的不写“from_days”",
        mend_en: "add it to rates; what is not overdue has no from_days"
    }
    OverdueRateFrom = 2461 Overdue Violation "overdue.rate_from" {
        zh: "逾期天数从 1 起；未逾期的两端都不写",
        en: "days overdue begin with 1; what is not overdue has neither end",
        mend_zh: "改正“from_days”",
        mend_en: "mend from_days"
    }
    OverdueRatesOverlap = 2462 Overdue Violation "overdue.rates_overlap" {
        zh: "第 {number} 个回款概率与前面的重叠",
        en: "probability number {number} overlaps one before it",
        mend_zh: "同一类款项的天数不重叠",
        mend_en: "give the days of a kind once"
    }
    OverdueRateRises = 2463 Overdue Warning "overdue.rate_rises" {
        zh: "逾期更久的回款概率 {probability:percent} 高于较短的 {least:percent}",
        en: "the probability of the longer overdue, {probability:percent}, is above the {least:percent} of the shorter",
        mend_zh: "核对概率",
        mend_en: "look at the probabilities"
    }
    OverdueNodesOrder = 2464 Overdue Violation "overdue.nodes_order" {
        zh: "{day} 的节点没有排在前一个节点之后",
        en: "the node of {day} does not come after the one before it",
        mend_zh: "按日期从早到晚排列",
        mend_en: "put the nodes in the order of their days"
    }
    OverdueNoDay = 2465 Overdue Warning "overdue.no_day" {
        zh: "应收“{claim}”欠 {owed:yuan}，没有可以预计的日期，未列入预测",
        en: "claim \"{claim}\" owes {owed:yuan} and has no day that it could be expected on: it is not in the forecast",
        mend_zh: "填写“due”；按揭款填写“promised”，或给出签约日期和“loan_cycle_days”",
        mend_en: "give due; of a loan promised, or the signing day and loan_cycle_days"
    }
    OverdueSalesOutside = 2466 Overdue Warning "overdue.sales_outside" {
        zh: "{day} 的销售计划不在预测期内，未列入",
        en: "the planned sales of {day} are outside the forecast and not in it",
        mend_zh: "核对日期",
        mend_en: "look at the day"
    }
    OverdueDealNotKept = 2467 Overdue Warning "overdue.deal_not_kept" {
        zh: "台账里没有交易“{deal}”，所给的资料没有用上",
        en: "the ledger keeps no deal \"{deal}\", and what is given about it is not used",
        mend_zh: "核对交易的编号，或先把该交易记入台账",
        mend_en: "look at the id of the deal, or post the deal first"
    }
    OverdueItemCategory = 2468 Overdue Warning "overdue.item_category" {
        zh: "款项“{item}”是{known_zh}，所给类别为{given_zh}，按所给的计",
        en: "item \"{item}\" is {known}; the category given is {given}, and that counts",
        mend_zh: "改正类别，或换用自己的款项",
        mend_en: "mend the category, or name an item of your own"
    }
    OverduePrepaidBelow = 2469 Overdue Warning "overdue.prepaid_below" {
        zh: "“{name}”的预收款合计为 {sum:yuan}，小于 0",
        en: "prepayments of \"{name}\" come to {sum:yuan}, less than nothing",
        mend_zh: "补上先前收到的预收款，或改正金额",
        mend_en: "give what was prepaid before, or mend the amount"
    }
    OverduePromiseAbove = 2470 Overdue Warning "overdue.promise_above" {
        zh: "交易“{deal}”承诺付 {amount:yuan}，记录当日所涉应收的欠款为 {owed:yuan}",
        en: "deal \"{deal}\" promised {amount:yuan}; {owed:yuan} was owed of the claims on the day of the record",
        mend_zh: "改正承诺的金额，或补上所涉的应收",
        mend_en: "mend what was promised, or give the other claims that it is about"
    }
    OverdueAboveTotal = 2471 Overdue Warning "overdue.above_total" {
        zh: "交易“{deal}”的应收为 {amount:yuan}，超过合同总价 {total:yuan}",
        en: "{amount:yuan} is claimed of deal \"{deal}\", more than its contract total of {total:yuan}",
        mend_zh: "核对应收金额和合同总价的单位（元）",
        mend_en: "look at the amounts of the claims and at contract_total; both are yuan"
    }
    OverdueManyPeriods = 2472 Overdue Violation "overdue.many_periods" {
        zh: "预测的期数超过 {most:number}",
        en: "the forecast has more than {most:number} periods",
        mend_zh: "缩短时间，或改用更长的周期",
        mend_en: "take fewer days, or longer periods"
    }
    OverdueActualEarly = 2473 Overdue Violation "overdue.actual_early" {
        zh: "实际回款截至 {until}，早于预测日 {from}",
        en: "what came in is known up to {until}, before the day of the forecast, {from}",
        mend_zh: "改正日期；不比较时不写“actual_until”",
        mend_en: "mend the dates; leave actual_until out where nothing is compared"
    }
    OverdueSum = 2474 Overdue Violation "overdue.sum" {
        zh: "金额合计超出金额的范围",
        en: "the sum of the amounts is outside the range of money",
        mend_zh: "核对应收、收款和预收款的金额及单位（元）",
        mend_en: "look at the amounts of claims, payments and prepayments; they are yuan"
    }
    OverdueWaiverTwice = 2592 Overdue Warning "overdue.waiver_twice" {
        zh: "应收“{claim}”{day} 减免 {amount:yuan}，与第 {first} 项减免是同一批准，两项都计",
        en: "{amount:yuan} is waived of claim \"{claim}\" on {day}, as by waiver number {first} under the same approval; both count",
        mend_zh: "重复的删去；确是两次减免的，各写自己的批准",
        mend_en: "take it out if it is the same; two waivers have an approval each"
    }
    OverduePromiseBeforeAnchor = 2594 Overdue Warning "overdue.promise_before_anchor" {
        zh: "应收“{claim}”承诺 {day} 放款，早于放款节点的计划日期 {first}，按承诺的日期预计",
        en: "the loan of claim \"{claim}\" is promised for {day}, before {first}, the planned day of its pay-out anchor; the promised day counts",
        mend_zh: "核对承诺的日期和节点的计划日期",
        mend_en: "look at the promised day and at the planned day of the anchor"
    }
}
