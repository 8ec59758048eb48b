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
}
