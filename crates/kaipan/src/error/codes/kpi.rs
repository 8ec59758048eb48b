// Facts, measures and figures of sales. 2511 to 2578.

area! { $ kpi
    KpiFactTwice = 2511 Kpi Violation "kpi.fact_twice" {
        zh: "事实“{key}”重复，第 {first} 项已使用",
        en: "the fact \"{key}\" is given twice; number {first} has its key",
        mend_zh: "同一事件只给一次",
        mend_en: "give each event once"
    }
    KpiFactCircle = 2512 Kpi Violation "kpi.fact_circle" {
        zh: "事实“{key}”的来源又回到它自己",
        en: "the fact \"{key}\" goes back to itself",
        mend_zh: "改正来源",
        mend_en: "mend what it goes back to"
    }
    KpiOriginUnknown = 2513 Kpi Warning "kpi.origin_unknown" {
        zh: "事实“{key}”的来源“{of}”没有给出",
        en: "the fact \"{key}\" goes back to \"{of}\", which is not given",
        mend_zh: "给出来源事实，或改正编号",
        mend_en: "give that fact, or mend the key"
    }
    KpiFactOutside = 2514 Kpi Violation "kpi.fact_outside" {
        zh: "事实“{key}”的日期 {day} 不在节点“{node}”的有效期内（{from} 至 {to}）",
        en: "the fact \"{key}\" is of {day}, when node \"{node}\" was not there (it was from {from} to {to})",
        mend_zh: "改正日期或节点",
        mend_en: "mend the day or the node"
    }
    KpiNodeUnknown = 2515 Kpi Violation "kpi.node_unknown" {
        zh: "组织中没有节点“{node}”",
        en: "there is no node \"{node}\" in the organisation",
        mend_zh: "改正编号，或补充组织",
        mend_en: "mend the id, or add the node"
    }
    KpiAmountMissing = 2516 Kpi Warning "kpi.amount_missing" {
        zh: "统计“{name}”时，{count} 项事实没有所需的数值，不计",
        en: "{count} facts lack the amount that \"{name}\" counts and were left out",
        mend_zh: "补上数值",
        mend_en: "give the amounts"
    }
    KpiNoMetrics = 2517 Kpi Violation "kpi.no_metrics" {
        zh: "没有要统计的指标",
        en: "no measure is asked for",
        mend_zh: "给出指标名称",
        mend_en: "name what is to be measured"
    }
    KpiMeasureUnknown = 2518 Kpi Violation "kpi.measure_unknown" {
        zh: "没有指标“{name}”",
        en: "there is no measure \"{name}\"",
        mend_zh: "改正名称，或自行定义",
        mend_en: "mend the name, or define it"
    }
    KpiNoFinanceReading = 2519 Kpi Violation "kpi.no_finance_reading" {
        zh: "指标“{name}”没有财务口径",
        en: "the measure \"{name}\" has no reading in the finance caliber",
        mend_zh: "改用营销口径",
        mend_en: "take the marketing caliber"
    }
    KpiNoMarketingReading = 2520 Kpi Violation "kpi.no_marketing_reading" {
        zh: "指标“{name}”没有营销口径",
        en: "the measure \"{name}\" has no reading in the marketing caliber",
        mend_zh: "改用财务口径",
        mend_en: "take the finance caliber"
    }
    KpiNameTaken = 2521 Kpi Violation "kpi.name_taken" {
        zh: "名称“{name}”已有指标使用",
        en: "the name \"{name}\" is another measure's or ratio's",
        mend_zh: "换一个名称",
        mend_en: "take another name"
    }
    KpiNoTerms = 2522 Kpi Violation "kpi.no_terms" {
        zh: "没有说明统计哪些事实",
        en: "no facts are named that it counts",
        mend_zh: "给出要统计的事实",
        mend_en: "name them"
    }
    KpiStockAndMonths = 2523 Kpi Violation "kpi.stock_and_months" {
        zh: "时点数不能再限定月数",
        en: "what is counted up to a day cannot be of certain months",
        mend_zh: "只留一个",
        mend_en: "keep one of the two"
    }
    KpiMonths = 2524 Kpi Violation "kpi.months" {
        zh: "月数为 {months}，应为 1 到 1200",
        en: "the months are {months}; they must be from 1 to 1200",
        mend_zh: "改正月数",
        mend_en: "mend the months"
    }
    KpiNoOriginKind = 2525 Kpi Violation "kpi.no_origin_kind" {
        zh: "按来源日期或天数统计，却没有说明来源是哪类事实",
        en: "it counts by the day of an origin, or days since, and names no kind of origin",
        mend_zh: "给出来源的类别",
        mend_en: "name the kind of fact that it goes back to"
    }
    KpiNoReading = 2526 Kpi Violation "kpi.no_reading" {
        zh: "指标“{name}”没有任何口径",
        en: "the measure \"{name}\" has no reading at all",
        mend_zh: "至少给出一种口径",
        mend_en: "give one reading at least"
    }
    KpiTimes = 2527 Kpi Violation "kpi.times" {
        zh: "倍数为 0",
        en: "the quotient is taken 0 times",
        mend_zh: "改正倍数",
        mend_en: "mend the number of times"
    }
    KpiDecimals = 2528 Kpi Violation "kpi.decimals" {
        zh: "小数位数为 {decimals}，最多 6 位",
        en: "the decimals are {decimals}, at most 6 may be",
        mend_zh: "改正小数位数",
        mend_en: "mend the decimals"
    }
    KpiDimensionTwice = 2529 Kpi Violation "kpi.dimension_twice" {
        zh: "分组项“{name}”重复",
        en: "facts are grouped by \"{name}\" twice",
        mend_zh: "删去一个",
        mend_en: "remove one of them"
    }
    KpiLevelAlone = 2530 Kpi Violation "kpi.level_alone" {
        zh: "按组织层级汇总需要给出组织，并按节点分组",
        en: "adding up to a level needs the organisation, and grouping by node",
        mend_zh: "给出组织并按节点分组，或删去层级",
        mend_en: "give both, or remove the level"
    }
    KpiRestatedClosed = 2531 Kpi Violation "kpi.restated_closed" {
        zh: "期间“{period}”已于 {day} 前结账发布，不能追溯调整",
        en: "period \"{period}\" is published up to {day} and cannot be restated",
        mend_zh: "按发生期统计，或只取未结账的期间",
        mend_en: "count cancellations when they happen, or take periods that are open"
    }
    KpiManyCells = 2532 Kpi Violation "kpi.many_cells" {
        zh: "表格多于 {most} 格",
        en: "the table has more than {most} cells",
        mend_zh: "减少分组、期间或指标",
        mend_en: "take fewer groups, periods or measures"
    }
    KpiAmountAlone = 2533 Kpi Violation "kpi.amount_alone" {
        zh: "“{name}”有金额而没有数量",
        en: "\"{name}\" has an amount and no quantity",
        mend_zh: "给出数量，或删去金额",
        mend_en: "give the quantity, or remove the amount"
    }
    KpiReadingsDiffer = 2534 Kpi Violation "kpi.readings_differ" {
        zh: "指标“{name}”的两种口径单位不同，不能比较",
        en: "the two readings of the measure \"{name}\" count different things and cannot be compared",
        mend_zh: "两种口径统计同一种数量",
        mend_en: "let both readings count the same"
    }
    KpiLevelsMixed = 2535 Kpi Violation "kpi.levels_mixed" {
        zh: "{level_zh}和{other_zh}不是同一层级，不能一起排名",
        en: "a {other:words} is of another level than a {level:words}: they are not ranked together",
        mend_zh: "只排同一层级的节点",
        mend_en: "rank nodes of one level"
    }
    KpiNoValue = 2536 Kpi Violation "kpi.no_value" {
        zh: "“{id}”没有数值，不能分类",
        en: "\"{id}\" has no value and cannot be put into a class",
        mend_zh: "给出数值，没有则为 0",
        mend_en: "give it; 0 if there is nothing"
    }
    KpiSharesTurned = 2537 Kpi Violation "kpi.shares_turned" {
        zh: "第一类的界限 {low:percent} 高于第二类的界限 {high:percent}",
        en: "the bound of the first class {low:percent} is above that of the second {high:percent}",
        mend_zh: "改正界限",
        mend_en: "mend the bounds"
    }
    KpiWeightsSum = 2538 Kpi Violation "kpi.weights_sum" {
        zh: "份额之和为“{sum}”，应为 1",
        en: "the shares come to \"{sum}\"; they must come to 1",
        mend_zh: "改正份额",
        mend_en: "mend the shares"
    }
    KpiYearOnYear = 2539 Kpi Violation "kpi.year_on_year" {
        zh: "{kind_zh}没有上年同期，不能算同比",
        en: "a {kind:words} has no same period a year before",
        mend_zh: "不算同比，或按月、季、年统计",
        mend_en: "leave it out, or take months, quarters, years"
    }
    KpiGap = 2540 Kpi Violation "kpi.gap" {
        zh: "期间应从 {expected} 开始，却从 {day} 开始",
        en: "the period should begin on {expected} and begins on {day}",
        mend_zh: "按顺序给出每个期间，没有数值的也要给出",
        mend_en: "give every period in order, also those without a value"
    }
    KpiShortHistory = 2541 Kpi Violation "kpi.short_history" {
        zh: "只有 {count} 期历史，至少要 {needed} 期",
        en: "there are {count} periods of history, at least {needed} are needed",
        mend_zh: "给出更多历史，或改用其他方法",
        mend_en: "give more history, or take another method"
    }
    KpiForecastNegative = 2542 Kpi Warning "kpi.forecast_negative" {
        zh: "第 {number} 期预测为 {value:number}，小于 0",
        en: "period number {number} ahead is forecast as {value:number}, below 0",
        mend_zh: "缩短预测期数，或改用移动平均",
        mend_en: "forecast fewer periods, or by a moving average"
    }
    KpiCommissionForm = 2543 Kpi Violation "kpi.commission_form" {
        zh: "按金额计提用比例，按套数计提用每套金额",
        en: "amounts earn a share, units earn yuan each",
        mend_zh: "改正计提方式",
        mend_en: "mend how it is paid"
    }
    KpiCommissionPeriod = 2544 Kpi Violation "kpi.commission_period" {
        zh: "提成不能按销售阶段累计",
        en: "commission is not counted over stages",
        mend_zh: "改用月、季、年或累计",
        mend_en: "take months, quarters, years or everything"
    }
    KpiCapWithTiers = 2545 Kpi Violation "kpi.cap_with_tiers" {
        zh: "阶梯提成不能有每宗上限",
        en: "tiers have no cap of a deal",
        mend_zh: "改用每期上限",
        mend_en: "take a cap of the period"
    }
    KpiFirstTier = 2546 Kpi Violation "kpi.first_tier" {
        zh: "第一档应从 0 起",
        en: "the first tier must be above 0",
        mend_zh: "把第一档的界限改为 0",
        mend_en: "let the first bound be 0"
    }
    KpiTierOrder = 2547 Kpi Violation "kpi.tier_order" {
        zh: "界限 {bound:number} 不大于前一档的 {before:number}",
        en: "the bound {bound:number} is not above the one before, {before:number}",
        mend_zh: "按从小到大给出各档",
        mend_en: "give them in rising order"
    }
    KpiNoCondition = 2548 Kpi Violation "kpi.no_condition" {
        zh: "没有给出结佣条件",
        en: "no condition is given that earns it",
        mend_zh: "给出条件和份额",
        mend_en: "give conditions and shares"
    }
    KpiEarnedUnused = 2549 Kpi Violation "kpi.earned_unused" {
        zh: "按回款计提，每笔回款即计提，不用结佣条件",
        en: "receipts earn on their days; conditions are not used",
        mend_zh: "删去结佣条件",
        mend_en: "remove the conditions"
    }
    KpiReceiptsUnused = 2550 Kpi Violation "kpi.receipts_unused" {
        zh: "交易“{deal}”给出了回款，而不按回款计提",
        en: "receipts of deal \"{deal}\" are given, and they are not what is counted",
        mend_zh: "删去回款，或改为按回款计提",
        mend_en: "remove them, or count what is collected"
    }
    KpiNoSteps = 2551 Kpi Violation "kpi.no_steps" {
        zh: "按月退佣却没有给出各档",
        en: "what goes back is by months, and no steps are given",
        mend_zh: "给出月数和份额",
        mend_en: "give months and shares"
    }
    KpiCommissionHigh = 2552 Kpi Warning "kpi.commission_high" {
        zh: "提成比例 {rate:percent} 高于通常的 {usual:percent}",
        en: "the rate {rate:percent} is above the usual {usual:percent}",
        mend_zh: "核对比例",
        mend_en: "look at the rate"
    }
    KpiCommissionDates = 2564 Kpi Warning "kpi.commission_dates" {
        zh: "交易“{deal}”的{what_zh}日 {day} 早于签约日 {signing}",
        en: "the {what} of deal \"{deal}\" on {day} is before it was signed, on {signing}",
        mend_zh: "核对日期",
        mend_en: "look at the dates"
    }
    KpiCommissionCollected = 2565 Kpi Warning "kpi.commission_collected" {
        zh: "交易“{deal}”的回款合计 {collected:yuan}，高于成交总价 {amount:yuan}",
        en: "the receipts of deal \"{deal}\" come to {collected:yuan}, more than its total {amount:yuan}",
        mend_zh: "核对回款和总价",
        mend_en: "look at the receipts and the total"
    }
    KpiCommissionBelowZero = 2570 Kpi Warning "kpi.commission_below_zero" {
        zh: "“{name}”的回款合计 {collected:yuan}，小于 0：退回的多于收到的",
        en: "what is collected of \"{name}\" comes to {collected:yuan}, below zero: more goes back than came",
        mend_zh: "核对回款和退款",
        mend_en: "look at the receipts and what was given back"
    }
    KpiCancellationEarly = 2571 Kpi Warning "kpi.cancellation_early" {
        zh: "“{key}”在 {day} 取消，早于被取消的“{of}”的 {before}",
        en: "\"{key}\" cancels on {day} what was on {before} (\"{of}\"): before it was there",
        mend_zh: "核对两者的日期",
        mend_en: "look at the days of both"
    }
    KpiCancelledElsewhere = 2573 Kpi Info "kpi.cancelled_elsewhere" {
        zh: "“{key}”取消的“{of}”没有给出",
        en: "what \"{key}\" cancels, \"{of}\", is not given",
        mend_zh: "本来记在别处的不用改；否则改正编号",
        mend_en: "leave it if it is kept elsewhere; else mend the key"
    }
    KpiCancelledNoSale = 2574 Kpi Warning "kpi.cancelled_no_sale" {
        zh: "“{key}”取消的“{of}”既不是认购，也不是签约",
        en: "\"{key}\" cancels \"{of}\", which is no subscription and no signing",
        mend_zh: "写明取消的是哪笔认购或签约",
        mend_en: "say which subscription or signing is cancelled"
    }
    KpiCancelledOften = 2575 Kpi Warning "kpi.cancelled_often" {
        zh: "加上“{key}”，“{of}”取消的多于它的 {count} 套",
        en: "with \"{key}\" more is cancelled of \"{of}\" than its units: {count}",
        mend_zh: "去掉重复的，或核对套数",
        mend_en: "leave out what is there twice, or look at the units"
    }
    KpiSignedOften = 2576 Kpi Warning "kpi.signed_often" {
        zh: "加上“{key}”，“{of}”签约的多于它的 {count} 套",
        en: "with \"{key}\" more is signed of \"{of}\" than its units: {count}",
        mend_zh: "去掉重复的，或核对套数",
        mend_en: "leave out what is there twice, or look at the units"
    }
    KpiFinanceEarly = 2578 Kpi Warning "kpi.finance_early" {
        zh: "“{key}”的财务确认日 {before} 早于发生的 {day}",
        en: "finance recognises \"{key}\" on {before}, before it happened on {day}",
        mend_zh: "核对两个日期",
        mend_en: "look at both days"
    }
    KpiTargetPartial = 2572 Kpi Info "kpi.target_partial" {
        zh: "“{owner}”的“{metric}”指标只含 {from} 至 {to}，不是整个{kind_zh}",
        en: "the target \"{metric}\" of \"{owner}\" is from {from} to {to} only, part of its {kind:words}",
        mend_zh: "核对起止日期；本来只管这几天的不用改",
        mend_en: "look at the days; leave it if it is meant for them alone"
    }
    KpiDerivation = 2553 Kpi Violation "kpi.derivation" {
        zh: "这些事实按第 {found} 版规则得出，现为第 {expected} 版，不能接着推导",
        en: "the facts were derived by rules number {found}, today's are number {expected}: they cannot be continued",
        mend_zh: "从头推导",
        mend_en: "derive them from the beginning"
    }
    KpiRecordLate = 2554 Kpi Violation "kpi.record_late" {
        zh: "记录时间“{time}”不晚于已处理到的“{until}”",
        en: "the record of \"{time}\" was not made after \"{until}\", up to which records were taken in",
        mend_zh: "按记录时间的先后给出",
        mend_en: "give records in the order in which they were made"
    }
    KpiRecordTwice = 2555 Kpi Violation "kpi.record_twice" {
        zh: "记录“{key}”已处理过",
        en: "the record \"{key}\" was taken in already",
        mend_zh: "同一记录只给一次",
        mend_en: "give each record once"
    }
    KpiUnitUnknown = 2556 Kpi Warning "kpi.unit_unknown" {
        zh: "没有给出房间“{unit}”的资料，其事实没有归属节点",
        en: "nothing is known of unit \"{unit}\": its facts stand at no node",
        mend_zh: "给出该房间",
        mend_en: "give the unit"
    }
    KpiNotColumnar = 2557 Kpi Violation "kpi.not_columnar" {
        zh: "“{name}”不能按列统计：比率、天数、按来源日期或按月数的指标",
        en: "\"{name}\" cannot be counted in columns: a ratio, or days, or by the day of an origin, or by months",
        mend_zh: "按列统计其组成的指标，或改用事实清单",
        mend_en: "count the measures that it is made of, or give facts one by one"
    }
    KpiColumnLengths = 2558 Kpi Violation "kpi.column_lengths" {
        zh: "“{field}”列有 {count} 项，应为 {expected} 项",
        en: "the column \"{field}\" has {count} entries; it must have {expected}",
        mend_zh: "各列长度一致",
        mend_en: "give columns of one length"
    }
    KpiColumnNode = 2559 Kpi Violation "kpi.column_node" {
        zh: "第 {number} 项的节点或类别不存在",
        en: "the node or kind of number {number} is none of those there are",
        mend_zh: "改正该项",
        mend_en: "mend it"
    }
    KpiRecordAhead = 2560 Kpi Warning "kpi.record_ahead" {
        zh: "记录“{key}”的日期 {day} 晚于登记时间 {recorded}",
        en: "the record \"{key}\" is of {day}, after it was made ({recorded})",
        mend_zh: "核对日期",
        mend_en: "look at the day"
    }
    KpiNoScore = 2561 Kpi Warning "kpi.no_score" {
        zh: "答卷“{sheet}”对“{question}”的回答没有分数，不计",
        en: "the answer of sheet \"{sheet}\" to \"{question}\" has no score and was left out",
        mend_zh: "改正答案，或给出该选项的分数",
        mend_en: "mend the answer, or give the score of its choice"
    }
    KpiNothingSpent = 2562 Kpi Warning "kpi.nothing_spent" {
        zh: "记录“{key}”的金额为 0",
        en: "the record \"{key}\" has an amount of 0",
        mend_zh: "填写金额，或删去记录",
        mend_en: "give the amount, or remove the record"
    }
    KpiDepartmentTwice = 2563 Kpi Violation "kpi.department_twice" {
        zh: "“{person}”的任职期间与第 {first} 项重叠",
        en: "the days of \"{person}\" meet those of number {first}: he would be in two departments",
        mend_zh: "使任职期间不重叠",
        mend_en: "let the days not overlap"
    }
    KpiUnitElsewhere = 2568 Kpi Warning "kpi.unit_elsewhere" {
        zh: "房号“{unit}”在“{node}”和“{other}”都推出过，按一套计",
        en: "unit \"{unit}\" was released at \"{node}\" and at \"{other}\"; it counts as one home",
        mend_zh: "不同项目的房源用不同的房号",
        mend_en: "give homes of different projects different numbers"
    }
}
