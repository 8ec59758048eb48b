// Discounts. 50x to 55x.

area! { $ discount
    DiscountUnknown = 501 Discount Violation "discount.unknown" {
        zh: "折扣方案里没有“{code}”",
        en: "the scheme has no discount \"{code}\"",
        mend_zh: "可用的折扣：{known:list}",
        mend_en: "discounts that exist: {known:list}"
    }
    DiscountDisabled = 502 Discount Violation "discount.disabled" {
        zh: "折扣“{name}”已停用",
        en: "the discount \"{name_en}\" is switched off",
        mend_zh: "启用它，或不用它",
        mend_en: "switch it on, or leave it out"
    }
    DiscountWindow = 503 Discount Violation "discount.window" {
        zh: "认购日 {date} 不在折扣“{name}”的有效期 {from}～{to} 内",
        en: "the subscription date {date} is outside the window {from} to {to} of \"{name_en}\"",
        mend_zh: "不用它，或延长有效期",
        mend_en: "leave it out, or extend its window"
    }
    DiscountPlan = 504 Discount Violation "discount.plan" {
        zh: "折扣“{name}”只用于付款方式{plans_zh}，本单是{plan_zh}",
        en: "\"{name_en}\" comes with the payment plans {plans_en}, not with {plan_en}",
        mend_zh: "换付款方式，或不用它",
        mend_en: "change the plan, or leave it out"
    }
    DiscountProject = 505 Discount Violation "discount.project" {
        zh: "折扣“{name}”只用于项目{projects:list}，本单是“{project}”",
        en: "\"{name_en}\" is for the projects {projects:list}, not for \"{project}\"",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountUnit = 506 Discount Violation "discount.unit" {
        zh: "房间“{unit_no}”不在折扣“{name}”的房源范围内",
        en: "unit \"{unit_no}\" is not among the units of \"{name_en}\"",
        mend_zh: "不用它；房间未给出时请在“checks.unit”中给出",
        mend_en: "leave it out; give the unit in checks.unit if it is missing"
    }
    DiscountMemberLevel = 507 Discount Violation "discount.member_level" {
        zh: "折扣“{name}”要求会员级别{levels:list}，客户是“{level}”",
        en: "\"{name_en}\" asks for a member of level {levels:list}; the buyer's level is \"{level}\"",
        mend_zh: "核对会员卡，或不用它",
        mend_en: "check the member card, or leave it out"
    }
    DiscountGroupSize = 508 Discount Violation "discount.group_size" {
        zh: "折扣“{name}”要求团购至少 {least} 套，本团 {units} 套",
        en: "\"{name_en}\" asks for a group of at least {least} units; this one has {units}",
        mend_zh: "凑足套数，或不用它",
        mend_en: "complete the group, or leave it out"
    }
    DiscountReferral = 509 Discount Violation "discount.referral" {
        zh: "折扣“{name}”要求老业主推荐，且推荐在首次到访前登记",
        en: "\"{name_en}\" asks for a referral by an owner, recorded before the first visit",
        mend_zh: "登记推荐人及日期，或不用它",
        mend_en: "record the referrer and the dates, or leave it out"
    }
    DiscountEmployee = 510 Discount Violation "discount.employee" {
        zh: "折扣“{name}”只给员工",
        en: "\"{name_en}\" is for employees",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountCampaign = 511 Discount Violation "discount.campaign" {
        zh: "折扣“{name}”属于活动“{campaign}”，客户没有参加",
        en: "\"{name_en}\" belongs to the campaign \"{campaign}\", by which the buyer did not come",
        mend_zh: "登记促销方式，或不用它",
        mend_en: "record the campaign, or leave it out"
    }
    DiscountQuota = 512 Discount Violation "discount.quota" {
        zh: "折扣“{name}”名额 {max} 个，已用 {used} 个",
        en: "\"{name_en}\" may be given {max} times and was given {used} times",
        mend_zh: "不用它，或增加名额",
        mend_en: "leave it out, or raise the quota"
    }
    DiscountSincerityMoney = 513 Discount Violation "discount.sincerity_money" {
        zh: "折扣“{name}”要求已交 {paid:yuan}，客户交了 {money:yuan}",
        en: "\"{name_en}\" asks for {paid:yuan} paid in; the buyer paid {money:yuan}",
        mend_zh: "补交，或不用它",
        mend_en: "let the buyer pay the rest, or leave it out"
    }
    DiscountSignedLate = 514 Discount Warning "discount.signed_late" {
        zh: "没有在约定签约日 {agreed} 前签约，取消“{name}”",
        en: "not signed by the agreed date {agreed}: \"{name_en}\" is lost",
        mend_zh: "按新的成交价签约",
        mend_en: "sign at the new price"
    }
    DiscountPaidLate = 515 Discount Warning "discount.paid_late" {
        zh: "没有按时付款，取消“{name}”",
        en: "a payment was late: \"{name_en}\" is lost",
        mend_zh: "补收差额",
        mend_en: "collect the difference"
    }
    DiscountSchemeWindow = 516 Discount Violation "discount.scheme_window" {
        zh: "日期 {date} 不在折扣方案的有效期 {from}～{to} 内",
        en: "the date {date} is outside the window {from} to {to} of the discount scheme",
        mend_zh: "使用当时有效的方案",
        mend_en: "use the scheme in force on that day"
    }
    DiscountNotNegotiable = 517 Discount Violation "discount.not_negotiable" {
        zh: "折扣“{name}”的值是固定的，不能另行约定",
        en: "the value of \"{name_en}\" is fixed and cannot be agreed on",
        mend_zh: "去掉约定的值，或把折扣设为可议",
        mend_en: "leave out the value, or make the discount negotiable"
    }
    DiscountValueKind = 518 Discount Violation "discount.value_kind" {
        zh: "折扣“{name}”的算法与约定的值不同",
        en: "the agreed value of \"{name_en}\" is of another kind than the discount",
        mend_zh: "使用同一种算法",
        mend_en: "use the same kind"
    }
    DiscountChosenTwice = 519 Discount Violation "discount.chosen_twice" {
        zh: "折扣“{name}”选了两次",
        en: "the discount \"{name_en}\" is chosen twice",
        mend_zh: "只选一次",
        mend_en: "choose it once"
    }
    DiscountExclusiveGroup = 520 Discount Violation "discount.exclusive_group" {
        zh: "“{name}”与“{other_name}”同属互斥组“{group}”",
        en: "\"{name_en}\" and \"{other_name_en}\" are both of the exclusive group \"{group}\"",
        mend_zh: "只选其一",
        mend_en: "choose one of them"
    }
    DiscountNotWith = 521 Discount Violation "discount.not_with" {
        zh: "“{name}”不能与“{other_name}”同时享受",
        en: "\"{name_en}\" may not be given with \"{other_name_en}\"",
        mend_zh: "只选其一",
        mend_en: "choose one of them"
    }
    DiscountFixedPriceAlone = 522 Discount Violation "discount.fixed_price_alone" {
        zh: "一口价“{name}”不能与“{other_name}”同时享受",
        en: "the fixed price \"{name_en}\" may not be given with \"{other_name_en}\"",
        mend_zh: "只选其一，或把一口价设为可叠加",
        mend_en: "choose one of them, or make the fixed price combinable"
    }
    DiscountTooManyItems = 523 Discount Violation "discount.too_many_items" {
        zh: "选了 {count} 项折扣，最多 {limit} 项",
        en: "{count} discounts are chosen; {limit} at most are allowed",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountTooManyPoints = 524 Discount Violation "discount.too_many_points" {
        zh: "折扣合计 {points} 点，最多 {limit} 点",
        en: "the discounts take off {points} points in all; {limit} at most are allowed",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountWrittenAmount = 525 Discount Violation "discount.written_as_amount" {
        zh: "“{text}”是金额，这项优惠的类型是{kind_zh}",
        en: "\"{text}\" is an amount; the kind of this discount is {kind_en}",
        mend_zh: "写成 {forms_zh}",
        mend_en: "write {forms_en}"
    }
    DiscountWrittenShare = 526 Discount Violation "discount.written_as_share" {
        zh: "“{text}”是折扣或比例，这项优惠的类型是{kind_zh}，按金额填写",
        en: "\"{text}\" is a rate or share; this discount is {kind_en} and takes an amount",
        mend_zh: "写成 {forms_zh}",
        mend_en: "write {forms_en}"
    }
    DiscountTakesNothing = 527 Discount Warning "discount.takes_nothing" {
        zh: "折扣“{name}”没有减少价格",
        en: "the discount \"{name_en}\" takes nothing off the price",
        mend_zh: "核对它的数值，或不用它",
        mend_en: "check its value, or leave it out"
    }
    DiscountLarge = 528 Discount Violation "discount.large" {
        zh: "折扣“{name}”减去 {amount:yuan}，占表价的 {percent:number}%，超过 {threshold:number}%",
        en: "the discount \"{name_en}\" takes {amount:yuan} off, {percent:number} % of the list price, more than {threshold:number} %",
        mend_zh: "核对数值；确属约定的，在请求中注明已确认（“confirmed”）",
        mend_en: "check the value; if it is meant, say so in the request (confirmed)"
    }
    DiscountLargeTogether = 529 Discount Violation "discount.large_together" {
        zh: "折扣{names:list}合计减去 {amount:yuan}，占表价的 {percent:number}%，超过 {threshold:number}%",
        en: "the discounts {names_en:list} take {amount:yuan} off together, {percent:number} % of the list price, more than {threshold:number} %",
        mend_zh: "核对数值；确属约定的，在请求中注明已确认（“confirmed”）",
        mend_en: "check the values; if they are meant, say so in the request (confirmed)"
    }
    DiscountValue = 530 Discount Violation "discount.value" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "{field} is {value:number}; it must be {rule_en}",
        mend_zh: "改正折扣的值",
        mend_en: "mend the value"
    }
    DiscountDuplicateCode = 531 Discount Violation "discount.duplicate_code" {
        zh: "折扣编码“{code}”重复",
        en: "the discount code \"{code}\" is used twice",
        mend_zh: "使用不同的编码",
        mend_en: "use different codes"
    }
    DiscountNotWithUnknown = 532 Discount Violation "discount.not_with_unknown" {
        zh: "“not_with”中的“{code}”不在方案里",
        en: "not_with names \"{code}\", which is not in the scheme",
        mend_zh: "改正编码",
        mend_en: "mend the code"
    }
    DiscountWindowOrder = 533 Discount Violation "discount.window_order" {
        zh: "有效期 {from}～{to} 的起止颠倒",
        en: "the window from {from} to {to} ends before it begins",
        mend_zh: "交换起止日期",
        mend_en: "swap the dates"
    }
    DiscountPointsOver = 534 Discount Violation "discount.points_over" {
        zh: "累加的点数合计 {points}，超过 100 点",
        en: "the added points come to {points}, more than 100",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountListMissing = 535 Discount Violation "discount.list_missing" {
        zh: "没有表价：至少给出总价或单价",
        en: "there is no list price: give the total or the unit price",
        mend_zh: "补上表价",
        mend_en: "give the list price"
    }
    DiscountListNotPositive = 536 Discount Violation "discount.list_not_positive" {
        zh: "“{field}”为 {value:number}，必须大于零",
        en: "{field} is {value:number}; it must be greater than zero",
        mend_zh: "改正表价或面积",
        mend_en: "mend the list price or the area"
    }
    DiscountGroupOfOne = 537 Discount Warning "discount.group_of_one" {
        zh: "互斥组“{group}”里只有“{name}”，不排除任何折扣",
        en: "the exclusive group \"{group}\" holds only \"{name_en}\" and excludes nothing",
        mend_zh: "改正组名，或去掉互斥组",
        mend_en: "correct the name of the group, or leave it out"
    }
    DiscountNameSpelling = 538 Discount Violation "discount.name_spelling" {
        zh: "“{code}”要求{kind_zh}“{name}”，本单是“{given}”：只差前导零、空格、全半角或大小写，对不上",
        en: "\"{code}\" asks for the {kind} \"{name}\" and the deal has \"{given}\": they differ only in leading zeros, spaces, width or case, and do not match",
        mend_zh: "统一写法",
        mend_en: "write both alike"
    }
    DiscountUsesUnknown = 539 Discount Warning "discount.uses_unknown" {
        zh: "“{code}”限名额，已用数却记在“{uses}”名下，方案里没有这项折扣",
        en: "\"{code}\" has a quota, but its uses are counted as \"{uses}\", which the scheme does not have",
        mend_zh: "改正“uses”中的编码",
        mend_en: "correct the code in uses"
    }
    // Not told any more: project.figures_differ says it for every price.
    DiscountListDiffers = 540 Discount Warning "discount.list_differs" {
        zh: "表价总价 {total:yuan}与单价 × 面积 {product:yuan}相差较大",
        en: "the list total {total:yuan} is far from unit price x area, {product:yuan}",
        mend_zh: "核对表价和面积",
        mend_en: "check the list price and the area"
    }
    DiscountNothingLeft = 541 Discount Violation "discount.nothing_left" {
        zh: "折扣不小于表价，成交价为 0",
        en: "the discounts are as large as the list price; nothing is left",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountAboveList = 542 Discount Warning "discount.above_list" {
        zh: "成交总价 {deal:yuan}高于表价 {list:yuan}",
        en: "the deal total {deal:yuan} is above the list total {list:yuan}",
        mend_zh: "检查一口价和取整",
        mend_en: "check the fixed price and the rounding"
    }
    DiscountConditional = 543 Discount Info "discount.conditional" {
        zh: "“{name}”以 {date} 前签约为条件，逾期取消",
        en: "\"{name_en}\" is given for signing by {date} and is lost after that",
        mend_zh: "在该日前签约",
        mend_en: "sign by that day"
    }
    DiscountLargeConfirmed = 544 Discount Warning "discount.large_confirmed" {
        zh: "折扣“{name}”减去 {amount:yuan}，占表价的 {percent:number}%，超过 {threshold:number}%，已确认",
        en: "the discount \"{name_en}\" takes {amount:yuan} off, {percent:number} % of the list price, more than {threshold:number} %; this was confirmed",
        mend_zh: "无需处理；审批时请留意",
        mend_en: "nothing to mend; who approves should look at it"
    }
    DiscountLargeTogetherConfirmed = 545 Discount Warning "discount.large_together_confirmed" {
        zh: "折扣{names:list}合计减去 {amount:yuan}，占表价的 {percent:number}%，超过 {threshold:number}%，已确认",
        en: "the discounts {names_en:list} take {amount:yuan} off together, {percent:number} % of the list price, more than {threshold:number} %; this was confirmed",
        mend_zh: "无需处理；审批时请留意",
        mend_en: "nothing to mend; who approves should look at it"
    }
    DiscountTooManyCombinations = 550 Discount Violation "discount.too_many_combinations" {
        zh: "组合超过 {limit:number} 个，不能逐一证明",
        en: "there are more than {limit:number} combinations, too many to prove the best",
        mend_zh: "减少可选折扣，或指定必选的折扣",
        mend_en: "offer fewer discounts, or name those that must be in"
    }
    DiscountCostsMore = 551 Discount Info "discount.costs_more" {
        zh: "含“{name}”的最低成交价是 {total:yuan}，高于 {best:yuan}",
        en: "the cheapest price with \"{name_en}\" is {total:yuan}, above {best:yuan}",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountNoGain = 552 Discount Info "discount.no_gain" {
        zh: "加上“{name}”成交价不变",
        en: "\"{name_en}\" does not change the price",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountNeverTogether = 553 Discount Info "discount.never_together" {
        zh: "“{name}”不能与必选的折扣同时享受",
        en: "\"{name_en}\" may not be given with the discounts that have to be in",
        mend_zh: "换掉必选的折扣",
        mend_en: "change the discounts that have to be in"
    }
    DiscountNoAgreedValue = 554 Discount Info "discount.no_agreed_value" {
        zh: "“{name}”的值要另行约定，没有给出",
        en: "the value of \"{name_en}\" is agreed for each deal, and none is given",
        mend_zh: "在“chosen”中给出约定的值",
        mend_en: "give the agreed value in chosen"
    }
}
