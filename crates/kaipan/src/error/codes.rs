// Codes and numbers are stable: never reuse one, never change its meaning.
// Numbers: 1xx input (19x how a host calls), 2xx numbers, 3xx project, 4xx pricing, 5xx discount,
// 6xx payment, 65x loans, 7xx fees, 8xx quote.

catalogue! {
    InputTooLarge = 101 Input Violation "input.too_large" {
        zh: "输入有 {bytes} 字节，超过上限 {limit}",
        en: "the input has {bytes} bytes, the limit is {limit}",
        mend_zh: "分成几个较小的请求",
        mend_en: "split it into smaller requests"
    }
    InputUtf8 = 102 Input Violation "input.utf8" {
        zh: "第 {offset} 字节（第 {line} 行）不是合法的 UTF-8",
        en: "byte {offset} (line {line}) is not valid UTF-8",
        mend_zh: "把文件另存为 UTF-8 编码",
        mend_en: "save the file as UTF-8"
    }
    JsonSyntax = 103 Input Violation "json.syntax" {
        zh: "JSON 语法错误，第 {line} 行第 {column} 列：{detail}",
        en: "JSON syntax error at line {line}, column {column}: {detail}",
        mend_zh: "检查该处的引号、逗号和括号",
        mend_en: "check quotes, commas and brackets at that place"
    }
    JsonUnknownField = 104 Input Violation "json.unknown_field" {
        zh: "没有名为“{field}”的字段",
        en: "there is no field \"{field}\"",
        mend_zh: "可用的字段：{known}",
        mend_en: "fields that exist here: {known}"
    }
    JsonMissingField = 105 Input Violation "json.missing_field" {
        zh: "缺少字段“{field}”",
        en: "the field \"{field}\" is missing",
        mend_zh: "补上该字段；结构见 kaipan schema",
        mend_en: "add it; see kaipan schema for the shape"
    }
    JsonType = 106 Input Violation "json.type" {
        zh: "此处应为{expected_zh}，而不是 {found}",
        en: "expected {expected} here, not {found}",
        mend_zh: "改成要求的类型",
        mend_en: "give a value of that type"
    }
    JsonChoice = 107 Input Violation "json.choice" {
        zh: "“{text}”不是可选值",
        en: "\"{text}\" is not one of the choices",
        mend_zh: "可选值：{known}",
        mend_en: "choices: {known}"
    }
    JsonDuplicateField = 108 Input Violation "json.duplicate_field" {
        zh: "字段“{field}”出现了两次（第 {line} 行第 {column} 列）",
        en: "the field \"{field}\" is given twice (line {line}, column {column})",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    JsonTooDeep = 109 Input Violation "json.too_deep" {
        zh: "嵌套超过 {limit} 层",
        en: "nested deeper than {limit} levels",
        mend_zh: "检查请求是否多套了结构",
        mend_en: "check that the request is not wrapped too often"
    }
    OperationUnknown = 110 Input Violation "operation.unknown" {
        zh: "没有名为“{name}”的操作",
        en: "there is no operation \"{name}\"",
        mend_zh: "可用的操作见 kaipan ops；最接近的是“{nearest}”",
        mend_en: "kaipan ops lists them; the nearest is \"{nearest}\""
    }
    InputFile = 111 Input Violation "input.file" {
        zh: "不能读取 {file}：{detail}",
        en: "cannot read {file}: {detail}",
        mend_zh: "检查路径和权限",
        mend_en: "check the path and the permissions"
    }
    InputProject = 112 Input Violation "input.project" {
        zh: "{file} 里没有项目：需要 project.json，或把单个 JSON 文件作为参数",
        en: "{file} holds no project: expected project.json in it, or a single JSON file",
        mend_zh: "见 examples/ 下的示例项目",
        mend_en: "see the sample projects in examples/"
    }
    CallArgument = 191 Input Violation "call.argument" {
        zh: "参数 {name} {detail_zh}",
        en: "the argument {name} {detail_en}",
        mend_zh: "按库的约定传参；见该语言绑定的说明",
        mend_en: "call the library as its binding's documentation says"
    }
    CallPanic = 192 Input Violation "call.panic" {
        zh: "库内部出错，本次调用没有结果：{detail}",
        en: "the library failed inside, the call has no result: {detail}",
        mend_zh: "这是库的缺陷：请连同请求一起报告；之后的调用不受影响",
        mend_en: "this is a defect of the library: report it with the request; later calls are not affected"
    }
    NumberSyntax = 201 Number Violation "number.syntax" {
        zh: "“{text}”不是十进制数",
        en: "\"{text}\" is not a decimal number",
        mend_zh: "只写数字和一个小数点，如 12345.67；不要千分位和单位",
        mend_en: "write digits and one point, such as 12345.67; no grouping, no unit"
    }
    NumberExponent = 202 Number Violation "number.exponent" {
        zh: "“{text}”是科学计数法",
        en: "\"{text}\" has an exponent",
        mend_zh: "写成普通小数",
        mend_en: "write it as a plain decimal"
    }
    NumberTooPrecise = 203 Number Violation "number.too_precise" {
        zh: "“{text}”超过 {decimals} 位小数",
        en: "\"{text}\" has more than {decimals} decimals",
        mend_zh: "先按约定的规则取舍",
        mend_en: "round it first, by a rule you have agreed on"
    }
    NumberRange = 204 Number Violation "number.range" {
        zh: "“{text}”超出可表示的范围",
        en: "\"{text}\" is outside the range of its type",
        mend_zh: "检查位数和单位（元，不是万元或分）",
        mend_en: "check the digits and the unit (yuan, not wan or fen)"
    }
    NumberTooWide = 205 Number Violation "number.too_wide" {
        zh: "中间结果超过 308 位，无法精确计算",
        en: "an intermediate value has more than 308 digits and cannot be carried exactly",
        mend_zh: "减少系数个数或小数位",
        mend_en: "use fewer factors or fewer decimals"
    }
    NumberOverflow = 206 Number Violation "number.overflow" {
        zh: "结果超出金额的范围",
        en: "the result is outside the range of money",
        mend_zh: "检查单价、面积和系数",
        mend_en: "check prices, areas and coefficients"
    }
    NumberZeroDenominator = 207 Number Violation "number.zero_denominator" {
        zh: "除数为零",
        en: "division by zero",
        mend_zh: "检查面积、系数或折扣是否为零",
        mend_en: "check for an area, coefficient or discount of zero"
    }
    NumberPlace = 208 Number Violation "number.place" {
        zh: "“{text}”不是取整位",
        en: "\"{text}\" is not a rounding place",
        mend_zh: "可用：0.01、0.1、1、10、100、1000、10000、100000",
        mend_en: "use 0.01, 0.1, 1, 10, 100, 1000, 10000 or 100000"
    }
    NumberDiscount = 209 Number Violation "number.discount" {
        zh: "“{text}”不是折扣",
        en: "\"{text}\" is not a discount",
        mend_zh: "写成 98折、9.8折、减2点、98% 或 0.98；应大于 0、不超过 100%",
        mend_en: "write 98折, 9.8折, 减2点, 98% or 0.98; above 0 and at most 100 %"
    }
    DateSyntax = 210 Number Violation "date.syntax" {
        zh: "“{text}”不是日期",
        en: "\"{text}\" is not a date",
        mend_zh: "写成 2026-01-31",
        mend_en: "write it as 2026-01-31"
    }
    ProjectNoUnits = 301 Project Violation "project.no_units" {
        zh: "没有房间",
        en: "there are no units",
        mend_zh: "至少给出一套房间；若用了筛选，检查条件",
        mend_en: "give at least one unit; check the selection if there is one"
    }
    ProjectDuplicateUnit = 302 Project Violation "project.duplicate_unit" {
        zh: "房号“{unit_no}”重复，首次出现在第 {first} 个",
        en: "unit number \"{unit_no}\" is given twice, first as number {first}",
        mend_zh: "每套房的房号必须唯一",
        mend_en: "give every unit a number of its own"
    }
    ProjectArea = 303 Project Violation "project.area" {
        zh: "{field} 必须大于零，而不是 {value}",
        en: "{field} must be greater than zero, not {value}",
        mend_zh: "填写测绘面积",
        mend_en: "give the surveyed area"
    }
    ProjectInsideArea = 304 Project Violation "project.inside_area" {
        zh: "套内面积 {inside} 大于建筑面积 {building}",
        en: "inside area {inside} is greater than building area {building}",
        mend_zh: "检查两个面积是否填反",
        mend_en: "check whether the two areas are swapped"
    }
    ProjectSharedArea = 305 Project Violation "project.shared_area" {
        zh: "建筑面积 {building} 不等于套内 {inside} 加公摊 {shared}",
        en: "building area {building} is not inside {inside} plus shared {shared}",
        mend_zh: "改正其中一个，或不填公摊",
        mend_en: "correct one of them, or leave the shared area out"
    }
    ProjectUnknownReference = 306 Project Violation "project.unknown_reference" {
        zh: "{kind_zh}“{name}”未在项目中定义",
        en: "{kind} \"{name}\" is not defined in the project",
        mend_zh: "在项目中补上，或改正名称",
        mend_en: "define it in the project, or correct the name"
    }
    ProjectUnknownAttribute = 307 Project Violation "project.unknown_attribute" {
        zh: "没有名为“{name}”的房间属性",
        en: "there is no unit attribute \"{name}\"",
        mend_zh: "可用：{known}；自定义属性写成 custom:名称",
        mend_en: "use one of {known}; write custom:NAME for an attribute of your own"
    }
    ProjectUnknownColumn = 308 Project Violation "project.unknown_column" {
        zh: "第 {column} 列“{name}”不认识",
        en: "column {column}, \"{name}\", is not known",
        mend_zh: "改成已知列名，或写成 custom:{name}；已知列名见文档",
        mend_en: "use a known column name, or custom:{name}; the manual lists them"
    }
    ProjectMissingColumn = 309 Project Violation "project.missing_column" {
        zh: "表头缺少“{name}”列",
        en: "the header has no column \"{name}\"",
        mend_zh: "加上该列（中英文名均可）",
        mend_en: "add it, under its Chinese or English name"
    }
    ProjectDuplicateColumn = 310 Project Violation "project.duplicate_column" {
        zh: "第 {column} 列与前面的列同为“{name}”",
        en: "column {column} repeats the column \"{name}\"",
        mend_zh: "删去其中一列",
        mend_en: "remove one of them"
    }
    ProjectCell = 311 Project Violation "project.cell" {
        zh: "第 {row} 行“{column}”列：{detail_zh}",
        en: "row {row}, column \"{column}\": {detail_en}",
        mend_zh: "改正该单元格",
        mend_en: "correct that cell"
    }
    ProjectRow = 312 Project Violation "project.row" {
        zh: "第 {row} 行有 {found} 列，表头有 {expected} 列",
        en: "row {row} has {found} cells, the header has {expected}",
        mend_zh: "检查该行是否多了或少了逗号",
        mend_en: "check that row for a comma too many or too few"
    }
    ProjectRange = 313 Project Violation "project.range" {
        zh: "区间起点 {from} 大于终点 {to}",
        en: "the range starts at {from}, after its end {to}",
        mend_zh: "把起点和终点对调",
        mend_en: "swap the two ends"
    }
    ProjectDuplicateCode = 314 Project Violation "project.duplicate_code" {
        zh: "{kind_zh}“{name}”定义了两次",
        en: "{kind} \"{name}\" is defined twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    ProjectTooManyErrors = 315 Project Violation "project.too_many_errors" {
        zh: "还有 {more} 处错误未列出",
        en: "{more} more errors are not listed",
        mend_zh: "先改正以上各处",
        mend_en: "mend the ones above first"
    }
    ProjectMissingValue = 316 Project Violation "project.missing_value" {
        zh: "{field} 不能为空",
        en: "{field} must not be empty",
        mend_zh: "填写该项",
        mend_en: "fill it in"
    }
    ProjectFloor = 317 Project Violation "project.floor" {
        zh: "楼层 {value} 不在 -99 到 999 之间",
        en: "floor {value} is not between -99 and 999",
        mend_zh: "改正楼层",
        mend_en: "correct the floor"
    }
    ProjectNegativeArea = 318 Project Violation "project.negative_area" {
        zh: "{field} 不能为负，而不是 {value}",
        en: "{field} must not be negative, as {value} is",
        mend_zh: "填写测绘面积，没有就不填",
        mend_en: "give the surveyed area, or leave it out"
    }
    ProjectNoPermit = 321 Project Warning "project.no_permit" {
        zh: "在售房间没有预售许可证",
        en: "the unit is for sale without a presale permit",
        mend_zh: "补录许可证，或收盘",
        mend_en: "record the permit, or withdraw the unit"
    }
    PricingNoScheme = 401 Pricing Violation "pricing.no_scheme" {
        zh: "没有定价方案适用于该房间",
        en: "no pricing scheme applies to this unit",
        mend_zh: "扩大方案范围，或为其增加方案",
        mend_en: "widen a scheme, or add one for it"
    }
    PricingNoBase = 402 Pricing Violation "pricing.no_base" {
        zh: "方案“{scheme}”没有基准价，也没有目标可以反推",
        en: "scheme \"{scheme}\" has no base price and no target to solve it from",
        mend_zh: "填写基准价，或给出目标均价 / 总价",
        mend_en: "give a base price, or a target average or total"
    }
    PricingFactorMissing = 403 Pricing Warning "pricing.factor_missing" {
        zh: "因素“{factor}”没有“{value}”的值，按不调整计算",
        en: "factor \"{factor}\" has no value for \"{value}\"; it was left neutral",
        mend_zh: "在因素表中补上该值",
        mend_en: "add the value to the factor table"
    }
    PricingFactorUnused = 404 Pricing Warning "pricing.factor_unused" {
        zh: "因素“{factor}”没有用到任何房间",
        en: "factor \"{factor}\" applies to no unit",
        mend_zh: "检查适用范围和取值，或删去该因素",
        mend_en: "check its scope and values, or remove it"
    }
    PricingFactorValueUnused = 405 Pricing Info "pricing.factor_value_unused" {
        zh: "因素“{factor}”的“{value}”没有对应的房间",
        en: "no unit has \"{value}\" of factor \"{factor}\"",
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
        zh: "因素“{factor}”的写法不对：{detail_zh}",
        en: "factor \"{factor}\" is not well formed: {detail_en}",
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
        zh: "无法反推：Σ(面积×系数) = {sum}，必须大于零",
        en: "cannot solve: sum of area x coefficient is {sum}, it must be greater than zero",
        mend_zh: "检查系数和目标范围",
        mend_en: "check the coefficients and the scope of the target"
    }
    PricingNotPositive = 412 Pricing Violation "pricing.not_positive" {
        zh: "价格 {price} 不大于零",
        en: "the price {price} is not greater than zero",
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
        zh: "房间 {unit_no} 属于两个目标",
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
        zh: "{field} 应在 {low} 和 {high} 之间，而不是 {value}",
        en: "{field} must be between {low} and {high}, not {value}",
        mend_zh: "改正该比率",
        mend_en: "correct the rate"
    }
    PricingUnitTotalMissing = 418 Pricing Violation "pricing.entered_total_missing" {
        zh: "按套计价的房间没有录入总价",
        en: "the unit is priced per unit but has no entered total",
        mend_zh: "填写 entered_total，或改用按面积计价",
        mend_en: "give entered_total, or price by area"
    }
    PricingInsideAreaMissing = 419 Pricing Violation "pricing.inside_area_missing" {
        zh: "按套内面积计价，但没有套内面积",
        en: "the unit is priced by inside area but has none",
        mend_zh: "填写 inside_area，或按建筑面积计价",
        mend_en: "give inside_area, or price by building area"
    }
    PricingSchemesOverlap = 420 Pricing Warning "pricing.schemes_overlap" {
        zh: "方案“{scheme}”与排在前面的方案重叠 {count} 套，以前面的为准",
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
    PricingBelowFloor = 431 Pricing Violation "pricing.below_floor" {
        zh: "{level_zh} {price} 低于底价 {limit}",
        en: "the {level} {price} is below the floor price {limit}",
        mend_zh: "提高价格，或申请破底价审批",
        mend_en: "raise the price, or ask for approval to go below the floor"
    }
    PricingAboveFiled = 432 Pricing Violation "pricing.above_filed" {
        zh: "{level_zh} {price} 高于备案价上限 {limit}",
        en: "the {level} {price} is above the filed-price limit {limit}",
        mend_zh: "降低价格，或重新备案",
        mend_en: "lower the price, or file a new one"
    }
    PricingBelowFiled = 433 Pricing Violation "pricing.below_filed" {
        zh: "{level_zh} {price} 低于备案价下限 {limit}",
        en: "the {level} {price} is below the filed-price limit {limit}",
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
        zh: "调平后仍差 {residual} 元未能分配：{reason_zh}",
        en: "a residual of {residual} yuan could not be placed: {reason_en}",
        mend_zh: "放宽取整位、底价或备案价限制",
        mend_en: "relax rounding, floor or filed limits"
    }
    PricingFloorAbsent = 437 Pricing Info "pricing.floor_absent" {
        zh: "{building} 没有基准层 {floor} 层",
        en: "{building} has no reference floor {floor}",
        mend_zh: "确认基准层，或按楼栋分设因素",
        mend_en: "check the reference floor, or set the factor per building"
    }
    PricingKept = 438 Pricing Info "pricing.kept" {
        zh: "房间在交易中（{state_zh}），保留原价",
        en: "the unit is in an active deal ({state}) and keeps its price",
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
        zh: "算出的单价 {price} 与备案价 {filed} 不一致",
        en: "the computed unit price {price} differs from the filed price {filed}",
        mend_zh: "核对方案或备案表",
        mend_en: "check the scheme or the filing"
    }
    PricingBillState = 451 Pricing Violation "pricing.bill_state" {
        zh: "状态为“{state}”的定价单不能“{command}”",
        en: "a price bill that is {state} cannot {command}",
        mend_zh: "此状态可以：{allowed}",
        mend_en: "allowed now: {allowed}"
    }
    PricingBillViolations = 452 Pricing Violation "pricing.bill_violations" {
        zh: "定价单有 {count} 处违规，不能提交",
        en: "the price bill has {count} violations and cannot be submitted",
        mend_zh: "改正价格，或在请求中允许带违规提交",
        mend_en: "mend the prices, or allow violations in the request"
    }
    PricingBillStale = 453 Pricing Violation "pricing.bill_stale" {
        zh: "房间 {unit_no} 的现价 {found} 已不是定价单记录的 {expected}",
        en: "the price of unit {unit_no} is {found}, not {expected} as the bill recorded",
        mend_zh: "按现价重新生成定价单",
        mend_en: "make the bill again from the present prices"
    }
    PricingBillEarly = 454 Pricing Violation "pricing.bill_early" {
        zh: "定价单 {date} 才生效，今天是 {today}",
        en: "the price bill takes effect on {date}, today is {today}",
        mend_zh: "到生效日再执行",
        mend_en: "execute it on that date"
    }
    PricingMissingPrice = 455 Pricing Violation "pricing.missing_price" {
        zh: "没有给出房间 {unit_no} 的价格",
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
    PricingColumnLength = 461 Pricing Violation "pricing.column_length" {
        zh: "列“{column}”有 {found} 行，应为 {expected}",
        en: "column \"{column}\" has {found} rows, not {expected}",
        mend_zh: "各列行数必须一致",
        mend_en: "give all columns the same length"
    }
    PricingColumnCode = 462 Pricing Violation "pricing.column_code" {
        zh: "第 {row} 行因素 {factor} 的编码 {value} 不存在",
        en: "row {row}: code {value} of factor {factor} does not exist",
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
        mend_zh: "改用 pricing.table",
        mend_en: "use pricing.table"
    }
    DiscountUnknown = 501 Discount Violation "discount.unknown" {
        zh: "折扣方案里没有“{code}”",
        en: "the scheme has no discount \"{code}\"",
        mend_zh: "可用的折扣：{known}",
        mend_en: "discounts that exist: {known}"
    }
    DiscountDisabled = 502 Discount Violation "discount.disabled" {
        zh: "折扣“{code}”已停用",
        en: "the discount \"{code}\" is switched off",
        mend_zh: "启用它，或不用它",
        mend_en: "switch it on, or leave it out"
    }
    DiscountWindow = 503 Discount Violation "discount.window" {
        zh: "认购日 {date} 不在折扣“{code}”的有效期 {from}～{to} 内",
        en: "the subscription date {date} is outside the window {from} to {to} of \"{code}\"",
        mend_zh: "不用它，或延长有效期",
        mend_en: "leave it out, or extend its window"
    }
    DiscountPlan = 504 Discount Violation "discount.plan" {
        zh: "折扣“{code}”只用于付款方式 {plans}，本单是“{plan}”",
        en: "\"{code}\" comes with the payment plans {plans}, not with \"{plan}\"",
        mend_zh: "换付款方式，或不用它",
        mend_en: "change the plan, or leave it out"
    }
    DiscountProject = 505 Discount Violation "discount.project" {
        zh: "折扣“{code}”只用于项目 {projects}，本单是“{project}”",
        en: "\"{code}\" is for the projects {projects}, not for \"{project}\"",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountUnit = 506 Discount Violation "discount.unit" {
        zh: "房间“{unit_no}”不在折扣“{code}”的房源范围内",
        en: "unit \"{unit_no}\" is not among the units of \"{code}\"",
        mend_zh: "不用它；房间未给出时请在 checks.unit 中给出",
        mend_en: "leave it out; give the unit in checks.unit if it is missing"
    }
    DiscountMemberLevel = 507 Discount Violation "discount.member_level" {
        zh: "折扣“{code}”要求会员级别 {levels}，客户是“{level}”",
        en: "\"{code}\" asks for a member of level {levels}; the buyer's level is \"{level}\"",
        mend_zh: "核对会员卡，或不用它",
        mend_en: "check the member card, or leave it out"
    }
    DiscountGroupSize = 508 Discount Violation "discount.group_size" {
        zh: "折扣“{code}”要求团购至少 {least} 套，本团 {units} 套",
        en: "\"{code}\" asks for a group of at least {least} units; this one has {units}",
        mend_zh: "凑足套数，或不用它",
        mend_en: "complete the group, or leave it out"
    }
    DiscountReferral = 509 Discount Violation "discount.referral" {
        zh: "折扣“{code}”要求老业主推荐，且推荐在首次到访前登记",
        en: "\"{code}\" asks for a referral by an owner, recorded before the first visit",
        mend_zh: "登记推荐人及日期，或不用它",
        mend_en: "record the referrer and the dates, or leave it out"
    }
    DiscountEmployee = 510 Discount Violation "discount.employee" {
        zh: "折扣“{code}”只给员工",
        en: "\"{code}\" is for employees",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountCampaign = 511 Discount Violation "discount.campaign" {
        zh: "折扣“{code}”属于活动“{campaign}”，客户没有参加",
        en: "\"{code}\" belongs to the campaign \"{campaign}\", by which the buyer did not come",
        mend_zh: "登记促销方式，或不用它",
        mend_en: "record the campaign, or leave it out"
    }
    DiscountQuota = 512 Discount Violation "discount.quota" {
        zh: "折扣“{code}”名额 {max} 个，已用 {used} 个",
        en: "\"{code}\" may be given {max} times and was given {used} times",
        mend_zh: "不用它，或增加名额",
        mend_en: "leave it out, or raise the quota"
    }
    DiscountSincerityMoney = 513 Discount Violation "discount.sincerity_money" {
        zh: "折扣“{code}”要求已交 {paid} 元，客户交了 {money} 元",
        en: "\"{code}\" asks for {paid} yuan paid in; the buyer paid {money}",
        mend_zh: "补交，或不用它",
        mend_en: "let the buyer pay the rest, or leave it out"
    }
    DiscountSignedLate = 514 Discount Warning "discount.signed_late" {
        zh: "没有在约定签约日 {agreed} 前签约，取消“{code}”",
        en: "not signed by the agreed date {agreed}: \"{code}\" is lost",
        mend_zh: "按新的成交价签约",
        mend_en: "sign at the new price"
    }
    DiscountPaidLate = 515 Discount Warning "discount.paid_late" {
        zh: "没有按时付款，取消“{code}”",
        en: "a payment was late: \"{code}\" is lost",
        mend_zh: "补收差额",
        mend_en: "collect the difference"
    }
    DiscountSchemeWindow = 516 Discount Violation "discount.scheme_window" {
        zh: "日期 {date} 不在折扣方案的有效期 {from}～{to} 内",
        en: "the date {date} is outside the window {from} to {to} of the discount scheme",
        mend_zh: "使用当时有效的方案",
        mend_en: "use the scheme in force on that day"
    }
    DiscountNotNegotiable = 517 Discount Violation "discount.not_negotiable" {
        zh: "折扣“{code}”的值是固定的，不能另行约定",
        en: "the value of \"{code}\" is fixed and cannot be agreed on",
        mend_zh: "去掉约定的值，或把折扣设为可议",
        mend_en: "leave out the value, or make the discount negotiable"
    }
    DiscountValueKind = 518 Discount Violation "discount.value_kind" {
        zh: "折扣“{code}”的算法与约定的值不同",
        en: "the agreed value of \"{code}\" is of another kind than the discount",
        mend_zh: "使用同一种算法",
        mend_en: "use the same kind"
    }
    DiscountChosenTwice = 519 Discount Violation "discount.chosen_twice" {
        zh: "折扣“{code}”选了两次",
        en: "the discount \"{code}\" is chosen twice",
        mend_zh: "只选一次",
        mend_en: "choose it once"
    }
    DiscountExclusiveGroup = 520 Discount Violation "discount.exclusive_group" {
        zh: "“{code}”与“{other}”同属互斥组“{group}”",
        en: "\"{code}\" and \"{other}\" are both of the exclusive group \"{group}\"",
        mend_zh: "只选其一",
        mend_en: "choose one of them"
    }
    DiscountNotWith = 521 Discount Violation "discount.not_with" {
        zh: "“{code}”不能与“{other}”同时享受",
        en: "\"{code}\" may not be given with \"{other}\"",
        mend_zh: "只选其一",
        mend_en: "choose one of them"
    }
    DiscountFixedPriceAlone = 522 Discount Violation "discount.fixed_price_alone" {
        zh: "一口价“{code}”不能与“{other}”同时享受",
        en: "the fixed price \"{code}\" may not be given with \"{other}\"",
        mend_zh: "只选其一，或把一口价设为可叠加",
        mend_en: "choose one of them, or make the fixed price combinable"
    }
    DiscountTooManyItems = 523 Discount Violation "discount.too_many_items" {
        zh: "选了 {count} 项折扣，最多 {limit} 项",
        en: "{count} discounts are chosen; {limit} at most are allowed",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountTooManyPoints = 524 Discount Violation "discount.too_many_points" {
        zh: "折扣合计 {points} 点，最多 {limit} 点",
        en: "the discounts take off {points} points in all; {limit} at most are allowed",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountValue = 530 Discount Violation "discount.value" {
        zh: "{field} 为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "改正折扣的值",
        mend_en: "mend the value"
    }
    DiscountDuplicateCode = 531 Discount Violation "discount.duplicate_code" {
        zh: "折扣编码“{code}”重复",
        en: "the discount code \"{code}\" is used twice",
        mend_zh: "使用不同的编码",
        mend_en: "use different codes"
    }
    DiscountNotWithUnknown = 532 Discount Violation "discount.not_with_unknown" {
        zh: "not_with 中的“{code}”不在方案里",
        en: "not_with names \"{code}\", which is not in the scheme",
        mend_zh: "改正编码",
        mend_en: "mend the code"
    }
    DiscountWindowOrder = 533 Discount Violation "discount.window_order" {
        zh: "有效期 {from}～{to} 的起止颠倒",
        en: "the window from {from} to {to} ends before it begins",
        mend_zh: "交换起止日期",
        mend_en: "swap the dates"
    }
    DiscountPointsOver = 534 Discount Violation "discount.points_over" {
        zh: "累加的点数合计 {points}，超过 100 点",
        en: "the added points come to {points}, more than 100",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountListMissing = 535 Discount Violation "discount.list_missing" {
        zh: "没有表价：至少给出总价或单价",
        en: "there is no list price: give the total or the unit price",
        mend_zh: "补上表价",
        mend_en: "give the list price"
    }
    DiscountListNotPositive = 536 Discount Violation "discount.list_not_positive" {
        zh: "{field} 为 {value}，必须大于零",
        en: "{field} is {value}; it must be greater than zero",
        mend_zh: "改正表价或面积",
        mend_en: "mend the list price or the area"
    }
    DiscountListDiffers = 540 Discount Warning "discount.list_differs" {
        zh: "表价总价 {total} 与单价 × 面积 {product} 相差较大",
        en: "the list total {total} is far from unit price x area, {product}",
        mend_zh: "核对表价和面积",
        mend_en: "check the list price and the area"
    }
    DiscountNothingLeft = 541 Discount Violation "discount.nothing_left" {
        zh: "折扣不小于表价，成交价为 0",
        en: "the discounts are as large as the list price; nothing is left",
        mend_zh: "减少折扣",
        mend_en: "choose fewer"
    }
    DiscountAboveList = 542 Discount Warning "discount.above_list" {
        zh: "成交总价 {deal} 高于表价 {list}",
        en: "the deal total {deal} is above the list total {list}",
        mend_zh: "检查一口价和取整",
        mend_en: "check the fixed price and the rounding"
    }
    DiscountConditional = 543 Discount Info "discount.conditional" {
        zh: "“{code}”以 {date} 前签约为条件，逾期取消",
        en: "\"{code}\" is given for signing by {date} and is lost after that",
        mend_zh: "在该日前签约",
        mend_en: "sign by that day"
    }
    DiscountTooManyCombinations = 550 Discount Violation "discount.too_many_combinations" {
        zh: "组合超过 {limit} 个，不能逐一证明",
        en: "there are more than {limit} combinations, too many to prove the best",
        mend_zh: "减少可选折扣，或指定必选的折扣",
        mend_en: "offer fewer discounts, or name those that must be in"
    }
    DiscountCostsMore = 551 Discount Info "discount.costs_more" {
        zh: "含“{code}”的最低成交价是 {total}，高于 {best}",
        en: "the cheapest price with \"{code}\" is {total}, above {best}",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountNoGain = 552 Discount Info "discount.no_gain" {
        zh: "加上“{code}”成交价不变",
        en: "\"{code}\" does not change the price",
        mend_zh: "不用它",
        mend_en: "leave it out"
    }
    DiscountNeverTogether = 553 Discount Info "discount.never_together" {
        zh: "“{code}”不能与必选的折扣同时享受",
        en: "\"{code}\" may not be given with the discounts that have to be in",
        mend_zh: "换掉必选的折扣",
        mend_en: "change the discounts that have to be in"
    }
    DiscountNoAgreedValue = 554 Discount Info "discount.no_agreed_value" {
        zh: "“{code}”的值要另行约定，没有给出",
        en: "the value of \"{code}\" is agreed for each deal, and none is given",
        mend_zh: "在 chosen 中给出约定的值",
        mend_en: "give the agreed value in chosen"
    }
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
        zh: "优惠 {points} 超过权限 {limit}",
        en: "{points} off is more than the limit {limit}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityAmount = 566 Discount Violation "discount.authority_amount" {
        zh: "优惠 {amount} 元超过权限 {limit} 元",
        en: "{amount} yuan off is more than the limit {limit}",
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
        zh: "{reason_zh}优惠 {amount} 元超过权限 {limit}",
        en: "{amount} yuan off for {reason} is more than the limit {limit}",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    DiscountAuthorityScope = 569 Discount Info "discount.authority_scope" {
        zh: "此岗位不管本项目或本业态",
        en: "this role is not in charge of this project or product type",
        mend_zh: "报上一级审批",
        mend_en: "ask the next role"
    }
    PaymentAmount = 601 Payment Violation "payment.amount" {
        zh: "{field} 为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    PaymentPlanDisabled = 602 Payment Violation "payment.plan_disabled" {
        zh: "付款方式“{plan}”已停用",
        en: "payment plan \"{plan}\" is switched off",
        mend_zh: "启用该付款方式，或换一种",
        mend_en: "switch it on, or choose another plan"
    }
    PaymentPlanNotValid = 603 Payment Violation "payment.plan_not_valid" {
        zh: "付款方式“{plan}”在 {day} 不可用，有效期{window_zh}",
        en: "payment plan \"{plan}\" is not offered on {day}, only {window_en}",
        mend_zh: "换一种付款方式，或改有效期",
        mend_en: "choose another plan, or change its dates"
    }
    PaymentDayMissing = 604 Payment Violation "payment.day_missing" {
        zh: "没有给出日期，无法检查{field_zh}",
        en: "{field_en} cannot be checked without a day",
        mend_zh: "填写 as_of，或认购日期 dates.subscription",
        mend_en: "give as_of, or the subscription date in dates.subscription"
    }
    PaymentProject = 605 Payment Violation "payment.project" {
        zh: "付款方式“{plan}”不适用于项目“{project}”",
        en: "payment plan \"{plan}\" is not offered in project \"{project}\"",
        mend_zh: "适用的项目：{known}",
        mend_en: "projects it is offered in: {known}"
    }
    PaymentRatio = 606 Payment Violation "payment.ratio" {
        zh: "{field} 为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "三成写作 0.3",
        mend_en: "write thirty percent as 0.3"
    }
    PaymentRatioSum = 607 Payment Violation "payment.ratio_sum" {
        zh: "各期与贷款的比例合计 {sum}，超过 1",
        en: "the shares of lines and loans add up to {sum}, more than 1",
        mend_zh: "调低其中的比例，或把一期改为余款",
        mend_en: "lower one of them, or let one line take the remainder"
    }
    PaymentRemainderMissing = 608 Payment Violation "payment.remainder_missing" {
        zh: "没有一期收余款，而{reason_zh}",
        en: "no line takes the remainder, but {reason_en}",
        mend_zh: "把一期自付房款的金额改为 remainder",
        mend_en: "give one line of own funds the amount kind remainder"
    }
    PaymentRemainderTwice = 609 Payment Violation "payment.remainder_twice" {
        zh: "第 {first} 期已收余款",
        en: "line {first} already takes the remainder",
        mend_zh: "只留一期收余款",
        mend_en: "let one line take the remainder"
    }
    PaymentDeductDeposit = 610 Payment Violation "payment.deduct_deposit" {
        zh: "定金不能在此抵扣：{reason_zh}",
        en: "the deposit cannot be taken off here: {reason_en}",
        mend_zh: "只在一期自付房款上标记 deduct_deposit",
        mend_en: "mark one line of own funds with deduct_deposit"
    }
    PaymentLoanRule = 611 Payment Violation "payment.loan_rule" {
        zh: "有{loan_zh}的一期，但付款方式没有 {field}",
        en: "there is a line for the {loan_en}, but the plan has no {field}",
        mend_zh: "补上 {field}，或删去该期",
        mend_en: "add {field}, or remove the line"
    }
    PaymentLoanLine = 612 Payment Violation "payment.loan_line" {
        zh: "付款方式有 {field}，但没有{loan_zh}的一期",
        en: "the plan has {field}, but no line for the {loan_en}",
        mend_zh: "补上该期，或删去 {field}",
        mend_en: "add the line, or remove {field}"
    }
    PaymentLoanTwice = 613 Payment Violation "payment.loan_twice" {
        zh: "第 {first} 期已是{loan_zh}",
        en: "line {first} is the {loan_en} already",
        mend_zh: "每种贷款只留一期",
        mend_en: "keep one line a loan"
    }
    PaymentMethod = 614 Payment Violation "payment.method" {
        zh: "付款类别为 {method}，{rule_zh}",
        en: "the method is {method}: {rule_en}",
        mend_zh: "改类别，或改贷款",
        mend_en: "change the method or the loans"
    }
    PaymentLoanLimit = 615 Payment Violation "payment.loan_limit" {
        zh: "贷款比例合计 {sum}，超过 max_loan_ratio {limit}",
        en: "the loan shares add up to {sum}, more than max_loan_ratio {limit}",
        mend_zh: "调低贷款比例，或调高上限",
        mend_en: "lower the shares, or raise the limit"
    }
    PaymentLoanBoth = 616 Payment Violation "payment.loan_both" {
        zh: "贷款同时给了比例 {ratio} 和金额 {fixed}",
        en: "the loan has both a share {ratio} and an amount {fixed}",
        mend_zh: "只留一个；上限用 cap",
        mend_en: "keep one of them; for an upper limit use cap"
    }
    PaymentLoanUnknown = 617 Payment Violation "payment.loan_unknown" {
        zh: "无法得出{loan_zh}金额：没有比例、金额、max_loan_ratio，也没有申请金额",
        en: "nothing says how much the {loan_en} is: no share, amount, max_loan_ratio or amount applied for",
        mend_zh: "在付款方式中给出其一，或在请求中给 {field}",
        mend_en: "give one of them in the plan, or {field} in the request"
    }
    PaymentLoanAbsent = 618 Payment Violation "payment.loan_absent" {
        zh: "付款方式“{plan}”没有{loan_zh}",
        en: "payment plan \"{plan}\" has no {loan_en}",
        mend_zh: "删去 {field}，或换一种付款方式",
        mend_en: "leave out {field}, or choose another plan"
    }
    PaymentLoanAbove = 619 Payment Violation "payment.loan_above" {
        zh: "申请的{loan_zh} {value} 超过可贷金额，最多 {most}",
        en: "{value} is more than the {loan_en} can be; at most {most}",
        mend_zh: "减少申请金额，最多 {most}",
        mend_en: "apply for {most} at most"
    }
    PaymentMonths = 620 Payment Violation "payment.months" {
        zh: "贷款期数 {value} 不在 1 到 {most} 个月之间",
        en: "a loan cannot run {value} months: 1 to {most} are possible",
        mend_zh: "填写月数，30 年为 360",
        mend_en: "give months: 360 for 30 years"
    }
    PaymentFeeMissing = 621 Payment Violation "payment.fee_missing" {
        zh: "没有给出费用“{item}”的金额",
        en: "the amount of fee \"{item}\" is not given",
        mend_zh: "在 fees 中给出，没有就填 0",
        mend_en: "give it in fees, 0 if there is none"
    }
    PaymentFeeTwice = 622 Payment Violation "payment.fee_twice" {
        zh: "费用“{item}”出现了两次",
        en: "fee \"{item}\" is there twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentDepositAbove = 623 Payment Violation "payment.deposit_above" {
        zh: "定金 {value} 超过自付房款 {most}",
        en: "the deposit {value} is more than the own funds {most} it is part of",
        mend_zh: "降低定金，或设为不计入房价",
        mend_en: "lower it, or keep it outside the price"
    }
    PaymentAboveTotal = 624 Payment Violation "payment.above_total" {
        zh: "各期与贷款合计 {sum}，超过总价 {total}",
        en: "lines and loans come to {sum}, more than the total {total}",
        mend_zh: "调低固定金额或贷款",
        mend_en: "lower fixed amounts or loans"
    }
    PaymentNodeTwice = 625 Payment Violation "payment.node_twice" {
        zh: "工程节点“{node}”给了两次日期",
        en: "construction node \"{node}\" is dated twice",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentWorkingDay = 626 Payment Violation "payment.working_day" {
        zh: "{day} 既是休息日又是工作日",
        en: "{day} is both a day off and a working day",
        mend_zh: "从其中一处删去",
        mend_en: "remove it from one of the lists"
    }
    PaymentDueDate = 627 Payment Violation "payment.due_date" {
        zh: "{date} 加 {months} 个月 {days} 天超出日历范围",
        en: "{date} and {months} months, {days} days is outside the calendar",
        mend_zh: "检查月数和天数",
        mend_en: "check months and days"
    }
    PaymentHomeCount = 628 Payment Violation "payment.home_count" {
        zh: "套数应从 1 起",
        en: "homes are counted from 1",
        mend_zh: "首套填 1",
        mend_en: "give 1 for the first home"
    }
    PaymentPolicyTwice = 629 Payment Violation "payment.policy_twice" {
        zh: "同一天（{from}）同一套数的首付比例给了两次",
        en: "the least down payment from {from} on is given twice for the same home",
        mend_zh: "保留一个",
        mend_en: "keep one of them"
    }
    PaymentDepositHigh = 641 Payment Warning "payment.deposit_high" {
        zh: "定金 {deposit} 超过总价的 {limit}（即 {most}），超出部分不具有定金效力（民法典第五百八十六条）",
        en: "the deposit {deposit} is above {limit} of the total, which is {most}; what is above is no deposit in law (Civil Code Art. 586)",
        mend_zh: "把定金降到 {most} 以内",
        mend_en: "lower the deposit to {most}"
    }
    PaymentDownPaymentLow = 642 Payment Violation "payment.down_payment_low" {
        zh: "自付 {own}，占总价 {own_ratio}，低于最低首付比例 {least_ratio}（即 {least}）",
        en: "own funds {own}, a share of {own_ratio}, are below the least down payment of {least_ratio}, which is {least}",
        mend_zh: "减少贷款，或换一种付款方式",
        mend_en: "lower the loans, or choose another plan"
    }
    PaymentNoPolicy = 643 Payment Warning "payment.no_policy" {
        zh: "没有 {day} 有效的最低首付比例",
        en: "there is no least down payment for {day}",
        mend_zh: "补上当日有效的一行",
        mend_en: "add a row that is in force on that day"
    }
    PaymentFeeUnused = 644 Payment Warning "payment.fee_unused" {
        zh: "付款方式没有费用“{item}”，其金额 {amount} 未计入",
        en: "the plan has no line for fee \"{item}\"; its amount {amount} is left out",
        mend_zh: "在付款方式中加一期，或删去该费用",
        mend_en: "add a line to the plan, or leave the fee out"
    }
    PaymentSurplus = 645 Payment Warning "payment.surplus" {
        zh: "多收 {surplus}，其中贷款 {loans}",
        en: "{surplus} was received beyond the new schedule, {loans} of it from loans",
        mend_zh: "自付部分退款或转预收，贷款部分退回贷款机构",
        mend_en: "refund or keep as prepayment what the buyer paid; what was lent goes back to the lender"
    }
    PaymentLoanNothing = 646 Payment Warning "payment.loan_nothing" {
        zh: "{loan_zh}取整到 {place} 后为 0",
        en: "the {loan_en} comes to 0 when rounded down to {place}",
        mend_zh: "调小取整位，或换一种付款方式",
        mend_en: "choose a finer place, or another plan"
    }
    PaymentHomeAssumed = 647 Payment Info "payment.home_assumed" {
        zh: "未说明家庭住房套数，最低首付按首套计算",
        en: "the home of the household is not given; the least down payment is that of a first home",
        mend_zh: "核实后填写 home_count",
        mend_en: "find out and give home_count"
    }
    LoanAmount = 651 Payment Violation "loan.amount" {
        zh: "{field} 为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    LoanMonths = 652 Payment Violation "loan.months" {
        zh: "期限为 {months} 个月，应在 1 到 {limit} 之间",
        en: "the loan runs {months} months; it must be 1 to {limit}",
        mend_zh: "按月填写期限，30 年是 360",
        mend_en: "give the term in months; 30 years are 360"
    }
    LoanRate = 653 Payment Violation "loan.rate" {
        zh: "年利率为 {value}，应在 0 到 1 之间",
        en: "the annual rate is {value}; it must be 0 to 1",
        mend_zh: "3.5% 写作 0.035",
        mend_en: "write 3.5 % as 0.035"
    }
    LoanCount = 654 Payment Violation "loan.count" {
        zh: "共有 {count} 笔贷款，应在 1 到 {limit} 笔之间",
        en: "there are {count} loans; there must be 1 to {limit}",
        mend_zh: "组合贷款写两笔",
        mend_en: "a combination has two"
    }
    LoanNoRate = 655 Payment Violation "loan.no_rate" {
        zh: "{date} 没有适用于 {months} 个月的利率，最早的利率从 {first} 起",
        en: "no rate is in force on {date} for {months} months; the first row is from {first}",
        mend_zh: "改日期，补上利率行，或直接给出年利率",
        mend_en: "change the date, add a row, or give the annual rate itself"
    }
    LoanRateTwice = 656 Payment Violation "loan.rate_twice" {
        zh: "{from} 起、期限相同的利率有两行（另一行是第 {other} 行）",
        en: "two rows hold from {from} for the same term (the other is row {other})",
        mend_zh: "只保留一行",
        mend_en: "keep one of them"
    }
    LoanRateEmpty = 657 Payment Violation "loan.rate_empty" {
        zh: "利率表没有行",
        en: "the rate table has no rows",
        mend_zh: "补上利率行，或直接给出年利率",
        mend_en: "add rows, or give the annual rate itself"
    }
    LoanBulletMonths = 658 Payment Violation "loan.bullet_months" {
        zh: "到期一次还本付息的贷款为 {months} 个月，最多 {limit} 个月",
        en: "a loan repaid once at maturity runs {months} months; {limit} at most",
        mend_zh: "缩短期限，或改为等额本息、等额本金",
        mend_en: "shorten it, or choose equal_instalment or equal_principal"
    }
    LoanBulletChange = 659 Payment Violation "loan.bullet_change" {
        zh: "到期一次还本付息的贷款不能有中途变动",
        en: "a loan repaid once at maturity takes no changes",
        mend_zh: "删去变动，或改为等额本息、等额本金",
        mend_en: "leave the changes out, or choose equal_instalment or equal_principal"
    }
    LoanChangeWhen = 660 Payment Violation "loan.change_when" {
        zh: "变动要给出月份或日期，给出其一",
        en: "a change needs a month or a date, one of them",
        mend_zh: "填 month 或 date，不要都填或都不填",
        mend_en: "give month or date, not both and not neither"
    }
    LoanChangeUndated = 661 Payment Violation "loan.change_undated" {
        zh: "变动按日期 {date}，但贷款没有首次还款日",
        en: "the change is on {date}, but the loan has no date of its first payment",
        mend_zh: "填 first_payment，或改用 month",
        mend_en: "give first_payment, or use month"
    }
    LoanChangeOrder = 662 Payment Violation "loan.change_order" {
        zh: "第 {month} 个月的变动排在第 {before} 个月的变动之后",
        en: "a change of month {month} comes after one of month {before}",
        mend_zh: "按时间排列；同一个月内利率变动在前，还款在后",
        mend_en: "put them in order of time; within a month, rates come before repayments"
    }
    LoanChangeOutside = 663 Payment Violation "loan.change_outside" {
        zh: "变动在第 {month} 个月，最晚应在第 {last} 个月",
        en: "the change is in month {month}; the last month for it is {last}",
        mend_zh: "改月份，从 1 数起；此前的还款可能已使贷款提前结束",
        mend_en: "change its month, counted from 1; repayments before it may have ended the loan sooner"
    }
    LoanPrepayTooMuch = 664 Payment Violation "loan.prepay_too_much" {
        zh: "第 {month} 个月还款后的余额为 {balance}，部分提前还款 {amount} 应小于它",
        en: "the balance after month {month} is {balance}; a part repayment must be less, not {amount}",
        mend_zh: "减少金额，或用 pay_off 全部还清",
        mend_en: "lower the amount, or use pay_off"
    }
    LoanPastCalendar = 665 Payment Violation "loan.past_calendar" {
        zh: "首次还款日 {date} 起的 {months} 个月超出 9999 年",
        en: "{months} months from {date} go past the year 9999",
        mend_zh: "检查首次还款日",
        mend_en: "check the date of the first payment"
    }
    LoanChangeCount = 666 Payment Violation "loan.change_count" {
        zh: "共有 {count} 次变动，最多 {limit} 次",
        en: "there are {count} changes; {limit} at most",
        mend_zh: "合并或删去变动",
        mend_en: "join them or leave some out"
    }
    LoanRateDate = 667 Payment Violation "loan.rate_date" {
        zh: "没有给出查利率的日期",
        en: "the day that the rate is looked up for is missing",
        mend_zh: "给出 date",
        mend_en: "give the date"
    }
    FeeAmount = 701 Fee Violation "fee.amount" {
        zh: "{field} 为 {value}，应{rule_zh}",
        en: "{field} is {value}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    FeeShares = 702 Fee Violation "fee.shares" {
        zh: "各买受人的份额合计为 {sum}，应为 1",
        en: "the buyers' shares add up to {sum}, not 1",
        mend_zh: "除不尽时把余数放在其中一人",
        mend_en: "where they do not divide evenly, give one buyer what is left"
    }
    FeeEmpty = 703 Fee Violation "fee.empty" {
        zh: "{field} 不能为空",
        en: "{field} must not be empty",
        mend_zh: "规则需要代码和至少一行费率，公式需要至少一项",
        mend_en: "a rule needs a code and a row, a formula needs a term"
    }
    FeeRange = 704 Fee Violation "fee.range" {
        zh: "{low}（{from}）不在 {high}（{to}）之前，什么也不会落在其间",
        en: "{low} ({from}) is not below {high} ({to}): nothing lies between",
        mend_zh: "改正上下限或起止日期",
        mend_en: "mend the limits or the dates"
    }
    FeeRuleOverlap = 705 Fee Violation "fee.rule_overlap" {
        zh: "规则“{code}”与第 {first} 条同代码规则的有效期重叠",
        en: "rule \"{code}\" is in force together with rule number {first} of the same code",
        mend_zh: "让前一条的 effective_to 早于后一条的 effective_from，或换一个代码",
        mend_en: "end the earlier one before the later one begins, or give it another code"
    }
    FeePresetClash = 706 Fee Violation "fee.preset_clash" {
        zh: "该预设与第 {first} 个预设都规定了“{code}”",
        en: "this preset and preset number {first} both set \"{code}\"",
        mend_zh: "只保留一个，或用同代码的自有规则替代",
        mend_en: "keep one of them, or put a rule of your own with that code"
    }
    FeeNameNeeded = 707 Fee Violation "fee.name_needed" {
        zh: "名称“{name}”不唯一，无法与已有费用对应",
        en: "the name \"{name}\" is not unique, so earlier fee lines cannot be matched",
        mend_zh: "有已有费用时，每套房和每位买受人都要有唯一的名称",
        mend_en: "with earlier lines, give every unit and every buyer a name of their own"
    }
    FeeFactMissing = 721 Fee Warning "fee.fact_missing" {
        zh: "没有计算“{name}”：未给出{fact_zh}",
        en: "{code} is not computed: {fact} is not known",
        mend_zh: "补上该资料后重算",
        mend_en: "give it and compute again"
    }
    FeeNotSurveyed = 722 Fee Info "fee.not_surveyed" {
        zh: "“{name}”暂按建筑面积计算，实测后重算",
        en: "{code} is computed from the building area until the unit is surveyed",
        mend_zh: "实测后给出 surveyed_area",
        mend_en: "give surveyed_area after the survey"
    }
    FeeHomeAssumed = 723 Fee Info "fee.home_assumed" {
        zh: "未说明第 {number} 位买受人的住房套数，按家庭唯一住房计算",
        en: "buyer {number}: no count of homes is given; computed as the household's only home",
        mend_zh: "核实家庭住房套数并填写 home_count",
        mend_en: "check the household's homes and give home_count"
    }
    FeeNotInForce = 724 Fee Warning "fee.not_in_force" {
        zh: "{date} 没有生效的“{name}”规则",
        en: "no rule of {code} is in force on {date}",
        mend_zh: "核对日期，或补上当时的规则",
        mend_en: "check the date, or add the rule of that time"
    }
    FeeCityDiffers = 725 Fee Warning "fee.city_differs" {
        zh: "城市是{city}，却使用了{preset}的预设",
        en: "the city is {city}, but the preset is that of {preset_en}",
        mend_zh: "改用当地的规则",
        mend_en: "use the rules of that city"
    }
    FeeExistingUnknown = 726 Fee Warning "fee.existing_unknown" {
        zh: "已有费用“{code}”不在收费规则中，按不再收取调整",
        en: "no rule knows the earlier fee {code}; it is adjusted as no longer due",
        mend_zh: "如仍应收取，把它的规则加入收费规则",
        mend_en: "if it is still due, add its rule to the policy"
    }
    QuotePlanUnknown = 801 Quote Violation "quote.plan_unknown" {
        zh: "没有付款方式“{plan}”",
        en: "there is no payment plan \"{plan}\"",
        mend_zh: "可用的付款方式：{known}",
        mend_en: "plans that exist: {known}"
    }
    QuotePoliciesWindow = 802 Quote Violation "quote.policies_window" {
        zh: "日期 {date} 不在销售政策的有效期 {from}～{to} 内",
        en: "the date {date} is outside the window {from} to {to} of the sales policies",
        mend_zh: "使用当时有效的政策",
        mend_en: "use the policies in force on that day"
    }
    QuoteListMissing = 803 Quote Violation "quote.list_missing" {
        zh: "房间 {unit_no} 没有表价",
        en: "unit {unit_no} has no list price",
        mend_zh: "先定价，或在 case.list 中给出表价",
        mend_en: "price it first, or give the list price in case.list"
    }
    QuoteUnitState = 804 Quote Warning "quote.unit_state" {
        zh: "房间现在是“{state_zh}”，不是在售",
        en: "the unit is {state}, not on sale",
        mend_zh: "确认可售后再报价",
        mend_en: "make sure that it may be sold"
    }
    QuotePlanTwice = 805 Quote Violation "quote.plan_twice" {
        zh: "付款方式编码“{plan}”重复",
        en: "the plan code \"{plan}\" is used twice",
        mend_zh: "使用不同的编码",
        mend_en: "use different codes"
    }
    QuoteLoanTerms = 806 Quote Info "quote.loan_terms" {
        zh: "没有“{loan}”的利率政策，不计算月供",
        en: "there are no terms for \"{loan}\"; its monthly payment is not computed",
        mend_zh: "在销售政策中给出贷款利率",
        mend_en: "give the loan terms in the sales policies"
    }
    QuoteAmount = 807 Quote Violation "quote.amount" {
        zh: "{field} 为 {value}，不能小于 0",
        en: "{field} is {value}; it must not be below 0",
        mend_zh: "改正金额",
        mend_en: "mend the amount"
    }
    QuoteNothing = 808 Quote Violation "quote.nothing" {
        zh: "没有可报价的内容",
        en: "there is nothing to quote",
        mend_zh: "检查请求",
        mend_en: "check the request"
    }
    QuoteTermAssumed = 809 Quote Info "quote.term_assumed" {
        zh: "没有给出“{loan}”的期限，按 {months} 个月计算",
        en: "the term of \"{loan}\" is not given; {months} months are taken",
        mend_zh: "在销售政策、付款方式或选择中给出月数",
        mend_en: "give the months in policies, plan or choice"
    }
    QuoteExpired = 820 Quote Warning "quote.expired" {
        zh: "报价有效期至 {until}，今天是 {today}",
        en: "the quote held until {until}; today is {today}",
        mend_zh: "按现行政策重新报价",
        mend_en: "make a new quote"
    }
    QuoteChanged = 821 Quote Warning "quote.changed" {
        zh: "按现行政策重算，{count} 项数字不同",
        en: "under the policies of today {count} figures are different",
        mend_zh: "与客户确认新的报价",
        mend_en: "agree on the new figures with the buyer"
    }
    QuoteOther = 822 Quote Violation "quote.other" {
        zh: "报价与请求的 {what} 不同：{before}，{after}",
        en: "quote and request are about different things ({what}): {before}, {after}",
        mend_zh: "使用同一房间和付款方式的请求",
        mend_en: "give the request for the same unit and plan"
    }
    QuoteChoices = 830 Quote Violation "quote.choices" {
        zh: "比较 {count} 个方案，应为 1 到 {limit} 个",
        en: "{count} choices are given; 1 to {limit} can be compared",
        mend_zh: "增减方案",
        mend_en: "give more, or fewer"
    }
    QuoteAnnualRate = 831 Quote Violation "quote.annual_rate" {
        zh: "年利率 {value} 应在 0 与 1 之间",
        en: "the annual rate {value} must be from 0 to 1",
        mend_zh: "写成比率，如 0.03",
        mend_en: "write it as a ratio, such as 0.03"
    }
}
