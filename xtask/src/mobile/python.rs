//! The Python package: a wheel, installed into a virtual environment and tested there.

use super::{copy, files, library, stage};
use crate::shell::{Failure, Outcome, Shell, doing};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What builds the wheel and runs its tests.
const REQUIREMENTS: [&str; 3] = ["pytest==8.4.2", "setuptools==80.9.0", "mypy==1.18.2"];

pub(super) fn run(shell: &Shell, tests: bool) -> Outcome {
    let package = shell.target("mobile/python");
    stage(&package, &[&shell.root("bindings/mobile/python")])?;
    let modules = package.join("src/kaipan");
    for file in files(&library::generated(shell, "python"), "py")? {
        copy(&file, &modules.join(file.file_name().unwrap_or_default()))?;
    }
    let shared = library::shared(shell);
    copy(&shared, &modules.join(shared.file_name().unwrap_or_default()))?;
    fs::write(package.join("VERSION"), env!("CARGO_PKG_VERSION")).map_err(doing("VERSION"))?;
    let environment = environment(shell)?;
    let wheels = shell.target("mobile/dist");
    if wheels.exists() {
        fs::remove_dir_all(&wheels).map_err(doing(wheels.display()))?;
    }
    let mut build = pip(shell, &environment);
    build.args(["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"]);
    shell.run(build.arg(&wheels).arg(&package))?;
    let mut install = pip(shell, &environment);
    install.args(["install", "--force-reinstall", "--no-deps"]);
    shell.run(install.args(files(&wheels, "whl")?))?;
    if !tests {
        return Ok(());
    }
    types(shell, &environment)?;
    let mut test = shell.command(environment.join("bin/python"));
    test.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "bindings/mobile/python/tests"]);
    shell.run(test.env("PYTHONDONTWRITEBYTECODE", "1").env("RUST_BACKTRACE", "0"))
}

fn environment(shell: &Shell) -> Outcome<std::path::PathBuf> {
    let folder = shell.target("mobile/venv");
    if !folder.join("bin/python").exists() {
        shell.run(shell.command("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    shell.run(pip(shell, &folder).arg("install").args(REQUIREMENTS))?;
    Ok(folder)
}

fn pip(shell: &Shell, environment: &Path) -> Command {
    let mut command = shell.command(environment.join("bin/python"));
    command.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
    command
}

/// What an editor is told of the types: a good program passes, a bad one does not.
fn types(shell: &Shell, environment: &Path) -> Outcome {
    let mypy = |file: &str| {
        let mut command = shell.command(environment.join("bin/python"));
        command.args(["-m", "mypy", "--cache-dir"]).arg(shell.target("mobile/mypy"));
        command.arg(format!("bindings/mobile/python/tests/{file}"));
        command
    };
    shell.run(&mut mypy("types_good.py"))?;
    match shell.run(&mut mypy("types_bad.py")) {
        Ok(()) => Err(Failure("types_bad.py should have been refused".to_owned())),
        Err(_) => Ok(()),
    }
}
