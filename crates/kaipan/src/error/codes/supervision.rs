// Supervised accounts. 2396 to 2406, 2290 to 2299.

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
        mend_zh: "收入写正数，支出写负数",
        mend_en: "what comes in is above zero, what goes out below"
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
        zh: "账户“{account}”在 {day} 可动用 {most:yuan}，不能支出 {amount:yuan}",
        en: "account \"{account}\" may pay out {most:yuan} on {day}, not {amount:yuan}",
        mend_zh: "减少金额，或等到下一节点、应留余额减少",
        mend_en: "pay out less, or wait for the next node or until less must be kept"
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
        zh: "监管规则没有用到节点“{name}”的阶段",
        en: "no stage of the rule has a node \"{name}\"",
        mend_zh: "核对节点的名称",
        mend_en: "look at the name of the node"
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
    SupervisionZero = 2290 Supervision Violation "supervision.zero" {
        zh: "“{purpose_zh}”的金额为零",
        en: "the amount of {purpose:words} is zero",
        mend_zh: "填写金额，或去掉这笔收支",
        mend_en: "give the amount, or leave the movement out"
    }
    SupervisionAboutMissing = 2291 Supervision Violation "supervision.about_missing" {
        zh: "归位“{name}”没有写明所指的收支",
        en: "\"{name}\" puts money right and does not say which",
        mend_zh: "在“about”中填写错入款项的键",
        mend_en: "give the key of the movement that went astray in about"
    }
    SupervisionPutRightAbove = 2292 Supervision Warning "supervision.put_right_above" {
        zh: "“{about}”错入 {amount:yuan}，归位共 {moved:yuan}，多于错入的金额",
        en: "{amount:yuan} of \"{about}\" went astray, and {moved:yuan} is put right, which is more",
        mend_zh: "核对归位的金额",
        mend_en: "look at the amounts that are put right"
    }
    SupervisionPutRightEarly = 2293 Supervision Warning "supervision.put_right_early" {
        zh: "归位“{name}”在 {day}，早于错入款项到账的 {from}，未计",
        en: "\"{name}\" puts right on {day} what came only on {from}; it is not counted",
        mend_zh: "核对日期",
        mend_en: "look at the dates"
    }
    SupervisionPutRightElsewhere = 2294 Supervision Warning "supervision.put_right_elsewhere" {
        zh: "归位“{name}”转入账户“{account}”，不是款项应在的监管账户，未计",
        en: "\"{name}\" moves money to account \"{account}\", where it does not belong either; it is not counted",
        mend_zh: "转入款项应在的监管账户",
        mend_en: "move it to the supervised account that it belongs in"
    }
    SupervisionPutRightNothing = 2295 Supervision Warning "supervision.put_right_nothing" {
        zh: "归位“{name}”所指的收支“{about}”没有进错账户",
        en: "\"{name}\" puts right \"{about}\", which did not come to a wrong account",
        mend_zh: "核对所指的收支",
        mend_en: "look at the movement that it is about"
    }
}
