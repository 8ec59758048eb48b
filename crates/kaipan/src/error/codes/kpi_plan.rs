// Sales plans, nodes, checklists, budgets, the age of the stock. 2600 to 2659.

area! { $ kpi_plan
    KpiPlanState = 2600 Kpi Violation "kpi.plan_state" {
        zh: "状态为“{state_zh}”，不能“{command_zh}”",
        en: "it is not possible to {command:words} what is {state:words}",
        mend_zh: "可以{possible_zh}",
        mend_en: "in this state: {possible}"
    }
    KpiReasonMissing = 2601 Kpi Violation "kpi.reason_missing" {
        zh: "没有写明原因",
        en: "no reason is given",
        mend_zh: "写明原因",
        mend_en: "say why"
    }
    KpiPlanBackwards = 2602 Kpi Violation "kpi.plan_backwards" {
        zh: "日期 {today} 早于上一步的 {last}",
        en: "the day {today} is before that of the last step, {last}",
        mend_zh: "改正日期",
        mend_en: "mend the day"
    }
    KpiReviewLacks = 2603 Kpi Violation "kpi.review_lacks" {
        zh: "“{subject}”还没有岗位“{role}”的审核签字",
        en: "the role \"{role}\" has not signed for \"{subject}\" yet",
        mend_zh: "请该岗位在审批单上签字",
        mend_en: "let that role sign the request"
    }
    KpiPlanBackdated = 2604 Kpi Warning "kpi.plan_backdated" {
        zh: "计划“{plan}”自 {day} 起生效，早于批准日 {today}",
        en: "the plan \"{plan}\" is in force from {day}, before its approval on {today}",
        mend_zh: "核对生效日",
        mend_en: "look at the day"
    }
    KpiPlanStageUnused = 2605 Kpi Violation "kpi.plan_stage_unused" {
        zh: "总体计划不属于任何阶段，却写了阶段“{stage}”",
        en: "an overall plan is of no stage, and the stage \"{stage}\" is given",
        mend_zh: "删去阶段，或改为阶段计划",
        mend_en: "remove the stage, or make it a stage plan"
    }
    KpiPlanNoLines = 2606 Kpi Violation "kpi.plan_no_lines" {
        zh: "计划“{plan}”没有指标",
        en: "the plan \"{plan}\" has no lines",
        mend_zh: "给出各期指标",
        mend_en: "give its lines"
    }
    KpiPlanLineOutside = 2607 Kpi Violation "kpi.plan_line_outside" {
        zh: "“{metric}”的期间 {from} 至 {to} 不在计划的日期之内",
        en: "the line of \"{metric}\" from {from} to {to} lies outside the days of the plan",
        mend_zh: "改正期间或计划的日期",
        mend_en: "mend the period or the days of the plan"
    }
    KpiPlanOtherThing = 2608 Kpi Violation "kpi.plan_other_thing" {
        zh: "计划“{plan}”的这一版与第 {first} 项的类别、节点或阶段不同",
        en: "this version of the plan \"{plan}\" is of another kind, node or stage than number {first}",
        mend_zh: "另立计划，或改正",
        mend_en: "make another plan, or mend it"
    }
    KpiPlanPartsDiffer = 2609 Kpi Warning "kpi.plan_parts_differ" {
        zh: "计划“{plan}”的“{metric}”为 {value:number}，其下各期合计 {sum:number}",
        en: "the plan \"{plan}\" has {value:number} of \"{metric}\", and its shorter periods {sum:number}",
        mend_zh: "核对各期",
        mend_en: "look at the periods"
    }
    KpiPlansOverlap = 2610 Kpi Warning "kpi.plans_overlap" {
        zh: "计划“{plan}”与计划“{other_plan}”同时生效，日期重叠",
        en: "the plans \"{plan}\" and \"{other_plan}\" are in force on the same days",
        mend_zh: "核对日期，或停用其一",
        mend_en: "look at the days"
    }
    KpiPlanLineUnknown = 2611 Kpi Violation "kpi.plan_line_unknown" {
        zh: "计划中没有自 {from} 起的“{metric}”{kind_zh}指标",
        en: "the plan has no line of \"{metric}\" for the {kind:words} from {from}",
        mend_zh: "改正指标、期间或首日",
        mend_en: "mend the metric, the kind of period or the day"
    }
    KpiRephaseNone = 2612 Kpi Violation "kpi.rephase_none" {
        zh: "没有给出要调整的期间",
        en: "no periods are given that change",
        mend_zh: "给出各期的新指标",
        mend_en: "give what periods are to be"
    }
    KpiRephasePast = 2613 Kpi Violation "kpi.rephase_past" {
        zh: "“{metric}”截至 {to} 的期间在 {today} 已经结束，不能再调整",
        en: "the period of \"{metric}\" up to {to} was over on {today} and does not change",
        mend_zh: "只调整未结束的期间",
        mend_en: "change periods that are not over"
    }
    KpiRephaseYears = 2614 Kpi Violation "kpi.rephase_years" {
        zh: "“{metric}”的期间 {from} 至 {to} 跨年度，不能在年内调整",
        en: "the period of \"{metric}\" from {from} to {to} lies in two years and cannot be moved within one",
        mend_zh: "按年拆开",
        mend_en: "split it at the end of the year"
    }
    KpiRephaseTotal = 2615 Kpi Violation "kpi.rephase_total" {
        zh: "“{metric}” {period} 年合计由 {total:number} 变为 {sum:number}，相差 {difference:number}",
        en: "the year {period} of \"{metric}\" would come to {sum:number} instead of {total:number}, a difference of {difference:number}",
        mend_zh: "把差额放到其他期间，或修订计划",
        mend_en: "put the difference into other periods, or revise the plan"
    }
    KpiRephaseSame = 2616 Kpi Warning "kpi.rephase_same" {
        zh: "计划“{plan}”的各期都没有变化",
        en: "no period of the plan \"{plan}\" changes",
        mend_zh: "核对各期",
        mend_en: "look at the periods"
    }
    KpiNoTargets = 2617 Kpi Violation "kpi.no_targets" {
        zh: "没有给出指标",
        en: "no targets are given",
        mend_zh: "给出指标",
        mend_en: "give them"
    }
    KpiTargetLevel = 2618 Kpi Violation "kpi.target_level" {
        zh: "没有{level_zh}的岗位{command_zh}",
        en: "nobody with a role at the level of a {level:words} has done it ({command:words})",
        mend_zh: "由该层级的岗位办理",
        mend_en: "let a role of that level do it"
    }
    KpiNoNodes = 2619 Kpi Violation "kpi.no_nodes" {
        zh: "没有给出计划节点",
        en: "no nodes are given",
        mend_zh: "给出节点",
        mend_en: "give them"
    }
    KpiNodeKindTwice = 2620 Kpi Violation "kpi.node_kind_twice" {
        zh: "{kind_zh}节点重复，第 {first} 项已是",
        en: "there are two nodes of the kind {kind:words}; number {first} is one",
        mend_zh: "删去一项，或改为自定义节点",
        mend_en: "remove one, or make it a node of your own"
    }
    KpiPlanNodeUnknown = 2621 Kpi Violation "kpi.plan_node_unknown" {
        zh: "计划中没有节点“{name}”",
        en: "the plan has no node \"{name}\"",
        mend_zh: "改正名称，或补充节点",
        mend_en: "mend the name, or add the node"
    }
    KpiNodeCircle = 2622 Kpi Violation "kpi.node_circle" {
        zh: "节点“{name}”通过所依附的节点又回到自己",
        en: "the node \"{name}\" hangs on itself by way of others",
        mend_zh: "改正依附关系",
        mend_en: "mend what nodes hang on"
    }
    KpiNodeAhead = 2623 Kpi Violation "kpi.node_ahead" {
        zh: "节点“{name}”的实际日期 {day} 晚于查看日期 {today}",
        en: "the node \"{name}\" was reached on {day}, after the day looked at, {today}",
        mend_zh: "改正日期",
        mend_en: "mend the day"
    }
    KpiNodeMoved = 2624 Kpi Violation "kpi.node_moved" {
        zh: "节点“{name}”不能动，却由 {before_on} 移到 {day}",
        en: "the node \"{name}\" may not move, and has moved from {before_on} to {day}",
        mend_zh: "恢复原日期，或报批",
        mend_en: "bring it back, or have it approved"
    }
    KpiNodesOrder = 2625 Kpi Warning "kpi.nodes_order" {
        zh: "节点“{name}”在 {day}，早于“{other_name}”的 {other}",
        en: "the node \"{name}\" is on {day}, before \"{other_name}\" on {other}",
        mend_zh: "核对日期",
        mend_en: "look at the days"
    }
    KpiNodeReached = 2626 Kpi Violation "kpi.node_reached" {
        zh: "节点“{name}”已于 {day} 完成，不能再移",
        en: "the node \"{name}\" was reached on {day} and does not move",
        mend_zh: "改正实际日期，或移动其他节点",
        mend_en: "mend the real date, or move another node"
    }
    KpiShiftForm = 2627 Kpi Violation "kpi.shift_form" {
        zh: "移到哪天（“to”）和移动几天（“days”）应给且只给一个",
        en: "either the day (to) or the days (days) must be given, and not both",
        mend_zh: "只给一个",
        mend_en: "give one of the two"
    }
    KpiShiftNone = 2628 Kpi Warning "kpi.shift_none" {
        zh: "节点“{name}”没有移动",
        en: "the node \"{name}\" does not move",
        mend_zh: "核对日期",
        mend_en: "look at the day"
    }
    KpiShiftFar = 2629 Kpi Warning "kpi.shift_far" {
        zh: "节点“{name}”移动 {days} 天，超过两年",
        en: "the node \"{name}\" moves by {days} days, more than two years",
        mend_zh: "核对日期",
        mend_en: "look at the day"
    }
    KpiShiftOutside = 2630 Kpi Violation "kpi.shift_outside" {
        zh: "移动后的日期超出日历",
        en: "a day would lie outside the calendar",
        mend_zh: "减少移动的天数",
        mend_en: "move by fewer days"
    }
    KpiAnchorNoNode = 2631 Kpi Violation "kpi.anchor_no_node" {
        zh: "分期“{id}”所依附的节点不在计划中",
        en: "the plan has no node that the instalment \"{id}\" hangs on",
        mend_zh: "补充该节点",
        mend_en: "add that node"
    }
    KpiAnchorElsewhere = 2632 Kpi Violation "kpi.anchor_elsewhere" {
        zh: "分期“{id}”依附的不是计划节点",
        en: "the instalment \"{id}\" hangs on something that is no node of a plan",
        mend_zh: "只给依附工程节点、竣工备案、交付的分期",
        mend_en: "give instalments on construction nodes, the completion filing, the handover"
    }
    KpiNoItems = 2633 Kpi Violation "kpi.no_items" {
        zh: "准备清单是空的",
        en: "the checklist is empty",
        mend_zh: "给出准备事项",
        mend_en: "give what is to be done"
    }
    KpiPreparationLacks = 2634 Kpi Violation "kpi.preparation_lacks" {
        zh: "准备事项“{id}”未完成（岗位“{role}”，期限 {on}），不能推售",
        en: "\"{id}\" is not done (role \"{role}\", by {on}): nothing is released",
        mend_zh: "完成该事项，或报批豁免",
        mend_en: "do it, or have it waived"
    }
    KpiPreparationOpen = 2635 Kpi Warning "kpi.preparation_open" {
        zh: "准备事项“{id}”未完成（岗位“{role}”，期限 {on}）",
        en: "\"{id}\" is not done (role \"{role}\", by {on})",
        mend_zh: "完成该事项",
        mend_en: "do it"
    }
    KpiWaivedDone = 2636 Kpi Info "kpi.waived_done" {
        zh: "准备事项“{id}”已完成，不需豁免",
        en: "\"{id}\" is done and needs no waiver",
        mend_zh: "核对豁免",
        mend_en: "look at the waiver"
    }
    KpiWaiverUnknown = 2637 Kpi Violation "kpi.waiver_unknown" {
        zh: "准备清单中没有“{id}”",
        en: "there is no \"{id}\" in the checklist",
        mend_zh: "改正编号",
        mend_en: "mend the id"
    }
    KpiNeverWaived = 2638 Kpi Violation "kpi.never_waived" {
        zh: "准备事项“{id}”不得豁免",
        en: "\"{id}\" may not be waived",
        mend_zh: "完成该事项",
        mend_en: "do it"
    }
    KpiBudgetsOverlap = 2639 Kpi Violation "kpi.budgets_overlap" {
        zh: "预算“{id}”与预算“{other_id}”对象相同，在 {from} 至 {to} 重叠",
        en: "the budgets \"{id}\" and \"{other_id}\" are for the same and overlap from {from} to {to}",
        mend_zh: "改正日期，或合并",
        mend_en: "mend the days, or make them one"
    }
    KpiBudgetOver = 2640 Kpi Warning "kpi.budget_over" {
        zh: "预算“{id}”已支出 {value:yuan}，超过 {limit:yuan}",
        en: "{value:yuan} were spent of the budget \"{id}\", above its {limit:yuan}",
        mend_zh: "核对支出，或追加预算",
        mend_en: "look at what was spent, or raise the budget"
    }
    KpiBudgetAbovePlan = 2641 Kpi Warning "kpi.budget_above_plan" {
        zh: "“{id}”的预算 {value:yuan}，超过计划“{plan}”的 {limit:yuan}",
        en: "the budgets of \"{id}\", {value:yuan}, are above the {limit:yuan} of the plan \"{plan}\"",
        mend_zh: "减少预算，或修订计划",
        mend_en: "lower the budgets, or revise the plan"
    }
    KpiExpenseForm = 2642 Kpi Violation "kpi.expense_form" {
        zh: "支出“{id}”应是费用或成本，并有金额",
        en: "the expense \"{id}\" must be spend or cost, with an amount",
        mend_zh: "改正类别，或填写金额",
        mend_en: "mend its kind, or give the amount"
    }
    KpiExpenseAbove = 2643 Kpi Violation "kpi.expense_above" {
        zh: "支出 {amount:yuan}，超过预算“{id}”的余额 {remaining:yuan}",
        en: "the expense of {amount:yuan} is above the {remaining:yuan} left of the budget \"{id}\"",
        mend_zh: "减少支出，或追加预算",
        mend_en: "spend less, or raise the budget"
    }
    KpiExpenseNoBudget = 2644 Kpi Warning "kpi.expense_no_budget" {
        zh: "{date} 的支出“{id}”没有预算",
        en: "there is no budget for the expense \"{id}\" of {date}",
        mend_zh: "编制预算，或改正归属",
        mend_en: "make a budget, or mend what it is for"
    }
    KpiFactNoUnit = 2645 Kpi Warning "kpi.fact_no_unit" {
        zh: "{count} 项房源或销售事实没有房号，不计",
        en: "{count} facts of stock or sales name no unit and were left out",
        mend_zh: "补上房号",
        mend_en: "name the units"
    }
    KpiSoldUnreleased = 2646 Kpi Warning "kpi.sold_unreleased" {
        zh: "{count} 套已售而没有推售记录，如“{unit}”",
        en: "{count} units are sold and were never released, such as \"{unit}\"",
        mend_zh: "补上推售记录",
        mend_en: "give their releases"
    }
    KpiFirstBand = 2647 Kpi Violation "kpi.first_band" {
        zh: "第一段库龄从 {days} 天起，应从 0 天起",
        en: "the first band begins with day {days}; it must begin with day 0",
        mend_zh: "把第一段改为从 0 天起",
        mend_en: "let the first band begin with day 0"
    }
    KpiCampaignUnplanned = 2650 Kpi Warning "kpi.campaign_unplanned" {
        zh: "推广活动“{campaign}”没有方案，有 {count} 条记录",
        en: "records name the campaign \"{campaign}\", which has no plan: {count}",
        mend_zh: "补方案，或改正记录中的活动名称",
        mend_en: "plan it, or mend its name in the records"
    }
    KpiCampaignNotApproved = 2651 Kpi Warning "kpi.campaign_not_approved" {
        zh: "推广活动“{id}”为“{state_zh}”，已支出 {value:yuan}",
        en: "the plan of the campaign \"{id}\" stands as {state:words}, and {value:yuan} were spent on it",
        mend_zh: "先批准方案，或核对支出",
        mend_en: "have it approved first, or look at what was spent"
    }
    KpiCampaignMissed = 2652 Kpi Warning "kpi.campaign_missed" {
        zh: "推广活动“{id}”已结束，“{metric}”目标 {goal:number}，完成 {reached:number}",
        en: "the campaign \"{id}\" is over: \"{metric}\" was to be {goal:number} and is {reached:number}",
        mend_zh: "评估原因",
        mend_en: "look at the reasons"
    }
    KpiCampaignOver = 2653 Kpi Warning "kpi.campaign_over" {
        zh: "推广活动“{id}”已支出 {value:yuan}，超过预算 {limit:yuan}",
        en: "{value:yuan} were spent on the campaign \"{id}\", above its budget of {limit:yuan}",
        mend_zh: "核对支出，或追加预算",
        mend_en: "look at what was spent, or raise the budget"
    }
    KpiCampaignCancelled = 2654 Kpi Warning "kpi.campaign_cancelled" {
        zh: "推广活动“{id}”已取消，已支出 {value:yuan}",
        en: "the campaign \"{id}\" is cancelled, and {value:yuan} were spent on it",
        mend_zh: "核对支出，能退的退回",
        mend_en: "look at what was spent, and have back what can be had back"
    }
    KpiCampaignCountsTo = 2657 Kpi Violation "kpi.campaign_counts_to" {
        zh: "成果计至 {day}，早于活动最后一天 {to}",
        en: "results count to {day}, which is before the last day {to}",
        mend_zh: "改为最后一天或之后，或省略该项",
        mend_en: "give the last day or a later one, or leave it out"
    }
    KpiLevelsAlone = 2648 Kpi Violation "kpi.levels_alone" {
        zh: "按层级办理指标，却没有给出组织",
        en: "levels are given, and no organisation",
        mend_zh: "给出组织和任职，或删去层级",
        mend_en: "give the organisation with who has which role, or remove the levels"
    }
    KpiMeanOfFlow = 2649 Kpi Violation "kpi.mean_of_flow" {
        zh: "“{name}”不是时点数，没有期初期末的平均",
        en: "\"{name}\" is no figure of a day, and has no mean of the beginning and the end of a period",
        mend_zh: "改用时点数作分母，或不取平均",
        mend_en: "divide by a figure of a day, or take no mean"
    }
}
