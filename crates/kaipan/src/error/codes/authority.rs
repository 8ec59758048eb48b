// Who may approve a discount. 56x. Names in discounts, continued. 57x.

area! { $ authority
    DiscountAuthorityEmpty = 560 Discount Violation "discount.authority_empty" {
        zh: "折扣权限表没有岗位",
        en: "the authority table has no role",
        mend_zh: "至少写一个岗位",
        mend_en: "name at least one role"
    }
    DiscountAuthorityGap = 561 Discount Violation "discount.authority_gap" {
        zh: "折扣权限表有缺口：没有岗位能批{gap_zh}",
        en: "the authority table has a gap: no role may approve {gap_en}",
        mend_zh: "给最高岗位不设限，并允许破底价",
        mend_en: "give the highest role no limits and let it break the floor price"
    }
    DiscountAuthorityOrder = 562 Discount Warning "discount.authority_order" {
        zh: "较高岗位“{role}”的权限小于较低岗位“{lower}”",
        en: "the higher role \"{role}\" may approve less than the lower role \"{lower}\"",
        mend_zh: "按从低到高排列岗位，逐级放宽",
        mend_en: "list roles from low to high, with wider limits"
    }
    DiscountAuthorityRoleTwice = 563 Discount Violation "discount.authority_role_twice" {
        zh: "岗位“{role}”在同一范围出现两次",
        en: "the role \"{role}\" is listed twice for the same scope",
        mend_zh: "只保留一行",
        mend_en: "keep one row"
    }
    DiscountAuthorityEffective = 564 Discount Violation "discount.authority_effective" {
        zh: "实际折扣 {effective} 低于权限 {limit}",
        en: "the effective discount {effective} is below the limit {limit}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityPoints = 565 Discount Violation "discount.authority_points" {
        zh: "优惠 {share_off:percent} 超过权限 {limit:percent}",
        en: "{share_off:percent} off is more than the limit {limit:percent}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityAmount = 566 Discount Violation "discount.authority_amount" {
        zh: "优惠 {amount:yuan}超过权限 {limit:yuan}",
        en: "{amount:yuan} off is more than the limit {limit:yuan}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityFloor = 567 Discount Violation "discount.authority_floor" {
        zh: "价格低于底价，此岗位不能批",
        en: "the price is below the floor price, which this role may not approve",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityReason = 568 Discount Violation "discount.authority_reason" {
        zh: "{reason_zh}优惠 {amount:yuan}超过权限 {limit:number}",
        en: "{amount:yuan} off for {reason:words} is more than the limit {limit:number}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityScope = 569 Discount Info "discount.authority_scope" {
        zh: "此岗位不管本项目或本业态",
        en: "this role is not in charge of this project or product type",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountTierUnreachable = 570 Discount Warning "discount.tier_unreachable" {
        zh: "“{code}”有一档给会员级别“{level}”，但这项折扣不给该级别",
        en: "\"{code}\" has a tier for the member level \"{level}\", to which it is not given",
        mend_zh: "改正级别，或把它加入适用级别",
        mend_en: "correct the level, or add it to the levels of the discount"
    }
    DiscountFactUnmentioned = 571 Discount Info "discount.fact_unmentioned" {
        zh: "方案里没有一项折扣提到本单的{kind_zh}“{given}”",
        en: "no discount of the scheme asks for the {kind} \"{given}\" of the deal",
        mend_zh: "核对写法；确实没有优惠的，不必处理",
        mend_en: "check how it is written; if it brings no discount, nothing is to be done"
    }
}
