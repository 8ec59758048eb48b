// swift-tools-version:5.9
import PackageDescription

// `cargo xtask mobile` stages a copy of this folder with what it generates: Swift sources beside
// those of Sources/Kaipan, C headers in Sources/KaipanFFI/include, the library in lib.
let package = Package(
    name: "Kaipan",
    platforms: [.iOS(.v13), .macOS(.v11)],
    products: [.library(name: "Kaipan", targets: ["Kaipan"])],
    targets: [
        .target(name: "KaipanFFI"),
        .target(
            name: "Kaipan",
            dependencies: ["KaipanFFI"],
            linkerSettings: [.linkedLibrary("kaipan_mobile")]
        ),
        .testTarget(name: "KaipanTests", dependencies: ["Kaipan"]),
    ]
)
