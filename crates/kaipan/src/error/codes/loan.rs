// Loans. 65x and 66x.

area! { $ loan
    LoanAmount = 651 Payment Violation "loan.amount" {
        zh: "“{field}”为 {value:yuan}，应{rule_zh}",
        en: "{field} is {value:yuan}; it must be {rule_en}",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    LoanMonths = 652 Payment Violation "loan.months" {
        zh: "期限为 {months} 个月，应在 1 到 {limit} 之间",
        en: "the loan runs {months} months; it must be 1 to {limit}",
        mend_zh: "按月填写期限，30 年是 360",
        mend_en: "give the term in months; 30 years are 360"
    }
    LoanRate = 653 Payment Violation "loan.rate" {
        zh: "年利率为 {value}，应在 0 到 1 之间",
        en: "the annual rate is {value}; it must be 0 to 1",
        mend_zh: "3.5% 写作 0.035",
        mend_en: "write 3.5 % as 0.035"
    }
    LoanCount = 654 Payment Violation "loan.count" {
        zh: "共有 {count} 笔贷款，应在 1 到 {limit} 笔之间",
        en: "there are {count} loans; there must be 1 to {limit}",
        mend_zh: "组合贷款写两笔",
        mend_en: "a combination has two"
    }
    LoanNoRate = 655 Payment Violation "loan.no_rate" {
        zh: "{date} 没有适用于 {months} 个月的利率，最早的利率从 {first} 起",
        en: "no rate is in force on {date} for {months} months; the first row is from {first}",
        mend_zh: "改日期，补上利率行，或直接给出年利率",
        mend_en: "change the date, add a row, or give the annual rate itself"
    }
    LoanRateTwice = 656 Payment Violation "loan.rate_twice" {
        zh: "{from} 起、期限相同的利率有两行（另一行是第 {other} 行）",
        en: "two rows hold from {from} for the same term (the other is row {other})",
        mend_zh: "只保留一行",
        mend_en: "keep one of them"
    }
    LoanRateEmpty = 657 Payment Violation "loan.rate_empty" {
        zh: "利率表没有行",
        en: "the rate table has no rows",
        mend_zh: "补上利率行，或直接给出年利率",
        mend_en: "add rows, or give the annual rate itself"
    }
    LoanBulletMonths = 658 Payment Violation "loan.bullet_months" {
        zh: "到期一次还本付息的贷款为 {months} 个月，最多 {limit} 个月",
        en: "a loan repaid once at maturity runs {months} months; {limit} at most",
        mend_zh: "缩短期限，或改为等额本息、等额本金",
        mend_en: "shorten it, or choose equal_instalment or equal_principal"
    }
    LoanBulletChange = 659 Payment Violation "loan.bullet_change" {
        zh: "到期一次还本付息的贷款不能有中途变动",
        en: "a loan repaid once at maturity takes no changes",
        mend_zh: "删去变动，或改为等额本息、等额本金",
        mend_en: "leave the changes out, or choose equal_instalment or equal_principal"
    }
    LoanChangeWhen = 660 Payment Violation "loan.change_when" {
        zh: "变动要给出月份或日期，给出其一",
        en: "a change needs a month or a date, one of them",
        mend_zh: "填月份“month”或日期“date”，不要都填或都不填",
        mend_en: "give month or date, not both and not neither"
    }
    LoanChangeUndated = 661 Payment Violation "loan.change_undated" {
        zh: "变动按日期 {date}，但贷款没有首次还款日",
        en: "the change is on {date}, but the loan has no date of its first payment",
        mend_zh: "填首次还款日“first_payment”，或改用月份“month”",
        mend_en: "give first_payment, or use month"
    }
    LoanChangeOrder = 662 Payment Violation "loan.change_order" {
        zh: "第 {month} 个月的变动排在第 {before} 个月的变动之后",
        en: "a change of month {month} comes after one of month {before}",
        mend_zh: "按时间排列；同一个月内利率变动在前，还款在后",
        mend_en: "put them in order of time; within a month, rates come before repayments"
    }
    LoanChangeOutside = 663 Payment Violation "loan.change_outside" {
        zh: "变动在第 {month} 个月，最晚应在第 {last} 个月",
        en: "the change is in month {month}; the last month for it is {last}",
        mend_zh: "改月份，从 1 数起；此前的还款可能已使贷款提前结束",
        mend_en: "change its month, counted from 1; repayments before it may have ended the loan sooner"
    }
    LoanPrepayTooMuch = 664 Payment Violation "loan.prepay_too_much" {
        zh: "第 {month} 个月还款后的余额为 {balance:yuan}，部分提前还款 {amount:yuan}应小于它",
        en: "the balance after month {month} is {balance:yuan}; a part repayment must be less, not {amount:yuan}",
        mend_zh: "减少金额，或用“pay_off”全部还清",
        mend_en: "lower the amount, or use pay_off"
    }
    LoanPastCalendar = 665 Payment Violation "loan.past_calendar" {
        zh: "首次还款日 {date} 起的 {months} 个月超出 9999 年",
        en: "{months} months from {date} go past the year 9999",
        mend_zh: "检查首次还款日",
        mend_en: "check the date of the first payment"
    }
    LoanChangeCount = 666 Payment Violation "loan.change_count" {
        zh: "共有 {count} 次变动，最多 {limit} 次",
        en: "there are {count} changes; {limit} at most",
        mend_zh: "合并或删去变动",
        mend_en: "join them or leave some out"
    }
    LoanRateDate = 667 Payment Violation "loan.rate_date" {
        zh: "没有给出查利率的日期",
        en: "the day that the rate is looked up for is missing",
        mend_zh: "给出日期“date”",
        mend_en: "give the date"
    }
    LoanTermLong = 668 Payment Violation "loan.term_long" {
        zh: "{loan_zh}（{use_zh}）期限为 {months} 个月，最长 {limit} 个月：{source_zh}",
        en: "the {loan_en} for {use_en} runs {months} months; {limit} at most: {source_en}",
        mend_zh: "把期限缩短到 {limit} 个月以内；当地另有规定的，在贷款期限政策中给出",
        mend_en: "shorten it to {limit} months; where other rules hold, give rows of your own in loan_terms"
    }
    LoanTermUnusual = 669 Payment Warning "loan.term_unusual" {
        zh: "{loan_zh}（{use_zh}）期限为 {months} 个月，一般不超过 {usual:number} 个月，最长 {limit} 个月：{source_zh}",
        en: "the {loan_en} for {use_en} runs {months} months; as a rule it is {usual}, at most {limit}: {source_en}",
        mend_zh: "与贷款机构确认期限",
        mend_en: "agree on the term with the lender"
    }
    LoanNotCompleted = 670 Payment Violation "loan.not_completed" {
        zh: "{use_zh}尚未竣工，不能办理{loan_zh}：{source_zh}",
        en: "the building is not completed, so there is no {loan_en} for {use_en}: {source_en}",
        mend_zh: "竣工后再办贷款，或换一种付款方式",
        mend_en: "wait for completion, or choose another plan"
    }
    LoanCompletionUnknown = 671 Payment Info "loan.completion_unknown" {
        zh: "{use_zh}须竣工后才能办理{loan_zh}，未说明是否已竣工：{source_zh}",
        en: "a {loan_en} for {use_en} needs a completed building; whether it is completed is not given: {source_en}",
        mend_zh: "核实后填写“completed”",
        mend_en: "find out and give completed"
    }
    LoanNoTermLimit = 672 Payment Info "loan.no_term_limit" {
        zh: "没有{loan_zh}（{use_zh}）在 {day} 的最长期限，{months} 个月未作检查",
        en: "no longest term of a {loan_en} for {use_en} is known on {day}; the {months} months are not checked",
        mend_zh: "在贷款期限政策中补上一行",
        mend_en: "add a row to loan_terms"
    }
    LoanFundPurpose = 673 Payment Violation "loan.fund_purpose" {
        zh: "公积金贷款只用于自住住房，不能用于{use_zh}：住房公积金管理条例",
        en: "provident fund loans are for homes to live in, not for {use_en}: Regulation on the Administration of Housing Provident Funds",
        mend_zh: "改用商业贷款或其他付款方式",
        mend_en: "choose a commercial loan or another plan"
    }
    LoanFirstHomeRate = 674 Payment Warning "loan.first_home_rate" {
        zh: "家庭第 {count} 套住房用了首套公积金利率，第二套不低于首套的 1.1 倍",
        en: "home number {count} of the household has the fund rate of a first home; for a second home it is not below 1.1 times that",
        mend_zh: "改用“fund”或“fund_second_home”；当地按贷款次数认定的，请与公积金中心核实",
        mend_en: "use fund or fund_second_home; where the city counts loans, not homes, ask the fund"
    }
    LoanSecondHomeRate = 675 Payment Warning "loan.second_home_rate" {
        zh: "家庭首套住房用了第二套公积金利率",
        en: "the household's first home has the fund rate of a second home",
        mend_zh: "改用“fund”或“fund_first_home”；曾用过公积金贷款的，请与公积金中心核实",
        mend_en: "use fund or fund_first_home; if the household had a fund loan before, ask the fund"
    }
    LoanThirdHome = 676 Payment Warning "loan.third_home" {
        zh: "家庭第三套及以上住房一般不能办理公积金贷款（建金〔2010〕179号）",
        en: "as a rule there is no provident fund loan for a household's third home (document 179 of 2010)",
        mend_zh: "与当地公积金中心核实",
        mend_en: "ask the city's fund"
    }
    LoanPresetKind = 677 Payment Violation "loan.preset_kind" {
        zh: "{preset_zh}不是{loan_zh}的利率",
        en: "the {preset_en} is not one of a {loan_en}",
        mend_zh: "商业贷款用贷款市场报价利率，公积金贷款用公积金利率",
        mend_en: "banks lend by the loan prime rate, the fund by the fund rates"
    }
    LoanPresetTerm = 678 Payment Violation "loan.preset_term" {
        zh: "{months} 个月的贷款不能用{preset_zh}：中国人民银行公告〔2019〕第15号",
        en: "a loan of {months} months is not priced by the {preset_en}: People's Bank of China, announcement no. 15 of 2019",
        mend_zh: "改用“{instead}”，或直接给出年利率",
        mend_en: "use {instead}, or give the annual rate itself"
    }
    LoanPresetChoice = 679 Payment Info "loan.preset_choice" {
        zh: "{months} 个月的贷款按{preset_zh}计算；用哪个期限的贷款市场报价利率由合同约定",
        en: "the loan of {months} months is computed by the {preset_en}; which loan prime rate counts is for the contract to say",
        mend_zh: "与贷款机构核实",
        mend_en: "ask the lender"
    }
}
