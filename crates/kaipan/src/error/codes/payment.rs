// Payment plans and schedules. 60x to 64x.

area! { $ payment
    PaymentAmount = 601 Payment Violation "payment.amount" {
        zh: "“{field}”为 {value:yuan}，应{rule_zh}",
        en: "{field} is {value:yuan}; it must be {rule_en}",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    PaymentPlanDisabled = 602 Payment Violation "payment.plan_disabled" {
        zh: "付款方式“{name}”已停用",
        en: "payment plan \"{name_en}\" is switched off",
        mend_zh: "启用该付款方式，或换一种",
        mend_en: "switch it on, or choose another plan"
    }
    PaymentPlanNotValid = 603 Payment Violation "payment.plan_not_valid" {
        zh: "付款方式“{name}”在 {day} 不可用，有效期{window_zh}",
        en: "payment plan \"{name_en}\" is not offered on {day}, only {window_en}",
        mend_zh: "换一种付款方式，或改有效期",
        mend_en: "choose another plan, or change its dates"
    }
    PaymentDayMissing = 604 Payment Violation "payment.day_missing" {
        zh: "没有给出日期，无法检查{field_zh}",
        en: "{field_en} cannot be checked without a day",
        mend_zh: "填写日期“as_of”，或认购日期“dates.subscription”",
        mend_en: "give as_of, or the subscription date in dates.subscription"
    }
    PaymentProject = 605 Payment Violation "payment.project" {
        zh: "付款方式“{name}”不适用于项目“{project}”",
        en: "payment plan \"{name_en}\" is not offered in project \"{project}\"",
        mend_zh: "适用的项目：{known:list}",
        mend_en: "projects it is offered in: {known:list}"
    }
    PaymentRatio = 606 Payment Violation "payment.ratio" {
        zh: "“{field}”为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "三成写作 0.3",
        mend_en: "write thirty percent as 0.3"
    }
    PaymentRatioSum = 607 Payment Violation "payment.ratio_sum" {
        zh: "各期与贷款的比例合计 {sum}，超过 1",
        en: "the shares of lines and loans add up to {sum}, more than 1",
        mend_zh: "调低其中的比例，或把一期改为余款",
        mend_en: "lower one of them, or let one line take the remainder"
    }
    PaymentRemainderMissing = 608 Payment Violation "payment.remainder_missing" {
        zh: "没有一期收余款，而{reason_zh}",
        en: "no line takes the remainder, but {reason_en}",
        mend_zh: "把一期自付房款的金额改为余款“remainder”",
        mend_en: "give one line of own funds the amount kind remainder"
    }
    PaymentRemainderTwice = 609 Payment Violation "payment.remainder_twice" {
        zh: "第 {first} 期已收余款",
        en: "line {first} already takes the remainder",
        mend_zh: "只留一期收余款",
        mend_en: "let one line take the remainder"
    }
    PaymentDeductDeposit = 610 Payment Violation "payment.deduct_deposit" {
        zh: "定金不能在此抵扣：{reason_zh}",
        en: "the deposit cannot be taken off here: {reason_en}",
        mend_zh: "只在一期自付房款上标记“deduct_deposit”",
        mend_en: "mark one line of own funds with deduct_deposit"
    }
    PaymentLoanRule = 611 Payment Violation "payment.loan_rule" {
        zh: "有{loan_zh}的一期，但付款方式没有“{field}”",
        en: "there is a line for the {loan_en}, but the plan has no {field}",
        mend_zh: "补上“{field}”，或删去该期",
        mend_en: "add {field}, or remove the line"
    }
    PaymentLoanLine = 612 Payment Violation "payment.loan_line" {
        zh: "付款方式有“{field}”，但没有{loan_zh}的一期",
        en: "the plan has {field}, but no line for the {loan_en}",
        mend_zh: "补上该期，或删去“{field}”",
        mend_en: "add the line, or remove {field}"
    }
    PaymentLoanTwice = 613 Payment Violation "payment.loan_twice" {
        zh: "第 {first} 期已是{loan_zh}",
        en: "line {first} is the {loan_en} already",
        mend_zh: "每种贷款只留一期",
        mend_en: "keep one line a loan"
    }
    PaymentMethod = 614 Payment Violation "payment.method" {
        zh: "付款类别为“{method_zh}”，{rule_zh}",
        en: "the method is {method:words}: {rule_en}",
        mend_zh: "改类别，或改贷款",
        mend_en: "change the method or the loans"
    }
    PaymentLoanLimit = 615 Payment Violation "payment.loan_limit" {
        zh: "贷款比例合计 {sum}，超过最高贷款比例“max_loan_ratio”的 {limit}",
        en: "the loan shares add up to {sum}, more than max_loan_ratio {limit}",
        mend_zh: "调低贷款比例，或调高上限",
        mend_en: "lower the shares, or raise the limit"
    }
    PaymentLoanBoth = 616 Payment Violation "payment.loan_both" {
        zh: "贷款同时给了比例 {ratio:percent} 和金额 {fixed:yuan}",
        en: "the loan has both a share {ratio:percent} and an amount {fixed:yuan}",
        mend_zh: "只留一个；上限用“cap”",
        mend_en: "keep one of them; for an upper limit use cap"
    }
    PaymentLoanUnknown = 617 Payment Violation "payment.loan_unknown" {
        zh: "无法得出{loan_zh}金额：没有比例、金额、最高贷款比例“max_loan_ratio”，也没有申请金额",
        en: "nothing says how much the {loan_en} is: no share, amount, max_loan_ratio or amount applied for",
        mend_zh: "在付款方式中给出其一，或在请求中给“{field}”",
        mend_en: "give one of them in the plan, or {field} in the request"
    }
    PaymentLoanAbsent = 618 Payment Violation "payment.loan_absent" {
        zh: "付款方式“{name}”没有{loan_zh}",
        en: "payment plan \"{name_en}\" has no {loan_en}",
        mend_zh: "删去“{field}”，或换一种付款方式",
        mend_en: "leave out {field}, or choose another plan"
    }
    PaymentLoanAbove = 619 Payment Violation "payment.loan_above" {
        zh: "申请的{loan_zh} {value:yuan}超过可贷金额，最多 {most:yuan}",
        en: "{value:yuan} is more than the {loan_en} can be; at most {most:yuan}",
        mend_zh: "减少申请金额，最多 {most:yuan}",
        mend_en: "apply for {most:yuan} at most"
    }
    PaymentMonths = 620 Payment Violation "payment.months" {
        zh: "贷款期数 {value} 不在 1 到 {most} 个月之间",
        en: "a loan cannot run {value} months: 1 to {most} are possible",
        mend_zh: "填写月数，30 年为 360",
        mend_en: "give months: 360 for 30 years"
    }
    PaymentFeeMissing = 621 Payment Violation "payment.fee_missing" {
        zh: "没有给出费用“{name}”的金额",
        en: "the amount of fee \"{name_en}\" is not given",
        mend_zh: "在“fees”中给出“{item}”，没有就填 0",
        mend_en: "give \"{item}\" in fees, 0 if there is none"
    }
    PaymentFeeTwice = 622 Payment Violation "payment.fee_twice" {
        zh: "费用“{item}”出现了两次",
        en: "fee \"{item}\" is there twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentDepositAbove = 623 Payment Violation "payment.deposit_above" {
        zh: "定金 {value:yuan}超过自付房款 {most:yuan}",
        en: "the deposit {value:yuan} is more than the own funds {most:yuan} it is part of",
        mend_zh: "降低定金，或设为不计入房价",
        mend_en: "lower it, or keep it outside the price"
    }
    PaymentAboveTotal = 624 Payment Violation "payment.above_total" {
        zh: "各期与贷款合计 {sum:yuan}，超过总价 {total:yuan}",
        en: "lines and loans come to {sum:yuan}, more than the total {total:yuan}",
        mend_zh: "调低固定金额或贷款",
        mend_en: "lower fixed amounts or loans"
    }
    PaymentNodeTwice = 625 Payment Violation "payment.node_twice" {
        zh: "工程节点“{node}”给了两次日期",
        en: "construction node \"{node}\" is dated twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentWorkingDay = 626 Payment Violation "payment.working_day" {
        zh: "{day} 既是休息日又是工作日",
        en: "{day} is both a day off and a working day",
        mend_zh: "从其中一处删去",
        mend_en: "remove it from one of the lists"
    }
    PaymentDueDate = 627 Payment Violation "payment.due_date" {
        zh: "{date} 加 {months} 个月 {days} 天超出日历范围",
        en: "{date} and {months} months, {days} days is outside the calendar",
        mend_zh: "检查月数和天数",
        mend_en: "check months and days"
    }
    PaymentHomeCount = 628 Payment Violation "payment.home_count" {
        zh: "套数应从 1 起",
        en: "homes are counted from 1",
        mend_zh: "首套填 1",
        mend_en: "give 1 for the first home"
    }
    PaymentPolicyTwice = 629 Payment Violation "payment.policy_twice" {
        zh: "同一天（{from}）同一套数的首付比例给了两次",
        en: "the least down payment from {from} on is given twice for the same home",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentDepositLimitTwice = 630 Payment Violation "payment.deposit_limit_twice" {
        zh: "同一天（{from}）的定金上限给了两次",
        en: "the largest deposit from {from} on is given twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentFundHomeAssumed = 631 Payment Info "payment.fund_home_assumed" {
        zh: "未说明家庭住房套数，公积金利率按首套计算",
        en: "the home of the household is not given; the fund rate is that of a first home",
        mend_zh: "核实后填写“home_count”",
        mend_en: "find out and give home_count"
    }
    PaymentDownPaymentPurpose = 632 Payment Warning "payment.down_payment_purpose" {
        zh: "全国最低首付比例针对住房，这里是{use_zh}，未作检查",
        en: "the national least down payment is that of homes; this is {use_en}, so nothing is checked",
        mend_zh: "在“min_down_payment”中给出适用的比例",
        mend_en: "give the share that holds in min_down_payment"
    }
    PaymentLoanTermRow = 633 Payment Violation "payment.loan_term_row" {
        zh: "期限为 {value} 个月，应{rule_zh}",
        en: "the term is {value} months; it must be {rule_en}",
        mend_zh: "按月填写期限，30 年是 360",
        mend_en: "give the term in months; 30 years are 360"
    }
    PaymentLoanTermTwice = 634 Payment Violation "payment.loan_term_twice" {
        zh: "同一天、同类贷款、同一用途的期限给了两次（另一行是第 {other} 行）",
        en: "two rows hold from the same day for the same lender and use (the other is row {other})",
        mend_zh: "只保留一行",
        mend_en: "keep one of them"
    }
    PaymentDepositLimitEmpty = 635 Payment Violation "payment.deposit_limit_empty" {
        zh: "定金上限既没有比例也没有金额",
        en: "the limit of deposits has neither a share nor an amount",
        mend_zh: "填写“ratio”或“amount”，或两者都填",
        mend_en: "give ratio or amount, or both"
    }
    PaymentDepositAboveAmount = 636 Payment Warning "payment.deposit_above_amount" {
        zh: "定金 {deposit:yuan}超过上限 {most:yuan}：{source_zh:source}",
        en: "the deposit of {deposit:yuan} is above the limit of {most:yuan}: {source_en:source}",
        mend_zh: "把定金降到 {most:yuan}以内",
        mend_en: "lower the deposit to {most:yuan}"
    }
    PaymentBorrowerAssumed = 637 Payment Info "payment.borrower_assumed" {
        zh: "未说明是否夫妻双方借款，贷款上限按单人计算",
        en: "whether a couple borrows is not given; the cap is that of one borrower",
        mend_zh: "核实后填写“couple”",
        mend_en: "find out and give couple"
    }
    PaymentCapTwice = 638 Payment Violation "payment.cap_twice" {
        zh: "编码“{code}”重复，另一个是第 {first} 个",
        en: "the code \"{code}\" is used twice; the other is number {first}",
        mend_zh: "使用不同的编码，或不同的生效日期",
        mend_en: "use different codes, or different first days"
    }
    PaymentCapFactMissing = 639 Payment Warning "payment.cap_fact_missing" {
        zh: "没有计算贷款上限“{name}”：未给出公积金账户余额",
        en: "the cap {name_en} is not computed: the balance with the fund is not known",
        mend_zh: "补上“fund_balance”后重算",
        mend_en: "give fund_balance and compute again"
    }
    PaymentDepositHigh = 641 Payment Warning "payment.deposit_high" {
        zh: "定金 {deposit:yuan}超过总价的 {limit:percent}（即 {most:yuan}）：{source_zh:source}",
        en: "the deposit {deposit:yuan} is above {limit:percent} of the total, which is {most:yuan}: {source_en:source}",
        mend_zh: "把定金降到 {most:yuan}以内",
        mend_en: "lower the deposit to {most:yuan}"
    }
    PaymentDownPaymentLow = 642 Payment Violation "payment.down_payment_low" {
        zh: "自付 {own:yuan}，占总价 {own_ratio:percent}，低于最低首付比例 {least_ratio:percent}（即 {least:yuan}）",
        en: "own funds {own:yuan}, {own_ratio:percent} of the total, are below the least down payment of {least_ratio:percent}, which is {least:yuan}",
        mend_zh: "减少贷款，或换一种付款方式",
        mend_en: "lower the loans, or choose another plan"
    }
    PaymentNoPolicy = 643 Payment Warning "payment.no_policy" {
        zh: "没有 {day} 有效的最低首付比例",
        en: "there is no least down payment for {day}",
        mend_zh: "补上当日有效的一行",
        mend_en: "add a row that is in force on that day"
    }
    PaymentFeeUnused = 644 Payment Warning "payment.fee_unused" {
        zh: "付款方式没有费用“{item}”，其金额 {amount:yuan}未计入",
        en: "the plan has no line for fee \"{item}\"; its amount {amount:yuan} is left out",
        mend_zh: "在付款方式中加一期，或删去该费用",
        mend_en: "add a line to the plan, or leave the fee out"
    }
    PaymentSurplus = 645 Payment Warning "payment.surplus" {
        zh: "多收 {surplus:yuan}，其中贷款 {loans:yuan}",
        en: "{surplus:yuan} was received beyond the new schedule, {loans:yuan} of it from loans",
        mend_zh: "自付部分退款或转预收，贷款部分退回贷款机构",
        mend_en: "refund or keep as prepayment what the buyer paid; what was lent goes back to the lender"
    }
    PaymentLoanNothing = 646 Payment Warning "payment.loan_nothing" {
        zh: "{loan_zh}取整到 {place:yuan}后为 0",
        en: "the {loan_en} comes to 0 when rounded down to {place:yuan}",
        mend_zh: "调小取整位，或换一种付款方式",
        mend_en: "choose a finer place, or another plan"
    }
    PaymentHomeAssumed = 647 Payment Info "payment.home_assumed" {
        zh: "未说明家庭住房套数，最低首付按首套计算",
        en: "the home of the household is not given; the least down payment is that of a first home",
        mend_zh: "核实后填写“home_count”",
        mend_en: "find out and give home_count"
    }
    PaymentLoanCut = 648 Payment Warning "payment.loan_cut" {
        zh: "申请的{loan_zh} {value:yuan}超过可贷金额，按 {lent:yuan}计算",
        en: "the {loan_en} of {value:yuan} applied for is more than it can be; {lent:yuan} is lent",
        mend_zh: "按 {lent:yuan}申请，或换一种付款方式",
        mend_en: "apply for {lent:yuan}, or choose another plan"
    }
    PaymentNoDepositLimit = 649 Payment Warning "payment.no_deposit_limit" {
        zh: "没有 {day} 有效的定金上限",
        en: "there is no limit of deposits for {day}",
        mend_zh: "补上当日有效的一行",
        mend_en: "add a row that is in force on that day"
    }
}
