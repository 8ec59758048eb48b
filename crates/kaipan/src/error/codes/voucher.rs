// Vouchers. 2370 to 2395.

area! { $ voucher
    VoucherBlank = 2370 Voucher Violation "voucher.blank" {
        zh: "没有“{field}”",
        en: "\"{field}\" is not given",
        mend_zh: "填写“{field}”",
        mend_en: "give {field}"
    }
    VoucherRange = 2371 Voucher Violation "voucher.range" {
        zh: "票据本不能从 {from} 到 {to}，号码 {number} 位",
        en: "no book has the numbers from {from} to {to} in digits of {number}",
        mend_zh: "起号不大于止号，位数 1 到 9，止号写得下",
        mend_en: "the first is not above the last, digits are 1 to 9, and the last can be written in them"
    }
    VoucherEvent = 2372 Voucher Violation "voucher.event" {
        zh: "票据本“{found}”的第 {version} 个事件“{event_zh}”不能接在“{book}”的第 {current} 个之后",
        en: "event {version} of book \"{found}\", {event}, cannot follow event {current} of \"{book}\"",
        mend_zh: "按存入的原样给出该票据本的全部事件",
        mend_en: "give all events of the book as they were stored"
    }
    VoucherBookState = 2373 Voucher Violation "voucher.book_state" {
        zh: "票据本{state_zh}，不能{command_zh}",
        en: "the book is {state:words}: {command:words} is not possible",
        mend_zh: "未登记的先登记；撤销登记后用新的票据本",
        mend_en: "register it first; after a withdrawal use another book"
    }
    VoucherNotAllowed = 2374 Voucher Violation "voucher.not_allowed" {
        zh: "号码“{number}”{status_zh}，不能{command_zh}；可以：{allowed_zh}",
        en: "number \"{number}\" is {status}: {command:words} is not possible; possible is: {allowed}",
        mend_zh: "核对号码；作废和回收的号码不再使用",
        mend_en: "look at the number; void and recovered ones are never used again"
    }
    VoucherStale = 2375 Voucher Violation "voucher.stale" {
        zh: "票据本已有 {version} 个事件，办理时看到的是 {expected} 个",
        en: "the book has {version} events; it was looked at with {expected}",
        mend_zh: "重新查看后再办理",
        mend_en: "look at it again, then decide"
    }
    VoucherEarlier = 2376 Voucher Violation "voucher.earlier" {
        zh: "时间 {at} 早于票据本“{book}”上一事件的 {last}",
        en: "{at} is before {last}, when the last event of book \"{book}\" was",
        mend_zh: "号码按过账的先后填开；核对时间",
        mend_en: "numbers are drawn in the order of posting; look at the time"
    }
    VoucherOutside = 2377 Voucher Violation "voucher.outside" {
        zh: "号码“{number}”不在票据本“{book}”中，该本从“{first}”到“{last}”",
        en: "number \"{number}\" is not of book \"{book}\", which has \"{first}\" to \"{last}\"",
        mend_zh: "照票面写全号码，包括字头和前面的零",
        mend_en: "write the number as it is printed, with its prefix and leading zeros"
    }
    VoucherNowhere = 2378 Voucher Violation "voucher.nowhere" {
        zh: "给出的“{owner}”的票据本中都没有号码“{number}”",
        en: "no book of \"{owner}\" that is given has number \"{number}\"",
        mend_zh: "在“books”中给出该号码所在的票据本",
        mend_en: "give the book of that number in books"
    }
    VoucherNoneLeft = 2379 Voucher Violation "voucher.none_left" {
        zh: "“{holder}”在票据本“{book}”中没有空白号码；未领用的还有 {count} 个",
        en: "\"{holder}\" has no blank number of book \"{book}\"; numbers that nobody has: {count}",
        mend_zh: "先领用",
        mend_en: "issue numbers first"
    }
    VoucherNotNext = 2380 Voucher Violation "voucher.not_next" {
        zh: "下一个号码是“{next}”，不是“{number}”",
        en: "the next number is \"{next}\", not \"{number}\"",
        mend_zh: "按顺序填开；写坏的先作废",
        mend_en: "draw them in order; make a spoilt one void first"
    }
    VoucherReceiptHasOne = 2381 Voucher Violation "voucher.receipt_has_one" {
        zh: "收款“{receipt}”已有票据“{number}”",
        en: "receipt \"{receipt}\" has voucher \"{number}\" already",
        mend_zh: "一笔收款只用一个号码；重开先作废或收回原票据",
        mend_en: "a receipt has one number; void or recover that one before another is drawn"
    }
    VoucherCount = 2382 Voucher Violation "voucher.count" {
        zh: "不能领用 {count} 个号码，票据本“{book}”未领用的有 {most} 个",
        en: "numbers asked for: {count}; numbers of book \"{book}\" that nobody has: {most}",
        mend_zh: "减少数量，或登记新的票据本",
        mend_en: "ask for fewer, or register another book"
    }
    VoucherOverlap = 2383 Voucher Violation "voucher.overlap" {
        zh: "号码与票据本“{book}”的“{first}”到“{last}”重叠",
        en: "the numbers overlap with \"{first}\" to \"{last}\" of book \"{book}\"",
        mend_zh: "核对字头和起止号",
        mend_en: "look at the prefix and at the first and last number"
    }
    VoucherInUse = 2384 Voucher Violation "voucher.in_use" {
        zh: "票据本“{book}”已领用或填开过，不能撤销登记",
        en: "numbers of book \"{book}\" were issued or used: it cannot be withdrawn",
        mend_zh: "退回空白票据；用过的号码作废",
        mend_en: "give blank numbers back; make used ones void"
    }
    VoucherOtherKind = 2385 Voucher Violation "voucher.other_kind" {
        zh: "票据本“{book}”是{found_zh}，换票要{kind_zh}",
        en: "book \"{book}\" holds vouchers of the kind {found}; an exchange needs {kind}",
        mend_zh: "用收据换发票",
        mend_en: "exchange receipts for an invoice"
    }
    VoucherRepeated = 2386 Voucher Violation "voucher.repeated" {
        zh: "“{name}”给出了两次",
        en: "\"{name}\" is given twice",
        mend_zh: "只写一次",
        mend_en: "give it once"
    }
    VoucherVerifiedAlready = 2387 Voucher Violation "voucher.verified_already" {
        zh: "号码“{number}”已于 {day} 核销",
        en: "number \"{number}\" was verified on {day}",
        mend_zh: "不必再核销；核销后不能作废，可以回收",
        mend_en: "it needs no second time; once verified it is recovered and not made void"
    }
    VoucherAmount = 2388 Voucher Violation "voucher.amount" {
        zh: "金额 {amount:yuan}应大于 0",
        en: "the amount {amount:yuan} must be above 0",
        mend_zh: "退款另开凭证，红冲收回原票据",
        mend_en: "a refund has a proof of its own, a reversal recovers the voucher"
    }
    VoucherVoidLate = 2389 Voucher Warning "voucher.void_late" {
        zh: "发票“{number}”是 {day} 开的，已跨月，通常不作废而收回并开红字发票",
        en: "invoice \"{number}\" is of {day}, an earlier month: usually it is recovered, and one in red is issued",
        mend_zh: "按税务规定核对",
        mend_en: "look at the rules of the tax office"
    }
    VoucherBookLarge = 2390 Voucher Warning "voucher.book_large" {
        zh: "票据本有 {count:number} 个号码，超过 {most:number} 个，很可能多写了一位",
        en: "the book has numbers to the count of {count:number}, more than {most:number}: almost surely a digit too many",
        mend_zh: "核对起止号",
        mend_en: "look at the first and the last number"
    }
    VoucherGap = 2391 Voucher Warning "voucher.gap" {
        zh: "断号：“{number}”到“{until}”共 {count} 个未填开，其后的号码已使用",
        en: "gap: \"{number}\" to \"{until}\" are not used while a later one is; how many: {count}",
        mend_zh: "查明空白票据的去向，不用的作废",
        mend_en: "find out where the blank papers are, and make void what is not used"
    }
    VoucherUnvouched = 2392 Voucher Violation "voucher.unvouched" {
        zh: "收款“{receipt}”没有在用的票据",
        en: "receipt \"{receipt}\" has no voucher in use",
        mend_zh: "补开票据",
        mend_en: "draw a voucher for it"
    }
    VoucherReceiptDiffers = 2393 Voucher Violation "voucher.receipt_differs" {
        zh: "收款“{receipt}”记为票据“{name}”、金额 {expected:yuan}，票据“{number}”的金额是 {amount:yuan}",
        en: "receipt \"{receipt}\" says voucher \"{name}\" and {expected:yuan}; voucher \"{number}\" says {amount:yuan}",
        mend_zh: "与原始凭证核对",
        mend_en: "look at the papers"
    }
    VoucherReceiptReversed = 2394 Voucher Violation "voucher.receipt_reversed" {
        zh: "收款“{receipt}”已冲销，票据“{number}”仍在用",
        en: "receipt \"{receipt}\" was reversed, and voucher \"{number}\" is still in use",
        mend_zh: "作废或收回该票据",
        mend_en: "void or recover the voucher"
    }
    VoucherReceiptUnknown = 2395 Voucher Violation "voucher.receipt_unknown" {
        zh: "票据“{number}”的收款“{receipt}”不在给出的收款中",
        en: "receipt \"{receipt}\" of voucher \"{number}\" is none of those given",
        mend_zh: "补上该收款，或作废票据",
        mend_en: "give the receipt, or make the voucher void"
    }
}
