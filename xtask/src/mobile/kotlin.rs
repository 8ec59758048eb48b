//! The Kotlin package for the JVM, and the program in `examples/consultant` that uses it.

use super::{copy, library};
use crate::shell::{Failure, Outcome, Shell, doing};
use std::process::Command;

pub(super) fn run(shell: &Shell, tests: bool) -> Outcome {
    let shared = library::shared(shell);
    let libraries = shell.target("mobile/jna");
    copy(&shared, &libraries.join(platform()).join(shared.file_name().unwrap_or_default()))?;
    let skip = if tests { "-DskipTests=false" } else { "-DskipTests" };
    shell.run(maven(shell, "bindings/mobile/kotlin").args(["install", skip]))?;
    shell.run(maven(shell, "examples/consultant").args(["package", skip]))?;
    if tests { consultant(shell) } else { Ok(()) }
}

/// Builds the bench program of `benches/hosts/kotlin`; gives the command that runs it.
pub(super) fn bench(shell: &Shell) -> Outcome<Vec<String>> {
    const FOLDER: &str = "benches/hosts/kotlin";
    shell.run(maven(shell, FOLDER).arg("package"))?;
    let target = shell.root(FOLDER).join("target");
    let [classes, libraries] = ["classes", "lib/*"].map(|name| target.join(name));
    let classes = std::env::join_paths([classes, libraries]).map_err(doing("the class path"))?;
    Ok(vec!["java".into(), "-cp".into(), classes.to_string_lossy().into_owned(), "BenchKt".into()])
}

/// Maven on a folder of the repository, with what was built.
fn maven(shell: &Shell, folder: &str) -> Command {
    let mut command = shell.command("mvn");
    command.args(["--quiet", "--batch-mode", "--no-transfer-progress", "--file", folder]);
    let set = |name: &str, path: std::path::PathBuf| format!("-D{name}={}", path.display());
    command.arg(set("kaipan.generated", library::generated(shell, "kotlin")));
    command.arg(set("kaipan.libraries", shell.target("mobile/jna")));
    command.arg(set("kaipan.repository", shell.root("")));
    command.env("RUST_BACKTRACE", "0");
    command
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
