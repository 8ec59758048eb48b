//! The tools that the steps need besides cargo: finding them and bringing them.

use crate::shell::{Failure, Outcome, Shell, doing};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where Debian puts its compiler.
pub(crate) const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Where Debian puts Chromium.
pub(crate) const CHROMIUM: &str = "/usr/bin/chromium";

/// A tool that some step needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    Rustfmt,
    Clippy,
    CargoDeny,
    CargoFuzz,
    Python,
    Java,
    Node,
    Npm,
    Postgres,
    Cxx,
    RustcWeb,
    Chromium,
    CjkFonts,
    PythonVenv,
    Maven,
    Debootstrap,
    PkgConfig,
    OpenSsl,
    CargoC,
    CMake,
    Ninja,
    Valgrind,
    Sqlite,
    SqliteShell,
    Go,
    Mcs,
    Mono,
    Jna,
}

/// Every tool, in the order in which they are brought.
pub(crate) const ALL: &[Tool] = &[
    Tool::Rustfmt,
    Tool::Clippy,
    Tool::Python,
    Tool::Java,
    Tool::Node,
    Tool::Npm,
    Tool::Postgres,
    Tool::Cxx,
    Tool::RustcWeb,
    Tool::Chromium,
    Tool::CjkFonts,
    Tool::PythonVenv,
    Tool::Maven,
    Tool::Debootstrap,
    Tool::PkgConfig,
    Tool::OpenSsl,
    Tool::CMake,
    Tool::Ninja,
    Tool::Valgrind,
    Tool::Sqlite,
    Tool::SqliteShell,
    Tool::Go,
    Tool::Mcs,
    Tool::Mono,
    Tool::Jna,
    Tool::CargoDeny,
    Tool::CargoFuzz,
    Tool::CargoC,
];

