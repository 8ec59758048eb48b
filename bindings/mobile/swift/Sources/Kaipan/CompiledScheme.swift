import Foundation

/// Units as columns: what `CompiledScheme.price` takes.
public struct Columns: Equatable, Sendable {
    /// One column of codes an axis.
    public var codes: [[UInt16]]
    /// Areas in 0.0001 m².
    public var areas: [Int64]
    /// Gift areas in 0.0001 m²; empty if the scheme does not charge them.
    public var giftAreas: [Int64]
    /// Lump sums in fen; empty if the scheme has none.
    public var lumpSums: [Int64]

    public init(
        codes: [[UInt16]], areas: [Int64], giftAreas: [Int64] = [], lumpSums: [Int64] = []
    ) {
        (self.codes, self.areas, self.giftAreas, self.lumpSums) = (codes, areas, giftAreas, lumpSums)
    }
}

/// Prices as columns, one element a unit, and their sums.
public struct PricedColumns: Equatable, Sendable {
    /// Unit prices in fen per m² of the area basis.
    public var unitPrices: [Int64] = []
    /// Totals in fen.
    public var totals: [Int64] = []
    /// Sum of the areas, m².
    public var area = Decimal(0)
    /// Sum of the totals, yuan.
    public var total = Decimal(0)
}

/// Prices piece by piece.
private struct Pieces {
    var out = PricedColumns()
    private var area: Int64 = 0
    private var total: Int64 = 0
    /// The sums of the pieces fit, theirs does not.
    private(set) var overflows = false

    mutating func append(_ priced: Data) {
        let numbers: [Int64] = integers(priced)
        let rows = numbers.count / 2 - 1
        out.unitPrices.append(contentsOf: numbers[..<rows])
        out.totals.append(contentsOf: numbers[rows..<(2 * rows)])
        let (area, large) = area.addingReportingOverflow(numbers[2 * rows])
        let (total, larger) = total.addingReportingOverflow(numbers[2 * rows + 1])
        (self.area, self.total, overflows) = (area, total, overflows || large || larger)
        out.area = Decimal(area) / 10_000
        out.total = Decimal(total) / 100
    }
}

/// A pricing scheme compiled for columns of units: the same fen as `pricingTable`, at a small
/// fraction of its cost, without a value for each unit.
///
///     let scheme = try CompiledScheme(scheme: pricingScheme, units: units)
///     let priced = try scheme.price(scheme.columns)
public final class CompiledScheme {
    private let handle: SchemeHandle

    /// Compiles a scheme for these units. They need not be in its scope.
    public init(scheme: PricingScheme, units: [ProjectUnit]) throws {
        handle = try SchemeHandle(scheme: scheme, units: units)
    }

    /// The axes: one for every factor, and a last one for spot adjustments.
    public var axes: [Axis] { handle.axes() }

    /// The units it was compiled for, as columns.
    public var columns: Columns {
        get throws {
            let columns = try handle.columns()
            let areas: [Int64] = integers(columns.areas)
            let codes: [UInt16] = integers(columns.codes)
            return Columns(
                codes: axes.indices.map { Array(codes[($0 * areas.count)..<(($0 + 1) * areas.count)]) },
                areas: areas,
                giftAreas: integers(columns.giftAreas),
                lumpSums: integers(columns.lumpSums)
            )
        }
    }

    /// Changes the base price; codes stay the same.
    public func setBase(_ base: Decimal) throws {
        try handle.setBase(base: base)
    }

    /// Changes the base price to an exact quotient, as `pricingSolveBase` answers it.
    public func setExactBase(numerator: String, denominator: String) throws {
        try handle.setExactBase(numerator: numerator, denominator: denominator)
    }

    /// The code of an attribute value of an axis; nil if it is unknown or has several.
    public func code(axis: Int, key: String) -> UInt16? {
        UInt32(exactly: axis).flatMap { handle.code(axis: $0, key: key) }.map { UInt16($0) }
    }

    /// Prices the units it was compiled for.
    public func price() throws -> PricedColumns {
        var pieces = Pieces()
        pieces.append(try handle.price())
        return pieces.out
    }

    /// Prices other units.
    public func price(_ columns: Columns) throws -> PricedColumns {
        let rows = columns.areas.count
        let others = [columns.giftAreas, columns.lumpSums]
        let uneven = columns.codes.contains { $0.count != rows }
            || others.contains { $0.count != rows && !$0.isEmpty }
        let whole = {
            var pieces = Pieces()
            pieces.append(try self.handle.priceColumns(
                codes: bytes(columns.codes.flatMap { $0 }.map(\.littleEndian)),
                areas: bytes(columns.areas.map(\.littleEndian)),
                giftAreas: bytes(columns.giftAreas.map(\.littleEndian)),
                lumpSums: bytes(columns.lumpSums.map(\.littleEndian))
            ))
            return pieces.out
        }
        if uneven || rows <= piece {
            return try whole()
        }
        var pieces = Pieces()
        do {
            for first in stride(from: 0, to: rows, by: piece) {
                let part = first..<min(first + piece, rows)
                let some = { (column: [Int64]) in
                    bytes(column.isEmpty ? [] : column[part].map(\.littleEndian))
                }
                pieces.append(try handle.priceColumns(
                    codes: bytes(columns.codes.flatMap { $0[part] }.map(\.littleEndian)),
                    areas: some(columns.areas),
                    giftAreas: some(columns.giftAreas),
                    lumpSums: some(columns.lumpSums)
                ))
            }
        } catch is KaipanError {
            // Once more as a whole, so that the error names the row.
            return try whole()
        }
        return pieces.overflows ? try whole() : pieces.out
    }
}

/// Rows a call: what crosses then stays in the processor's cache.
private let piece = 16_384
