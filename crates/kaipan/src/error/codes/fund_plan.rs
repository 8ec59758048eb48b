// Fund plans. 2407 to 2419, 2475.

area! { $ fund_plan
    FundPlanNoLine = 2407 FundPlan Violation "fund_plan.no_line" {
        zh: "付款“{payment}”没有资金计划",
        en: "payment \"{payment}\" has no line of the fund plan",
        mend_zh: "先报当日计划，批准后付款",
        mend_en: "report a line for the day, and pay once it is approved"
    }
    FundPlanUnknownLine = 2408 FundPlan Violation "fund_plan.unknown_line" {
        zh: "资金计划没有“{line}”这一行",
        en: "the fund plan has no line \"{line}\"",
        mend_zh: "核对行号",
        mend_en: "look at the line"
    }
    FundPlanOtherDay = 2409 FundPlan Violation "fund_plan.other_day" {
        zh: "计划“{line}”是 {day} 的，付款在 {date}；当日未付的额度自动取消",
        en: "line \"{line}\" is of {day}, the payment of {date}; what is not paid on its day lapses",
        mend_zh: "为付款当日另报计划",
        mend_en: "report another line for the day of the payment"
    }
    FundPlanNotApproved = 2410 FundPlan Violation "fund_plan.not_approved" {
        zh: "{what_zh}“{name}”尚未批准",
        en: "{what} \"{name}\" is not approved",
        mend_zh: "批准后再办理",
        mend_en: "have it approved first"
    }
    FundPlanDiffers = 2411 FundPlan Violation "fund_plan.differs" {
        zh: "付款的“{field}”与计划“{line}”不同",
        en: "{field} of the payment is not that of line \"{line}\"",
        mend_zh: "按计划付款，或另报计划",
        mend_en: "pay as planned, or report another line"
    }
    FundPlanExceeds = 2412 FundPlan Violation "fund_plan.exceeds" {
        zh: "计划“{line}”剩余 {left:yuan}，不能付 {amount:yuan}",
        en: "line \"{line}\" has {left:yuan} left, not {amount:yuan}",
        mend_zh: "减少金额，或另报计划",
        mend_en: "pay less, or report another line"
    }
    FundPlanKeyReused = 2413 FundPlan Violation "fund_plan.key_reused" {
        zh: "付款“{payment}”已经办理，内容不同",
        en: "payment \"{payment}\" was made already, with other content",
        mend_zh: "另一笔付款用另一个键",
        mend_en: "give another payment another key"
    }
    FundPlanOverMonth = 2414 FundPlan Violation "fund_plan.over_month" {
        zh: "{purpose_zh}日计划合计 {sum:yuan}，超过月计划的 {most:yuan}",
        en: "days come to {sum:yuan} for {purpose:words}, more than the {most:yuan} of the month",
        mend_zh: "减少日计划，或调整月计划",
        mend_en: "plan less for the days, or change the plan of the month"
    }
    FundPlanReportedLate = 2415 FundPlan Violation "fund_plan.reported_late" {
        zh: "计划“{line}”是 {day} 的，{on} 才上报，应提前 {days} 天",
        en: "line \"{line}\" is of {day} and was reported on {on}; days ahead that are needed: {days}",
        mend_zh: "提前上报",
        mend_en: "report it earlier"
    }
    FundPlanFigure = 2416 FundPlan Violation "fund_plan.figure" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    FundPlanRepeated = 2417 FundPlan Violation "fund_plan.repeated" {
        zh: "“{name}”给出了两次",
        en: "\"{name}\" is given twice",
        mend_zh: "只写一次",
        mend_en: "give it once"
    }
    FundPlanMonthSum = 2418 FundPlan Violation "fund_plan.month_sum" {
        zh: "月计划为 {amount:yuan}，各用途合计 {sum:yuan}",
        en: "the plan of the month is {amount:yuan}; its purposes come to {sum:yuan}",
        mend_zh: "改正其中之一",
        mend_en: "mend one of them"
    }
    FundPlanOtherMonth = 2419 FundPlan Violation "fund_plan.other_month" {
        zh: "日期 {day} 不在 {month} 这个月",
        en: "{day} is not in the month {month}",
        mend_zh: "放进该月的计划",
        mend_en: "put it into the plan of its month"
    }
    FundPlanMonthSpent = 2475 FundPlan Violation "fund_plan.month_spent" {
        zh: "本月计划（{purpose_zh}）为 {most:yuan}，已付 {paid:yuan}，不能再付 {amount:yuan}",
        en: "the month has {most:yuan} for {purpose}; {paid:yuan} was paid, and {amount:yuan} more goes above it",
        mend_zh: "减少金额，或调整月计划",
        mend_en: "pay less, or change the plan of the month"
    }
}
