//! The library, and the code that other languages need to call it.

use crate::shell::{Outcome, Shell};
use std::path::PathBuf;

/// Optimised like a release, but built in a third of the time.
const PROFILE: &str = "hosts";

/// How uniffi's types look in each language.
const CONFIG: &str = "bindings/mobile/hosts.toml";

/// Builds the library and writes `target/mobile/generated`.
pub(super) fn build(shell: &Shell) -> Outcome {
    shell.run(&mut shell.cargo(&["build", "--profile", PROFILE, "--package", "kaipan-mobile"]))?;
    // The generator in the dev profile: optimised, it would take minutes to build.
    let mut generator = shell.cargo(&["run", "--quiet", "--package", "kaipan-bindgen", "--"]);
    // From the archive: the shared library has been stripped of what the generator reads.
    generator.arg(shell.target(PROFILE).join("libkaipan_mobile.a"));
    generator.arg(CONFIG).arg(generated(shell, ""));
    shell.run(&mut generator)
}

/// The shared library.
pub(super) fn shared(shell: &Shell) -> PathBuf {
    let name = if cfg!(target_os = "macos") {
        "libkaipan_mobile.dylib"
    } else if cfg!(windows) {
        "kaipan_mobile.dll"
    } else {
        "libkaipan_mobile.so"
    };
    shell.target(PROFILE).join(name)
}

/// The generated code of a language.
pub(super) fn generated(shell: &Shell, language: &str) -> PathBuf {
    shell.target("mobile/generated").join(language)
}
