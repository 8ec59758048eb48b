// Numbers and dates. 2xx.

area! { $ number
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
        mend_zh: "写成“98折”、“9.8折”、“减2点”、“98%”或“0.98”；应大于 0、不超过 100%",
        mend_en: "write \"98折\", \"9.8折\", \"减2点\", \"98%\" or \"0.98\"; above 0 and at most 100 %"
    }
    DateSyntax = 210 Number Violation "date.syntax" {
        zh: "“{text}”不是日期",
        en: "\"{text}\" is not a date",
        mend_zh: "写成 2026-01-31",
        mend_en: "write it as 2026-01-31"
    }
    NumberAmount = 211 Number Violation "number.amount" {
        zh: "“{text}”不是{what_zh}",
        en: "\"{text}\" is not {what_en}",
        mend_zh: "写成 {forms_zh}",
        mend_en: "write {forms_en}"
    }
    NumberAmountPrecise = 212 Number Violation "number.amount_too_precise" {
        zh: "“{text}”合 {yuan:yuan}，超过 {decimals} 位小数",
        en: "\"{text}\" is {yuan:yuan}, with more than {decimals} decimals",
        mend_zh: "写到 {decimals} 位小数，不作四舍五入",
        mend_en: "write no more than {decimals} decimals; nothing is rounded in silence"
    }
    NumberTwoReadings = 213 Number Violation "number.two_readings" {
        zh: "“{text}”有不止一种读法：{readings_zh}",
        en: "\"{text}\" can be read in more than one way: {readings_en}",
        mend_zh: "按本意写成括号里的一种",
        mend_en: "write the form in brackets that is meant"
    }
}
