import Foundation
import Kaipan
import XCTest

/// Columns of claims and of facts give what the operations give.
final class ColumnsOfMoneyTests: XCTestCase {
    private let asOf: Int32 = 20500

    private func day(_ number: Int32) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return CivilDate(Date(timeIntervalSince1970: Double(number) * 86_400), in: calendar).text
    }

    private func yuan(_ fen: Int64) -> String { "\(Decimal(fen) / 100)" }

    private func fen(_ yuan: Decimal) -> Int64 { NSDecimalNumber(decimal: yuan * 100).int64Value }

    /// A due day, an amount and a receipt for each claim; some have neither day nor receipt.
    private func book() -> (ClaimColumns, ReceiptColumns, String) {
        var claims = ClaimColumns(due: [], amounts: [])
        var receipts = ReceiptColumns()
        var each: [String] = []
        for at in 0..<200 {
            let due = Int32(20_100 + at * 37 % 600)
            let amount = Int64(1_000_000 + at * 7_919 % 90_000_000)
            claims.due.append(at % 11 == 0 ? noDay : due)
            claims.amounts.append(amount)
            claims.bearing.append(at % 7 != 0)
            claims.groups.append(at % 7 == 0 ? 0 : 1)
            var paid = ""
            if at % 4 != 0 {
                let on = due + Int32(at * 13 % 90) - 30
                receipts.claims.append(UInt32(at))
                receipts.days.append(on)
                receipts.amounts.append(amount / 3)
                paid = #"{"on":"\#(day(on))","amount":"\#(yuan(amount / 3))"}"#
            }
            let item = at % 7 == 0 ? "commercial_loan" : "house_payment"
            let dated = at % 11 == 0 ? "" : #","due":"\#(day(due))""#
            each.append(#"{"id":"C\#(at)","deal":"D","item":"\#(item)","amount":"\#(yuan(amount))"\#(dated),"payments":[\#(paid)]}"#)
        }
        let policy = #"{"tiers":[{"rate":"0.0005"}],"grace_days":10}"#
        let json = #"{"as_of":"\#(day(asOf))","policy":\#(policy),"claims":[\#(each.joined(separator: ","))]"#
        return (claims, receipts, json)
    }

    func testClaims() throws {
        let (claims, receipts, json) = book()
        let whole = try overdueAssessRequestFromJson(json: json + "}")
        let expected = try overdueAssess(request: whole)
        let request = OverdueAssessColumnsRequest(policy: whole.policy, asOf: whole.asOf)
        let found = try overdueAssessColumns(request: request, claims: claims, receipts: receipts)
        XCTAssertEqual(found.outstanding, expected.claims.map { fen($0.outstanding) })
        XCTAssertEqual(found.overdueDays, expected.claims.map(\.overdueDays))
        XCTAssertEqual(found.lateFees, expected.claims.map { fen($0.referenceFee) })
        XCTAssertEqual(found.sums.outstanding, expected.totals.outstanding)
        XCTAssertEqual(found.sums.lateFee, expected.totals.referenceFee)
        XCTAssertGreaterThan(found.sums.lateFee, 0)
        let rows = try overdueAging(request: overdueAgingRequestFromJson(json: json + #","by":["item"]}"#)).tables[0].rows
        let aging = OverdueAgingColumnsRequest(policy: whole.policy, asOf: whole.asOf)
        let groups = try overdueAgingColumns(request: aging, claims: claims, receipts: receipts).groups
        XCTAssertEqual(groups.map(\.buckets), rows.map(\.buckets))
        XCTAssertEqual(groups.map(\.notDue), rows.map(\.notDue))
        var bad = claims
        bad.due[5] = Int32.max
        XCTAssertThrowsError(try overdueAssessColumns(request: request, claims: bad, receipts: receipts)) { error in
            XCTAssertEqual((error as? KaipanError)?.code, "number.between")
            XCTAssertEqual((error as? KaipanError)?.path, "/claims/due/5")
        }
        bad.due.removeLast()
        XCTAssertThrowsError(try overdueAssessColumns(request: request, claims: bad, receipts: receipts)) { error in
            XCTAssertEqual((error as? KaipanError)?.code, "overdue.columns")
        }
    }

    func testFacts() throws {
        let subscription = factKindCode(kind: .subscription), cancellation = factKindCode(kind: .cancellation)
        var facts = FactColumns()
        var each: [String] = []
        for at in 0..<300 {
            let cancels = at % 3 == 2
            let on = Int32(20_440 + at * 29 % 200)
            let amount = Int64(90_000_000 + at * 7_919 % 90_000_000)
            facts.kinds.append(cancels ? cancellation : subscription)
            facts.details.append(noDetail)
            facts.origins.append(cancels ? 1 << UInt32(subscription) : 0)
            facts.nodes.append(UInt32(at / 3 % 3))
            facts.days.append(on)
            facts.financeDays.append(noDay)
            facts.counts.append(1)
            facts.areas.append(800_000)
            facts.amounts.append(amount)
            let kind = cancels ? "cancellation" : "subscription"
            let of = cancels ? #","of":"F\#(at - 1)""# : ""
            each.append(#"{"key":"F\#(at)","kind":"\#(kind)","date":"\#(day(on))","node":"P\#(at / 3 % 3)","area":"80","amount":"\#(yuan(amount))"\#(of)}"#)
        }
        (facts.performanceDays, facts.financeAmounts, facts.listAmounts) = (facts.days, facts.amounts, facts.amounts)
        let metrics = ["subscriptions", "subscribed_amount", "net_subscribed_amount"]
        let periods = PeriodSeries(kind: .month, from: "2026-01-01", to: "2026-06-30")
        let request = KpiMeasureColumnsRequest(metrics: metrics, periods: periods, groups: [0, 1, 2])
        let found = try kpiMeasureColumns(request: request, facts: facts)
        let names = metrics.map { #""\#($0)""# }.joined(separator: ",")
        let json = #"{"metrics":[\#(names)],"periods":{"kind":"month","from":"2026-01-01","to":"2026-06-30"},"by":["node"],"facts":[\#(each.joined(separator: ","))]}"#
        let expected = try kpiMeasure(request: kpiMeasureRequestFromJson(json: json)).groups.dropFirst().flatMap(\.cells)
        XCTAssertEqual(expected.count, 3 * 6 * 3)
        XCTAssertEqual(found.rows.flatMap(\.values), expected.compactMap(\.value))
        facts.kinds[7] = 127
        XCTAssertThrowsError(try kpiMeasureColumns(request: request, facts: facts)) { error in
            XCTAssertEqual((error as? KaipanError)?.code, "kpi.column_node")
            XCTAssertEqual((error as? KaipanError)?.path, "/facts/kinds/7")
        }
    }
}
