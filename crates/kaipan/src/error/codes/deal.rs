// Deals. 20xx.

area! { $ deal
    DealFactsTwice = 2001 Deal Violation "deal.facts_twice" {
        zh: "“{name}”的销售条件写了两次",
        en: "the facts of \"{name}\" are given twice",
        mend_zh: "只保留一处",
        mend_en: "keep one of them"
    }
    DealForeignEvent = 2002 Deal Violation "deal.foreign_event" {
        zh: "事件属于“{found}”，不属于“{stream}”",
        en: "the event belongs to \"{found}\", not to \"{stream}\"",
        mend_zh: "只传入这一个流的事件",
        mend_en: "pass the events of this stream alone"
    }
    DealEventOrder = 2003 Deal Violation "deal.event_order" {
        zh: "下一个事件应是第 {next} 个，这里是第 {found} 个",
        en: "event {next} comes next, this is event {found}",
        mend_zh: "按版本号从 1 开始连续传入，不缺、不重、不乱",
        mend_en: "pass them by version from 1 on, each once and in order"
    }
    DealEventTime = 2004 Deal Violation "deal.event_time" {
        zh: "事件的记录时间 {time} 早于上一个事件 {before}",
        en: "the event was recorded at {time}, before the one before it at {before}",
        mend_zh: "检查事件的顺序和记录时间",
        mend_en: "check the order and the times of the events"
    }
    DealFieldUnused = 2005 Deal Violation "deal.field_unused" {
        zh: "“{action_zh}”不使用“{field}”",
        en: "{field} is not used to {action}",
        mend_zh: "去掉这一项，或检查动作",
        mend_en: "leave it out, or check the action"
    }
    DealUnitDiffers = 2006 Deal Violation "deal.unit_differs" {
        zh: "房间“{found}”与库存“{unit_no}”不一致",
        en: "unit {found} is not that of the stock, {unit_no}",
        mend_zh: "传入同一套房",
        mend_en: "pass one unit"
    }
    DealInputMissing = 2007 Deal Violation "deal.input_missing" {
        zh: "缺少“{input}”，无法得出结果",
        en: "\"{input}\" is needed to say what follows",
        mend_zh: "给出“{input}”",
        mend_en: "give \"{input}\""
    }
    DealLotteryEmpty = 2008 Deal Violation "deal.lottery_empty" {
        zh: "摇号名单是空的",
        en: "the list of the lottery is empty",
        mend_zh: "至少登记一人",
        mend_en: "enter at least one registration"
    }
    DealLotteryTwice = 2009 Deal Violation "deal.lottery_twice" {
        zh: "“{name}”在摇号名单里出现两次",
        en: "\"{name}\" is in the list of the lottery twice",
        mend_zh: "一个号、一份认筹只登记一次",
        mend_en: "give every number and every registration once"
    }
    DealLotteryName = 2010 Deal Violation "deal.lottery_name" {
        zh: "“{name}”不能写进摇号名单",
        en: "\"{name}\" cannot stand in the list of the lottery",
        mend_zh: "认筹编号不能为空，不能含“|”或换行",
        mend_en: "a registration is not empty and has no \"|\" or line break"
    }
    DealLotterySeed = 2011 Deal Violation "deal.lottery_seed" {
        zh: "没有种子",
        en: "there is no seed",
        mend_zh: "按公布的原文写入事先指定的公开数字",
        mend_en: "give the public figure that was named beforehand, as published"
    }
    DealLotteryHash = 2012 Deal Violation "deal.lottery_hash" {
        zh: "名单的哈希“{found}”与公布的“{published}”不一致",
        en: "the hash of the list is \"{found}\", not \"{published}\" as published",
        mend_zh: "使用公布哈希时的名单，名单不得再改",
        mend_en: "use the list whose hash was published: it must not change"
    }
    DealFirstRegistration = 2050 Deal Warning "deal.first_registration" {
        zh: "尚未办理首次登记；现房销售一般应先办首次登记",
        en: "there is no first registration yet: homes are normally registered before they are sold completed",
        mend_zh: "办理首次登记，或告知买方",
        mend_en: "have it registered, or tell the buyer"
    }
    DealDepositLarge = 2051 Deal Warning "deal.deposit_large" {
        zh: "定金 {amount:yuan}超过总价的 5%；定金合同只收小额定金",
        en: "the deposit of {amount:yuan} is above 5 % of the total: a deposit contract takes a small one",
        mend_zh: "减少定金，或确认金额",
        mend_en: "take less, or confirm the amount"
    }
    DealBuyerDetails = 2052 Deal Warning "deal.buyer_details" {
        zh: "“{customer}”等 {count} 位买方的姓名或证件号未写入快照",
        en: "name or paper of {count} buyers, \"{customer}\" first, are not in the snapshot",
        mend_zh: "给出买方资料",
        mend_en: "give the details of the buyers"
    }
    DealWaiverUnknown = 2053 Deal Violation "deal.waiver_unknown" {
        zh: "审批单豁免的“{guard}”不是交易的条件",
        en: "the request waives \"{guard}\", which is no guard of a deal",
        mend_zh: "写条件的代号",
        mend_en: "name the guard by its word"
    }
    DealAmount = 2054 Deal Violation "deal.amount" {
        zh: "“{field}”必须{rule_zh}，而不是 {value:yuan}",
        en: "{field} must be {rule_en}, not {value:yuan}",
        mend_zh: "改正金额",
        mend_en: "correct the amount"
    }
    DealShare = 2055 Deal Violation "deal.share" {
        zh: "“{field}”必须{rule_zh}，而不是 {value}",
        en: "{field} must be {rule_en}, not {value}",
        mend_zh: "写 0 到 1 之间的比例，30% 写 0.3",
        mend_en: "give a share from 0 to 1: 0.3 is 30 %"
    }
    DealContractAbove = 2068 Deal Info "deal.contract_above" {
        zh: "合同总价 {contract:yuan}比成交总价多 {above:yuan}，应为装修、附属房间等",
        en: "the contract total of {contract:yuan} is {above:yuan} above the deal total: fit-out, attached units",
        mend_zh: "核对多出的部分",
        mend_en: "check what it has besides"
    }
    DealMoneyUnknown = 2069 Deal Warning "deal.money_unknown" {
        zh: "不认识款项“{item}”，按其他款项处理，不算定金和房款",
        en: "\"{item}\" is no item of money that is known: it counts neither as deposit nor as house money",
        mend_zh: "改用款项代号，或写明其类别“category”",
        mend_en: "use the code of an item, or say its category"
    }
    DealMoneyMisnamed = 2066 Deal Violation "deal.money_misnamed" {
        zh: "“{item}”不是款项代号，应为“{meant}”",
        en: "\"{item}\" is no item of money, \"{meant}\" is",
        mend_zh: "写“{meant}”；自定的款项写明其类别“category”",
        mend_en: "write \"{meant}\", or say the category of an item of your own"
    }
    DealRulesWithoutPermit = 2056 Deal Warning "deal.rules_without_permit" {
        zh: "{on} 没有涵盖“{unit}”的有效预售许可证，放款按最新规定",
        en: "no presale permit in force on {on} covers \"{unit}\": the pay-out is that of the latest rule",
        mend_zh: "核对许可证号和发证日期，或提供“permits”",
        mend_en: "check the number and the day of issue, or give \"permits\""
    }
    DealBuildingLike = 2268 Deal Warning "deal.building_like" {
        zh: "没有楼栋“{building}”的情况，有“{like}”的：未按同一栋算",
        en: "nothing is known of building \"{building}\", but of \"{like}\": they do not count as one",
        mend_zh: "楼栋写法与房源一致",
        mend_en: "write the building as its units do"
    }
    DealPriceDeep = 2067 Deal Warning "deal.price_deep" {
        zh: "成交总价 {deal:yuan}不到表价总价 {list:yuan}的七成",
        en: "the deal total of {deal:yuan} is below 70 % of the list total of {list:yuan}",
        mend_zh: "核对位数与折扣；属实则在“confirmed”中确认",
        mend_en: "check digits and discounts; if it is right, name it in \"confirmed\""
    }
    DealMoneyElsewhere = 2062 Deal Warning "deal.money_elsewhere" {
        zh: "房款在“{account}”，不在监管账户“{supervised}”，共 {count} 笔",
        en: "house money lies in \"{account}\", not in the supervised account \"{supervised}\": {count} in all",
        mend_zh: "转入监管账户",
        mend_en: "move it to the supervised account"
    }
    DealDepositDiffers = 2063 Deal Warning "deal.deposit_differs" {
        zh: "付款计划中的定金为 {scheduled:yuan}，约定的定金为 {agreed:yuan}",
        en: "the schedule has a deposit of {scheduled:yuan}, and {agreed:yuan} is agreed",
        mend_zh: "按约定的定金重排付款计划，或改正定金",
        mend_en: "make the schedule with the deposit agreed, or correct the deposit"
    }
    DealBookingLarge = 2064 Deal Warning "deal.booking_large" {
        zh: "预定金 {amount:yuan}超过表价总价的 20%",
        en: "booking money of {amount:yuan} is above 20 % of the list total",
        mend_zh: "检查金额",
        mend_en: "check the amount"
    }
    DealDiscountDiffers = 2065 Deal Warning "deal.discount_differs" {
        zh: "折扣写作“{text}”，而成交总价 {found:yuan}与按此折扣的 {expected:yuan}相差 1% 以上",
        en: "the discount reads \"{text}\", and the deal total of {found:yuan} is 1 % or more from {expected:yuan}, which it comes to",
        mend_zh: "改正折扣说明或成交价",
        mend_en: "correct the text or the price"
    }
}
