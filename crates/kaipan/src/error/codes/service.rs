// Services after signing. 224x to 226x.

area! { $ service
    ServiceNoSteps = 2240 Service Violation "service.no_steps" {
        zh: "事务没有步骤",
        en: "the service has no steps",
        mend_zh: "至少写一个步骤，或使用预设",
        mend_en: "give one step at least, or use the preset"
    }
    ServiceBlank = 2241 Service Violation "service.blank" {
        zh: "“{field}”是空的",
        en: "{field} is blank",
        mend_zh: "填写它",
        mend_en: "fill it in"
    }
    ServiceCodeTwice = 2242 Service Violation "service.code_twice" {
        zh: "代码“{code}”与第 {first} 个重复",
        en: "code \"{code}\" is that of number {first} too",
        mend_zh: "步骤和分支的代码各不相同，资料的代码各不相同",
        mend_en: "give every step and branch a code of its own, and every document"
    }
    ServiceCodeUnknown = 2243 Service Violation "service.code_unknown" {
        zh: "没有代码为“{code}”的步骤或分支",
        en: "there is no step or branch \"{code}\" here",
        mend_zh: "检查事务的步骤和分支",
        mend_en: "check the steps and branches of the service"
    }
    ServiceDays = 2244 Service Violation "service.days" {
        zh: "天数为 {days}，应在前后 {most} 天之内，提前只能用自然日",
        en: "the days are {days}; they are {most} at most either way, and natural days where they are before the anchor",
        mend_zh: "改正天数",
        mend_en: "mend the days"
    }
    ServiceLead = 2245 Service Violation "service.branch_lead" {
        zh: "分支“{code}”：{why_zh}",
        en: "the branch \"{code}\": {why}",
        mend_zh: "改正分支的位置或去向",
        mend_en: "mend where the branch is taken or what it leads to"
    }
    ServiceDeadEnd = 2246 Service Violation "service.dead_end" {
        zh: "进入分支“{code}”后没有出路",
        en: "there is no way out of branch \"{code}\"",
        mend_zh: "允许继续办理，或加一个从它出发的分支",
        mend_en: "let the service resume, or add a branch that is taken within it"
    }
    ServiceGuardBuiltIn = 2247 Service Violation "service.guard_built_in" {
        zh: "条件“{guard_zh}”总是检查，不写在事务里",
        en: "the condition \"{guard}\" is looked at in any case and not written in a service",
        mend_zh: "去掉它",
        mend_en: "leave it out"
    }
    ServiceOtherKind = 2248 Service Violation "service.other_kind" {
        zh: "事务“{service}”不是交易“{deal}”的“{found_zh}”",
        en: "service \"{service}\" is not the {found} of deal \"{deal}\"",
        mend_zh: "传入同一交易、同一类事务的内容",
        mend_en: "pass what belongs to one deal and one kind of service"
    }
    ServiceStepsDiffer = 2249 Service Violation "service.steps_differ" {
        zh: "事务“{service}”已完成的步骤“{step}”与事务的步骤顺序不符",
        en: "step \"{step}\", which is done in service \"{service}\", does not stand there in its definition",
        mend_zh: "使用办理它时的步骤，不要改动已完成的部分",
        mend_en: "pass the definition that it was done by; steps that are done do not change"
    }
    ServiceKeyReused = 2250 Service Violation "service.key_reused" {
        zh: "命令号“{key}”已用于另一个命令",
        en: "key \"{key}\" was used for another command",
        mend_zh: "每个命令用自己的号；重发时内容不变",
        mend_en: "give every command a key of its own, and repeat it unchanged"
    }
    ServiceFieldUnused = 2251 Service Violation "service.field_unused" {
        zh: "“{action_zh}”在这里不使用“{field}”",
        en: "{field} is not used here to {action}",
        mend_zh: "去掉这一项，或检查步骤和分支",
        mend_en: "leave it out, or check the step or branch"
    }
    ServiceAmount = 2252 Service Violation "service.amount" {
        zh: "“{field}”为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    ServiceDocumentUnknown = 2253 Service Violation "service.document_unknown" {
        zh: "这项事务没有资料“{code}”",
        en: "the service knows no document \"{code}\"",
        mend_zh: "检查资料代码，或把它加进事务的资料清单",
        mend_en: "check the code, or add the document to the lists of the service"
    }
    ServiceTwice = 2254 Service Violation "service.given_twice" {
        zh: "“{id}”与第 {first} 条重复",
        en: "\"{id}\" is that of number {first} too",
        mend_zh: "每一条只传入一次",
        mend_en: "pass each of them once"
    }
    ServiceOverdue = 2260 Service Warning "service.overdue" {
        zh: "交易“{deal}”的{kind_zh}“{step_zh}”应于 {day} 完成，已逾期 {days} 天",
        en: "deal \"{deal}\", {kind}: \"{step}\" was planned for {day}; days overdue: {days}",
        mend_zh: "办理这一步，或承诺新的日期",
        mend_en: "do the step, or promise another day"
    }
    ServiceTodoLate = 2261 Service Warning "service.todo_late" {
        zh: "交易“{deal}”的待办“{what_zh}”应于 {day} 完成，已逾期 {days} 天",
        en: "deal \"{deal}\": to {what} was due by {day}; days overdue: {days}",
        mend_zh: "办理后登记完成",
        mend_en: "do it, and note that it is done"
    }
    ServiceStepLate = 2262 Service Info "service.step_late" {
        zh: "“{step_zh}”计划 {day} 完成，迟了 {days} 天",
        en: "\"{step}\" was planned for {day}; days late: {days}",
        mend_zh: "核对实际日期",
        mend_en: "check the real day"
    }
    ServiceShortfallOpen = 2263 Service Warning "service.shortfall_open" {
        zh: "贷款已到账，批贷不足的差额 {amount:yuan}尚未收齐",
        en: "the loan has arrived, and the shortfall of {amount:yuan} is still open",
        mend_zh: "向客户收取差额",
        mend_en: "collect it from the buyer"
    }
    ServiceAccountOther = 2264 Service Warning "service.account_other" {
        zh: "放款进入账户“{found}”，应进入“{account}”",
        en: "the loan came to account \"{found}\"; it belongs in \"{account}\"",
        mend_zh: "转入监管账户",
        mend_en: "move it to the supervised account"
    }
    ServiceDisbursedLess = 2265 Service Warning "service.disbursed_less" {
        zh: "放款比批准额少 {amount:yuan}，已作为差额向客户收取",
        en: "the bank paid {amount:yuan} less than it had approved; the buyer owes that",
        mend_zh: "与银行核对",
        mend_en: "check it with the bank"
    }
    ServiceSeveral = 2266 Service Warning "service.several" {
        zh: "交易“{deal}”有不止一个未关闭的“{kind_zh}”",
        en: "deal \"{deal}\" has more than one {kind} that is not closed",
        mend_zh: "终止多余的一个",
        mend_en: "stop the one too many"
    }
    ServicePromisePast = 2267 Service Warning "service.promise_past" {
        zh: "承诺的日期 {day} 早于今天 {now}",
        en: "the day promised, {day}, is before today, {now}",
        mend_zh: "核对日期",
        mend_en: "check the day"
    }
}
