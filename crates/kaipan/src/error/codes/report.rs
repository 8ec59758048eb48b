//! Reports.

area! { $ report
    ReportUnknown = 2700 Report Violation "report.unknown" {
        zh: "没有名为“{name}”的报表",
        en: "there is no report \"{name}\"",
        mend_zh: "用“report.list”列出的名称",
        mend_en: "take a name that `report.list` lists"
    }
    ReportPeriodKind = 2701 Report Violation "report.period_kind" {
        zh: "《{title_zh}》不能按“{kind_zh}”出",
        en: "the report \"{name}\" is not made by \"{kind:words}\"",
        mend_zh: "用该报表允许的期间",
        mend_en: "take a kind of period that the report allows"
    }
    ReportBeforeNode = 2702 Report Violation "report.before_node" {
        zh: "所问的期间不在“{node}”的存续期内（{from} 至 {to}）",
        en: "\"{node}\" was not there in the period that is asked for (it was from {from} to {to})",
        mend_zh: "选择该单位存续期内的期间",
        mend_en: "take a period in which it was there"
    }
    ReportNotAllowed = 2703 Report Violation "report.not_allowed" {
        zh: "“{person}”无权查看“{node}”的这张报表",
        en: "\"{person}\" may not read this report of \"{node}\"",
        mend_zh: "选择其权限范围内的单位，或由有权的人查看",
        mend_en: "take a node within the person's scope, or let somebody read it who may"
    }
    ReportNowhere = 2704 Report Violation "report.nowhere" {
        zh: "“{person}”没有任何单位的查看权限，不能看这张报表",
        en: "\"{person}\" may not read this report anywhere",
        mend_zh: "先给予查看报表的岗位",
        mend_en: "give the person a role that may read reports"
    }
    ReportReaderAlone = 2705 Report Violation "report.reader_alone" {
        zh: "给出了查看人，却没有组织架构",
        en: "a reader is given, and no organisation",
        mend_zh: "在记录中给出组织架构",
        mend_en: "give the organisation among the records"
    }
    ReportNotGrouped = 2706 Report Violation "report.not_grouped" {
        zh: "《{title_zh}》不能另选分组或层级",
        en: "the report \"{name}\" has rows of its own: neither grouping nor level can be chosen",
        mend_zh: "去掉分组和层级",
        mend_en: "leave them out"
    }
    ReportBlank = 2707 Report Violation "report.blank" {
        zh: "“{field}”为空",
        en: "\"{field}\" says nothing",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
    ReportDates = 2708 Report Violation "report.dates" {
        zh: "事件发生于 {date}，关闭于更早的 {closed}",
        en: "the event happened on {date} and was closed on {closed}, which is earlier",
        mend_zh: "改正日期",
        mend_en: "mend one of the days"
    }
    ReportNothingRecorded = 2709 Report Warning "report.nothing_recorded" {
        zh: "没有给出这张报表所用的任何记录",
        en: "none of the records is given that this report is made of",
        mend_zh: "给出报表定义所列的记录",
        mend_en: "give the records that its definition names"
    }
    ReportCalendarLong = 2710 Report Violation "report.calendar_long" {
        zh: "报送日历超过 {most:number} 天",
        en: "the calendar has more than {most:number} days",
        mend_zh: "缩短期间",
        mend_en: "ask for fewer days"
    }
    ReportDealPlaceless = 2711 Report Warning "report.deal_placeless" {
        zh: "有 {count:number} 笔记录不知属于哪个单位，没有列入",
        en: "records that are left out, since it is not known which node they belong to: {count:number}",
        mend_zh: "给出这些交易的房源，或这些记录的单位",
        mend_en: "give the units of their deals, or the nodes of the records"
    }
    ReportFirstBand = 2712 Report Violation "report.first_band" {
        zh: "第一档从 {days} 天起，应从 0 天起",
        en: "the first band begins with day {days}; it must begin with day 0",
        mend_zh: "把第一档改为从 0 天起",
        mend_en: "let the first band begin with day 0"
    }
    ReportContactUnknown = 2713 Report Warning "report.contact_unknown" {
        zh: "认购 {subscriptions:number} 套、签约 {signings:number} 套之前没有客户来电来访的记录，不计周期",
        en: "no call or visit is known before {subscriptions:number} of the subscriptions and {signings:number} of the signings; they have no days",
        mend_zh: "给出跟进记录、客户合并和成交的销售机会",
        mend_en: "give the follow-ups, the merges of customers and the opportunities that were won"
    }
    ReportPackagingTwice = 2714 Report Violation "report.packaging_twice" {
        zh: "“{name}”重复，第 {first} 个包装项目已使用",
        en: "\"{name}\" is given twice; number {first} of the packaging items has it",
        mend_zh: "只留在一个包装项目中",
        mend_en: "leave it in one packaging item"
    }
    ReportPackagingBare = 2715 Report Warning "report.packaging_bare" {
        zh: "包装项目“{name}”没有对应的费用科目和答卷选项",
        en: "the packaging item \"{name}\" has neither spend items nor answers, and nothing can be counted for it",
        mend_zh: "给出费用科目或答卷选项",
        mend_en: "give its spend items or answers"
    }
    ReportPackagingNone = 2716 Report Warning "report.packaging_none" {
        zh: "没有给出包装项目",
        en: "no packaging items are given",
        mend_zh: "给出包装项目及其费用科目和答卷选项",
        mend_en: "give the packaging items with their spend items and answers"
    }
    ReportFactUnknown = 2717 Report Warning "report.fact_unknown" {
        zh: "{date} 没有编号为“{key}”且可以查看的事实",
        en: "on {date} there is no fact with the key \"{key}\" that may be read",
        mend_zh: "用同一天、同一查看人的报表中各行给出的编号",
        mend_en: "take a key that a row of a report gives on the same day for the same reader"
    }
}
