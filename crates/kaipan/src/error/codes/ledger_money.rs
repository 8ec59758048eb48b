// The ledger: corrections, money that goes out, the journal, what is odd. 233x to 236x, 258x, 259x, 2658 to 2665.

area! { $ ledger_money
    LedgerPostingUnknown = 2335 Ledger Violation "ledger.posting_unknown" {
        zh: "没有号为“{key}”的记录",
        en: "nothing was posted under \"{key}\"",
        mend_zh: "检查号；原记录须先入账",
        mend_en: "check the key; the original is posted first"
    }
    LedgerReversalOfReversal = 2336 Ledger Violation "ledger.reversal_of_reversal" {
        zh: "“{key}”本身是红冲或删除，不能再红冲",
        en: "\"{key}\" is a reversal or a deletion itself and is not reversed",
        mend_zh: "重新录入正确的一笔",
        mend_en: "record what is right anew"
    }
    LedgerReversedTwice = 2337 Ledger Violation "ledger.reversed_twice" {
        zh: "“{key}”已红冲或删除",
        en: "\"{key}\" was reversed or deleted already",
        mend_zh: "不要重复",
        mend_en: "do not do it again"
    }
    LedgerNotReversed = 2338 Ledger Violation "ledger.not_reversed" {
        zh: "“{key}”不是可以红冲的记录",
        en: "\"{key}\" is nothing that can be reversed",
        mend_zh: "登记其后的事项来更正",
        mend_en: "record what has happened since"
    }
    LedgerMoneyUsed = 2339 Ledger Violation "ledger.money_used" {
        zh: "“{owner}”的“{item}”已转出、退还或代付，还差 {amount:yuan}",
        en: "of \"{item}\" of \"{owner}\" {amount:yuan} is not there any more: it was moved, refunded or paid on",
        mend_zh: "先红冲之后的转款、退款或代付",
        mend_en: "reverse what was done with it first"
    }
    LedgerNotDeleted = 2340 Ledger Violation "ledger.not_deleted" {
        zh: "“{key}”不是收款或核销，不能删除",
        en: "\"{key}\" is no receipt and no allocation, and is not deleted",
        mend_zh: "用红冲",
        mend_en: "reverse it"
    }
    LedgerDeletedLate = 2341 Ledger Violation "ledger.deleted_late" {
        zh: "“{key}”不是今天录入的，不能删除",
        en: "\"{key}\" was not recorded today, and is not deleted any more",
        mend_zh: "用红冲",
        mend_en: "reverse it"
    }
    LedgerVerified = 2342 Ledger Violation "ledger.verified" {
        zh: "“{key}”已审核，不能删除",
        en: "\"{key}\" is verified, and is not deleted any more",
        mend_zh: "用红冲",
        mend_en: "reverse it"
    }
    LedgerHandedOver = 2343 Ledger Violation "ledger.handed_over" {
        zh: "“{key}”的票据已交给客户，不能删除",
        en: "the voucher of \"{key}\" was handed over, and it is not deleted any more",
        mend_zh: "用红冲",
        mend_en: "reverse it"
    }
    LedgerNotVerified = 2344 Ledger Violation "ledger.not_verified" {
        zh: "“{key}”不是收款，或已审核",
        en: "\"{key}\" is no receipt, or is verified already",
        mend_zh: "审核未审核的收款",
        mend_en: "verify a receipt that is not verified"
    }
    LedgerShort = 2345 Ledger Violation "ledger.short" {
        zh: "“{item}”需要 {amount:yuan}，还差 {lacking:yuan}",
        en: "of \"{item}\" {amount:yuan} is asked for, and {lacking:yuan} of it is not there",
        mend_zh: "检查金额、款项和日期",
        mend_en: "check amount, item and date"
    }
    LedgerAboveRefundable = 2346 Ledger Violation "ledger.above_refundable" {
        zh: "退款 {amount:yuan}超过“{item}”可退的 {refundable:yuan}",
        en: "the refund of {amount:yuan} is more than the {refundable:yuan} of \"{item}\" that can be refunded",
        mend_zh: "退款不超过应退和预收；已核销的先调整应收",
        mend_en: "refund no more than is due or paid in advance; what has paid something is freed first"
    }
    LedgerAboveApproval = 2347 Ledger Violation "ledger.above_approval" {
        zh: "批准“{approval}”还可用 {left:yuan}，本次 {amount:yuan}",
        en: "approval \"{approval}\" has {left:yuan} left, and this is {amount:yuan}",
        mend_zh: "另行申请批准",
        mend_en: "ask for another approval"
    }
    LedgerReferenceUsed = 2348 Ledger Violation "ledger.reference_used" {
        zh: "流水号“{reference}”已入账（“{first}”）",
        en: "reference \"{reference}\" was posted already, as \"{first}\"",
        mend_zh: "不要重复入账；改正流水号",
        mend_en: "do not post it again; mend the reference"
    }
    LedgerLooksRepeated = 2349 Ledger Violation "ledger.looks_repeated" {
        zh: "与“{first}”同日、同人、同款项、同金额，疑为重复",
        en: "it looks like \"{first}\": same day, person, item and amount",
        mend_zh: "是同一笔的，不再录入；确认是另一笔的，注明已确认",
        mend_en: "leave it out if it is the same payment; say that it is confirmed if it is another"
    }
    LedgerVoucherInUse = 2350 Ledger Warning "ledger.voucher_in_use" {
        zh: "“{key}”的票据“{number}”仍在使用，所给票据簿中没有它",
        en: "voucher \"{number}\" of \"{key}\" is still in use: no book that is given has it",
        mend_zh: "提供该票据所在的票据簿，或另行作废、回收",
        mend_en: "give the book of that voucher, or make it void or take it back by itself"
    }
    LedgerBelowRequired = 2353 Ledger Violation "ledger.below_required" {
        zh: "账户“{account}”付后剩 {left:yuan}，低于应留 {required:yuan}",
        en: "account \"{account}\" would have {left:yuan} left, below the {required:yuan} that has to stay",
        mend_zh: "付款不超过可用额度",
        mend_en: "pay no more than is releasable"
    }
    LedgerBankShort = 2354 Ledger Violation "ledger.bank_short" {
        zh: "账户“{account}”有 {balance:yuan}，要划转 {amount:yuan}",
        en: "account \"{account}\" has {balance:yuan}, and {amount:yuan} is to be moved",
        mend_zh: "划转不超过余额",
        mend_en: "move no more than is there"
    }
    LedgerAccountUnknown = 2355 Ledger Violation "ledger.account_unknown" {
        zh: "没有账户“{account}”",
        en: "there is no account \"{account}\"",
        mend_zh: "检查账户，或在规则里列出它",
        mend_en: "check the account, or list it in the policy"
    }
    LedgerNotCollected = 2356 Ledger Violation "ledger.not_collected" {
        zh: "“{item}”不是代收费用",
        en: "\"{item}\" is not collected for others",
        mend_zh: "代付只用于代收费用",
        mend_en: "only collected fees are paid on"
    }
    LedgerAboveHeld = 2357 Ledger Violation "ledger.above_held" {
        zh: "代付 {amount:yuan}超过“{item}”代收余额 {held:yuan}",
        en: "{amount:yuan} is more than the {held:yuan} of \"{item}\" that is held",
        mend_zh: "代付不超过代收余额",
        mend_en: "pay on no more than is held"
    }
    LedgerSamePlace = 2358 Ledger Violation "ledger.same_place" {
        zh: "转出与转入相同",
        en: "it would come to where it is",
        mend_zh: "改正转入方",
        mend_en: "mend where it goes"
    }
    LedgerLoanMoney = 2359 Ledger Violation "ledger.loan_money" {
        zh: "贷款与其他款项不互转",
        en: "loans do not become other money, nor other money loans",
        mend_zh: "贷款退回银行，由银行重新放款",
        mend_en: "return the loan to the bank, and receive it anew"
    }
    LedgerReplayed = 2360 Ledger Violation "ledger.replayed" {
        zh: "第 {number} 号分录与之前的分录不符：{what_zh}",
        en: "posting {number} does not fit those before it: {what}",
        mend_zh: "检查保存的分录是否完整、未改动",
        mend_en: "check that what was kept is complete and unchanged"
    }
    LedgerClawedTooMuch = 2361 Ledger Violation "ledger.clawed_too_much" {
        zh: "追回佣金 {amount:yuan}超过计提的 {earned:yuan}",
        en: "{amount:yuan} to be clawed back is more than the {earned:yuan} that was earned",
        mend_zh: "追回不超过计提",
        mend_en: "claw back no more than was earned"
    }
    LedgerAbovePayable = 2362 Ledger Violation "ledger.above_payable" {
        zh: "支付佣金 {amount:yuan}超过应付的 {owed:yuan}",
        en: "{amount:yuan} of commission is more than the {owed:yuan} that is owed",
        mend_zh: "支付不超过应付",
        mend_en: "pay no more than is owed"
    }
    LedgerMapping = 2363 Ledger Violation "ledger.mapping" {
        zh: "科目“{role_zh}”没有代码",
        en: "the mapping has no account for {role}",
        mend_zh: "在科目对照里补上",
        mend_en: "add it to the mapping"
    }
    LedgerEntryAccount = 2364 Ledger Violation "ledger.entry_account" {
        zh: "其他业务的分录不能用“{field}”",
        en: "an entry of another area has no \"{field}\"",
        mend_zh: "去掉这一项，或用本身的命令",
        mend_en: "leave it out, or use a command of its own"
    }
    LedgerHouseElsewhere = 2365 Ledger Violation "ledger.house_elsewhere" {
        zh: "房款进入账户“{account}”，不是应入的监管账户",
        en: "house money came to account \"{account}\", which is not one that it has to come to",
        mend_zh: "转入监管账户",
        mend_en: "move it to the supervised account"
    }
    LedgerNoVoucher = 2366 Ledger Warning "ledger.no_voucher" {
        zh: "{what_zh}“{key}”没有票据编号",
        en: "the {what} \"{key}\" has no voucher",
        mend_zh: "开具票据并补录编号",
        mend_en: "issue a voucher, and record its number"
    }
    LedgerNothingKnown = 2367 Ledger Violation "ledger.nothing_known" {
        zh: "台账里没有“{name}”的记录",
        en: "the ledger knows nothing of \"{name}\"",
        mend_zh: "检查客户、房号或期间",
        mend_en: "check the customer, the unit or the period"
    }
    LedgerBalanceLow = 2368 Ledger Warning "ledger.balance_low" {
        zh: "账户“{account}”剩 {left:yuan}，低于预警线 {least:yuan}",
        en: "account \"{account}\" has {left:yuan} left, below the alert line of {least:yuan}",
        mend_zh: "补足资金",
        mend_en: "see to it that money comes in"
    }
    LedgerRate = 2369 Ledger Violation "ledger.rate" {
        zh: "{date} 没有增值税率",
        en: "there is no VAT rate on {date}",
        mend_zh: "在科目对照里写明各期间的税率",
        mend_en: "give the rates with the days from which they hold"
    }
    LedgerUsedLater = 2580 Ledger Violation "ledger.used_later" {
        zh: "记在 {date}，则“{name}”到 {day} 少 {amount:yuan}：当时还没有，或之后日期的分录用到了它",
        en: "dated {date}, it would leave \"{name}\" {amount:yuan} short on {day}: it is not there yet, or what is dated later counts on it",
        mend_zh: "用更晚的日期，或减少金额，或先红冲之后的分录",
        mend_en: "use a later day or a smaller amount, or reverse what is dated later first"
    }
    LedgerVoucherUsed = 2581 Ledger Violation "ledger.voucher_used" {
        zh: "票据编号“{number}”已用于“{first}”",
        en: "voucher \"{number}\" stands on \"{first}\" already",
        mend_zh: "换一个编号；用过、作废的编号不再使用",
        mend_en: "use another number; one that was used is not used again"
    }
    LedgerDatesTurned = 2582 Ledger Violation "ledger.dates_turned" {
        zh: "期间的末日 {to} 早于首日 {from}",
        en: "the last day, {to}, is before the first, {from}",
        mend_zh: "首日在前，末日在后",
        mend_en: "give the first day first"
    }
    LedgerVatOdd = 2583 Ledger Warning "ledger.vat_odd" {
        zh: "合同总价 {total:yuan} 中的税额 {vat:yuan} 与 3%、5%、9%、10%、11% 都不符",
        en: "the VAT of {vat:yuan} in {total:yuan} fits none of the rates 3, 5, 9, 10 and 11 %",
        mend_zh: "核对合同上的税额",
        mend_en: "check the VAT of the contract"
    }
    LedgerBeforeOpened = 2584 Ledger Warning "ledger.before_opened" {
        zh: "日期 {date} 早于交易台账建立的日期 {day}",
        en: "it is dated {date}, before the deal was opened on {day}",
        mend_zh: "核对收款或签约的日期",
        mend_en: "check the day of the receipt or of the signing"
    }
    LedgerMethodOdd = 2585 Ledger Warning "ledger.method_odd" {
        zh: "“{item}”以“{method_zh}”收取，两者不符",
        en: "\"{item}\" came by way of \"{method}\": the two do not go together",
        mend_zh: "贷款由银行放款，其他款项不由银行放款；核对款项和方式",
        mend_en: "a loan is paid out by the bank, and nothing else is: check the item and the way of payment"
    }
    LedgerAboveContract = 2586 Ledger Warning "ledger.above_contract" {
        zh: "交易“{deal}”的应收房款 {amount:yuan} 高于合同总价 {total:yuan}",
        en: "deal \"{deal}\" has {amount:yuan} receivable for the house, above the contract total of {total:yuan}",
        mend_zh: "核对应收款与合同",
        mend_en: "check the receivables against the contract"
    }
    LedgerPlaceTaken = 2587 Ledger Warning "ledger.place_taken" {
        zh: "按日期先后重新核销：收款“{key}”自 {day} 起少核销“{receivable}”{amount:yuan}",
        en: "allocated again in the order of days, receipt \"{key}\" pays {amount:yuan} less of \"{receivable}\" from {day} on",
        mend_zh: "让出的款已按规则核销其他应收款或转为预收；应由某笔收款付的，在核销时指定",
        mend_en: "what it gave up pays something else or waits in advance; name the receivable in the allocation where a receipt has to pay it"
    }
    LedgerApprovalAmount = 2588 Ledger Violation "ledger.approval_amount" {
        zh: "批准“{approval}”此前的金额是 {known:yuan}，这里写的是 {amount:yuan}",
        en: "approval \"{approval}\" was given with {known:yuan} before, and with {amount:yuan} here",
        mend_zh: "填写批准的金额；增加的部分另行申请批准",
        mend_en: "give the amount that was approved; ask for another approval of what is added"
    }
    LedgerDeletionDay = 2589 Ledger Violation "ledger.deletion_day" {
        zh: "删除的日期是原记录的日期 {first}，不是 {date}",
        en: "a deletion has the day of the original, {first}, and not {date}",
        mend_zh: "不填日期；要记在另一天的，用红冲",
        mend_en: "leave the date out; a reversal has a day of its own"
    }
    LedgerDueOdd = 2590 Ledger Warning "ledger.due_odd" {
        zh: "应收款“{receivable}”的应收日期 {due} 与记账日期 {date} 相距 50 年以上",
        en: "receivable \"{receivable}\" is due on {due}, more than 50 years from {date}",
        mend_zh: "核对年份",
        mend_en: "check the year"
    }
    LedgerCollectedMoney = 2591 Ledger Violation "ledger.collected_money" {
        zh: "代收费用与其他款项不互转",
        en: "collected fees do not become other money, nor other money a collected fee",
        mend_zh: "红冲收款，按正确的款项重新收取",
        mend_en: "reverse the receipt, and receive it anew as what it is"
    }
    LedgerLoanLeft = 2593 Ledger Warning "ledger.loan_left" {
        zh: "交易“{deal}”的贷款多于未付清的贷款应收款，多出的 {left:yuan}留在预收款，不付其他款项",
        en: "the loan is more than the open loan lines of deal \"{deal}\": {left:yuan} of it stays prepaid, and pays nothing else",
        mend_zh: "核对放款金额；多放的退回银行，或按新的付款约定更新应收款",
        mend_en: "check what was paid out; return what is too much to the bank, or raise the lines of the new plan"
    }
    LedgerApprovalPurpose = 2595 Ledger Warning "ledger.approval_purpose" {
        zh: "批准“{approval}”先用于{known_zh}，这里用于{purpose_zh}",
        en: "approval \"{approval}\" was used for this first: {known}; and here for another purpose: {purpose}",
        mend_zh: "核对批准的事项；另一事项另行申请批准",
        mend_en: "look at what was approved; ask for another approval of what it does not cover"
    }
    LedgerVoucherKind = 2596 Ledger Violation "ledger.voucher_kind" {
        zh: "票据编号“{number}”在票据本“{book}”中，该本是{found_zh}，这里用{kind_zh}",
        en: "voucher \"{number}\" is of book \"{book}\", which holds vouchers of the kind {found}; this takes one of the kind {kind}",
        mend_zh: "换一个编号；收款用收据，付款、转款和红冲用凭证",
        mend_en: "use another number: receipts take one of a book of receipts; payments, transfers and reversals take a proof"
    }
    LedgerBelowContract = 2597 Ledger Warning "ledger.below_contract" {
        zh: "交易“{deal}”的应收房款 {amount:yuan} 低于合同总价 {total:yuan}",
        en: "deal \"{deal}\" has {amount:yuan} receivable for the house, below the contract total of {total:yuan}",
        mend_zh: "核对合同总价，或把其余的应收款挂账",
        mend_en: "check the contract total, or raise what else is receivable"
    }
    LedgerDateOdd = 2598 Ledger Warning "ledger.date_odd" {
        zh: "记账日期 {date} 比今天 {today} 早 50 年以上",
        en: "it is dated {date}, more than 50 years before today, {today}",
        mend_zh: "核对年份",
        mend_en: "check the year"
    }
    LedgerClockBack = 2599 Ledger Warning "ledger.clock_back" {
        zh: "现在 {now} 早于台账里最后一笔的录入时间 {last}",
        en: "now is {now}, before {last}, when the last posting was recorded",
        mend_zh: "核对系统时间",
        mend_en: "check the clock"
    }
    LedgerUnitTaken = 2658 Ledger Warning "ledger.unit_taken" {
        zh: "房号“{unit}”还有未终止的交易“{deal}”",
        en: "unit \"{unit}\" has another deal that has not ended: \"{deal}\"",
        mend_zh: "核对房号；原交易已终止的，先登记终止",
        mend_en: "check the unit; if the other deal is over, end it first"
    }
    LedgerDealAlike = 2659 Ledger Warning "ledger.deal_alike" {
        zh: "交易“{deal}”与已有的“{other}”只差大小写或全角半角",
        en: "deal \"{deal}\" differs from \"{other}\" only in the case or the width of letters",
        mend_zh: "核对是不是同一交易",
        mend_en: "check whether they are one deal"
    }
    LedgerWaiverOdd = 2660 Ledger Warning "ledger.waiver_odd" {
        zh: "减免的“{receivable}”是“{item}”，由银行放款或代收，公司无权减免",
        en: "what is waived of \"{receivable}\" is \"{item}\": a bank pays it, or it is collected for others, and is not the house's to waive",
        mend_zh: "核对应收款；贷款变动调整应收，代收费用由公司承担的另行支付",
        mend_en: "check the receivable; adjust it where the loan changes, and pay a fee that the house bears"
    }
    LedgerComesBack = 2661 Ledger Warning "ledger.comes_back" {
        zh: "应收款“{receivable}”已由“{key}”取消，又有了欠款",
        en: "receivable \"{receivable}\" was let go by \"{key}\", and is owed again",
        mend_zh: "核对；应收的金额以新的付款约定为准",
        mend_en: "check it: what is owed is what the new plan says"
    }
    LedgerReceivedAboveContract = 2662 Ledger Warning "ledger.received_above_contract" {
        zh: "交易“{deal}”已收房款 {amount:yuan}，比合同总价 {total:yuan} 多 {above:yuan}",
        en: "{amount:yuan} has come in for the house of deal \"{deal}\", {above:yuan} above the contract total of {total:yuan}",
        mend_zh: "核对收款金额；多收的退还",
        mend_en: "check the amount of the receipt; refund what is too much"
    }
    LedgerAmountLarge = 2663 Ledger Warning "ledger.amount_large" {
        zh: "金额 {amount:yuan} 达到 100 亿元",
        en: "the amount of {amount:yuan} is 10 billion yuan or more",
        mend_zh: "核对金额的位数",
        mend_en: "check the digits of the amount"
    }
    LedgerRefundMethodOdd = 2664 Ledger Warning "ledger.refund_method_odd" {
        zh: "“{item}”以“{method_zh}”退还，两者不符",
        en: "\"{item}\" is paid back by way of \"{method}\": the two do not go together",
        mend_zh: "贷款经银行退回放款银行，其他款项没有银行放款；核对款项和方式",
        mend_en: "a loan goes back to the bank that paid it out, and nothing else is a loan: check the item and the way of payment"
    }
    LedgerAmountsTooLarge = 2665 Ledger Violation "ledger.amounts_too_large" {
        zh: "连同这一笔，台账的金额合计超出可表示的范围",
        en: "with this, the amounts of the ledger come to more than it can hold",
        mend_zh: "核对金额及单位（元）",
        mend_en: "look at the amounts; they are yuan"
    }
}
