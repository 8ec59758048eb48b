// Numbering rules. 17xx.

area! { $ numbering
    NumberingBraces = 1700 Numbering Violation "numbering.braces" {
        zh: "编号格式“{pattern}”的花括号不成对",
        en: "the braces of the pattern \"{pattern}\" do not come in pairs",
        mend_zh: "有左花括号，就要有右花括号",
        mend_en: "close every brace"
    }
    NumberingUnknownPart = 1701 Numbering Violation "numbering.unknown_part" {
        zh: "编号格式里没有“{part}”这一项",
        en: "a pattern has no part \"{part}\"",
        mend_zh: "可用：{known:list}",
        mend_en: "use one of {known}"
    }
    NumberingWidth = 1702 Numbering Violation "numbering.width" {
        zh: "“{part}”没有写明流水号的位数",
        en: "\"{part}\" does not say how many digits the sequence has",
        mend_zh: "写成“seq:4”这样，1 至 9 位",
        mend_en: "write it as \"seq:4\", from 1 to 9 digits"
    }
    NumberingNoSequence = 1703 Numbering Violation "numbering.no_sequence" {
        zh: "编号格式“{pattern}”没有流水号，所有编号都一样",
        en: "the pattern \"{pattern}\" has no sequence; all numbers would be the same",
        mend_zh: "加上“seq:4”这样一项",
        mend_en: "add a part such as \"seq:4\""
    }
    NumberingTwoSequences = 1704 Numbering Violation "numbering.two_sequences" {
        zh: "编号格式“{pattern}”有不止一个流水号",
        en: "the pattern \"{pattern}\" has more than one sequence",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    NumberingResetParts = 1705 Numbering Violation "numbering.reset_parts" {
        zh: "流水号会重新开始，而编号里没有相应的日期，编号会重复",
        en: "the sequence begins anew and the number does not hold that part of the date: numbers would repeat",
        mend_zh: "加上“{needed}”，或不重置",
        mend_en: "add \"{needed}\" to the pattern, or never reset"
    }
    NumberingScopePart = 1706 Numbering Warning "numbering.scope_part" {
        zh: "每个{scope_zh}各自计数，而编号里没有它，不同{scope_zh}的编号会相同",
        en: "every {scope} counts by itself and the number does not name it: numbers of two will be equal",
        mend_zh: "把它写进编号格式；从不放在一起的，不必处理",
        mend_en: "put it into the pattern; if they never come together, nothing is to be done"
    }
    NumberingPartsTouch = 1707 Numbering Warning "numbering.parts_touch" {
        zh: "编号格式“{pattern}”里两个代码直接相连，分不清从哪里断开",
        en: "two codes touch in the pattern \"{pattern}\"; where one ends cannot be seen",
        mend_zh: "在中间加一个分隔符",
        mend_en: "put a separator between them"
    }
    NumberingPartMissing = 1708 Numbering Violation "numbering.part_missing" {
        zh: "编号要用到{part_zh}，而没有给出",
        en: "the number needs the {part}, which is not given",
        mend_zh: "给出它的代码",
        mend_en: "give its code"
    }
    NumberingOtherRule = 1709 Numbering Violation "numbering.other_rule" {
        zh: "计数器是规则“{rule}”的，而不是“{code}”的",
        en: "the counter is of the rule \"{rule}\", not of \"{code}\"",
        mend_zh: "给出这条规则的计数器",
        mend_en: "give the counter of this rule"
    }
    NumberingOtherScope = 1710 Numbering Violation "numbering.other_scope" {
        zh: "计数器是“{scope}”的，而不是“{expected}”的",
        en: "the counter is of \"{scope}\", not of \"{expected}\"",
        mend_zh: "给出它自己的计数器；第一次取号不给",
        mend_en: "give its own counter; none for its first number"
    }
    NumberingOtherPeriod = 1711 Numbering Violation "numbering.other_period" {
        zh: "计数器的周期“{period}”与规则的重置方式（{reset_zh}）不符",
        en: "the period \"{period}\" of the counter does not go with the reset of the rule, {reset}",
        mend_zh: "改了重置方式的规则，用新的代码和新的计数器",
        mend_en: "a rule whose reset changes gets a new code and a new counter"
    }
    NumberingBackward = 1712 Numbering Violation "numbering.backward" {
        zh: "计数器已到 {last}，不能再取 {period} 的编号",
        en: "the counter is at {last}; a number of {period} can no longer be drawn",
        mend_zh: "按今天取号，补录的单据另记发生日期",
        mend_en: "draw it for today; the document keeps its own date"
    }
    NumberingOverflow = 1713 Numbering Violation "numbering.overflow" {
        zh: "流水号 {sequence} 超过位数，最大为 {largest}",
        en: "the sequence {sequence} has too many digits; the largest is {largest}",
        mend_zh: "用位数更多的新规则",
        mend_en: "use a new rule with more digits"
    }
    NumberingMismatch = 1714 Numbering Violation "numbering.mismatch" {
        zh: "编号“{number}”不符合格式“{pattern}”和它的日期、所属",
        en: "the number \"{number}\" does not agree with the pattern \"{pattern}\", its day and what it is of",
        mend_zh: "核对编号和日期；手工编的号不在检查之内",
        mend_en: "check number and day; numbers given by hand are not part of the report"
    }
    NumberingRepeated = 1715 Numbering Violation "numbering.repeated" {
        zh: "编号“{number}”重复，首次出现在第 {first} 个",
        en: "the number \"{number}\" is given twice, first as number {first}",
        mend_zh: "其中一张单据换号，并查明原因",
        mend_en: "give one of the documents a new number, and find out why"
    }
    NumberingOutOfOrder = 1716 Numbering Warning "numbering.out_of_order" {
        zh: "编号“{number}”取于 {on}，早于前一号“{before}”的 {before_on}",
        en: "the number \"{number}\" was drawn on {on}, before \"{before}\" on {before_on}",
        mend_zh: "核对日期；补录的，不必处理",
        mend_en: "check the days; if it was entered later, nothing is to be done"
    }
    NumberingBlank = 1717 Numbering Violation "numbering.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写；计数器按规则的代码记",
        mend_en: "fill it in: counters are kept by the code of their rule"
    }
}
