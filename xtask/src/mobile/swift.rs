//! The Swift package, tested with SwiftPM and XCTest: with the Swift of this machine, or in a small
//! Debian 13 beside it, which has one.

use super::{copy, files, library, stage, vectors};
use crate::shell::{Outcome, Shell, doing};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The release of Debian that has Swift.
const RELEASE: &str = "trixie";

/// What is installed in it.
const PACKAGES: [&str; 5] = ["swiftlang", "gcc", "libc6-dev", "libstdc++-14-dev", "git"];

pub(super) fn run(shell: &Shell, tests: bool) -> Outcome {
    let package = shell.target("mobile/swift");
    // What SwiftPM has built is kept: the generated sources take a minute.
    let built = shell.target("mobile/swift-build");
    stage(&package, &[&shell.root("bindings/mobile/swift")])?;
    let generated = library::generated(shell, "swift");
    for file in files(&generated, "swift")? {
        copy(&file, &package.join("Sources/Kaipan").join(file.file_name().unwrap_or_default()))?;
    }
    for file in files(&generated, "h")? {
        let headers = package.join("Sources/KaipanFFI/include");
        copy(&file, &headers.join(file.file_name().unwrap_or_default()))?;
    }
    let shared = library::shared(shell);
    copy(&shared, &package.join("lib").join(shared.file_name().unwrap_or_default()))?;
    vectors::write(shell, &package.join("vectors.json"))?;
    let place = Place::find(shell)?;
    let folder = place.enter(&package)?;
    let scratch = match &place {
        Place::Here => built.display().to_string(),
        Place::Root(_) => "/kaipan-build".to_owned(),
    };
    let lib = format!("{folder}/lib");
    let mut build = place.command(shell, "swift");
    build.args(["build", "--build-tests", "--disable-sandbox", "--package-path", &folder]);
    build.args(["--scratch-path", &scratch, "-Xlinker", &format!("-L{lib}")]);
    build.args(["-Xlinker", "-rpath", "-Xlinker", &lib]);
    shell.run(&mut build)?;
    if !tests {
        return Ok(());
    }
    let mut test = match &place {
        // A Mac runs the bundle through its own tool.
        Place::Here if cfg!(target_os = "macos") => {
            let mut test = place.command(shell, "swift");
            test.args(["test", "--skip-build", "--package-path", &folder]);
            test.args(["--scratch-path", &scratch]);
            test
        }
        _ => place.command(shell, &format!("{scratch}/debug/KaipanPackageTests.xctest")),
    };
    shell.run(test.env("KAIPAN_VECTORS", format!("{folder}/vectors.json")))
}

/// Where Swift runs.
enum Place {
    Here,
    /// A Debian in this folder.
    Root(PathBuf),
}

impl Place {
    fn find(shell: &Shell) -> Outcome<Place> {
        let mut here = shell.command("swift");
        here.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        if here.status().is_ok_and(|status| status.success()) {
            return Ok(Place::Here);
        }
        let root = shell.target("mobile/debian");
        if !root.join("ready").exists() {
            make(shell, &root)?;
        }
        Ok(Place::Root(root))
    }

    /// Puts the package where Swift can see it, and tells its name there.
    fn enter(&self, package: &Path) -> Outcome<String> {
        match self {
            Place::Here => Ok(package.display().to_string()),
            Place::Root(root) => {
                stage(&root.join("kaipan"), &[package])?;
                Ok("/kaipan".to_owned())
            }
        }
    }

    fn command(&self, shell: &Shell, program: &str) -> Command {
        match self {
            Place::Here => shell.command(program),
            Place::Root(root) => inside(shell, root, program),
        }
    }
}

/// A program inside the Debian, with the `/proc` that Swift finds its own files by. The mount is in
/// a namespace of its own, so nothing is left to be undone.
fn inside(shell: &Shell, root: &Path, program: &str) -> Command {
    let mut command = shell.command("unshare");
    command.args(["--mount", "sh", "-c"]);
    command.arg("mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"");
    command.arg(root).arg(program);
    command
}

/// Makes the Debian, from the mirror that this machine uses.
fn make(shell: &Shell, root: &Path) -> Outcome {
    if root.exists() {
        fs::remove_dir_all(root).map_err(doing(root.display()))?;
    }
    let mut bootstrap = shell.command("debootstrap");
    bootstrap.args(["--variant=minbase", RELEASE]).arg(root);
    shell.run(bootstrap.args(mirror()).stdout(Stdio::null()))?;
    for path in ["/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt"] {
        if Path::new(path).exists() {
            copy(Path::new(path), &root.join(path.trim_start_matches('/')))?;
        }
    }
    let mut install = inside(shell, root, "apt-get");
    install.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(PACKAGES);
    shell.run(install.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))?;
    shell.run(inside(shell, root, "apt-get").arg("clean"))?;
    fs::write(root.join("ready"), "").map_err(doing("ready"))
}

/// The first mirror that this machine's package manager uses.
fn mirror() -> Option<String> {
    let folder = fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.path()).collect();
    files.push(PathBuf::from("/etc/apt/sources.list"));
    let texts = files.into_iter().filter_map(|file| fs::read_to_string(file).ok());
    let words = texts.flat_map(|text| {
        let words =
            text.lines().filter(|line| line.starts_with("URIs:") || line.starts_with("deb "));
        words.flat_map(str::split_whitespace).map(str::to_owned).collect::<Vec<_>>()
    });
    let mut mirrors = words.filter(|word| word.contains("://") && !word.contains("security"));
    mirrors.find(|word| word.trim_end_matches('/').ends_with("/debian"))
}
