import Foundation
import Kaipan
import XCTest

final class KaipanTests: XCTestCase {
    func testEveryVectorGivesItsBytesThroughTypes() throws {
        let typed = Dictionary(uniqueKeysWithValues: typedOperations.map { ($0.name, $0.run) })
        let cases = try vectors()
        XCTAssertGreaterThan(cases.count, 400)
        for vector in cases {
            var found: String
            do {
                let run = typed[vector.operation] ?? { try call(operation: vector.operation, request: $0) }
                found = try run(vector.request)
            } catch let refusal as KaipanError {
                found = refusal.json()
            }
            XCTAssertEqual(found, vector.expected, vector.name)
        }
    }

    func testFunctionsAreThoseOfTheCatalogue() {
        XCTAssertEqual(operations().map(\.name), typedOperations.map(\.name))
    }

    func testAGoodCall() throws {
        XCTAssertEqual(try pricingNetToList(request: netToList()).listAverage, Decimal(string: "10235.41"))
    }

    func testABadScalarIsAnOrdinaryError() throws {
        let bad: [(Decimal, String)] = [
            (Decimal(string: "0.1234567") ?? 0, "number.too_precise"),
            (Decimal(string: "1e30") ?? 0, "number.range"),
            (Decimal(string: "1e127") ?? 0, "number.range"),
            (Decimal(string: "1e-127") ?? 0, "number.too_precise"),
            (Decimal.nan, "number.syntax"),
        ]
        for (share, code) in bad {
            XCTAssertThrowsError(try pricingNetToList(request: netToList(share: share))) { error in
                guard let refusal = error as? KaipanError else { return XCTFail("\(error)") }
                XCTAssertEqual(refusal.code, code)
                XCTAssertEqual(refusal.path, "/composite_discount/modes/0/share")
                XCTAssertFalse(refusal.zh.isEmpty || refusal.en.isEmpty)
            }
        }
    }

    func testEverythingWrongIsTold() {
        XCTAssertThrowsError(try pricingNetToList(request: netToList(share: .nan, average: .nan))) { error in
            XCTAssertEqual((error as? KaipanError)?.others.map(\.path), ["/source/average"])
        }
    }

    func testWhatIsLeftOutIsWhatJsonTakesForIt() throws {
        let scheme = PricingScheme(code: "A", basePrice: 1)
        XCTAssertEqual(scheme, try pricingSchemeFromJson(json: #"{"code":"A","base_price":"1"}"#))
        XCTAssertEqual(scheme.unitRounding.place, .yuan)
        let request = TableRequest(project: Project(name: "A"), schemes: [scheme])
        let json = #"{"project":{"name":"A","units":[]},"schemes":[{"code":"A","base_price":"1"}]}"#
        XCTAssertEqual(request, try tableRequestFromJson(json: json))
        // The filed price is checked unless a host says otherwise.
        XCTAssertEqual(request.rules.filed?.down, Decimal(string: "0.15"))
    }

    func testDates() throws {
        guard let vector = try vectors().first(where: { $0.operation == "quote.make" }) else {
            return XCTFail("no vector")
        }
        let request = try quoteRequestFromJson(json: vector.request)
        XCTAssertNotNil(request.case.asOf.components)
        XCTAssertEqual(CivilDate(year: 2026, month: 7, day: 4).text, "2026-07-04")
        XCTAssertNil(CivilDate("today").components)
        for bad in [CivilDate("2026-02-30"), CivilDate("today"), CivilDate(year: 12_345, month: 1, day: 1)] {
            let json = vector.request.replacingOccurrences(of: "\"as_of\":\"\(request.case.asOf)\"", with: "\"as_of\":\"\(bad)\"")
            XCTAssertThrowsError(try quoteMake(request: quoteRequestFromJson(json: json))) { error in
                XCTAssertEqual((error as? KaipanError)?.code, "date.syntax")
            }
        }
    }

    func testColumns() throws {
        guard let vector = try vectors().first(where: { $0.operation == "pricing.table" }) else {
            return XCTFail("no vector")
        }
        let request = try tableRequestFromJson(json: vector.request)
        let scheme = try CompiledScheme(scheme: request.schemes[0], units: request.project.units)
        let priced = try scheme.price()
        let rows = try pricingTable(request: request).rows
        XCTAssertEqual(rows.count, 6)
        XCTAssertEqual(priced.totals.map { Decimal($0) / 100 }, rows.map(\.total))
        XCTAssertEqual(priced.unitPrices.map { Decimal($0) / 100 }, rows.map(\.unitPrice))
        XCTAssertEqual(Decimal(priced.totals.reduce(0, +)) / 100, priced.total)
        XCTAssertEqual(try scheme.price(scheme.columns), priced)
        let many = 100_000
        let codes = scheme.axes.map { _ in [UInt16](repeating: 0, count: many) }
        let areas = (0..<many).map { 1_000_000 + Int64($0) }
        XCTAssertEqual(try scheme.price(Columns(codes: codes, areas: areas)).totals.count, many)
        let empty = try scheme.price(Columns(codes: scheme.axes.map { _ in [] }, areas: []))
        XCTAssertEqual(empty.totals.count, 0)
        for key in scheme.axes[1].keys {
            XCTAssertEqual(scheme.code(axis: 1, key: key.key).map(UInt32.init), key.code)
        }
        XCTAssertNil(scheme.code(axis: 9, key: "1"))
        try scheme.setExactBase(numerator: "30000", denominator: "3")
        XCTAssertEqual(try scheme.price(), priced)
        XCTAssertThrowsError(try scheme.setExactBase(numerator: "-1", denominator: "3")) { error in
            XCTAssertEqual((error as? KaipanError)?.code, "pricing.not_positive")
            XCTAssertEqual((error as? KaipanError)?.number, 412)
        }
        XCTAssertThrowsError(try scheme.price(Columns(codes: [], areas: areas))) { error in
            XCTAssertEqual((error as? KaipanError)?.code, "pricing.column_length")
        }
        XCTAssertThrowsError(try scheme.setBase(.nan)) { error in
            XCTAssertEqual((error as? KaipanError)?.path, "/base")
        }
    }
}
