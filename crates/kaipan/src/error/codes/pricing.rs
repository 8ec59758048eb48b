// Pricing. 4xx.

area! { $ pricing
    PricingNoScheme = 401 Pricing Violation "pricing.no_scheme" {
        zh: "没有定价方案适用于该房间",
        en: "no pricing scheme applies to this unit",
        mend_zh: "扩大方案范围，或为其增加方案",
        mend_en: "widen a scheme, or add one for it"
    }
    PricingNoBase = 402 Pricing Violation "pricing.no_base" {
        zh: "方案“{name}”没有基准价，也没有目标可以反推",
        en: "scheme \"{scheme}\" has no base price and no target to solve it from",
        mend_zh: "填写基准价，或给出目标均价 / 总价",
        mend_en: "give a base price, or a target average or total"
    }
    PricingFactorMissing = 403 Pricing Warning "pricing.factor_missing" {
        zh: "因素“{factor_zh}”没有“{value}”的值，{count} 套按不调整计算",
        en: "factor \"{factor:words}\" has no value for \"{value}\"; units left neutral: {count}",
        mend_zh: "在因素表中补上该值",
        mend_en: "add the value to the factor table"
    }
    PricingFactorUnused = 404 Pricing Warning "pricing.factor_unused" {
        zh: "因素“{factor_zh}”没有用到任何房间",
        en: "factor \"{factor:words}\" applies to no unit",
        mend_zh: "检查适用范围和取值，或删去该因素",
        mend_en: "check its scope and values, or remove it"
    }
    PricingFactorValueUnused = 405 Pricing Warning "pricing.factor_value_unused" {
        zh: "因素“{factor_zh}”的“{value}”没有对应的房间",
        en: "no unit has \"{value}\" of factor \"{factor:words}\"",
        mend_zh: "检查取值的写法",
        mend_en: "check how the value is written"
    }
    PricingBandsOverlap = 406 Pricing Violation "pricing.bands_overlap" {
        zh: "区间 {first} 与 {second} 重叠",
        en: "the bands {first} and {second} overlap",
        mend_zh: "区间是左闭右开，让前一个的终点等于后一个的起点",
        mend_en: "bands include their start and exclude their end: let one end where the next starts"
    }
    PricingDuplicateValue = 407 Pricing Violation "pricing.duplicate_value" {
        zh: "取值“{value}”出现了两次",
        en: "the value \"{value}\" is given twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PricingReference = 408 Pricing Violation "pricing.reference" {
        zh: "基点“{value}”的值必须是 {neutral}，而不是 {found}",
        en: "the reference \"{value}\" must have the value {neutral}, not {found}",
        mend_zh: "基点锁定为不调整；改基准价来整体升降",
        mend_en: "the reference is locked; move the base price instead"
    }
    PricingFactorShape = 409 Pricing Violation "pricing.factor_shape" {
        zh: "因素“{factor_zh}”的写法不对：{detail_zh}",
        en: "factor \"{factor:words}\" is not well formed: {detail_en}",
        mend_zh: "见文档中该因素的例子",
        mend_en: "see the example of that factor in the manual"
    }
    PricingWeights = 410 Pricing Violation "pricing.weights" {
        zh: "权重之和是 {sum}，应为 1",
        en: "the weights add up to {sum}, not 1",
        mend_zh: "调整权重",
        mend_en: "adjust the weights"
    }
    PricingTarget = 411 Pricing Violation "pricing.target" {
        zh: "无法反推：Σ(面积×系数) = {sum:number}，必须大于零",
        en: "cannot solve: sum of area x coefficient is {sum:number}, it must be greater than zero",
        mend_zh: "检查系数和目标范围",
        mend_en: "check the coefficients and the scope of the target"
    }
    PricingNotPositive = 412 Pricing Violation "pricing.not_positive" {
        zh: "价格 {price:number} 不大于零",
        en: "the price {price:number} is not greater than zero",
        mend_zh: "检查差价、系数和目标",
        mend_en: "check differences, coefficients and the target"
    }
    PricingTargetScope = 413 Pricing Violation "pricing.target_scope" {
        zh: "目标范围内没有可以定价的房间",
        en: "the target covers no unit that can be priced",
        mend_zh: "检查目标的范围",
        mend_en: "check the scope of the target"
    }
    PricingTargetsOverlap = 414 Pricing Violation "pricing.targets_overlap" {
        zh: "房间“{unit_no}”属于两个目标",
        en: "unit {unit_no} belongs to two targets",
        mend_zh: "让目标的范围互不重叠",
        mend_en: "let the scopes of the targets be disjoint"
    }
    PricingSplit = 415 Pricing Violation "pricing.split" {
        zh: "两级目标：{detail_zh}",
        en: "two-level target: {detail_en}",
        mend_zh: "每个有房间的楼栋给一个大于零的系数",
        mend_en: "give every building that has units one coefficient above zero"
    }
    PricingComposite = 416 Pricing Violation "pricing.composite" {
        zh: "综合折扣的占比之和是 {sum}，应为 1",
        en: "the shares of the composite discount add up to {sum}, not 1",
        mend_zh: "调整各付款方式的占比",
        mend_en: "adjust the shares of the payment modes"
    }
    PricingRate = 417 Pricing Violation "pricing.rate" {
        zh: "“{field}”应在 {low} 和 {high} 之间，而不是 {value}",
        en: "{field} must be between {low} and {high}, not {value}",
        mend_zh: "改正该比率，如 15% 写成 0.15",
        mend_en: "correct the rate; 15 % is 0.15"
    }
    PricingUnitTotalMissing = 418 Pricing Violation "pricing.entered_total_missing" {
        zh: "按套计价的房间没有录入总价",
        en: "the unit is priced per unit but has no entered total",
        mend_zh: "填写按套总价“entered_total”，或改用按面积计价",
        mend_en: "give entered_total, or price by area"
    }
    PricingInsideAreaMissing = 419 Pricing Violation "pricing.inside_area_missing" {
        zh: "按套内面积计价，但没有套内面积",
        en: "the unit is priced by inside area but has none",
        mend_zh: "填写套内面积“inside_area”，或按建筑面积计价",
        mend_en: "give inside_area, or price by building area"
    }
    PricingSchemesOverlap = 420 Pricing Warning "pricing.schemes_overlap" {
        zh: "方案“{name}”与排在前面的方案重叠 {count} 套，以前面的为准",
        en: "scheme \"{scheme}\" overlaps earlier schemes on {count} units; the earlier one counts",
        mend_zh: "收窄方案范围",
        mend_en: "narrow the scope of one of them"
    }
    PricingUnknownUnit = 421 Pricing Violation "pricing.unknown_unit" {
        zh: "项目里没有房号“{unit_no}”",
        en: "the project has no unit \"{unit_no}\"",
        mend_zh: "改正房号",
        mend_en: "correct the unit number"
    }
    PricingTooSoonMonths = 422 Pricing Violation "pricing.too_soon_months" {
        zh: "上次调价在 {last}，须满 {months} 个月，到 {date} 才能再调",
        en: "the last price change was on {last}; the {months} calendar months between changes end on {date}",
        mend_zh: "等到 {date} 再调",
        mend_en: "wait until {date}"
    }
    PricingListNotInForce = 423 Pricing Warning "pricing.list_not_in_force" {
        zh: "所用表价总价 {total:yuan}不是该房间现行的表价总价 {own:yuan}",
        en: "the list total {total:yuan} used here is not the one in force for the unit, {own:yuan}",
        mend_zh: "改用现行表价，或先执行调价单",
        mend_en: "use the list price in force, or execute the price bill first"
    }
    PricingUnusualValue = 424 Pricing Warning "pricing.unusual_value" {
        zh: "“{field}”填的 {value} 即 {is:percent}，通常在 {low:percent} 到 {high:percent} 之间；{scale_zh}",
        en: "\"{field}\" is {value}, that is {is:percent}; {low:percent} to {high:percent} is usual, and {scale_en}",
        mend_zh: "填错了就改正；确是此意可以保留",
        mend_en: "correct the value, or leave it if it is meant"
    }
    PricingBelowFloor = 431 Pricing Violation "pricing.below_floor" {
        zh: "{level_zh} {price:number} {per_zh}低于底价 {limit:number} {per_zh}",
        en: "the {level} {price:number} {per_en} is below the floor price {limit:number} {per_en}",
        mend_zh: "提高价格，或申请破底价审批",
        mend_en: "raise the price, or ask for approval to go below the floor"
    }
    PricingAboveFiled = 432 Pricing Violation "pricing.above_filed" {
        zh: "{level_zh} {price:number} {per_zh}高于备案价上限 {limit:number} {per_zh}",
        en: "the {level} {price:number} {per_en} is above the filed-price limit {limit:number} {per_en}",
        mend_zh: "降低价格，或重新备案",
        mend_en: "lower the price, or file a new one"
    }
    PricingBelowFiled = 433 Pricing Violation "pricing.below_filed" {
        zh: "{level_zh} {price:number} {per_zh}低于备案价下限 {limit:number} {per_zh}",
        en: "the {level} {price:number} {per_en} is below the filed-price limit {limit:number} {per_en}",
        mend_zh: "提高价格，或重新备案",
        mend_en: "raise the price, or file a new one"
    }
    PricingTooSoon = 434 Pricing Violation "pricing.too_soon" {
        zh: "距上次调价 {days} 天，少于规定的 {least} 天",
        en: "only {days} days since the last price change, the rule asks for {least}",
        mend_zh: "等到 {date} 之后再调",
        mend_en: "wait until {date}"
    }
    PricingCutTooDeep = 435 Pricing Violation "pricing.cut_too_deep" {
        zh: "本次降幅 {cut}% 超过规定的 {limit}%",
        en: "this cut of {cut} % is deeper than the {limit} % allowed",
        mend_zh: "分次下调",
        mend_en: "cut in several steps"
    }
    PricingResidual = 436 Pricing Warning "pricing.residual" {
        zh: "调平后仍差 {residual:yuan}未能分配：{reason_zh}",
        en: "a residual of {residual:yuan} could not be placed: {reason_en}",
        mend_zh: "放宽取整位、底价或备案价限制",
        mend_en: "relax rounding, floor or filed limits"
    }
    PricingFloorAbsent = 437 Pricing Info "pricing.floor_absent" {
        zh: "楼栋“{building}”没有基准层 {floor} 层",
        en: "building \"{building}\" has no reference floor {floor}",
        mend_zh: "确认基准层，或按楼栋分设因素",
        mend_en: "check the reference floor, or set the factor per building"
    }
    PricingKept = 438 Pricing Info "pricing.kept" {
        zh: "房间在交易中（{state_zh}），保留原价",
        en: "the unit is in an active deal ({state:words}) and keeps its price",
        mend_zh: "先退房或换房再调价",
        mend_en: "change the price after the deal has ended"
    }
    PricingNoListPrice = 439 Pricing Violation "pricing.no_list_price" {
        zh: "房间没有现行表价",
        en: "the unit has no list price yet",
        mend_zh: "先执行定价单",
        mend_en: "execute a price bill first"
    }
    PricingNeedsConfirmation = 440 Pricing Warning "pricing.needs_confirmation" {
        zh: "房间退回后需要确认价格",
        en: "the unit has come back and its price needs confirmation",
        mend_zh: "确认表价和底价后再放盘",
        mend_en: "confirm list and floor price before release"
    }
    PricingFiledDiffers = 441 Pricing Warning "pricing.filed_differs" {
        zh: "算出的单价 {price:price}与备案价 {filed:price}不一致",
        en: "the computed unit price {price:price} differs from the filed price {filed:price}",
        mend_zh: "核对方案或备案表",
        mend_en: "check the scheme or the filing"
    }
    PricingBillState = 451 Pricing Violation "pricing.bill_state" {
        zh: "状态为“{state_zh}”的价格单不能“{command_zh}”",
        en: "it is not possible to {command} a price bill in the state {state:words}",
        mend_zh: "这张单{possible_zh}",
        mend_en: "in this state: {possible}"
    }
    PricingBillViolations = 452 Pricing Violation "pricing.bill_violations" {
        zh: "价格单有 {count} 处违规，不能提交",
        en: "the price bill has {count} violations and cannot be submitted",
        mend_zh: "改正价格，或在请求中允许带违规提交",
        mend_en: "mend the prices, or allow violations in the request"
    }
    PricingBillStale = 453 Pricing Violation "pricing.bill_stale" {
        zh: "房间“{unit_no}”的现价 {found:number} 已不是价格单记录的 {expected:number}",
        en: "the price of unit {unit_no} is {found:number}, not {expected:number} as the bill recorded",
        mend_zh: "按现价重新生成价格单",
        mend_en: "make the bill again from the present prices"
    }
    PricingBillEarly = 454 Pricing Violation "pricing.bill_early" {
        zh: "价格单 {date} 才生效，今天是 {today}",
        en: "the price bill takes effect on {date}, today is {today}",
        mend_zh: "到生效日再执行",
        mend_en: "execute it on that date"
    }
    PricingMissingPrice = 455 Pricing Violation "pricing.missing_price" {
        zh: "没有给出房间“{unit_no}”的价格",
        en: "no price is given for unit {unit_no}",
        mend_zh: "补上价格",
        mend_en: "give its price"
    }
    PricingNotSelected = 456 Pricing Warning "pricing.not_selected" {
        zh: "给出了价格，但房间不在所选范围内",
        en: "a price is given, but the unit is not among those selected",
        mend_zh: "扩大选择范围，或删去该价格",
        mend_en: "widen the selection, or leave the price out"
    }
    PricingBillArea = 457 Pricing Violation "pricing.bill_area" {
        zh: "房间“{unit_no}”的建筑面积是 {found:area}，不是价格单记录的 {expected:area}",
        en: "the building area of unit \"{unit_no}\" is {found:area}, not {expected:area} as the bill recorded",
        mend_zh: "核对面积，按现面积重新生成价格单",
        mend_en: "check the area, and make the bill again with the present one"
    }
    PricingNoListPrices = 458 Pricing Violation "pricing.no_list_prices" {
        zh: "这 {count} 套房间没有现行表价：{units}",
        en: "units without a list price in force, {count}: {units}",
        mend_zh: "先按定价方案试算，再生成并执行定价单，或在房源表中填写表价",
        mend_en: "price them by schemes and execute a price bill, or give list prices with the units"
    }
    PricingBillWaits = 459 Pricing Warning "pricing.bill_waits" {
        zh: "价格单“{code}”（{state_zh}）也含其中 {count} 套：{units}；其中一张执行后，另一张就不能再执行",
        en: "price bill \"{code}\" ({state:words}) holds {count} of these units too: {units}; when one of the bills is executed, the other can no longer be",
        mend_zh: "先执行或作废那张价格单，再按新的现价生成",
        mend_en: "execute or void that bill first, and make this one from the prices then in force"
    }
    PricingUnchanged = 460 Pricing Warning "pricing.unchanged" {
        zh: "{count} 套的价格没有变动：{units}",
        en: "units whose price does not change: {count} ({units})",
        mend_zh: "调价幅度小于取整单位的，改大幅度或改取整；不该在单内的，缩小范围",
        mend_en: "if the change is less than the rounding, raise it or round finer; leave out what does not belong in the bill"
    }
    PricingColumnLength = 461 Pricing Violation "pricing.column_length" {
        zh: "列“{column}”有 {found} 行，应为 {expected}",
        en: "column \"{column}\" has {found} rows, not {expected}",
        mend_zh: "各列行数必须一致",
        mend_en: "give all columns the same length"
    }
    PricingColumnCode = 462 Pricing Violation "pricing.column_code" {
        zh: "第 {row} 行因素“{factor_zh}”的编码 {value} 不存在",
        en: "row {row}: code {value} of factor \"{factor:words}\" does not exist",
        mend_zh: "使用方案编译时给出的编码",
        mend_en: "use the codes the compiled scheme gives"
    }
    PricingColumnArea = 463 Pricing Violation "pricing.column_area" {
        zh: "第 {row} 行的面积 {value} 必须大于零",
        en: "row {row}: the area {value} must be greater than zero",
        mend_zh: "填写测绘面积",
        mend_en: "give the surveyed area"
    }
    PricingColumnScheme = 464 Pricing Violation "pricing.column_scheme" {
        zh: "该方案不能按列计算：{detail_zh}",
        en: "this scheme cannot be priced in columns: {detail_en}",
        mend_zh: "改用“pricing.table”",
        mend_en: "use pricing.table"
    }
    PricingNothingInCommon = 465 Pricing Violation "pricing.nothing_in_common" {
        zh: "两张价格表没有相同的房间",
        en: "the two price tables have no unit in common",
        mend_zh: "比较同一项目的两张价格表；房号要写法一致",
        mend_en: "compare two tables of one project; unit numbers must be written alike"
    }
    PricingOtherArea = 466 Pricing Warning "pricing.other_area" {
        zh: "两张价格表的建筑面积不同：{before:area}与 {after:area}，总价的变动不全是调价",
        en: "the tables have different building areas, {before:area} and {after:area}: the change of the total is not one of price alone",
        mend_zh: "核对面积",
        mend_en: "check the area"
    }
    PricingOtherAreas = 467 Pricing Warning "pricing.other_areas" {
        zh: "两张价格表有 {count} 套建筑面积不同：{units}；总价的变动不全是调价",
        en: "the tables have different building areas of {count} units: {units}; the change of their totals is not one of price alone",
        mend_zh: "核对面积",
        mend_en: "check the areas"
    }
    PricingUnusualChange = 468 Pricing Violation "pricing.unusual_change" {
        zh: "总价由 {old:money} 变为 {new:money}，变动 {percent}%；通常不超过 {most}%",
        en: "the total goes from {old:money} to {new:money}, by {percent} %; up to {most} % is usual",
        mend_zh: "填错了就改正；确是此意可以保留",
        mend_en: "correct the price, or leave it if it is meant"
    }
    PricingNothingToChange = 469 Pricing Violation "pricing.nothing_to_change" {
        zh: "所选 {count} 套没有一套可以定价：{reasons_zh}",
        en: "none of the units chosen ({count}) can get a new price: {reasons_en}",
        mend_zh: "换一个范围；还没有表价的，先按方案或价格表定价",
        mend_en: "choose other units; those without a list price get one by a scheme or a price list first"
    }
    PricingPartEmpty = 470 Pricing Warning "pricing.part_empty" {
        zh: "第 {number} 个追加部分没有房间：所选的都已在前面的部分里，或没有这样的房间",
        en: "further part {number} has no units: those it chooses belong to earlier parts, or there are none",
        mend_zh: "改正范围，或删去这一部分",
        mend_en: "correct what it chooses, or remove it"
    }
    PricingFactorSpelling = 480 Pricing Violation "pricing.factor_spelling" {
        zh: "因素“{factor_zh}”与房间的写法对不上：{pairs_zh}；{count} 套按不调整计算",
        en: "factor \"{factor:words}\" and the units are written differently: {pairs_en}; units left neutral: {count}",
        mend_zh: "统一写法；表格软件会去掉前导零，请把该列设为文本",
        mend_en: "write both alike; spreadsheets drop leading zeros unless the column is text"
    }
    PricingFactorMismatch = 481 Pricing Violation "pricing.factor_mismatch" {
        zh: "因素“{factor_zh}”几乎没有对上：{keys:number} 个取值中 {met:number} 个有房间，{units} 套房间中 {count} 套没有取值",
        en: "factor \"{factor:words}\" matches almost nothing: of its {keys} values {met} belong to a unit, and of {units} units {count} have no value",
        mend_zh: "检查因素取值与房间的写法，或收窄因素的适用范围",
        mend_en: "check how its values and the units are written, or narrow its scope"
    }
    PricingReferenceFloor = 482 Pricing Warning "pricing.reference_floor" {
        zh: "没有楼栋有因素“{factor_zh}”的基准层 {floor} 层",
        en: "no building has floor {floor}, the reference of factor \"{factor:words}\"",
        mend_zh: "改正基准层",
        mend_en: "correct the reference floor"
    }
    PricingNoSchemeMany = 483 Pricing Violation "pricing.no_scheme_many" {
        zh: "没有定价方案适用于这 {count} 套房间：{units}",
        en: "no pricing scheme applies to {count} units: {units}",
        mend_zh: "扩大方案范围，或为其增加方案",
        mend_en: "widen a scheme, or add one for them"
    }
    PricingCoarseTotals = 485 Pricing Warning "pricing.coarse_totals" {
        zh: "单价优先，总价却取整到 {place:number} 元：{count} 套的总价不等于单价×面积，相差最大的是房间“{unit_no}”，差 {most:yuan}",
        en: "unit prices come first, but totals are rounded to {place:number} yuan; totals that are not unit price times area: {count}; unit {unit_no} is farthest away, by {most:yuan}",
        mend_zh: "要整数总价就用总价优先（“price_basis”填“total_first”）；否则总价取整到元",
        mend_en: "for round totals let the total come first (price_basis: total_first); otherwise round totals to the yuan"
    }
    PricingUnusualMultiple = 484 Pricing Warning "pricing.unusual_multiple" {
        zh: "“{field}”填的 {value} 即 {value} 倍，通常在 {low} 到 {high} 倍之间；此处填倍数，20 倍写作 20",
        en: "\"{field}\" is {value}, that is {value} times; {low} to {high} times is usual, and this field is a multiple: 20 times is 20",
        mend_zh: "填错了就改正；确是此意可以保留",
        mend_en: "correct the value, or leave it if it is meant"
    }
    PricingFloorRuleUnused = 490 Pricing Warning "pricing.floor_rule_unused" {
        zh: "每套房间都有自己的底价，按比例的底价规则没有用到",
        en: "every unit has a floor price of its own; the rule of floor prices is not used",
        mend_zh: "删去房间的底价，或删去底价规则",
        mend_en: "remove the floor prices of the units, or the rule"
    }
    PricingDealUnpriced = 491 Pricing Info "pricing.deal_unpriced" {
        zh: "这 {count} 套在交易中而没有表价，不定价，也不计入均价：{units}",
        en: "units in an active deal without a list price, {count}: {units}; they get no price and count in no average",
        mend_zh: "要列出并计入，就在房源表中填写成交时的表价",
        mend_en: "to show and count them, give the list prices of their deals with the units"
    }
    PricingTargetKeeps = 492 Pricing Info "pricing.target_keeps" {
        zh: "目标按 {units} 套计：面积 {area} ㎡，总价 {total:yuan}；其中 {kept} 套在交易中，价格不变",
        en: "the target is met by {units} units together, {area} square metres and {total:yuan}; of these {kept} are in an active deal and keep their price",
        mend_zh: "不想计入在交易中的房间，就把它们排除在目标范围之外",
        mend_en: "to leave the units in a deal out, except them from the scope of the target"
    }
    PricingKeptUnpriced = 494 Pricing Info "pricing.kept_unpriced" {
        zh: "房间在交易中（{state_zh}），没有表价，不改价",
        en: "the unit is in an active deal ({state:words}) and has no list price: it gets none",
        mend_zh: "要列出它的价格，就在房源表中填写成交时的表价",
        mend_en: "to show its price, give the list price of its deal with the unit"
    }
    PricingBillBackwards = 493 Pricing Violation "pricing.bill_backwards" {
        zh: "日期 {today} 早于这张价格单的上一步（{last}）",
        en: "{today} is before {last}, the day of the last step of the bill",
        mend_zh: "改正日期：提交、审批、执行依次进行，后一步不早于前一步",
        mend_en: "correct the day: submission, approval and execution follow each other, none before the last"
    }
}
