// Ownership of customers. 14xx.

area! { $ ownership
    OwnershipEmpty = 1401 Ownership Violation "ownership.empty" {
        zh: "“{field}”不能为空",
        en: "{field} must not be empty",
        mend_zh: "填写该项",
        mend_en: "give it"
    }
    OwnershipTwice = 1402 Ownership Violation "ownership.id_twice" {
        zh: "“{id}”与第 {first} 条重复",
        en: "\"{id}\" is that of number {first} too",
        mend_zh: "每条记录使用自己的编号",
        mend_en: "give every record an id of its own"
    }
    OwnershipNumber = 1403 Ownership Violation "ownership.number" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "{field} is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    OwnershipTooLong = 1404 Ownership Violation "ownership.too_long" {
        zh: "“{field}”为 {value:number}，不能超过 {most:number}",
        en: "{field} is {value:number}; {most:number} is the most",
        mend_zh: "改正数值，不设期限时省略该项",
        mend_en: "mend the value, or leave it out where there is no limit"
    }
    OwnershipContactDays = 1405 Ownership Violation "ownership.contact_days" {
        zh: "提醒 {low} 天、最长间隔 {most} 天、可重新分配 {high} 天，应依次不减",
        en: "a warning after {low} days, a gap of {most} and reassignment after {high} are not in this order",
        mend_zh: "使提醒不晚于最长间隔，最长间隔不晚于重新分配",
        mend_en: "warn no later than the longest gap, and let that be no longer than the days to reassign"
    }
    OwnershipKindTwice = 1406 Ownership Violation "ownership.kind_twice" {
        zh: "{kind_zh}的有效期与第 {first} 条重复",
        en: "the validity of a {kind_en} is that of number {first} too",
        mend_zh: "每种记录只保留一条",
        mend_en: "keep one rule a kind"
    }
    OwnershipCustomerUnknown = 1408 Ownership Violation "ownership.customer_unknown" {
        zh: "没有客户“{id}”的记录",
        en: "there is no record of customer \"{id}\"",
        mend_zh: "核对客户编号；新客户先登记首次来电或来访",
        mend_en: "check the id; record the first call or visit of a new customer"
    }
    OwnershipNotDue = 1409 Ownership Violation "ownership.not_due" {
        zh: "客户最近一次联系是 {last}，{date} 起才可重新分配",
        en: "the last event is of {last}; the customer may be reassigned from {date} on",
        mend_zh: "到期后再分配；两名顾问都主张归属时用“rule”裁定",
        mend_en: "wait until then; where two agents claim the customer, use rule"
    }
    OwnershipSame = 1410 Ownership Violation "ownership.same" {
        zh: "客户本来就属于“{agent}”",
        en: "the customer is \"{agent}\"'s already",
        mend_zh: "选择其他置业顾问或部门",
        mend_en: "choose another agent or department"
    }
    OwnershipSelf = 1411 Ownership Violation "ownership.self" {
        zh: "“{agent}”不能把客户分给自己",
        en: "\"{agent}\" cannot give the customer to himself",
        mend_zh: "由其他经理决定",
        mend_en: "let another manager decide"
    }
    OwnershipShares = 1412 Ownership Violation "ownership.shares" {
        zh: "佣金份额合计为 {sum}，应为 1",
        en: "the shares of the commission add up to {sum}, not 1",
        mend_zh: "改正份额；除不尽时写成分数",
        mend_en: "mend the shares; where they do not divide evenly, write quotients"
    }
    OwnershipNoConflict = 1413 Ownership Violation "ownership.no_conflict" {
        zh: "没有两名以上置业顾问主张该客户，无需裁定",
        en: "no two agents claim the customer: there is nothing to decide",
        mend_zh: "重新分配用“reassign”",
        mend_en: "use reassign to give the customer to another agent"
    }
    OwnershipNoClaimant = 1414 Ownership Violation "ownership.no_claimant" {
        zh: "“{agent}”对该客户没有有效的记录",
        en: "\"{agent}\" has no claim in force to the customer",
        mend_zh: "在主张归属的置业顾问中选择",
        mend_en: "choose among the agents who claim the customer"
    }
    OwnershipEarly = 1415 Ownership Violation "ownership.early" {
        zh: "决定时间“{at}”早于已有的归属变更“{last}”",
        en: "\"{at}\" is before the change of ownership at \"{last}\"",
        mend_zh: "核对时间，或重新读取记录",
        mend_en: "check the time, or read the records again"
    }
    OwnershipStream = 1416 Ownership Violation "ownership.stream" {
        zh: "客户“{id}”的版本没有给出，或给出了多次",
        en: "the version of the stream of customer \"{id}\" is not given, or more than once",
        mend_zh: "为该客户和与其合并计算的家庭成员各给出一次",
        mend_en: "give it once for the customer and for each who counts as one with him"
    }
    OwnershipPeriod = 1417 Ownership Violation "ownership.period" {
        zh: "{to} 早于 {from}",
        en: "{to} is before {from}",
        mend_zh: "改正起止日期",
        mend_en: "mend the period"
    }
    OwnershipReceiver = 1418 Ownership Violation "ownership.receiver" {
        zh: "{kind_zh}不能填写这一项",
        en: "a change of the kind {kind:words} does not have it",
        mend_zh: "分配到部门只填写部门，其他变更只填写置业顾问",
        mend_en: "name the department alone where one gets the customer, and an agent alone elsewhere"
    }
    OwnershipNotAllowed = 1419 Ownership Violation "ownership.not_allowed" {
        zh: "{date} “{by}”无权分配部门“{node}”的客户；有权的是“{who_zh}”",
        en: "on {date} \"{by}\" may not give customers of department \"{node}\"; \"{who}\" may",
        mend_zh: "由该部门的主管分配，或在岗位中授予“customer.reassign”",
        mend_en: "let the supervisor of the department do it, or grant customer.reassign to the role"
    }
    OwnershipNotThere = 1420 Ownership Violation "ownership.not_there" {
        zh: "{date} “{agent}”不在部门“{node}”",
        en: "on {date} \"{agent}\" does not work in department \"{node}\"",
        mend_zh: "指定该部门的人员，或先把客户分配到其部门",
        mend_en: "name somebody of that department, or give the customer to the agent's department first"
    }
    OwnershipNodeAlone = 1421 Ownership Violation "ownership.node_alone" {
        zh: "按组织节点“{node}”列出须给出组织架构",
        en: "lists of node \"{node}\" need the organisation",
        mend_zh: "同时给出组织架构，或不给节点",
        mend_en: "give the organisation too, or leave the node out"
    }
    OwnershipConflict = 1431 Ownership Warning "ownership.conflict" {
        zh: "撞单：{count} 名置业顾问的记录都有效",
        en: "the claims of {count} agents are in force",
        mend_zh: "报销售经理裁定",
        mend_en: "let the sales manager decide"
    }
    OwnershipLapsed = 1432 Ownership Info "ownership.lapsed" {
        zh: "“{agent}”的保护期已于 {date} 结束，客户不属于任何人",
        en: "the claim of \"{agent}\" ended on {date}; the customer is nobody's",
        mend_zh: "重新登记或分配",
        mend_en: "register the customer again, or assign him"
    }
    OwnershipLate = 1433 Ownership Warning "ownership.late_entry" {
        zh: "迟报：{date} 才录入，期限是 {limit}",
        en: "entered on {date}; the deadline was {limit}",
        mend_zh: "当天录入，最晚不超过第二个工作日结束",
        mend_en: "enter records the same day, by the end of the second working day at the latest"
    }
    OwnershipMissing = 1434 Ownership Warning "ownership.missing_record" {
        zh: "漏报：“{agent}”没有录入这次接待，期限是 {limit}",
        en: "\"{agent}\" did not enter this reception; the deadline was {limit}",
        mend_zh: "补录，或核对接待登记",
        mend_en: "add the record, or check the log of receptions"
    }
    OwnershipFalse = 1435 Ownership Violation "ownership.false_record" {
        zh: "虚报：“{agent}”的这条记录没有对应的接待",
        en: "the front desk saw no reception for this record of \"{agent}\"",
        mend_zh: "核实后作废该记录，或补接待登记",
        mend_en: "find out, then void the record or add the reception"
    }
    OwnershipWrongAgent = 1436 Ownership Warning "ownership.wrong_agent" {
        zh: "错报：记录为“{agent}”接待，接待登记为“{other}”",
        en: "the record says that \"{agent}\" received the customer, the front desk that \"{other}\" did",
        mend_zh: "核对接待人；代接待的填写“served_by”",
        mend_en: "check who it was; give served_by if one served in the place of another"
    }
    OwnershipAssigned = 1437 Ownership Info "ownership.assigned" {
        zh: "客户自 {date} 起属于部门“{node}”，尚未指定置业顾问",
        en: "the customer is department \"{node}\"'s since {date}; no agent has been named",
        mend_zh: "由该部门的主管指定置业顾问",
        mend_en: "let the supervisor of the department name an agent"
    }
    OwnershipNoDepartment = 1438 Ownership Warning "ownership.no_department" {
        zh: "“{node}”是{kind_zh}，不是部门",
        en: "\"{node}\" is no department: its kind is {kind:words}",
        mend_zh: "核对后改为销售部门的节点",
        mend_en: "check it, and give the node of a sales department"
    }
    OwnershipNobodyThere = 1439 Ownership Warning "ownership.nobody_there" {
        zh: "{date} 部门“{node}”没有人员，无法指定置业顾问",
        en: "on {date} nobody works in department \"{node}\", so no agent can be named there",
        mend_zh: "核对部门，或补录人员任职",
        mend_en: "check the department, or give the assignments of its people"
    }
    OwnershipUnseen = 1440 Ownership Info "ownership.unseen" {
        zh: "没有给出组织架构，未核对部门“{node}”及其人员和权限",
        en: "without the organisation nobody looked at department \"{node}\", its people and their rights",
        mend_zh: "给出组织架构、岗位和任职",
        mend_en: "give the organisation, the roles and the assignments"
    }
    OwnershipNowhere = 1441 Ownership Warning "ownership.nowhere" {
        zh: "“{agent}”不在组织架构的任何节点，没有列入",
        en: "\"{agent}\" works at no node of the organisation and is not listed",
        mend_zh: "补录任职；不给节点时列出所有人",
        mend_en: "give the assignment; without a node everybody is listed"
    }
    OwnershipNobodyMay = 1442 Ownership Violation "ownership.nobody_may" {
        zh: "{date} “{by}”无权分配部门“{node}”的客户，其他人也无权",
        en: "on {date} \"{by}\" may not give customers of department \"{node}\", and nobody else may",
        mend_zh: "在岗位中授予“customer.reassign”，并补录人员任职",
        mend_en: "grant customer.reassign to a role, and assign somebody to it there"
    }
}
