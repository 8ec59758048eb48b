// Queues in which buyers choose their homes. 206x.

area! { $ choosing
    QueueEntryTwice = 2060 Deal Violation "deal.queue_entry_twice" {
        zh: "认筹“{registration}”已在“{group}”组的名单里",
        en: "registration \"{registration}\" is in the list of group \"{group}\" already",
        mend_zh: "一份认筹只进一个组",
        mend_en: "put every registration into one group"
    }
    QueueWindow = 2061 Deal Violation "deal.queue_window" {
        zh: "选房时限 {found} 分钟，应为 1 到 {most} 分钟",
        en: "the window is {found} minutes; it is 1 to {most}",
        mend_zh: "改正时限",
        mend_en: "mend the window"
    }
}
