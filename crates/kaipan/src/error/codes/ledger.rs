// The ledger: what is receivable and what pays it. 230x to 233x.

area! { $ ledger
    LedgerBroken = 2300 Ledger Violation "ledger.broken" {
        zh: "台账内部数据不一致",
        en: "the rows of the ledger do not fit together",
        mend_zh: "从已保存的分录重建台账，并报告这一错误",
        mend_en: "make the ledger anew from the postings that were kept, and report this"
    }
    LedgerBlank = 2301 Ledger Violation "ledger.blank" {
        zh: "“{field}”是空的",
        en: "{field} is blank",
        mend_zh: "填写它",
        mend_en: "fill it in"
    }
    LedgerUnbalanced = 2302 Ledger Violation "ledger.unbalanced" {
        zh: "分录不平，相差 {amount:yuan}",
        en: "the legs do not come to zero; they are {amount:yuan} apart",
        mend_zh: "改正分录，使借贷相等",
        mend_en: "mend the legs so that they come to zero"
    }
    LedgerKeyReused = 2303 Ledger Violation "ledger.key_reused" {
        zh: "命令号“{key}”已用于另一笔",
        en: "key \"{key}\" was used for something else",
        mend_zh: "每笔用自己的号；重发时内容不变",
        mend_en: "give every command a key of its own, and repeat it unchanged"
    }
    LedgerCurrency = 2304 Ledger Violation "ledger.currency" {
        zh: "币种为“{currency}”，台账只记人民币",
        en: "the currency is \"{currency}\"; the ledger takes CNY and nothing else",
        mend_zh: "换算为人民币后再记",
        mend_en: "record it in yuan"
    }
    LedgerDateAhead = 2305 Ledger Violation "ledger.date_ahead" {
        zh: "日期 {date} 晚于今天 {today}",
        en: "the date, {date}, is after today, {today}",
        mend_zh: "改正日期",
        mend_en: "mend the date"
    }
    LedgerPeriodClosed = 2306 Ledger Violation "ledger.period_closed" {
        zh: "{date} 所在期间已关账（关至 {until}）",
        en: "{date} lies in a period that is closed, through {until}",
        mend_zh: "用关账之后的日期；更正用红冲",
        mend_en: "use a date after it; correct by a reversal"
    }
    LedgerClosedAlready = 2307 Ledger Violation "ledger.closed_already" {
        zh: "已关账至 {until}",
        en: "the ledger is closed through {until} already",
        mend_zh: "关账日期应晚于它",
        mend_en: "close a later day"
    }
    LedgerDealUnknown = 2308 Ledger Violation "ledger.deal_unknown" {
        zh: "台账里没有交易“{deal}”",
        en: "the ledger has no deal \"{deal}\"",
        mend_zh: "先建立交易台账，或检查交易号",
        mend_en: "open the deal first, or check its id"
    }
    LedgerDealTwice = 2309 Ledger Violation "ledger.deal_twice" {
        zh: "交易“{deal}”已建立台账",
        en: "deal \"{deal}\" is kept already",
        mend_zh: "不要重复建立",
        mend_en: "do not open it again"
    }
    LedgerDealEnded = 2310 Ledger Violation "ledger.deal_ended" {
        zh: "交易“{deal}”已终止",
        en: "deal \"{deal}\" has ended",
        mend_zh: "终止的交易只收费用和退款",
        mend_en: "an ended deal takes charges and pays refunds; use the deal that goes on"
    }
    LedgerHappenedAlready = 2311 Ledger Violation "ledger.happened_already" {
        zh: "交易“{deal}”的这一事项已登记",
        en: "this was recorded of deal \"{deal}\" already",
        mend_zh: "不要重复登记",
        mend_en: "do not record it again"
    }
    LedgerNotSigned = 2312 Ledger Violation "ledger.not_signed" {
        zh: "交易“{deal}”尚未签约",
        en: "deal \"{deal}\" is not signed",
        mend_zh: "先登记签约",
        mend_en: "record the signing first"
    }
    LedgerOrder = 2313 Ledger Violation "ledger.order" {
        zh: "第 {number} 号分录排在第 {before} 号之后",
        en: "posting {number} stands after posting {before}",
        mend_zh: "按记账顺序传入，每号一次",
        mend_en: "pass postings in their recorded order, each once"
    }
    LedgerOwner = 2314 Ledger Violation "ledger.owner" {
        zh: "款项须属于一个交易或一个客户",
        en: "money belongs to a deal or to a customer, and to one of them",
        mend_zh: "填写交易或客户之一",
        mend_en: "name the deal or the customer"
    }
    LedgerItemUnknown = 2315 Ledger Violation "ledger.item_unknown" {
        zh: "不知道款项“{item}”属于哪一类",
        en: "it is not known what kind of money \"{item}\" is",
        mend_zh: "在规则里列出这一款项，或随款项写明类别",
        mend_en: "list the item in the policy, or give its category"
    }
    LedgerItemCategory = 2316 Ledger Violation "ledger.item_category" {
        zh: "款项“{item}”的类别是“{known}”",
        en: "the category of \"{item}\" is {known}",
        mend_zh: "去掉类别，或用另一款项",
        mend_en: "leave the category out, or use another item"
    }
    LedgerItemKnown = 2317 Ledger Violation "ledger.item_known" {
        zh: "款项“{item}”是预设款项",
        en: "\"{item}\" is an item of the library",
        mend_zh: "自有款项用别的代码",
        mend_en: "give an item of your own another code"
    }
    LedgerTwice = 2318 Ledger Violation "ledger.given_twice" {
        zh: "“{id}”与第 {first} 条重复",
        en: "\"{id}\" is that of number {first} too",
        mend_zh: "每一条只传入一次",
        mend_en: "pass each of them once"
    }
    LedgerPoolPass = 2319 Ledger Violation "ledger.pool_pass" {
        zh: "贷款和代收费用不与其他款项互通，也不通向自身",
        en: "loans and collected fees neither give nor take, and no pool passes to itself",
        mend_zh: "去掉这一条",
        mend_en: "leave it out"
    }
    LedgerAmount = 2320 Ledger Violation "ledger.amount" {
        zh: "“{field}”为 {value}，应{allowed_zh}",
        en: "{field} is {value}; it has to be {allowed}",
        mend_zh: "改正这个数",
        mend_en: "mend the figure"
    }
    LedgerNoLines = 2321 Ledger Violation "ledger.no_lines" {
        zh: "没有明细",
        en: "there are no lines",
        mend_zh: "至少填写一行",
        mend_en: "give one line at least"
    }
    LedgerReceivableTwice = 2322 Ledger Violation "ledger.receivable_twice" {
        zh: "应收款“{receivable}”已存在",
        en: "receivable \"{receivable}\" is there already",
        mend_zh: "每笔应收用自己的号",
        mend_en: "give every receivable an id of its own"
    }
    LedgerReceivableUnknown = 2323 Ledger Violation "ledger.receivable_unknown" {
        zh: "没有应收款“{receivable}”",
        en: "there is no receivable \"{receivable}\"",
        mend_zh: "检查应收款的号",
        mend_en: "check the id"
    }
    LedgerBelowZero = 2324 Ledger Violation "ledger.below_zero" {
        zh: "应收款“{receivable}”将低于零（{amount:yuan}）",
        en: "receivable \"{receivable}\" would be below zero ({amount:yuan})",
        mend_zh: "调减不超过未减免的部分；多收用退款",
        mend_en: "take off no more than is there; what was paid too much is refunded"
    }
    LedgerPaidLater = 2325 Ledger Violation "ledger.paid_later" {
        zh: "{day} 的收款已指定核销应收款“{receivable}”{amount:yuan}，不能从较早的 {date} 起调减",
        en: "a receipt of {day} was said to pay {amount:yuan} of receivable \"{receivable}\", so that it cannot be lowered from {date} on",
        mend_zh: "用收款之后的日期，或先红冲该核销",
        mend_en: "use a day after the receipt, or take that allocation back first"
    }
    LedgerWaivedTooMuch = 2326 Ledger Violation "ledger.waived_too_much" {
        zh: "减免 {amount:yuan}超过应收款“{receivable}”的余额 {left:yuan}",
        en: "the waiver of {amount:yuan} is more than the {left:yuan} open of receivable \"{receivable}\"",
        mend_zh: "减免不超过余额",
        mend_en: "waive no more than is open"
    }
    LedgerBeforeOriginal = 2327 Ledger Violation "ledger.before_original" {
        zh: "日期 {date} 早于原记录的日期 {first}",
        en: "the date, {date}, is before that of the original, {first}",
        mend_zh: "用原记录当日或之后的日期",
        mend_en: "use the day of the original or a later one"
    }
    LedgerCreditLimit = 2328 Ledger Violation "ledger.credit_limit" {
        zh: "客户“{customer}”将欠 {owed:yuan}，超过信用额度 {limit:yuan}",
        en: "customer \"{customer}\" would owe {owed:yuan}, above the credit limit of {limit:yuan}",
        mend_zh: "先收款，或附上批准",
        mend_en: "collect first, or give the approval"
    }
    LedgerOverAllocated = 2329 Ledger Violation "ledger.over_allocated" {
        zh: "核销 {amount:yuan}超过应收款“{receivable}”的余额 {left:yuan}",
        en: "{amount:yuan} is more than the {left:yuan} open of receivable \"{receivable}\"",
        mend_zh: "核销不超过余额，其余作预收",
        mend_en: "allocate no more than is open; the rest is paid in advance"
    }
    LedgerStale = 2330 Ledger Violation "ledger.stale" {
        zh: "台账已到第 {found} 号，不是第 {expected} 号",
        en: "the ledger is at posting {found}, not at {expected}",
        mend_zh: "读取新的分录后再试",
        mend_en: "read what was posted since, and try again"
    }
    LedgerWrongPool = 2331 Ledger Violation "ledger.wrong_pool" {
        zh: "“{item}”不能核销应收款“{receivable}”",
        en: "\"{item}\" cannot pay receivable \"{receivable}\"",
        mend_zh: "贷款只核销贷款，代收费用只核销同一项；换一笔收款，其他款项可先转款",
        mend_en: "loans pay loans, collected fees pay their own item; use another receipt, or transfer other money first"
    }
    LedgerOtherOwner = 2332 Ledger Violation "ledger.other_owner" {
        zh: "应收款“{receivable}”属于另一个交易或客户",
        en: "receivable \"{receivable}\" belongs to another deal or customer",
        mend_zh: "先转款到该交易",
        mend_en: "transfer the money to that deal first"
    }
    LedgerAllocationEarly = 2333 Ledger Violation "ledger.allocation_early" {
        zh: "核销日期 {date} 早于收款日期 {day}",
        en: "the allocation, on {date}, is before the receipt, on {day}",
        mend_zh: "用收款当日或之后的日期",
        mend_en: "use the day of the receipt or a later one"
    }
    LedgerNothingFree = 2334 Ledger Violation "ledger.nothing_free" {
        zh: "“{key}”没有未核销的款项",
        en: "nothing is free of \"{key}\"",
        mend_zh: "检查收款，或先转款",
        mend_en: "check the receipt"
    }
}
