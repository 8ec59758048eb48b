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
        mend_zh: "检查位数和正负；金额的单位是元，不是万元或分",
        mend_en: "check the digits and the sign; amounts are in yuan, not in wan or fen"
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
    NumberBetween = 214 Number Violation "number.between" {
        zh: "“{field}”应为 {low} 到 {high} 的整数，而不是 {value}",
        en: "{field} must be a whole number from {low} to {high}, not {value}",
        mend_zh: "改正该数",
        mend_en: "correct the number"
    }
    NumberPart = 215 Number Violation "number.part" {
        zh: "“{field}”应大于 0 且不超过 1，而不是 {value}",
        en: "{field} must be above 0 and at most 1, not {value}",
        mend_zh: "改正该比率，如 95% 写成 0.95",
        mend_en: "correct the rate; 95 % is 0.95"
    }
    NumberNegative = 216 Number Violation "number.negative" {
        zh: "“{field}”不能为负，而不是 {value:number}",
        en: "{field} must not be negative, as {value:number} is",
        mend_zh: "改正该数",
        mend_en: "correct the number"
    }
    NumberNotPositive = 217 Number Violation "number.not_positive" {
        zh: "“{field}”必须大于零，而不是 {value:number}",
        en: "{field} must be greater than zero, not {value:number}",
        mend_zh: "填写正数；可以不填的，没有就不填",
        mend_en: "give a positive number; leave it out if there is none and it may be absent"
    }
    NumberShare = 218 Number Violation "number.share" {
        zh: "“{text}”不是份额",
        en: "\"{text}\" is not a share",
        mend_zh: "写成分数，如 1/3，或小数，如 0.35；分母不能为零",
        mend_en: "write a quotient such as 1/3, or a decimal such as 0.35; not over zero"
    }
    NumberRangeEmpty = 219 Number Violation "number.range_empty" {
        zh: "区间从 {from} 到 {to}，其中没有数",
        en: "nothing lies between {from} and {to}",
        mend_zh: "改正起点或终点；终点不含在内",
        mend_en: "correct one of the ends; the upper one does not belong to the range"
    }
    TimeSyntax = 220 Number Violation "time.syntax" {
        zh: "“{text}”不是时间",
        en: "\"{text}\" is not a civil time",
        mend_zh: "写成“2026-01-31T09:30:00”；不带时区，精确到秒",
        mend_en: "write it as 2026-01-31T09:30:00, to the second and without a time zone"
    }
    NumberPercent = 221 Number Violation "number.percent" {
        zh: "“{text}”带有百分号，这里只读数字",
        en: "\"{text}\" has a percent sign; only a number is read here",
        mend_zh: "比例写作“{share}”；只有以百分数计的数（如涨幅）才写作“{bare}”，底价比例、浮动比例、成数都不是",
        mend_en: "write a rate as \"{share}\"; only a figure that is counted in percent, such as a rise, is \"{bare}\", and no share of a price or loan is"
    }
}
