// Area settlements. 22xx.

area! { $ area_settlement
    AreaNotPositive = 2200 AreaSettlement Violation "area_settlement.area" {
        zh: "面积“{field}”为 {value:area}，应大于 0",
        en: "the area \"{field}\" is {value:area}; it must be above 0",
        mend_zh: "填写合同约定面积和登记面积，单位平方米",
        mend_en: "give the area of the contract and the registered one, in square metres"
    }
    AreaInsideMissing = 2201 AreaSettlement Violation "area_settlement.inside_missing" {
        zh: "按套内面积结算，但没有套内面积",
        en: "it is settled by inside area, and that is not given",
        mend_zh: "填写“inside_area”",
        mend_en: "give inside_area"
    }
    AreaParts = 2202 AreaSettlement Violation "area_settlement.parts" {
        zh: "套内面积 {inside:area}加公摊面积 {shared:area}不等于建筑面积 {building:area}",
        en: "inside area {inside:area} and shared area {shared:area} do not come to the building area {building:area}",
        mend_zh: "对照测绘报告改正",
        mend_en: "mend them by the report of the survey"
    }
    AreaInsideLarger = 2203 AreaSettlement Violation "area_settlement.inside_larger" {
        zh: "套内面积 {inside:area}大于建筑面积 {building:area}",
        en: "the inside area {inside:area} is larger than the building area {building:area}",
        mend_zh: "两个面积可能填反了",
        mend_en: "the two may stand in each other's place"
    }
    AreaFar = 2204 AreaSettlement Violation "area_settlement.far" {
        zh: "登记面积 {registered:area}与合同面积 {contract:area}相差 {ratio:percent}，超过 {most:percent}，很可能填错",
        en: "the registered area {registered:area} differs from the {contract:area} of the contract by {ratio:percent}, more than {most:percent}: almost surely a mistake",
        mend_zh: "核对房号、建筑面积与套内面积；确认无误的写明“confirmed”",
        mend_en: "look at unit and kind of area; say confirmed if it is meant"
    }
    AreaNoBand = 2205 AreaSettlement Violation "area_settlement.no_band" {
        zh: "面积误差比 {ratio:percent} 不在任何一档之内",
        en: "no band holds the ratio {ratio:percent}",
        mend_zh: "补上该档；两端的档可以不写终点",
        mend_en: "add the band; those at either side may have no end"
    }
    AreaBandsOrder = 2206 AreaSettlement Violation "area_settlement.bands_order" {
        zh: "第 {number} 档与前一档重叠，或排在它之前",
        en: "band number {number} overlaps the one before it, or belongs before it",
        mend_zh: "从小到大排列；交界处只归一档",
        mend_en: "put them in rising order, and let one of them hold the ratio where they meet"
    }
    AreaBandsGap = 2207 AreaSettlement Violation "area_settlement.bands_gap" {
        zh: "第 {number} 档与前一档之间从 {low:percent} 到 {high:percent} 有空缺",
        en: "there is a gap before band number {number}, from {low:percent} to {high:percent}",
        mend_zh: "让两档相接，并写明交界处归哪一档",
        mend_en: "let the bands meet, and say which holds the ratio where they do"
    }
    AreaBandEmpty = 2208 AreaSettlement Violation "area_settlement.band_empty" {
        zh: "该档从 {low:percent} 到 {high:percent}，是空的",
        en: "the band from {low:percent} to {high:percent} is empty",
        mend_zh: "改正两端",
        mend_en: "mend its ends"
    }
    AreaTotalDiffers = 2209 AreaSettlement Violation "area_settlement.total_differs" {
        zh: "合同总价 {given:yuan}与交易记录的 {recorded:yuan}不符",
        en: "the contract total {given:yuan} is not the {recorded:yuan} of the deal",
        mend_zh: "核对合同；确认无误的写明“confirmed”",
        mend_en: "look at the contract; say confirmed if it is meant"
    }
    AreaNumber = 2210 AreaSettlement Violation "area_settlement.number" {
        zh: "“{field}”为 {value:number}，应{rule_zh}",
        en: "\"{field}\" is {value:number}; it must be {rule_en}",
        mend_zh: "改正数值",
        mend_en: "mend the value"
    }
    AreaFactorUnusual = 2211 AreaSettlement Warning "area_settlement.factor_unusual" {
        zh: "该档按 {factor:number} 倍结算",
        en: "the band counts {factor:number} times",
        mend_zh: "核对：一倍写 1，双倍写 2，不补写 0",
        mend_en: "look at it: once is 1, double is 2, not at all is 0"
    }
    AreaBandFar = 2212 AreaSettlement Warning "area_settlement.band_far" {
        zh: "该档的一端在 {end:percent}",
        en: "the band has an end at {end:percent}",
        mend_zh: "核对：3% 写作 0.03",
        mend_en: "look at it: 3 % is 0.03"
    }
    AreaChoiceOpen = 2213 AreaSettlement Warning "area_settlement.choice_open" {
        zh: "面积误差比 {ratio:percent}，买受人有权退房，尚未选择",
        en: "at a ratio of {ratio:percent} the buyer may quit, and has not chosen",
        mend_zh: "问明后写“keep”（不退房）或“quit”（退房）",
        mend_en: "ask, and write keep or quit"
    }
    AreaNoRightToQuit = 2214 AreaSettlement Violation "area_settlement.no_right_to_quit" {
        zh: "面积误差比 {ratio:percent}，买受人无权因面积退房",
        en: "at a ratio of {ratio:percent} the buyer may not quit for the area",
        mend_zh: "改为不退房；协商退房按退房办理",
        mend_en: "write keep; an agreed quitting is another matter"
    }
    AreaPaymentsMissing = 2215 AreaSettlement Violation "area_settlement.payments_missing" {
        zh: "退房须写明已付房款",
        en: "a buyer who quits is refunded what was paid, and no payment is given",
        mend_zh: "填写合同的“payments”",
        mend_en: "give the payments of the contract"
    }
    AreaQuitInterestRate = 2216 AreaSettlement Warning "area_settlement.quit_interest_rate" {
        zh: "没有退房的利率，未计利息；依法应付利息",
        en: "no rate of interest is given for quitting, and none is counted; by law interest is owed",
        mend_zh: "按合同填写“quit_interest_rate”",
        mend_en: "give quit_interest_rate by the contract"
    }
    AreaQuitUndated = 2217 AreaSettlement Warning "area_settlement.quit_undated" {
        zh: "没有买受人提出退房的日期，退款期限未知",
        en: "the day on which the buyer asked to quit is not given: the last day for the refund is not known",
        mend_zh: "填写“quit_requested_on”",
        mend_en: "give quit_requested_on"
    }
    AreaDoubleTestUnknown = 2218 AreaSettlement Warning "area_settlement.double_test_unknown" {
        zh: "合同约定双重标准，但缺套内面积，只比较了建筑面积",
        en: "the contract has a double test, and an inside area is missing: only building areas were compared",
        mend_zh: "填写“inside_area”",
        mend_en: "give inside_area"
    }
    AreaInterestDates = 2219 AreaSettlement Violation "area_settlement.interest_dates" {
        zh: "计算退款利息须有“{field}”",
        en: "interest on the refund needs {field}",
        mend_zh: "填写付款日期和结算日期",
        mend_en: "give the days of payments and of the settlement"
    }
    AreaDatesTurned = 2220 AreaSettlement Violation "area_settlement.dates_turned" {
        zh: "{to} 早于 {from}",
        en: "{to} is before {from}",
        mend_zh: "改正日期",
        mend_en: "mend the dates"
    }
    AreaBySupplement = 2221 AreaSettlement Violation "area_settlement.by_supplement" {
        zh: "面积因设计变更而不同，不适用本规则",
        en: "the area differs because the design was changed: this rule does not apply",
        mend_zh: "按补充协议处理",
        mend_en: "settle it by the supplementary agreement"
    }
    AreaPerUnit = 2222 AreaSettlement Info "area_settlement.per_unit" {
        zh: "按套计价，合同未约定补差的不结算",
        en: "the price is of the whole home, and nothing is settled unless the contract says so",
        mend_zh: "合同有约定的，在“per_unit”中写明按哪种面积",
        mend_en: "if the contract does, say in per_unit by which area"
    }
    AreaUnitDiffers = 2223 AreaSettlement Violation "area_settlement.unit_differs" {
        zh: "测绘的是房间“{unit}”，合同的是“{of_contract}”",
        en: "the survey is of unit \"{unit}\", the contract of \"{of_contract}\"",
        mend_zh: "核对房号",
        mend_en: "look at the units"
    }
    AreaFeeUnit = 2224 AreaSettlement Violation "area_settlement.fee_unit" {
        zh: "税费的资料中没有房间“{unit}”",
        en: "the facts for fees have no unit \"{unit}\"",
        mend_zh: "填写该房间的“unit_no”",
        mend_en: "give its unit_no"
    }
    AreaFeePrice = 2225 AreaSettlement Warning "area_settlement.fee_price" {
        zh: "税费资料中的价格 {price:yuan}不是合同总价 {contract:yuan}",
        en: "the price {price:yuan} in the facts for fees is not the contract total {contract:yuan}",
        mend_zh: "核对价格",
        mend_en: "look at the price"
    }
    AreaBlank = 2226 AreaSettlement Violation "area_settlement.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
    AreaUnpaidMissing = 2227 AreaSettlement Violation "area_settlement.unpaid_missing" {
        zh: "退款冲抵未付房款，但没有未付房款的金额",
        en: "refunds are set off against what is unpaid, and that amount is not given",
        mend_zh: "填写“unpaid”；没有未付的写 0",
        mend_en: "give unpaid; 0 if nothing is"
    }
    AreaNoContract = 2228 AreaSettlement Violation "area_settlement.no_contract" {
        zh: "房间“{unit}”没有生效的合同（交易“{deal}”）",
        en: "unit \"{unit}\" has no active contract (deal \"{deal}\")",
        mend_zh: "给出该房间的合同和交易；未签约的不结算",
        mend_en: "give contract and deal of the unit; without a contract nothing is settled"
    }
    AreaUnitUnknown = 2229 AreaSettlement Violation "area_settlement.unit_unknown" {
        zh: "没有房间“{unit}”",
        en: "there is no unit \"{unit}\"",
        mend_zh: "核对房号",
        mend_en: "look at the unit number"
    }
    AreaRowTwice = 2230 AreaSettlement Violation "area_settlement.row_twice" {
        zh: "房间“{unit}”与第 {first} 行相同",
        en: "unit \"{unit}\" is that of row {first}, with the same areas",
        mend_zh: "删去重复的行",
        mend_en: "remove the row"
    }
    AreaRowsDiffer = 2231 AreaSettlement Violation "area_settlement.rows_differ" {
        zh: "房间“{unit}”在第 {other} 行有不同的测绘成果",
        en: "unit \"{unit}\" has other findings in row {other}",
        mend_zh: "对照测绘报告，只留正确的一行",
        mend_en: "look at the report, and keep the right row"
    }
    AreaAlreadySettled = 2232 AreaSettlement Violation "area_settlement.already_settled" {
        zh: "交易“{deal}”已有补差单“{number}”（{status_zh}）",
        en: "deal \"{deal}\" has settlement \"{number}\" already ({status:words})",
        mend_zh: "需要重做的，先作废未过账的补差单",
        mend_en: "make that one void first, if it is not posted"
    }
    AreaNotAllowed = 2233 AreaSettlement Violation "area_settlement.not_allowed" {
        zh: "补差单{status_zh}，不能{command_zh}；可用的命令：{allowed:list}",
        en: "a settlement that is {status:words} has no command {command:words}; there are: {allowed:list}",
        mend_zh: "按补差单的状态办理；已过账的不能作废",
        mend_en: "take one that its status allows; one that is posted cannot be made void"
    }
    AreaStale = 2234 AreaSettlement Violation "area_settlement.stale" {
        zh: "补差单现为第 {version} 版，命令依据的是第 {expected} 版",
        en: "the settlement has version {version}, and the command was made on version {expected}",
        mend_zh: "重新查看后再办理",
        mend_en: "look at it again"
    }
    AreaEarlier = 2235 AreaSettlement Violation "area_settlement.earlier" {
        zh: "时间“{at}”早于上一次变动“{last}”",
        en: "\"{at}\" is before the last change, \"{last}\"",
        mend_zh: "改正时间",
        mend_en: "mend the time"
    }
    AreaTwice = 2236 AreaSettlement Violation "area_settlement.twice" {
        zh: "“{name}”重复，第 {first} 项已有",
        en: "\"{name}\" is given twice; number {first} has it",
        mend_zh: "每个只给一次",
        mend_en: "give each once"
    }
    AreaQuitInstead = 2237 AreaSettlement Violation "area_settlement.quit_instead" {
        zh: "买受人选择退房，不出补差单",
        en: "the buyer quits: there is nothing to settle by a document",
        mend_zh: "按退房办理，退还全部已付房款及利息",
        mend_en: "let the deal be quit, with everything refunded and interest"
    }
    AreaAmount = 2238 AreaSettlement Violation "area_settlement.amount" {
        zh: "收付金额 {amount:yuan}应大于 0，且不超过未收付的 {outstanding:yuan}",
        en: "the amount {amount:yuan} must be above 0 and at most the {outstanding:yuan} outstanding",
        mend_zh: "改正金额；多收的另行处理",
        mend_en: "mend it; what is above goes elsewhere"
    }
    AreaEvent = 2239 AreaSettlement Violation "area_settlement.event" {
        zh: "交易“{deal}”的第 {version} 个事件“{event_zh}”不能接在“{stream}”的第 {current} 个之后",
        en: "event {version} of deal \"{deal}\", {event:words}, cannot follow event {current} of \"{stream}\"",
        mend_zh: "传入同一交易的全部事件，不改动",
        mend_en: "pass all events of one deal as they are"
    }
}
