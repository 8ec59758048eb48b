import Foundation

// Columns as they cross to the library: little-endian, one integer after the other.

func bytes<Integer: FixedWidthInteger>(_ column: [Integer]) -> Data {
    column.withUnsafeBytes { Data($0) }
}

func integers<Integer: FixedWidthInteger>(_ data: Data) -> [Integer] {
    let count = data.count / MemoryLayout<Integer>.size
    return [Integer](unsafeUninitializedCapacity: count) { buffer, initialized in
        _ = data.copyBytes(to: buffer)
        for at in 0..<count { buffer[at] = Integer(littleEndian: buffer[at]) }
        initialized = count
    }
}
