// Channels. 15xx.

area! { $ channel
    ChannelIdTwice = 1501 Channel Violation "channel.id_twice" {
        zh: "编号“{id}”重复，第 {first} 项已使用",
        en: "the id \"{id}\" is given twice; number {first} has it",
        mend_zh: "给每项一个自己的编号",
        mend_en: "give each an id of its own"
    }
    ChannelDays = 1502 Channel Violation "channel.days" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "写出保护天数",
        mend_en: "write how many days it protects"
    }
    ChannelManyDays = 1503 Channel Violation "channel.many_days" {
        zh: "保护期 {days} 天，超过十年（{most} 天）",
        en: "a protection of {days} days is more than ten years ({most} days)",
        mend_zh: "改正天数",
        mend_en: "mend the days"
    }
    ChannelDatesTurned = 1504 Channel Violation "channel.dates_turned" {
        zh: "最后一天 {to} 早于第一天 {from}",
        en: "the last day {to} is before the first day {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    ChannelRulesOverlap = 1505 Channel Violation "channel.rules_overlap" {
        zh: "第 {number} 条保护规则与第 {first} 条的渠道、项目相同，日期重叠",
        en: "protection rule number {number} is for the channel and project of rule number {first}, on the same days",
        mend_zh: "写明各自的渠道、项目或日期",
        mend_en: "tell them apart by channel, project or dates"
    }
    ChannelNoRules = 1506 Channel Warning "channel.no_rules" {
        zh: "没有保护规则，任何报备都不受保护",
        en: "there is no protection rule: no registration protects",
        mend_zh: "给出规则，或不写“policy”而采用手册的规则",
        mend_en: "give rules, or leave policy out for those of the handbook"
    }
    ChannelLongLead = 1507 Channel Warning "channel.long_lead" {
        zh: "提前报备时间 {minutes:number} 分钟，超过两天",
        en: "a lead time of {minutes:number} minutes is more than two days",
        mend_zh: "核对单位：此处填分钟",
        mend_en: "look at the unit: this field is in minutes"
    }
    ChannelRecordedEarly = 1508 Channel Violation "channel.recorded_early" {
        zh: "报备“{id}”录入于“{recorded}”，早于渠道报备时间“{registered}”",
        en: "registration \"{id}\" was entered at \"{recorded}\", before the broker registered at \"{registered}\"",
        mend_zh: "改正两个时间",
        mend_en: "mend the times"
    }
    ChannelDealEarly = 1509 Channel Violation "channel.deal_early" {
        zh: "报备“{id}”的成交时间“{deal}”早于到访或报备时间“{before}”",
        en: "the deal of registration \"{id}\" at \"{deal}\" is before the visit or the registration at \"{before}\"",
        mend_zh: "改正时间，或不写成交时间",
        mend_en: "mend the times, or leave the deal out"
    }
    ChannelAmbiguous = 1510 Channel Violation "channel.ambiguous" {
        zh: "有 {count} 项报备可能是该客户的，归属因此不同：{ids:list}",
        en: "{count} registrations may be this customer's, and it makes a difference whose: {ids:list}",
        mend_zh: "问到完整号码，或在报备中写明客户编号，再判断归属",
        mend_en: "ask for the whole numbers, or write the customer's id into the registrations, before you decide"
    }
    ChannelByMask = 1511 Channel Warning "channel.by_mask" {
        zh: "凭隐去中间几位的号码，认定报备“{id}”是该客户的",
        en: "registration \"{id}\" is taken for this customer's by a number with its middle hidden",
        mend_zh: "问到完整号码后核对",
        mend_en: "ask for the whole number and compare"
    }
    ChannelOverlap = 1512 Channel Info "channel.overlap" {
        zh: "报备“{id}”在先，其余同在保护期内的不再计：{ids:list}",
        en: "registration \"{id}\" comes first; others that would protect do not count: {ids:list}",
        mend_zh: "对规则有异议的，由销售经理裁定",
        mend_en: "a sales manager decides where the rule is disputed"
    }
    ChannelNotProtecting = 1513 Channel Info "channel.not_protecting" {
        zh: "报备“{id}”不受保护：{state_zh}",
        en: "registration \"{id}\" does not protect: {state:words}",
        mend_zh: "核对报备与到访的时间和保护规则",
        mend_en: "look at the times of registration and visit, and at the rules"
    }
    ChannelUnitTwice = 1514 Channel Violation "channel.unit_twice" {
        zh: "房间“{unit}”同时分给渠道“{channel}”和“{other}”",
        en: "unit \"{unit}\" is allotted to channels \"{channel}\" and \"{other}\" at the same time",
        mend_zh: "收回其中一个，或改正日期",
        mend_en: "take one of them back, or mend the dates"
    }
    ChannelUnitRepeated = 1515 Channel Warning "channel.unit_repeated" {
        zh: "房间“{unit}”在同一次分配中写了两遍",
        en: "unit \"{unit}\" is named twice in one allotment",
        mend_zh: "删去一个",
        mend_en: "remove one of them"
    }
    ChannelAmount = 1516 Channel Violation "channel.amount" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值；比例 2% 写作 0.02",
        mend_en: "mend the value; a share of 2 % is 0.02"
    }
    ChannelParts = 1517 Channel Violation "channel.parts" {
        zh: "各次结佣的比例合计为 {sum:number}，应为 1",
        en: "the parts of a commission come to {sum:number}; they must come to 1",
        mend_zh: "改正各次的比例",
        mend_en: "mend the shares"
    }
    ChannelConditionTwice = 1518 Channel Violation "channel.condition_twice" {
        zh: "结佣条件与第 {first} 次相同",
        en: "the condition is that of part number {first}",
        mend_zh: "合并为一次，或改正条件",
        mend_en: "make them one part, or mend the condition"
    }
    ChannelClawBackEmpty = 1519 Channel Violation "channel.claw_back_empty" {
        zh: "按月退佣没有任何一档",
        en: "a claw-back by months has no step",
        mend_zh: "写出各档，或写“none”",
        mend_en: "write the steps, or write none"
    }
    ChannelClawBackOrder = 1520 Channel Violation "channel.claw_back_order" {
        zh: "退佣的 {months} 个月应大于前一档的 {before} 个月",
        en: "the {months} months of a claw-back must be more than the {before} of the step before",
        mend_zh: "按月数从小到大排列",
        mend_en: "put the steps in rising order"
    }
    ChannelTermsOverlap = 1521 Channel Violation "channel.terms_overlap" {
        zh: "第 {number} 份佣金条款与第 {first} 份的渠道、项目相同，日期重叠",
        en: "commission terms number {number} are for the channel and project of number {first}, on the same days",
        mend_zh: "改正日期，使一天只有一份",
        mend_en: "mend the dates so that one holds on each day"
    }
    ChannelHighRate = 1522 Channel Warning "channel.high_rate" {
        zh: "条款“{code}”的佣金比例为 {rate:percent}，高于 {usual:percent}",
        en: "the rate of terms \"{code}\" is {rate:percent}, above {usual:percent}",
        mend_zh: "核对：比例 2% 写作 0.02",
        mend_en: "look at it: a share of 2 % is 0.02"
    }
    ChannelMaskAsked = 1523 Channel Violation "channel.mask_asked" {
        zh: "报备的号码隐去了中间几位，按规则须问清后再判断：{ids:list}",
        en: "the numbers of registrations have their middle hidden, and by the policy a person asks first: {ids:list}",
        mend_zh: "问到完整号码，或在报备中写明客户编号",
        mend_en: "ask for the whole numbers, or write the customer's id into the registrations"
    }
    ChannelWithdrawnEarly = 1525 Channel Violation "channel.withdrawn_early" {
        zh: "报备“{id}”的撤回时间“{withdrawn}”早于渠道报备时间“{registered}”",
        en: "registration \"{id}\" was withdrawn at \"{withdrawn}\", before the broker registered at \"{registered}\"",
        mend_zh: "改正时间，或不写撤回时间",
        mend_en: "mend the times, or leave the withdrawal out"
    }
    ChannelBlank = 1524 Channel Violation "channel.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
}
