// Approvals. 11xx.

area! { $ approval
    ApprovalRouteNoSteps = 1100 Approval Violation "approval.route_no_steps" {
        zh: "审批路线“{code}”没有步骤",
        en: "the route \"{code}\" has no step",
        mend_zh: "至少写一步；不需审批的，不要列在路线里",
        mend_en: "give at least one step; what needs no approval is left out of the routes"
    }
    ApprovalStepEmpty = 1101 Approval Violation "approval.step_empty" {
        zh: "审批路线“{code}”的第 {step} 步没有岗位",
        en: "step {step} of the route \"{code}\" has no role",
        mend_zh: "写出岗位，或删去这一步",
        mend_en: "name its roles, or remove the step"
    }
    ApprovalStepRoleTwice = 1102 Approval Violation "approval.step_role_twice" {
        zh: "岗位“{role}”在同一步写了两次",
        en: "the role \"{role}\" is named twice in one step",
        mend_zh: "只保留一个；要两人先后签的，分成两步",
        mend_en: "keep one of them; for two signatures of one role make two steps"
    }
    ApprovalRouteTwice = 1103 Approval Violation "approval.route_twice" {
        zh: "审批路线“{code}”写了两次，首次在第 {first} 个",
        en: "the route \"{code}\" is given twice, first as number {first}",
        mend_zh: "每条路线用不同的代码",
        mend_en: "give every route a code of its own"
    }
    ApprovalRouteHole = 1104 Approval Violation "approval.route_hole" {
        zh: "自 {day} 起，{kind_zh}金额 {from} 至 {to} 元没有审批路线",
        en: "from {day} on no route takes {kind:words} with amounts from {from} to {to} yuan",
        mend_zh: "同一节点的各档金额首尾相接，最低一档不写下限，最高一档不写上限",
        mend_en: "let the bands of a node follow each other; the lowest has no \"above\", the highest no \"up_to\""
    }
    ApprovalRouteOverlap = 1105 Approval Violation "approval.route_overlap" {
        zh: "自 {day} 起，{kind_zh}的审批路线“{code}”与“{other}”金额重叠",
        en: "from {day} on the routes \"{code}\" and \"{other}\" take the same amounts of {kind:words}",
        mend_zh: "各档金额首尾相接，或用起止日期分开",
        mend_en: "let the bands follow each other, or set them apart by their days"
    }
    ApprovalRouteBand = 1106 Approval Violation "approval.route_band" {
        zh: "金额上限 {up_to:yuan}不高于下限 {above:yuan}",
        en: "the band ends at {up_to:yuan}, not above its begin {above:yuan}",
        mend_zh: "改正其中一个；档次为下限以上、至上限（含）",
        mend_en: "correct one of them; a band takes what is above the one, up to the other"
    }
    ApprovalRouteNoKinds = 1107 Approval Violation "approval.route_no_kinds" {
        zh: "审批路线“{code}”没有写适用哪类审批",
        en: "the route \"{code}\" is for no kind of approval",
        mend_zh: "在“kinds”里写出",
        mend_en: "say in kinds what it is for"
    }
    ApprovalAmount = 1108 Approval Violation "approval.amount" {
        zh: "“{field}”必须{rule_zh}，而不是 {value:yuan}",
        en: "{field} must be {rule_en}, not {value:yuan}",
        mend_zh: "改正金额",
        mend_en: "correct the amount"
    }
    ApprovalNoRoute = 1109 Approval Violation "approval.no_route" {
        zh: "{day} 在“{node}”没有{kind_zh}的审批路线",
        en: "there is no route for {kind:words} at \"{node}\" on {day}",
        mend_zh: "在路线表里加上，或写一条不限节点的路线",
        mend_en: "add one to the route table, such as one without a node, which holds everywhere"
    }
    ApprovalAmountNeeded = 1110 Approval Violation "approval.amount_needed" {
        zh: "{kind_zh}的审批路线按金额分档，而没有给出金额",
        en: "the routes for {kind:words} go by the amount, and none is given",
        mend_zh: "给出金额",
        mend_en: "give the amount"
    }
    ApprovalDelegationToSelf = 1111 Approval Violation "approval.delegation_to_self" {
        zh: "“{person}”授权给自己",
        en: "\"{person}\" stands in for the same person",
        mend_zh: "写出代签人",
        mend_en: "name who stands in"
    }
    ApprovalDelegationIdle = 1112 Approval Warning "approval.delegation_idle" {
        zh: "“{person}”在授权期内没有岗位，授权不起作用",
        en: "\"{person}\" has no role while the delegation lasts, so it gives nothing",
        mend_zh: "核对授权人和起止",
        mend_en: "check the person and the days"
    }
    ApprovalNobody = 1113 Approval Warning "approval.nobody" {
        zh: "{day} 在“{node}”没有人能以岗位“{role}”签字",
        en: "nobody can sign as \"{role}\" at \"{node}\" on {day}",
        mend_zh: "给该岗位设人或授权，或改审批路线",
        mend_en: "assign somebody to the role, delegate it, or change the route"
    }
    ApprovalPriceUnused = 1114 Approval Warning "approval.price_unused" {
        zh: "{kind_zh}不按折扣权限审批，给出的价格没有用到",
        en: "{kind:words} does not go by the discount authority; the price given is not used",
        mend_zh: "不给价格，或改审批类别",
        mend_en: "leave the price out, or correct the kind"
    }
    ApprovalNotNeeded = 1115 Approval Violation "approval.not_needed" {
        zh: "折扣在已批准的方案以内，不需审批",
        en: "the discount is within the approved scheme and needs no approval",
        mend_zh: "不必提交",
        mend_en: "do not submit it"
    }
    ApprovalTooFew = 1116 Approval Warning "approval.too_few" {
        zh: "{day} 第 {step} 步要 {needed} 个不同的人签字，只有 {count} 人能签",
        en: "step {step} needs the signatures of {needed} different persons on {day}, and {count} can sign",
        mend_zh: "给其中的岗位另设一人或授权",
        mend_en: "assign another person to one of its roles, or delegate it"
    }
    ApprovalNotAllowed = 1120 Approval Violation "approval.not_allowed" {
        zh: "审批单{status_zh}，不能{command_zh}",
        en: "the request is {status:words}, which does not allow {command}",
        mend_zh: "此时可以：{allowed:list}",
        mend_en: "allowed now: {allowed:list}"
    }
    ApprovalStale = 1121 Approval Violation "approval.stale" {
        zh: "审批单已到第 {version} 版，而不是所见的第 {expected} 版",
        en: "the request is at version {version}, not at {expected} as it was seen",
        mend_zh: "重新读取后再办理",
        mend_en: "read it again and decide anew"
    }
    ApprovalNotSigner = 1122 Approval Violation "approval.not_signer" {
        zh: "“{person}”不能签这一步，等待的岗位是“{roles}”",
        en: "\"{person}\" may not sign this step, which waits for \"{roles}\"",
        mend_zh: "由这些岗位的人签，或由他们授权",
        mend_en: "let somebody with such a role sign, or delegate it"
    }
    ApprovalNotThatRole = 1123 Approval Violation "approval.not_that_role" {
        zh: "“{person}”不能以岗位“{role}”签这一步，等待的岗位是“{roles}”",
        en: "\"{person}\" may not sign this step as \"{role}\"; it waits for \"{roles}\"",
        mend_zh: "改正岗位，或由这些岗位的人签",
        mend_en: "correct the role, or let somebody with such a role sign"
    }
    ApprovalOwnRequest = 1124 Approval Violation "approval.own_request" {
        zh: "“{person}”不能审批自己提出的申请，也不能代申请人签",
        en: "\"{person}\" may not decide their own request, nor in the place of who asked",
        mend_zh: "由同岗位的他人签，或由上级授权",
        mend_en: "let somebody else with the role sign"
    }
    ApprovalSignedBefore = 1125 Approval Violation "approval.signed_before" {
        zh: "“{person}”或其所代的人已经签过",
        en: "\"{person}\", or the person in whose place they sign, has signed already",
        mend_zh: "由另一个人签；一人可签多步的，在路线里写明",
        mend_en: "let another person sign; a route may let one person sign several steps"
    }
    ApprovalRoleUnclear = 1126 Approval Violation "approval.role_unclear" {
        zh: "“{person}”能以几个岗位签这一步：“{roles}”",
        en: "\"{person}\" may sign this step as several roles: \"{roles}\"",
        mend_zh: "在“role”里写明以哪个岗位签",
        mend_en: "say in role as which one"
    }
    ApprovalAfterEnd = 1127 Approval Violation "approval.after_end" {
        zh: "{day} 已过最后审批日 {last}",
        en: "{day} is after the last day for a decision, {last}",
        mend_zh: "申请作过期处理，需要的重新提交",
        mend_en: "let the request expire and submit a new one if it is still needed"
    }
    ApprovalNotEnded = 1128 Approval Violation "approval.not_ended" {
        zh: "{day} 还在最后审批日 {last} 之内，不能作过期处理",
        en: "{day} is not after the last day for a decision, {last}, so it cannot expire",
        mend_zh: "过了该日再办",
        mend_en: "wait until that day has passed"
    }
    ApprovalNeverEnds = 1129 Approval Violation "approval.never_ends" {
        zh: "这份申请没有最后审批日，不会过期",
        en: "this request has no last day for a decision and does not expire",
        mend_zh: "由申请人撤回",
        mend_en: "let the person who asked withdraw it"
    }
    ApprovalNotRequester = 1130 Approval Violation "approval.not_requester" {
        zh: "“{person}”不是申请人",
        en: "\"{person}\" is not the person who asked",
        mend_zh: "由申请人办理",
        mend_en: "let the person who asked do it"
    }
    ApprovalPaperMissing = 1131 Approval Violation "approval.paper_missing" {
        zh: "没有签字文件的编号",
        en: "the reference of the signed paper is missing",
        mend_zh: "在“paper”里写出",
        mend_en: "give it in paper"
    }
    ApprovalReasonMissing = 1132 Approval Violation "approval.reason_missing" {
        zh: "没有写原因",
        en: "it is not said why",
        mend_zh: "写出原因",
        mend_en: "say why"
    }
    ApprovalOtherSubject = 1133 Approval Violation "approval.other_subject" {
        zh: "重新提交的不是原来的事项“{subject}”",
        en: "what is submitted anew is not about \"{subject}\" as before",
        mend_zh: "类别、事项、节点与原来一致；另一件事另行提交",
        mend_en: "keep kind, subject and node; submit another matter as a request of its own"
    }
    ApprovalEarlier = 1134 Approval Violation "approval.earlier" {
        zh: "{at} 早于上一次办理 {last}",
        en: "{at} is before the last event, {last}",
        mend_zh: "核对时间",
        mend_en: "check the time"
    }
    ApprovalEventVersion = 1135 Approval Violation "approval.event_version" {
        zh: "事件是第 {version} 版，应为第 {expected} 版",
        en: "the event is version {version}; version {expected} follows",
        mend_zh: "给出这份申请的全部事件，每个一次",
        mend_en: "give every event of the request once"
    }
    ApprovalEventOfAnother = 1136 Approval Violation "approval.event_of_another" {
        zh: "事件属于申请“{request}”，而不是“{id}”",
        en: "the event is of the request \"{request}\", not of \"{id}\"",
        mend_zh: "只给同一份申请的事件",
        mend_en: "give the events of one request"
    }
    ApprovalEventState = 1137 Approval Violation "approval.event_state" {
        zh: "第 {version} 版事件（{event_zh}）与审批单的状态（{status_zh}）或步骤不符",
        en: "event {version}, {event:words}, does not fit the request, which is {status:words}, or its step",
        mend_zh: "核对事件是否齐全、未经改动",
        mend_en: "check that no event is missing or altered"
    }
    ApprovalNoEvents = 1138 Approval Violation "approval.no_events" {
        zh: "没有事件",
        en: "there are no events",
        mend_zh: "给出这份申请的事件",
        mend_en: "give the events of the request"
    }
    ApprovalRequestTwice = 1139 Approval Violation "approval.request_twice" {
        zh: "申请“{id}”给了两次，首次在第 {first} 个",
        en: "the request \"{id}\" is given twice, first as number {first}",
        mend_zh: "只保留最新的一份",
        mend_en: "keep the newest one"
    }
    ApprovalMissing = 1140 Approval Violation "approval.missing" {
        zh: "没有给出“{subject}”的审批单",
        en: "the approval of \"{subject}\" is missing",
        mend_zh: "给出审批单",
        mend_en: "give the request as it was decided"
    }
    ApprovalOfAnother = 1141 Approval Violation "approval.of_another" {
        zh: "审批单是{kind_zh}“{subject}”的，而不是{expected_zh}“{expected_subject}”的",
        en: "the approval is of {kind:words} \"{subject}\", not of {expected:words} \"{expected_subject}\"",
        mend_zh: "给出这一项的审批单",
        mend_en: "give the approval of this one"
    }
    ApprovalNotDecided = 1142 Approval Violation "approval.not_decided" {
        zh: "审批单“{id}”{status_zh}，而不是{expected_zh}",
        en: "the request \"{id}\" is {status:words}, not {expected:words}",
        mend_zh: "待审批单有相应结果后再办",
        mend_en: "wait until the request is decided so"
    }
    ApprovalBlank = 1143 Approval Violation "approval.blank" {
        zh: "“{field}”为空",
        en: "{field} is blank",
        mend_zh: "填写；申请、事项和签字人都要能指明",
        mend_en: "fill it in: a request, what it is about and who decides are known by their ids"
    }
    ApprovalUnused = 1144 Approval Warning "approval.unused" {
        zh: "这一步不需要审批单，“{id}”没有用上",
        en: "this needs no approval; the request \"{id}\" was not used",
        mend_zh: "核对要办的事，或不给审批单",
        mend_en: "check what is to be done, or leave the request out"
    }
}
