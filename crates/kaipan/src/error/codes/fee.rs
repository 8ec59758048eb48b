// Fees and taxes. 7xx.

area! { $ fee
    FeeAmount = 701 Fee Violation "fee.amount" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "{field} is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    FeeShares = 702 Fee Violation "fee.shares" {
        zh: "各买受人的份额合计为 {sum}，应为 1",
        en: "the buyers' shares add up to {sum}, not 1",
        mend_zh: "改正份额；除不尽时写成分数，如 1/3",
        mend_en: "mend the shares; where they do not divide evenly, write quotients such as 1/3"
    }
    FeeEmpty = 703 Fee Violation "fee.empty" {
        zh: "“{field}”不能为空",
        en: "{field} must not be empty",
        mend_zh: "规则需要代码和至少一行费率，公式需要至少一项",
        mend_en: "a rule needs a code and a row, a formula needs a term"
    }
    FeeRange = 704 Fee Violation "fee.range" {
        zh: "“{low}”（{from}）不在“{high}”（{to}）之前，什么也不会落在其间",
        en: "{low} ({from}) is not below {high} ({to}): nothing lies between",
        mend_zh: "改正上下限或起止日期",
        mend_en: "mend the limits or the dates"
    }
    FeeRuleOverlap = 705 Fee Violation "fee.rule_overlap" {
        zh: "规则“{code}”与第 {first} 条同代码规则的有效期重叠",
        en: "rule \"{code}\" is in force together with rule number {first} of the same code",
        mend_zh: "让前一条的停用日“effective_to”早于后一条的生效日“effective_from”，或换一个代码",
        mend_en: "end the earlier one before the later one begins, or give it another code"
    }
    FeePresetClash = 706 Fee Violation "fee.preset_clash" {
        zh: "该预设与第 {first} 个预设都规定了“{code}”",
        en: "this preset and preset number {first} both set \"{code}\"",
        mend_zh: "只保留一个，或用同代码的自有规则替代",
        mend_en: "keep one of them, or put a rule of your own with that code"
    }
    FeeNameNeeded = 707 Fee Violation "fee.name_needed" {
        zh: "名称“{name}”不唯一，无法与已有费用对应",
        en: "the name \"{name}\" is not unique, so earlier fee lines cannot be matched",
        mend_zh: "有已有费用时，每套房和每位买受人都要有唯一的名称",
        mend_en: "with earlier lines, give every unit and every buyer a name of their own"
    }
    FeeExistingNameless = 708 Fee Warning "fee.existing_nameless" {
        zh: "已有费用“{code}”没有填写“{field}”，与本次的费用对不上，按不再收取调整",
        en: "the earlier fee \"{code}\" has no {field:words} and matches no fee now; it is adjusted as no longer due",
        mend_zh: "补上“{field}”",
        mend_en: "give its {field:words}"
    }
    FeeExistingBuyer = 709 Fee Warning "fee.existing_buyer" {
        zh: "已有费用“{code}”写了买受人“{buyer}”，而这项费用不分买受人，对不上，按不再收取调整",
        en: "the earlier fee \"{code}\" names the buyer \"{buyer}\", but the fee is not by buyer; it matches nothing and is adjusted as no longer due",
        mend_zh: "删去买受人，或核对收费规则的“per_buyer”",
        mend_en: "remove the buyer, or check per_buyer of the rule"
    }
    FeeFactMissing = 721 Fee Warning "fee.fact_missing" {
        zh: "没有计算“{name}”：未给出{fact_zh}",
        en: "\"{name_en}\" is not computed: {fact:words} is not known",
        mend_zh: "补上该资料后重算",
        mend_en: "give it and compute again"
    }
    FeeNotSurveyed = 722 Fee Info "fee.not_surveyed" {
        zh: "“{name}”暂按建筑面积计算，实测后重算",
        en: "\"{name_en}\" is computed from the building area until the unit is surveyed",
        mend_zh: "实测后给出实测面积“surveyed_area”",
        mend_en: "give surveyed_area after the survey"
    }
    FeeHomeAssumed = 723 Fee Info "fee.home_assumed" {
        zh: "未说明第 {number} 位买受人的住房套数，按家庭唯一住房计算",
        en: "buyer {number}: no count of homes is given; computed as the household's only home",
        mend_zh: "核实家庭住房套数并填写“home_count”",
        mend_en: "check the household's homes and give home_count"
    }
    FeeNotInForce = 724 Fee Warning "fee.not_in_force" {
        zh: "{date} 没有生效的“{name}”规则",
        en: "no rule of \"{name_en}\" is in force on {date}",
        mend_zh: "核对日期，或补上当时的规则",
        mend_en: "check the date, or add the rule of that time"
    }
    FeeCityDiffers = 725 Fee Warning "fee.city_differs" {
        zh: "城市是“{city}”，却使用了“{preset}”的预设",
        en: "the city is \"{city}\", but the preset is that of {preset_en}",
        mend_zh: "改用当地的规则",
        mend_en: "use the rules of that city"
    }
    FeeExistingUnknown = 726 Fee Warning "fee.existing_unknown" {
        zh: "已有费用“{code}”不在收费规则中，按不再收取调整",
        en: "no rule knows the earlier fee \"{code}\"; it is adjusted as no longer due",
        mend_zh: "如仍应收取，把它的规则加入收费规则",
        mend_en: "if it is still due, add its rule to the policy"
    }
    FeeAreaDecides = 727 Fee Info "fee.area_decides" {
        zh: "“{name}”按合同面积 {contract:area}和实测面积 {surveyed:area}适用不同的标准，按 {area:area}计算",
        en: "{name_en} has another value by the contract's area {contract:area} than by the surveyed {surveyed:area}; {area:area} counts",
        mend_zh: "与税务机关或收费单位核实按哪个面积，收费政策的“area”可选",
        mend_en: "ask the authority which area counts; area of the fee policy chooses"
    }
    FeeNotAssessed = 728 Fee Info "fee.not_assessed" {
        zh: "“{name}”暂按合同价计算，核定价高于合同价的应按核定价",
        en: "{name_en} is computed from the contract price; an assessed price above it would count",
        mend_zh: "税务机关核定后给出“assessed_price”",
        mend_en: "give assessed_price once the tax office has assessed it"
    }
}
