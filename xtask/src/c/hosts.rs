//! Languages that link C: each runs every vector and prices columns.

use super::same_operations;
use crate::shell::{Outcome, Shell, doing};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where Debian's package of JNA puts it.
pub(crate) const JNA: &str = "/usr/share/java/jna.jar";

/// Builds and runs a host in each language.
pub(crate) fn test(shell: &Shell, prefix: &Path) -> Outcome {
    let folder = prefix.join("lib");
    run(shell, &folder, "Go", go(shell, &folder)?)?;
    run(shell, &folder, "C#", csharp(shell)?)?;
    run(shell, &folder, "Java", java(shell, &folder)?)
}

/// Runs a host: its list of operations, then its tests.
fn run(shell: &Shell, libraries: &Path, name: &str, host: impl Fn() -> Command) -> Outcome {
    let text = shell.output(host().env("LD_LIBRARY_PATH", libraries).arg("list"))?;
    same_operations(&text, name)?;
    let mut command = host();
    command.env("LD_LIBRARY_PATH", libraries);
    shell.run(command.args(["tests/vectors", "bindings/c/tests/three-units.json"]))
}

fn go<'a>(shell: &'a Shell, libraries: &Path) -> Outcome<impl Fn() -> Command + use<'a>> {
    let out = shell.target("c/host-go");
    let mut go = shell.command("go");
    go.args(["build", "-o"]).arg(&out).arg(".");
    go.current_dir(shell.root("bindings/c/hosts/go"));
    // No modules but the standard library's, and no other version of Go.
    go.env("CGO_ENABLED", "1").env("GOFLAGS", "-mod=mod").env("GOTOOLCHAIN", "local");
    shell.run(go.env("PKG_CONFIG_PATH", libraries.join("pkgconfig")))?;
    Ok(move || shell.command(&out))
}

fn csharp(shell: &Shell) -> Outcome<impl Fn() -> Command + use<'_>> {
    let out = shell.target("c/host.exe");
    let sources =
        ["Json", "Kaipan", "Program"].map(|name| format!("bindings/c/hosts/csharp/{name}.cs"));
    let mut mcs = shell.command("mcs");
    shell.run(mcs.arg(format!("-out:{}", out.display())).arg("-warnaserror").args(sources))?;
    Ok(move || {
        let mut mono = shell.command("mono");
        mono.arg(&out);
        mono
    })
}

fn java<'a>(shell: &'a Shell, libraries: &Path) -> Outcome<impl Fn() -> Command + use<'a>> {
    let out = shell.target("c/host-java");
    fs::create_dir_all(&out).map_err(doing(out.display()))?;
    let sources =
        ["Host", "Json", "Kaipan"].map(|name| format!("bindings/c/hosts/java/{name}.java"));
    let mut javac = shell.command("javac");
    javac.args(["-encoding", "UTF-8", "-classpath", JNA, "-d"]).arg(&out).args(sources);
    shell.run(&mut javac)?;
    let path = format!("{}:{JNA}", out.display());
    let libraries = format!("-Djna.library.path={}", libraries.display());
    Ok(move || {
        let mut java = shell.command("java");
        java.args(["-classpath", &path, &libraries, "-Dstdout.encoding=UTF-8", "Host"]);
        java
    })
}
