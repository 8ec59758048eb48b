//! The Kotlin package for the JVM, and the programs that use it: `examples/consultant` and the bench.

use super::{copy, library};
use crate::shell::{Failure, Outcome, Shell, doing};
use std::fs;

/// The package, and the programs that use it.
const FOLDERS: [&str; 3] = [PACKAGE, "examples/consultant", BENCH];

const PACKAGE: &str = "bindings/mobile/kotlin";
const BENCH: &str = "benches/hosts/kotlin";

/// Builds the package, and in the same run the programs that use it: one that took it from the
/// repository in the home folder would take whatever another checkout has installed there.
pub(super) fn run(shell: &Shell, tests: bool) -> Outcome {
    // Made anew: Maven keeps what it thinks is newer, and classes whose source is gone.
    for folder in FOLDERS {
        let target = shell.root(folder).join("target");
        if target.exists() {
            fs::remove_dir_all(&target).map_err(doing(target.display()))?;
        }
    }
    let shared = library::shared(shell);
    let libraries = shell.target("mobile/jna");
    copy(&shared, &libraries.join(platform()).join(shared.file_name().unwrap_or_default()))?;
    let mut maven = shell.command("mvn");
    maven.args(["--quiet", "--batch-mode", "--no-transfer-progress"]);
    maven.arg("--file").arg(format!("{PACKAGE}/with-users.xml")).arg("install");
    maven.arg(if tests { "-DskipTests=false" } else { "-DskipTests" });
    let set = |name: &str, path: std::path::PathBuf| format!("-D{name}={}", path.display());
    maven.arg(set("kaipan.generated", library::generated(shell, "kotlin")));
    maven.arg(set("kaipan.libraries", libraries));
    maven.arg(set("kaipan.repository", shell.root("")));
    shell.run(maven.env("RUST_BACKTRACE", "0"))?;
    if tests { consultant(shell) } else { Ok(()) }
}

/// The command that runs the bench program, once built.
pub(super) fn bench(shell: &Shell) -> Outcome<Vec<String>> {
    let target = shell.root(BENCH).join("target");
    let [classes, libraries] = ["classes", "lib/*"].map(|name| target.join(name));
    let classes = std::env::join_paths([classes, libraries]).map_err(doing("the class path"))?;
    Ok(vec!["java".into(), "-cp".into(), classes.to_string_lossy().into_owned(), "BenchKt".into()])
}

/// The folder in which JNA looks for the library of this platform.
fn platform() -> String {
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x86-64",
        other => other,
    };
    format!("{system}-{processor}")
}

/// Runs what the example's README shows first.
fn consultant(shell: &Shell) -> Outcome {
    let mut command = shell.command("examples/consultant/consultant");
    command.args(["--unit", "1-1-1001", "--plan", "AJ", "--date", "2026-07-04"]);
    let sheet = shell.output(&mut command)?;
    println!("{sheet}");
    for wanted in ["1-1-1001", "成交总价", "Deal total"] {
        if !sheet.contains(wanted) {
            return Err(Failure(format!("the quote should show {wanted}")));
        }
    }
    Ok(())
}
