import Foundation

/// In the place of a day: there is none.
public let noDay = Int32.min

/// Claims as columns, a row each. Days are days since 1970-01-01. Columns from `since` on may be left out.
public struct ClaimColumns: Equatable, Sendable {
    /// Due days; `noDay` where there is none.
    public var due: [Int32]
    /// Amounts in fen.
    public var amounts: [Int64]
    /// The days on which they arose; `noDay` where it is not known.
    public var since: [Int32]
    /// Whether late fees are charged; on all if it is left out.
    public var bearing: [Bool]
    /// Contract totals of their deals in fen, for caps by those; 0 where it is not known.
    public var contractTotals: [Int64]
    /// The group that each counts in, from 0, for aging; all in one if it is left out.
    public var groups: [UInt16]

    public init(
        due: [Int32], amounts: [Int64], since: [Int32] = [], bearing: [Bool] = [], contractTotals: [Int64] = [],
        groups: [UInt16] = []
    ) {
        (self.due, self.amounts, self.since) = (due, amounts, since)
        (self.bearing, self.contractTotals, self.groups) = (bearing, contractTotals, groups)
    }
}

/// Receipts as columns, a row each, in any order; those in the order of their claims are quicker.
public struct ReceiptColumns: Equatable, Sendable {
    /// The row of the claim that each pays, from 0.
    public var claims: [UInt32]
    /// Days on which the money came in.
    public var days: [Int32]
    /// Amounts in fen; below zero it was given back.
    public var amounts: [Int64]

    public init(claims: [UInt32] = [], days: [Int32] = [], amounts: [Int64] = []) {
        (self.claims, self.days, self.amounts) = (claims, days, amounts)
    }
}

/// What claims owe on a day, one element a claim, and the sums.
public struct AssessedColumns: Equatable {
    /// What is owed, in fen.
    public let outstanding: [Int64]
    /// Days overdue, if something is owed; else 0.
    public let overdueDays: [UInt32]
    /// 参考违约金, in fen.
    public let lateFees: [Int64]
    /// The sums, yuan.
    public let sums: AssessedSums
}

/// Assesses claims on a day: the fen of `overdueAssess`. A claim that has not arisen owes nothing.
public func overdueAssessColumns(
    request: OverdueAssessColumnsRequest, claims: ClaimColumns, receipts: ReceiptColumns = ReceiptColumns()
) throws -> AssessedColumns {
    let found = try overdueAssessBytes(request: request, claims: claims.littleEndian, receipts: receipts.littleEndian)
    return AssessedColumns(
        outstanding: integers(found.outstanding), overdueDays: integers(found.overdueDays),
        lateFees: integers(found.lateFees), sums: found.sums
    )
}

/// What the claims of each group owe on a day by how long they are overdue, as `overdueAging` has it.
public func overdueAgingColumns(
    request: OverdueAgingColumnsRequest, claims: ClaimColumns, receipts: ReceiptColumns = ReceiptColumns()
) throws -> AgedColumns {
    try overdueAgingBytes(request: request, claims: claims.littleEndian, receipts: receipts.littleEndian)
}

extension ClaimColumns {
    fileprivate var littleEndian: ClaimBytes {
        ClaimBytes(
            due: bytes(due.map(\.littleEndian)), amounts: bytes(amounts.map(\.littleEndian)),
            since: bytes(since.map(\.littleEndian)), bearing: Data(bearing.map { $0 ? 1 : 0 }),
            contractTotals: bytes(contractTotals.map(\.littleEndian)), groups: bytes(groups.map(\.littleEndian))
        )
    }
}

extension ReceiptColumns {
    fileprivate var littleEndian: ReceiptBytes {
        ReceiptBytes(
            claims: bytes(claims.map(\.littleEndian)), days: bytes(days.map(\.littleEndian)),
            amounts: bytes(amounts.map(\.littleEndian))
        )
    }
}
