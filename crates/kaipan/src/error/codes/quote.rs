// Quotes. 8xx.

area! { $ quote
    QuotePlanUnknown = 801 Quote Violation "quote.plan_unknown" {
        zh: "没有付款方式“{plan}”",
        en: "there is no payment plan \"{plan}\"",
        mend_zh: "可用的付款方式：{known:list}",
        mend_en: "plans that exist: {known:list}"
    }
    QuotePoliciesWindow = 802 Quote Violation "quote.policies_window" {
        zh: "日期 {date} 不在销售政策的有效期 {from}～{to} 内",
        en: "the date {date} is outside the window {from} to {to} of the sales policies",
        mend_zh: "使用当时有效的政策",
        mend_en: "use the policies in force on that day"
    }
    QuoteListMissing = 803 Quote Violation "quote.list_missing" {
        zh: "房间“{unit_no}”没有表价",
        en: "unit {unit_no} has no list price",
        mend_zh: "先定价，或在“case.list”中给出表价",
        mend_en: "price it first, or give the list price in case.list"
    }
    QuoteUnitState = 804 Quote Warning "quote.unit_state" {
        zh: "房间“{unit_no}”现在是“{state_zh}”，不是在售",
        en: "unit {unit_no} is {state:words}, not on sale",
        mend_zh: "确认可售后再报价",
        mend_en: "make sure that it may be sold"
    }
    QuotePlanTwice = 805 Quote Violation "quote.plan_twice" {
        zh: "付款方式编码“{plan}”重复",
        en: "the plan code \"{plan}\" is used twice",
        mend_zh: "使用不同的编码",
        mend_en: "use different codes"
    }
    QuoteLoanTerms = 806 Quote Info "quote.loan_terms" {
        zh: "没有“{loan}”的利率政策，不计算月供",
        en: "there are no terms for \"{loan_en}\"; its monthly payment is not computed",
        mend_zh: "在销售政策中给出贷款利率",
        mend_en: "give the loan terms in the sales policies"
    }
    QuoteAmount = 807 Quote Violation "quote.amount" {
        zh: "“{field}”为 {value:yuan}，不能小于 0",
        en: "{field} is {value:yuan}; it must not be below 0",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    QuoteNothing = 808 Quote Violation "quote.nothing" {
        zh: "没有可报价的内容",
        en: "there is nothing to quote",
        mend_zh: "检查请求",
        mend_en: "check the request"
    }
    QuoteTermAssumed = 809 Quote Info "quote.term_assumed" {
        zh: "没有给出“{loan}”的期限，按 {months} 个月计算",
        en: "the term of \"{loan_en}\" is not given; {months} months are taken",
        mend_zh: "在销售政策、付款方式或选择中给出月数",
        mend_en: "give the months in policies, plan or choice"
    }
    QuoteSigningEarly = 810 Quote Violation "quote.signing_early" {
        zh: "签约日 {signing} 早于认购日 {subscription}",
        en: "the signing date {signing} is before the subscription date {subscription}",
        mend_zh: "改正签约日或认购日",
        mend_en: "mend the signing date or the subscription date"
    }
    QuoteFirstCashUnknown = 811 Quote Warning "quote.first_cash_unknown" {
        zh: "没有签约日，“{items_zh}”是否在签约前应付不能确定，签约前需付的金额不计算",
        en: "signing has no date; whether \"{items_en}\" is due by then is not known, and the cash up to signing is not computed",
        mend_zh: "给出约定签约日",
        mend_en: "give the agreed signing date"
    }
    QuotePresentUndated = 812 Quote Info "quote.present_undated" {
        zh: "“{items_zh}”还没有日期，在折现成本中按全额计入",
        en: "\"{items_en}\" has no date yet and counts in full in the present cost",
        mend_zh: "给出它们所依据的日期后再比较",
        mend_en: "give the dates that they hang on, then compare"
    }
    QuoteChoiceTwice = 813 Quote Warning "quote.choice_twice" {
        zh: "第 {value} 个方案与第 {first} 个相同，并排比较没有意义",
        en: "choice {value} is the same as choice {first}; comparing them says nothing",
        mend_zh: "去掉一个，或改变付款方式、折扣、贷款",
        mend_en: "leave one out, or change its plan, discounts or loans"
    }
    QuoteExpired = 820 Quote Warning "quote.expired" {
        zh: "报价有效期至 {until}，今天是 {today}",
        en: "the quote held until {until}; today is {today}",
        mend_zh: "按现行政策重新报价",
        mend_en: "make a new quote"
    }
    QuoteChanged = 821 Quote Warning "quote.changed" {
        zh: "按现行政策重算，{count} 项数字不同",
        en: "under the policies of today {count} figures are different",
        mend_zh: "与客户确认新的报价",
        mend_en: "agree on the new figures with the buyer"
    }
    QuoteOther = 822 Quote Violation "quote.other" {
        zh: "报价与请求的{what_zh}不同：“{before}”，“{after}”",
        en: "quote and request are about different things ({what}): \"{before}\", \"{after}\"",
        mend_zh: "使用同一房间和付款方式的请求",
        mend_en: "give the request for the same unit and plan"
    }
    QuoteChoices = 830 Quote Violation "quote.choices" {
        zh: "比较 {count} 个方案，应为 1 到 {limit} 个",
        en: "{count} choices are given; 1 to {limit} can be compared",
        mend_zh: "增减方案",
        mend_en: "give more, or fewer"
    }
    QuoteAnnualRate = 831 Quote Violation "quote.annual_rate" {
        zh: "年利率 {value} 应在 0 与 1 之间",
        en: "the annual rate {value} must be from 0 to 1",
        mend_zh: "写成比率，如 0.03",
        mend_en: "write it as a ratio, such as 0.03"
    }
}
