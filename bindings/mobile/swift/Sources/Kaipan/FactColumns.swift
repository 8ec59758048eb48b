import Foundation

/// In the place of a detail: there is none.
public let noDetail = UInt16.max

/// Facts as columns, a row each. Days are days since 1970-01-01.
public struct FactColumns: Equatable, Sendable {
    /// What happened: `factKindCode`.
    public var kinds: [UInt8] = []
    /// What of that kind: places among the details of the request, or `noDetail`.
    public var details: [UInt16] = []
    /// Which kinds it goes back to, directly or through others: the bit `1 << code` of each.
    public var origins: [UInt32] = []
    /// Nodes, by their places among the groups of the request.
    public var nodes: [UInt32] = []
    /// 业务日期.
    public var days: [Int32] = []
    /// 业绩归属日期; the same as `days` where it is no other.
    public var performanceDays: [Int32] = []
    /// 财务确认日期; `noDay` where finance does not recognise it.
    public var financeDays: [Int32] = []
    /// Units or batches.
    public var counts: [UInt32] = []
    /// Areas in 0.0001 m².
    public var areas: [Int64] = []
    /// Amounts in fen.
    public var amounts: [Int64] = []
    /// Amounts in fen, as finance has them.
    public var financeAmounts: [Int64] = []
    /// 表价总价, in fen.
    public var listAmounts: [Int64] = []

    public init() {}
}

/// Counts facts by group, period and measure: what `kpiMeasure` counts.
public func kpiMeasureColumns(request: KpiMeasureColumnsRequest, facts: FactColumns) throws -> MeasuredColumns {
    try kpiMeasureBytes(request: request, facts: FactBytes(
        kinds: Data(facts.kinds), details: bytes(facts.details.map(\.littleEndian)),
        origins: bytes(facts.origins.map(\.littleEndian)), nodes: bytes(facts.nodes.map(\.littleEndian)),
        days: bytes(facts.days.map(\.littleEndian)), performanceDays: bytes(facts.performanceDays.map(\.littleEndian)),
        financeDays: bytes(facts.financeDays.map(\.littleEndian)), counts: bytes(facts.counts.map(\.littleEndian)),
        areas: bytes(facts.areas.map(\.littleEndian)), amounts: bytes(facts.amounts.map(\.littleEndian)),
        financeAmounts: bytes(facts.financeAmounts.map(\.littleEndian)),
        listAmounts: bytes(facts.listAmounts.map(\.littleEndian))
    ))
}
