// Periods, targets and how they are split. 2480 to 2510, 2566, 2567, 2655 and 2656.

area! { $ kpi_target
    KpiBlank = 2480 Kpi Violation "kpi.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
    KpiDatesTurned = 2481 Kpi Violation "kpi.dates_turned" {
        zh: "最后一天 {to} 早于第一天 {from}",
        en: "the last day {to} is before the first day {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    KpiManyPeriods = 2482 Kpi Violation "kpi.many_periods" {
        zh: "期间多于 {most} 个",
        en: "there are more than {most} periods",
        mend_zh: "缩短日期范围，或改用较长的期间",
        mend_en: "take fewer days, or longer periods"
    }
    KpiNoStages = 2483 Kpi Violation "kpi.no_stages" {
        zh: "按阶段统计，却没有给出销售阶段",
        en: "periods are stages, and no stages are given",
        mend_zh: "给出各阶段及其日期",
        mend_en: "give the stages with their dates"
    }
    KpiStagesUnused = 2484 Kpi Violation "kpi.stages_unused" {
        zh: "给出了销售阶段，期间却不是阶段",
        en: "stages are given, and periods are not stages",
        mend_zh: "把期间改为阶段，或删去阶段",
        mend_en: "let periods be stages, or remove them"
    }
    KpiStagesOverlap = 2485 Kpi Violation "kpi.stages_overlap" {
        zh: "阶段“{stage}”与阶段“{other_stage}”日期重叠",
        en: "stage \"{stage}\" shares days with stage \"{other_stage}\"",
        mend_zh: "改正阶段的日期",
        mend_en: "mend the dates of the stages"
    }
    KpiPeriodDays = 2486 Kpi Violation "kpi.period_days" {
        zh: "{from} 至 {to} 不在同一个{kind_zh}内",
        en: "from {from} to {to} is more than one {kind:words}",
        mend_zh: "改正日期，或改用较长的期间",
        mend_en: "mend the dates, or take a longer kind of period"
    }
    KpiTargetNegative = 2487 Kpi Violation "kpi.target_negative" {
        zh: "指标 {value:number} 小于 0",
        en: "the target {value:number} is below 0",
        mend_zh: "改正指标",
        mend_en: "mend the target"
    }
    KpiTargetTwice = 2488 Kpi Violation "kpi.target_twice" {
        zh: "“{owner}”的“{metric}”指标与第 {first} 项期间、版本相同",
        en: "the target for \"{metric}\" of \"{owner}\" has the period and version of number {first}",
        mend_zh: "删去一项，或改版本号",
        mend_en: "remove one, or mend its version"
    }
    KpiTargetsOverlap = 2489 Kpi Violation "kpi.targets_overlap" {
        zh: "“{owner}”的“{metric}”指标与第 {first} 项在 {from} 至 {to} 重叠",
        en: "the target for \"{metric}\" of \"{owner}\" overlaps number {first} from {from} to {to}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    KpiTargetNotSplit = 2490 Kpi Violation "kpi.target_not_split" {
        zh: "“{owner}”的“{metric}”只有{kind_zh}指标（{from} 至 {to}），凑不成所问的 {asked_from} 至 {asked_to}",
        en: "the target for \"{metric}\" of \"{owner}\" is for a {kind:words} ({from} to {to}); no targets come to what is asked for ({asked_from} to {asked_to})",
        mend_zh: "给出该期间的指标，或先把指标分解到该期间",
        mend_en: "give the target of that period, or split the target to it first"
    }
    KpiTargetWaits = 2491 Kpi Warning "kpi.target_waits" {
        zh: "“{owner}”的“{metric}”指标为“{state_zh}”，不计",
        en: "the target for \"{metric}\" of \"{owner}\" is {state:words} and does not count",
        mend_zh: "批准后再计，或放宽所计状态",
        mend_en: "have it approved, or let less count"
    }
    KpiTargetMissing = 2492 Kpi Warning "kpi.target_missing" {
        zh: "“{owner}”的“{metric}”在该期间没有指标",
        en: "\"{owner}\" has no target for \"{metric}\" in the period",
        mend_zh: "给出该期间的指标",
        mend_en: "give a target for the period"
    }
    KpiActualForm = 2493 Kpi Violation "kpi.actual_form" {
        zh: "“{metric}”的实际数要么给出数值，要么给出分子和分母",
        en: "what was reached of \"{metric}\" is either a value, or a numerator and a denominator",
        mend_zh: "给出其一",
        mend_en: "give one of the two"
    }
    KpiActualTwice = 2494 Kpi Violation "kpi.actual_twice" {
        zh: "“{owner}”的“{metric}”实际数与第 {first} 项重复",
        en: "what was reached of \"{metric}\" by \"{owner}\" is given by number {first} already",
        mend_zh: "删去一项",
        mend_en: "remove one of them"
    }
    KpiActualMissing = 2495 Kpi Warning "kpi.actual_missing" {
        zh: "没有给出“{owner}”的“{metric}”实际数",
        en: "what \"{owner}\" reached of \"{metric}\" is not given",
        mend_zh: "给出实际数，没有则为 0",
        mend_en: "give it; 0 if there was nothing"
    }
    KpiActualWithoutTarget = 2496 Kpi Warning "kpi.actual_without_target" {
        zh: "“{owner}”的“{metric}”有实际数而没有指标，不计",
        en: "\"{owner}\" reached something of \"{metric}\" and has no target; it does not count",
        mend_zh: "改正名称，或给出指标",
        mend_en: "mend the name, or give a target"
    }
    KpiCompletionOdd = 2497 Kpi Warning "kpi.completion_odd" {
        zh: "“{owner}”的“{metric}”指标为 {target:number}，实际为 {actual:number}，超过十倍",
        en: "the target for \"{metric}\" of \"{owner}\" is {target:number} and {actual:number} was reached, more than ten times of it",
        mend_zh: "核对单位：元还是万元",
        mend_en: "look whether both are in yuan, or in ten thousand yuan"
    }
    KpiBaseMissing = 2655 Kpi Warning "kpi.base_missing" {
        zh: "没有给出“{owner}”的“{metric}”基期实际数",
        en: "what \"{owner}\" reached of \"{metric}\" in the base period is not given",
        mend_zh: "给出基期实际数，没有则为 0",
        mend_en: "give it; 0 if there was nothing"
    }
    KpiTargetBelowBase = 2656 Kpi Warning "kpi.target_below_base" {
        zh: "“{owner}”的“{metric}”指标 {target:number} 低于基期实际 {base:number}",
        en: "the target {target:number} for \"{metric}\" of \"{owner}\" is below the {base:number} reached in the base period",
        mend_zh: "核对指标是否有挑战性",
        mend_en: "look whether it asks for enough"
    }
    KpiNumber = 2498 Kpi Violation "kpi.number" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en:words}",
        mend_zh: "改正数值",
        mend_en: "mend the number"
    }
    KpiNotWhole = 2499 Kpi Violation "kpi.not_whole" {
        zh: "{value:number} 不是最小单位 {quantum:number} 的整数倍",
        en: "{value:number} is no multiple of the quantum {quantum:number}",
        mend_zh: "改正数值或最小单位",
        mend_en: "mend the amount or the quantum"
    }
    KpiNotAdditive = 2500 Kpi Violation "kpi.not_additive" {
        zh: "“{metric}”是比率，不能分解或相加",
        en: "\"{metric}\" is a ratio and cannot be split or added up",
        mend_zh: "分解其分子和分母",
        mend_en: "split its numerator and denominator"
    }
    KpiNoParts = 2501 Kpi Violation "kpi.no_parts" {
        zh: "没有要分解到的对象",
        en: "there is nothing to split over",
        mend_zh: "给出各部分",
        mend_en: "give the parts"
    }
    KpiIdTwice = 2502 Kpi Violation "kpi.id_twice" {
        zh: "“{id}”重复，第 {first} 项已使用",
        en: "\"{id}\" is given twice; number {first} has it",
        mend_zh: "删去一项，或改正编号",
        mend_en: "remove one, or mend the id"
    }
    KpiPartUnknown = 2503 Kpi Violation "kpi.part_unknown" {
        zh: "没有“{id}”这一部分",
        en: "there is no part \"{id}\"",
        mend_zh: "改正编号，或给出该部分",
        mend_en: "mend the id, or give that part"
    }
    KpiCircle = 2504 Kpi Violation "kpi.circle" {
        zh: "“{id}”通过上级又回到自己",
        en: "\"{id}\" is a part of itself by way of its parents",
        mend_zh: "改正上级",
        mend_en: "mend the parents"
    }
    KpiWeightNegative = 2505 Kpi Violation "kpi.weight_negative" {
        zh: "第 {number} 个权重小于 0",
        en: "weight number {number} is below 0",
        mend_zh: "改正权重",
        mend_en: "mend the weight"
    }
    KpiWeightsZero = 2506 Kpi Violation "kpi.weights_zero" {
        zh: "权重全为 0，无从分解",
        en: "all weights are 0: there is nothing to split by",
        mend_zh: "至少给一个大于 0 的权重",
        mend_en: "let one weight at least be above 0"
    }
    KpiWeightCount = 2507 Kpi Violation "kpi.weight_count" {
        zh: "给出 {count} 个权重，应为 {expected} 个",
        en: "{count} weights are given; there must be {expected}",
        mend_zh: "每个期间给一个权重，不按权重分解则不给",
        mend_en: "give one for each period, and none where weights are not asked for"
    }
    KpiFixedAbove = 2508 Kpi Violation "kpi.fixed_above" {
        zh: "固定部分共 {value:number}，超过总数 {whole:number}",
        en: "the parts that are kept come to {value:number}, above the whole {whole:number}",
        mend_zh: "减少固定部分，或提高总数",
        mend_en: "keep less, or raise the whole"
    }
    KpiFixedBelow = 2509 Kpi Violation "kpi.fixed_below" {
        zh: "各部分都已固定，共 {value:number}，不等于总数 {whole:number}",
        en: "every part is kept; they come to {value:number} and the whole is {whole:number}",
        mend_zh: "留出一部分不固定，或改正总数",
        mend_en: "leave one part open, or mend the whole"
    }
    KpiReportedDiffers = 2510 Kpi Warning "kpi.reported_differs" {
        zh: "“{id}”上报 {reported:number}，其下级合计 {sum:number}",
        en: "\"{id}\" reports {reported:number}, its parts together {sum:number}",
        mend_zh: "核对上报数",
        mend_en: "look at what is reported"
    }
    KpiWholeMissing = 2566 Kpi Warning "kpi.whole_missing" {
        zh: "“{owner}”没有“{metric}”指标，各部分之和无从比较",
        en: "\"{owner}\" has no target for \"{metric}\": what its parts come to stands beside nothing",
        mend_zh: "改正名称，或给出它的指标",
        mend_en: "mend the name, or give its target"
    }
    KpiActualUndefined = 2567 Kpi Warning "kpi.actual_undefined" {
        zh: "“{owner}”的“{metric}”以 0 为分母，没有意义",
        en: "what \"{owner}\" reached of \"{metric}\" is divided by 0 and says nothing",
        mend_zh: "有了分母再比较",
        mend_en: "compare it once there is something to divide by"
    }
}
