#!/bin/sh
# Assembles an Android archive (AAR) from the Kotlin package.
#
# NOT BUILT OR TESTED in this repository's CI: it needs the Android NDK, cargo-ndk, the Rust targets
# of Android and JNA's own AAR (net.java.dev.jna:jna:5.17.0@aar) in the app.
#
#     rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
#     cargo install cargo-ndk
#     cargo xtask mobile kotlin --no-tests      # the classes
#     bindings/mobile/kotlin/aar.sh             # writes target/mobile/kaipan.aar
set -eu
cd "$(dirname "$0")/../../.."
out=target/mobile/aar
rm -rf "$out" && mkdir -p "$out/jni"
cargo ndk -t arm64-v8a -t armeabi-v7a -t x86_64 -o "$out/jni" \
    build --release --package kaipan-mobile
# The classes without the libraries of desktop systems, which an Android app cannot use.
rm -rf "$out/classes" && mkdir "$out/classes"
cp -R bindings/mobile/kotlin/target/classes/io bindings/mobile/kotlin/target/classes/META-INF "$out/classes/"
(cd "$out/classes" && jar cf ../classes.jar .) && rm -r "$out/classes"
cat >"$out/AndroidManifest.xml" <<XML
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="io.kaipan">
    <uses-sdk android:minSdkVersion="26" />
</manifest>
XML
# JNA and uniffi reach these by name.
cat >"$out/proguard.txt" <<'RULES'
-keep class com.sun.jna.** { *; }
-keep class io.kaipan.** { *; }
RULES
: >"$out/R.txt"
(cd "$out" && jar cMf ../kaipan.aar .)
echo "wrote target/mobile/kaipan.aar"
