import Foundation
import Kaipan

let yuan = Rounding(mode: .halfUp, place: .yuan)

func netToList(share: Decimal = Decimal(string: "0.3") ?? 0, average: Decimal = 10_000) -> NetToListRequest {
    NetToListRequest(
        compositeDiscount: CompositeDiscount(modes: [
            DiscountShare(share: share, rate: Decimal(string: "0.97") ?? 0),
            DiscountShare(share: Decimal(string: "0.7") ?? 0, rate: Decimal(string: "0.98") ?? 0),
        ]),
        source: .average(average: average),
        priceBasis: .unitFirst,
        unitRounding: yuan,
        totalRounding: yuan
    )
}

/// One case of tests/vectors.
struct Vector {
    let name: String
    let operation: String
    let request: String
    let expected: String
}

struct NoVectors: Error {}

/// The vectors as a file that `cargo xtask mobile` writes: name, operation, request and expected
/// answer. (Foundation's JSON library does not keep the order of keys, which tests/vectors/README.md
/// asks for.)
func vectors() throws -> [Vector] {
    guard let path = ProcessInfo.processInfo.environment["KAIPAN_VECTORS"] else { throw NoVectors() }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode([[String]].self, from: data).map { parts in
        guard parts.count == 4 else { throw NoVectors() }
        return Vector(name: parts[0], operation: parts[1], request: parts[2], expected: parts[3])
    }
}
