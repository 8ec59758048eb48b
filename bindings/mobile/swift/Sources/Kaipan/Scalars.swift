import Foundation

// Scalars cross to the library as text. Nothing is judged here, and nothing can fail: what does
// not fit is refused by the library, with code and place.

/// A number that the library has written; it writes nothing that is none.
func decimalOf(_ text: String) -> Decimal {
    Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? Decimal.nan
}

/// The plain digits of a number.
func textOf(_ value: Decimal) -> String {
    value.isNaN ? "NaN" : value.description
}

/// An exact number, with as many digits as it has: more than a `Decimal` holds, sometimes.
public struct Exact: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Its plain digits.
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(_ value: Decimal) {
        text = textOf(value)
    }

    public init(stringLiteral value: String) {
        text = value
    }

    /// As a `Decimal`, rounded to its 38 digits where there are more; `nil` if it is no number.
    public var decimal: Decimal? {
        Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    }

    public var description: String { text }
}

/// A share of a whole: a quotient of whole numbers such as `1/3`, or up to 6 decimals such as `0.35`.
/// Text that is neither is refused where it is used.
public struct Fraction: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The share as text.
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(_ value: Decimal) {
        text = textOf(value)
    }

    public init(_ numerator: Int, _ denominator: Int) {
        text = "\(numerator)/\(denominator)"
    }

    public init(stringLiteral value: String) {
        text = value
    }

    public var description: String { text }
}

/// A civil date without a time zone, written `YYYY-MM-DD`. (Foundation's `Date` is an instant.)
public struct CivilDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The date as `YYYY-MM-DD`. Text that is no date is refused where it is used.
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(stringLiteral value: String) {
        text = value
    }

    public init(year: Int, month: Int, day: Int) {
        func digits(_ number: Int, _ width: Int) -> String {
            let plain = String(number)
            return String(repeating: "0", count: max(0, width - plain.count)) + plain
        }
        text = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }

    /// The day of an instant in a calendar, whose time zone counts.
    public init(_ instant: Date, in calendar: Calendar) {
        let parts = calendar.dateComponents([.year, .month, .day], from: instant)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// Year, month and day; `nil` if the text is no date.
    public var components: DateComponents? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            return nil
        }
        return DateComponents(year: year, month: month, day: day)
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.text < b.text }

    public var description: String { text }
}
