// Follow-ups and opportunities. 13xx.

area! { $ opportunity
    OpportunityEmpty = 1301 Opportunity Violation "opportunity.empty" {
        zh: "“{field}”不能为空",
        en: "{field} must not be empty",
        mend_zh: "填写该项",
        mend_en: "give it"
    }
    OpportunityTwice = 1302 Opportunity Violation "opportunity.id_twice" {
        zh: "“{id}”与第 {first} 条重复",
        en: "\"{id}\" is that of number {first} too",
        mend_zh: "每条记录使用自己的编号；同一条记录只登记一次",
        mend_en: "give every record an id of its own, and record a thing once"
    }
    OpportunityNumber = 1303 Opportunity Violation "opportunity.number" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "{field} is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    OpportunityRecordedEarly = 1304 Opportunity Violation "opportunity.recorded_before_event" {
        zh: "录入时间“{recorded}”早于发生时间“{at}”",
        en: "it was recorded at \"{recorded}\", before it took place at \"{at}\"",
        mend_zh: "核对两个时间；尚未发生的联系登记为待办",
        mend_en: "check both times; a contact that is still to come is a task"
    }
    OpportunityDates = 1305 Opportunity Violation "opportunity.dates" {
        zh: "{to} 早于 {from}",
        en: "{to} is before {from}",
        mend_zh: "改正日期",
        mend_en: "mend the date"
    }
    OpportunityOpenTwice = 1306 Opportunity Violation "opportunity.open_twice" {
        zh: "客户在项目“{project}”已有进行中的销售机会“{id}”",
        en: "the customer has the open opportunity \"{id}\" in project \"{project}\" already",
        mend_zh: "在已有的销售机会上跟进，或先将其关闭",
        mend_en: "follow up on that one, or close it first"
    }
    OpportunityNoContact = 1307 Opportunity Violation "opportunity.no_contact" {
        zh: "客户在项目“{project}”没有首次来电或来访记录",
        en: "there is no record of a first call or visit in project \"{project}\"",
        mend_zh: "先登记首次来电或来访，日期不晚于销售机会的起始日",
        mend_en: "record the first call or visit, of no later day than the opportunity's first"
    }
    OpportunityUnknown = 1308 Opportunity Violation "opportunity.unknown" {
        zh: "没有销售机会“{id}”",
        en: "there is no opportunity \"{id}\"",
        mend_zh: "核对编号",
        mend_en: "check the id"
    }
    OpportunityEnded = 1309 Opportunity Violation "opportunity.ended" {
        zh: "销售机会“{id}”已于 {date} 结束",
        en: "opportunity \"{id}\" ended on {date}",
        mend_zh: "客户又有意向时新开一个销售机会",
        mend_en: "open a new one if the customer is interested again"
    }
    OpportunityEarly = 1310 Opportunity Violation "opportunity.early" {
        zh: "{date} 早于销售机会进入本阶段的日期 {last}",
        en: "{date} is before {last}, the day on which the opportunity entered its stage",
        mend_zh: "核对日期",
        mend_en: "check the date"
    }
    OpportunityStage = 1311 Opportunity Violation "opportunity.stage" {
        zh: "阶段表中没有“{stage}”",
        en: "there is no stage \"{stage}\" in the table",
        mend_zh: "使用阶段表中的代码",
        mend_en: "use a code of the table"
    }
    OpportunityMove = 1312 Opportunity Violation "opportunity.move" {
        zh: "不能从阶段“{from_zh}”转到“{to_zh}”；可转到：{allowed_zh}",
        en: "an opportunity does not go from stage \"{from_en}\" to \"{to_en}\"; allowed: {allowed_en}",
        mend_zh: "按阶段表逐步推进或退回",
        mend_en: "follow the moves and the rework of the table"
    }
    OpportunityGate = 1313 Opportunity Violation "opportunity.gate" {
        zh: "进入阶段“{stage_zh}”还缺：{lacks_zh}",
        en: "what lacks for stage \"{stage_en}\": {lacks_en}",
        mend_zh: "补齐后再推进",
        mend_en: "add it, then move on"
    }
    OpportunityNoWin = 1314 Opportunity Violation "opportunity.no_win" {
        zh: "阶段“{stage_zh}”不能登记成交",
        en: "no deal can be recorded in stage \"{stage_en}\"",
        mend_zh: "先推进到可以成交的阶段，或在阶段表中设“wins”",
        mend_en: "move to a stage that allows it, or set wins in the table"
    }
    OpportunityReason = 1315 Opportunity Violation "opportunity.reason" {
        zh: "“{field}”需要说明原因",
        en: "{field} must say why",
        mend_zh: "退回阶段和关闭销售机会都要写明原因",
        mend_en: "to send an opportunity back or to close it takes a reason"
    }
    OpportunityReasonUnknown = 1316 Opportunity Violation "opportunity.reason_unknown" {
        zh: "原因“{reason}”不在这种结果的原因表中",
        en: "\"{reason}\" is no reason that the policy lists for this end",
        mend_zh: "使用赢单或输单原因表中的代码",
        mend_en: "use a code of the reasons for winning or for losing"
    }
    OpportunityStale = 1317 Opportunity Violation "opportunity.stale" {
        zh: "客户记录已更新：操作所依据的是第 {expected} 版，现为第 {found} 版",
        en: "the customer's records have changed: the command was made on version {expected}, they are of version {found}",
        mend_zh: "重新读取后再操作",
        mend_en: "read them again and repeat the command"
    }
    OpportunityCustomer = 1318 Opportunity Violation "opportunity.customer" {
        zh: "记录属于客户“{id}”，而这里是客户“{other}”的历史",
        en: "the record is of customer \"{id}\", the history of \"{other}\"",
        mend_zh: "读取该客户的历史，或改正记录上的客户",
        mend_en: "read the history of that customer, or mend the customer of the record"
    }
    OpportunityFieldMissing = 1319 Opportunity Violation "opportunity.field_missing" {
        zh: "跟进记录缺少“{field}”",
        en: "the follow-up has no {field:words}",
        mend_zh: "按录入要求补上",
        mend_en: "give what the policy asks of every follow-up"
    }
    OpportunityCustomerUnknown = 1320 Opportunity Violation "opportunity.customer_unknown" {
        zh: "没有客户“{id}”的记录",
        en: "there is no record of customer \"{id}\"",
        mend_zh: "核对客户编号",
        mend_en: "check the id of the customer"
    }
    OpportunityOccurrence = 1331 Opportunity Warning "opportunity.occurrence" {
        zh: "录入为{given_zh}，按记录应为{found_zh}",
        en: "entered as {given_en}; by the records it is {found_en}",
        mend_zh: "核对是否同一客户，或改正首次、再次",
        mend_en: "check whether it is the same customer, or mend first or return"
    }
    OpportunityReturned = 1332 Opportunity Info "opportunity.returned" {
        zh: "客户在项目“{project}”的销售机会已结束，没有新开",
        en: "the customer's opportunity in project \"{project}\" has ended; no new one was opened",
        mend_zh: "有新的意向时用“open”新开",
        mend_en: "use open if the customer is interested again"
    }
    OpportunityConfirmation = 1333 Opportunity Warning "opportunity.confirmation_unasked" {
        zh: "阶段表中没有任何条件要求确认“{item}”",
        en: "no gate of the stages asks to confirm \"{item}\"",
        mend_zh: "核对代码",
        mend_en: "check the code"
    }
    OpportunityStageUnreached = 1334 Opportunity Warning "opportunity.stage_unreached" {
        zh: "没有阶段可以转到“{stage_zh}”",
        en: "no stage leads to \"{stage_en}\"",
        mend_zh: "在前一阶段的“moves”中加上它",
        mend_en: "add it to the moves of the stage before"
    }
    OpportunityStageEnds = 1335 Opportunity Warning "opportunity.stage_ends" {
        zh: "阶段“{stage_zh}”既不能继续，也不能成交",
        en: "stage \"{stage_en}\" neither leads on nor allows a deal",
        mend_zh: "补上后续阶段，或设“wins”",
        mend_en: "add moves, or set wins"
    }
    OpportunityOverdue = 1336 Opportunity Warning "opportunity.overdue" {
        zh: "预计完成日期 {date} 已过，销售机会仍在进行",
        en: "it was to be decided by {date} and is still open",
        mend_zh: "更新完成日期，或结束该销售机会",
        mend_en: "set a new day, or end it"
    }
    OpportunityStateDiffers = 1337 Opportunity Violation "opportunity.state_differs" {
        zh: "状态与结束记录不符",
        en: "its state and the record of its end do not agree",
        mend_zh: "进行中的销售机会没有结束记录，成交的要有交易编号，关闭的没有",
        mend_en: "an open one has no end, a won one an end with its deal, a closed one an end without"
    }
    OpportunityQuotationDiffers = 1338 Opportunity Warning "opportunity.quotation_differs" {
        zh: "房间“{unit_no}”在“{first}”仍有效时又报了不同的总价：{before:yuan}、{now:yuan}",
        en: "unit \"{unit_no}\" was quoted at {now:yuan} while \"{first}\" still held at {before:yuan}",
        mend_zh: "核对两次报价，作废不用的一份",
        mend_en: "check both quotations, and withdraw the one that does not hold"
    }
    OpportunityQuotationAboveList = 1339 Opportunity Warning "opportunity.quotation_above_list" {
        zh: "报价 {total:yuan}高于表价 {list:yuan}",
        en: "{total:yuan} was quoted, above the list total {list:yuan}",
        mend_zh: "核对报价和价目表",
        mend_en: "check the quotation and its price list"
    }
    OpportunityOverlap = 1340 Opportunity Violation "opportunity.overlap" {
        zh: "{date} 时销售机会“{id}”仍在进行，{end} 才结束",
        en: "on {date} the opportunity \"{id}\" was still open: it ended on {end}",
        mend_zh: "起始日期不早于前一个机会的结束日期",
        mend_en: "let it begin no earlier than the one before ended"
    }
}
