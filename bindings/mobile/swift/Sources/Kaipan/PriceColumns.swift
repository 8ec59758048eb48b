import Foundation

/// Prices of many units.
public struct PricedUnits: Equatable, Sendable {
    /// Unit prices in fen per m² of the area basis.
    public var unitPrices: [Int64] = []
    /// Totals in fen.
    public var totals: [Int64] = []
    /// Sum of the areas, m².
    public var area = Decimal(0)
    /// Sum of the totals, yuan.
    public var total = Decimal(0)

    mutating func append(_ priced: PricedColumns) {
        unitPrices.append(contentsOf: integers(priced.unitPrices))
        totals.append(contentsOf: integers(priced.totals))
        area += priced.area
        total += priced.total
    }
}

/// A pricing scheme compiled for columns of units: the same fen as `pricingTable`, at a small
/// fraction of its cost, without a value for each unit.
public final class PriceColumns {
    private let pricer: ColumnPricer

    /// Compiles a scheme for these units. They need not be in its scope.
    public init(scheme: PricingScheme, units: [ProjectUnit]) throws {
        pricer = try ColumnPricer(scheme: scheme, units: units)
    }

    /// The axes: one for every factor, and a last one for spot adjustments.
    public var axes: [ColumnAxis] { pricer.axes() }

    /// The units it was compiled for, as columns: codes by axis, areas, gift areas, lump sums.
    public var columns: (codes: [[UInt16]], areas: [Int64], giftAreas: [Int64], lumpSums: [Int64]) {
        let columns = pricer.columns()
        let areas: [Int64] = integers(columns.areas)
        let codes: [UInt16] = integers(columns.codes)
        let axes = stride(from: 0, to: codes.count, by: max(areas.count, 1))
        return (
            axes.map { Array(codes[$0..<min($0 + areas.count, codes.count)]) },
            areas, integers(columns.giftAreas), integers(columns.lumpSums)
        )
    }

    /// Changes the base price; codes stay the same.
    public func setBase(_ base: Decimal) throws {
        try pricer.setBase(base: base)
    }

    /// Prices the units it was compiled for.
    public func price() throws -> PricedUnits {
        var out = PricedUnits()
        out.append(try pricer.price())
        return out
    }

    /// Prices other units: one column of codes an axis, areas and gift areas in 0.0001 m², lump
    /// sums in fen; the latter two only if the scheme has them.
    public func priceColumns(
        codes: [[UInt16]], areas: [Int64], giftAreas: [Int64] = [], lumpSums: [Int64] = []
    ) throws -> PricedUnits {
        let rows = areas.count
        let uneven = codes.contains { $0.count != rows }
            || [giftAreas, lumpSums].contains { $0.count != rows && !$0.isEmpty }
        let whole = {
            var out = PricedUnits()
            out.append(try self.pricer.priceColumns(
                codes: bytes(codes.flatMap { $0 }.map(\.littleEndian)),
                areas: bytes(areas.map(\.littleEndian)),
                giftAreas: bytes(giftAreas.map(\.littleEndian)),
                lumpSums: bytes(lumpSums.map(\.littleEndian))
            ))
            return out
        }
        if uneven || rows <= piece {
            return try whole()
        }
        var out = PricedUnits()
        do {
            for first in stride(from: 0, to: rows, by: piece) {
                let part = first..<min(first + piece, rows)
                out.append(try pricer.priceColumns(
                    codes: bytes(codes.flatMap { $0[part] }.map(\.littleEndian)),
                    areas: bytes(areas[part].map(\.littleEndian)),
                    giftAreas: bytes(giftAreas.isEmpty ? [] : giftAreas[part].map(\.littleEndian)),
                    lumpSums: bytes(lumpSums.isEmpty ? [] : lumpSums[part].map(\.littleEndian))
                ))
            }
        } catch is KaipanError {
            // Once more as a whole, so that the error names the row.
            return try whole()
        }
        return out
    }
}

/// Rows a call: what crosses then stays in the processor's cache.
private let piece = 16_384

private func bytes<Integer: FixedWidthInteger>(_ column: [Integer]) -> Data {
    column.withUnsafeBytes { Data($0) }
}

private func integers<Integer: FixedWidthInteger>(_ data: Data) -> [Integer] {
    let count = data.count / MemoryLayout<Integer>.size
    return [Integer](unsafeUninitializedCapacity: count) { buffer, initialized in
        _ = data.copyBytes(to: buffer)
        for at in 0..<count { buffer[at] = Integer(littleEndian: buffer[at]) }
        initialized = count
    }
}
