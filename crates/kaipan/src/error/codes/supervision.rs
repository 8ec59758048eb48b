// Supervised accounts. 2396 to 2406.

area! { $ supervision
    SupervisionUnknown = 2396 Supervision Violation "supervision.unknown" {
        zh: "没有{what_zh}“{name}”",
        en: "there is no {what} \"{name}\"",
        mend_zh: "核对，或在请求中补上",
        mend_en: "look at it, or give it in the request"
    }
    SupervisionRepeated = 2397 Supervision Violation "supervision.repeated" {
        zh: "“{name}”给出了两次",
        en: "\"{name}\" is given twice",
        mend_zh: "只写一次",
        mend_en: "give it once"
    }
    SupervisionSign = 2398 Supervision Violation "supervision.sign" {
        zh: "“{purpose_zh}”的金额为 {amount:yuan}，方向不对",
        en: "the amount of {purpose:words} is {amount:yuan}, which goes the other way",
        mend_zh: "收入写正数，支出写负数，不写零",
        mend_en: "what comes in is above zero, what goes out below; none is zero"
    }
    SupervisionBaseMissing = 2399 Supervision Violation "supervision.base_missing" {
        zh: "账户“{account}”在 {day} 应留余额按比例计算，缺“{field}”",
        en: "what account \"{account}\" must keep on {day} is a share of {field}, which is not given",
        mend_zh: "在账户的“bases”中填写",
        mend_en: "give it in bases of the account"
    }
    SupervisionNoStage = 2400 Supervision Violation "supervision.no_stage" {
        zh: "{day} 没有适用于“{name}”的监管规则或阶段",
        en: "no rule or stage of supervision holds for \"{name}\" on {day}",
        mend_zh: "写一条没有起始日的规则，规则开头写一个没有节点的阶段",
        mend_en: "give a rule without a first day, and begin each rule with a stage without nodes"
    }
    SupervisionBelow = 2401 Supervision Violation "supervision.below" {
        zh: "账户“{account}”在 {day} 可拨付 {most:yuan}，不能拨付 {amount:yuan}",
        en: "account \"{account}\" may release {most:yuan} on {day}, not {amount:yuan}",
        mend_zh: "减少金额，或等到下一节点",
        mend_en: "release less, or wait for the next node"
    }
    SupervisionElsewhere = 2402 Supervision Violation "supervision.elsewhere" {
        zh: "{purpose_zh} {amount:yuan}进入账户“{account}”，不是监管账户；尚未归位 {left:yuan}",
        en: "{amount:yuan} of {purpose:words} came to account \"{account}\", which is not the supervised one; not yet moved: {left:yuan}",
        mend_zh: "转入监管账户",
        mend_en: "move it to the supervised account"
    }
    SupervisionOverdrawn = 2403 Supervision Violation "supervision.overdrawn" {
        zh: "账户“{account}”在 {day} 的余额为 {balance:yuan}",
        en: "the balance of account \"{account}\" on {day} is {balance:yuan}",
        mend_zh: "核对期初余额和收支",
        mend_en: "look at the opening balance and the movements"
    }
    SupervisionPointsNowhere = 2404 Supervision Warning "supervision.points_nowhere" {
        zh: "{what_zh}“{name}”没有对应的阶段或错入款项",
        en: "{what} \"{name}\" has no stage, or no money astray, that it is about",
        mend_zh: "核对名称、金额和账户",
        mend_en: "look at the name, the amount and the account"
    }
    SupervisionFigure = 2405 Supervision Violation "supervision.figure" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    SupervisionShort = 2406 Supervision Warning "supervision.short" {
        zh: "账户“{account}”余额 {balance:yuan}，低于应留的 {needed:yuan}",
        en: "account \"{account}\" holds {balance:yuan}, less than the {needed:yuan} that it must keep",
        mend_zh: "补足之前不能拨付",
        mend_en: "nothing is released until it is made up"
    }
}