/// How a tool is had.
enum Source {
    /// A component of the Rust toolchain.
    Component(&'static str),
    /// A crate, built into the target folder in this version.
    Crate(&'static str, &'static str),
    /// A package of Debian and its relatives, or several.
    Package(&'static str),
}

/// What there is to know about a tool.
struct About {
    name: &'static str,
    purpose: &'static str,
    source: Source,
    /// Prints its version.
    version: &'static [&'static str],
}

const fn about(tool: Tool) -> About {
    let (name, purpose, source, version): (_, _, _, &[&str]) = match tool {
        Tool::Rustfmt => {
            ("rustfmt", "fmt", Source::Component("rustfmt"), &["cargo", "fmt", "--version"])
        }
        Tool::Clippy => {
            ("clippy", "clippy", Source::Component("clippy"), &["cargo", "clippy", "--version"])
        }
        Tool::CargoDeny => (
            "cargo-deny",
            "deny: licences and sources",
            Source::Crate("cargo-deny", "0.20.2"),
            &["cargo-deny", "--version"],
        ),
        Tool::CargoFuzz => (
            "cargo-fuzz",
            "fuzz",
            Source::Crate("cargo-fuzz", "0.13.2"),
            &["cargo-fuzz", "--version"],
        ),
        Tool::Python => (
            "Python",
            "oracle, samples, peers",
            Source::Package("python3"),
            &["python3", "--version"],
        ),
        Tool::Java => (
            "Java compiler",
            "peers, c",
            Source::Package("default-jdk-headless"),
            &["javac", "-version"],
        ),
        Tool::RustcWeb => (
            "Debian's rustc",
            "web, without rustup target",
            Source::Package("rustc-web rust-web-src"),
            &[DEBIAN_RUSTC, "--version"],
        ),
        Tool::Chromium => {
            ("Chromium", "web, calculator", Source::Package("chromium"), &[CHROMIUM, "--version"])
        }
        // Without them Chromium draws a box for every Chinese character.
        Tool::CjkFonts => (
            "Chinese fonts",
            "calculator: pages, quote sheets",
            Source::Package("fontconfig fonts-noto-cjk"),
            &["sh", "-c", "fc-list :lang=zh-cn family | grep -m 1 ."],
        ),
        Tool::Node => {
            ("Node.js", "peers, web, calculator", Source::Package("nodejs"), &["node", "--version"])
        }
        Tool::Npm => {
            ("npm", "peers, web, calculator", Source::Package("npm"), &["npm", "--version"])
        }
        Tool::Postgres => (
            "PostgreSQL server",
            "peers, opening-day",
            Source::Package("postgresql"),
            &["initdb", "--version"],
        ),
        Tool::PythonVenv => (
            "Python venv",
            "python, peers",
            Source::Package("python3-venv"),
            &["python3", "-m", "ensurepip", "--version"],
        ),
        Tool::Maven => ("Maven", "kotlin", Source::Package("maven"), &["mvn", "--version"]),
        Tool::Debootstrap => (
            "debootstrap",
            "swift, where there is none",
            Source::Package("debootstrap"),
            &["debootstrap", "--version"],
        ),
        Tool::Cxx => ("C++ compiler", "fuzz, c", Source::Package("g++"), &["c++", "--version"]),
        Tool::PkgConfig => {
            ("pkg-config", "c", Source::Package("pkg-config"), &["pkg-config", "--version"])
        }
        Tool::OpenSsl => (
            "OpenSSL headers",
            "c: building cargo-c",
            Source::Package("libssl-dev"),
            &["pkg-config", "--modversion", "openssl"],
        ),
        // Debian 12 has 0.9.14, which does not know the edition of 2024.
        Tool::CargoC => (
            "cargo-c",
            "c: cargo cinstall",
            Source::Crate("cargo-c", "0.10.18+cargo-0.92.0"),
            &["cargo-cinstall", "cinstall", "--version"],
        ),
        Tool::CMake => ("CMake", "c", Source::Package("cmake"), &["cmake", "--version"]),
        Tool::Ninja => ("Ninja", "c", Source::Package("ninja-build"), &["ninja", "--version"]),
        Tool::Valgrind => {
            ("Valgrind", "c", Source::Package("valgrind"), &["valgrind", "--version"])
        }
        Tool::Sqlite => (
            "SQLite headers",
            "c: examples/erp-c",
            Source::Package("libsqlite3-dev"),
            &["pkg-config", "--modversion", "sqlite3"],
        ),
        Tool::SqliteShell => (
            "SQLite shell",
            "c: examples/erp-c",
            Source::Package("sqlite3"),
            &["sqlite3", "--version"],
        ),
        Tool::Go => ("Go", "c: host in Go", Source::Package("golang-go"), &["go", "version"]),
        Tool::Mcs => {
            ("C# compiler", "c: host in C#", Source::Package("mono-mcs"), &["mcs", "--version"])
        }
        Tool::Mono => {
            ("Mono", "c: host in C#", Source::Package("mono-runtime"), &["mono", "--version"])
        }
        Tool::Jna => (
            "JNA",
            "c: host in Java",
            Source::Package("libjna-java"),
            &["java", "-cp", "/usr/share/java/jna.jar", "com.sun.jna.Native"],
        ),
    };
    About { name, purpose, source, version }
}

/// The folder of the tools that cargo builds for us.
fn built(shell: &Shell) -> PathBuf {
    shell.target("tools")
}

/// The search path with the tools that cargo built for us in front.
pub(crate) fn path(shell: &Shell) -> Outcome<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(built(shell).join("bin")).chain(std::env::split_paths(&old));
    std::env::join_paths(folders).map_err(doing("the search path"))
}

/// Where Debian keeps the programs of the PostgreSQL server, the newest version last.
fn postgres_folders() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    found.sort();
    found
}

