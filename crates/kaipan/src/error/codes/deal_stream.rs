// Streams of events as they are stored. 208x.

area! { $ deal_stream
    EventSchema = 2080 Deal Violation "deal.event_schema" {
        zh: "不认识事件格式版本 {found}，本版支持 1 到 {current}",
        en: "events of schema {found} are not known; this release reads 1 to {current}",
        mend_zh: "用写出它的版本或更新的版本读取",
        mend_en: "read it with the release that wrote it, or a later one"
    }
    EventLine = 2081 Deal Violation "deal.event_line" {
        zh: "第 {line} 行第 {column} 列不是完整的 JSON：{detail_zh}",
        en: "line {line}, column {column} is no complete JSON: {detail_en}",
        mend_zh: "一行一个事件；最后一行可能没有写完，从备份补全或删去",
        mend_en: "one event a line; a last line may be cut off: complete it from a copy, or remove it"
    }
    EventsShort = 2082 Deal Violation "deal.stream_short" {
        zh: "应有 {expected} 个事件，只有 {found} 个",
        en: "{expected} events are expected, {found} are there",
        mend_zh: "从头到尾读取整个流",
        mend_en: "read the whole stream"
    }
    EventBlankLine = 2083 Deal Violation "deal.blank_line" {
        zh: "第 {line} 行是空的",
        en: "line {line} is blank",
        mend_zh: "一行一个事件，不留空行",
        mend_en: "one event a line, and no blank lines"
    }
    NowBeforeLast = 2084 Deal Violation "deal.now_before_last" {
        zh: "现在是 {now}，早于已记录的最后一个事件 {last}",
        en: "now is {now}, before the last event that was recorded at {last}",
        mend_zh: "检查时钟和传入的时间",
        mend_en: "check the clock, and the time that was passed"
    }
    ReadTwice = 2085 Deal Violation "deal.read_twice" {
        zh: "“{id}”的版本既写 {first}，又写 {found}",
        en: "\"{id}\" was read at version {first} and at version {found}",
        mend_zh: "重新读取，只用一个版本",
        mend_en: "read it again, and use one version"
    }
}
