#!/bin/sh
# Assembles an XCFramework for iOS and macOS from the Swift package.
#
# NOT BUILT OR TESTED in this repository's CI: it needs macOS with Xcode.
#
#     rustup target add aarch64-apple-ios aarch64-apple-ios-sim aarch64-apple-darwin
#     cargo xtask mobile swift --no-tests       # stages target/mobile/swift with the headers
#     bindings/mobile/swift/xcframework.sh      # writes target/mobile/KaipanFFI.xcframework
#
# In a Package.swift that uses it, KaipanFFI is then a `.binaryTarget` in place of the C target, and
# `linkedLibrary` goes.
set -eu
cd "$(dirname "$0")/../../.."
headers=target/mobile/swift/Sources/KaipanFFI/include
out=target/mobile/KaipanFFI.xcframework
rm -rf "$out"
set --
for target in aarch64-apple-ios aarch64-apple-ios-sim aarch64-apple-darwin; do
    cargo build --release --package kaipan-mobile --target "$target"
    set -- "$@" -library "target/$target/release/libkaipan_mobile.a" -headers "$headers"
done
xcodebuild -create-xcframework "$@" -output "$out"
echo "wrote $out"