/// The first line of what the tool says of its version, if it is there.
fn found(shell: &Shell, tool: Tool) -> Option<String> {
    let about = about(tool);
    let (program, arguments) = about.version.split_first()?;
    let mut command = match about.source {
        Source::Component(_) => shell.cargo(&[]),
        Source::Crate(..) => shell.command(built(shell).join("bin").join(program)),
        // The script that uses it looks nowhere else.
        Source::Package("postgresql") => shell.command(postgres_folders().pop()?.join(program)),
        Source::Package(_) => shell.command(program),
    };
    let output = command.args(arguments).stderr(Stdio::piped()).output().ok()?;
    let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
    let text = String::from_utf8_lossy(&text).lines().next().unwrap_or_default().trim().to_owned();
    let right = match about.source {
        Source::Crate(_, version) => text.split(' ').any(|word| word == version),
        _ => true,
    };
    (output.status.success() && right).then_some(text)
}

/// Brings those of the tools that are missing.
pub(crate) fn bring(shell: &Shell, tools: &[Tool]) -> Outcome {
    let missing: Vec<Tool> =
        ALL.iter().copied().filter(|t| tools.contains(t) && found(shell, *t).is_none()).collect();
    let mut packages = BTreeSet::new();
    for tool in &missing {
        if let Source::Package(package) = about(*tool).source {
            packages.extend(package.split(' '));
        }
    }
    install_packages(shell, &packages, &missing)?;
    for tool in missing {
        match about(tool).source {
            Source::Component(name) => {
                shell.run(shell.command("rustup").args(["component", "add", name]))?;
            }
            Source::Crate(name, version) => install_crate(shell, name, version)?,
            Source::Package(_) => {}
        }
        if found(shell, tool).is_none() {
            let about = about(tool);
            let tried = about.version.join(" ");
            return Err(Failure(format!("{} is still missing: {tried} does not work", about.name)));
        }
    }
    let scratch = shell.target(SCRATCH);
    if scratch.exists() {
        // Half a gigabyte that nothing needs again.
        fs::remove_dir_all(&scratch).map_err(doing(scratch.display()))?;
    }
    Ok(())
}

/// Debian's packages, as root or through sudo; elsewhere it tells what to bring.
fn install_packages(shell: &Shell, packages: &BTreeSet<&str>, missing: &[Tool]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        let lines = missing.iter().map(|tool| {
            let about = about(*tool);
            format!(
                "\n  {} ({}), so that this works: {}",
                about.name,
                about.purpose,
                about.version.join(" ")
            )
        });
        return Err(Failure(format!("please install:{}", lines.collect::<String>())));
    }
    let id = shell.output(shell.command("id").arg("-u"))?;
    let apt = || -> Command {
        let mut command = shell.command("env");
        if id.trim() != "0" {
            command = shell.command("sudo");
            command.arg("env");
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
        command
    };
    shell.run(apt().arg("update"))?;
    shell.run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// Where tools are built; they share some of their parts.
const SCRATCH: &str = "tools/build";

/// Builds a tool into the target folder; without optimisation it is there in half the time.
fn install_crate(shell: &Shell, name: &str, version: &str) -> Outcome {
    let mut cargo =
        shell.cargo(&["install", "--quiet", "--locked", "--debug", "--version", version]);
    cargo.arg("--root").arg(built(shell)).arg(name);
    cargo.env("CARGO_TARGET_DIR", shell.target(SCRATCH)).env("CARGO_PROFILE_DEV_DEBUG", "0");
    shell.run(&mut cargo)
}

/// One line a tool: what it is for, and its version or how it is had.
pub(crate) fn doctor(shell: &Shell) {
    println!("{:18} {:27} found, or the command that brings it", "tool", "needed for");
    let rust = found_rust(shell);
    println!("{:18} {:27} {rust}", "Rust", "everything");
    for tool in ALL {
        let about = about(*tool);
        let line = found(shell, *tool).unwrap_or_else(|| match about.source {
            Source::Component(name) => format!("missing: rustup component add {name}"),
            Source::Crate(..) => "missing: cargo xtask setup builds it".to_owned(),
            Source::Package(package) => format!("missing: apt-get install {package}"),
        });
        println!("{:18} {:27} {line}", about.name, about.purpose);
    }
}

fn found_rust(shell: &Shell) -> String {
    let version = shell.output(&mut shell.cargo(&["--version"]));
    version.map_or_else(|failure| failure.to_string(), |text| text.trim().to_owned())
}
