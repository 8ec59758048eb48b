//! `cargo xtask c`: libkaipan, installed as a host would install it, and everything that proves it.

mod hosts;

use crate::header;
use crate::shell::{Failure, Outcome, Shell, doing};
use crate::tools::{self, Tool};
use kaipan_ops::OPERATIONS;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What it needs.
pub(crate) const TOOLS: &[Tool] = &[
    Tool::Cxx,
    Tool::PkgConfig,
    Tool::OpenSsl,
    Tool::CargoC,
    Tool::CMake,
    Tool::Ninja,
    Tool::Valgrind,
    Tool::Sqlite,
    Tool::SqliteShell,
    Tool::Go,
    Tool::Mcs,
    Tool::Mono,
    Tool::Java,
    Tool::Jna,
];

/// Installs libkaipan, as it is shipped, with its header, pkg-config file and CMake package.
pub(crate) fn install(shell: &Shell, prefix: &Path) -> Outcome {
    cinstall(shell, prefix, "release")
}

fn cinstall(shell: &Shell, prefix: &Path, profile: &str) -> Outcome {
    tools::bring(shell, &[Tool::PkgConfig, Tool::OpenSsl, Tool::CargoC])?;
    let mut cargo = shell.cargo(&["cinstall", "--package", "kaipan-c", "--locked"]);
    // Debian's own place for libraries, lib/x86_64-linux-gnu, would be the default there.
    cargo
        .args(["--profile", profile, "--libdir", "lib", "--prefix"])
        .arg(prefix)
        .env("PATH", tools::path(shell)?);
    shell.run(&mut cargo)
}

/// Builds the program of `benches/hosts/c` with the library as it is shipped; it runs from anywhere.
pub(crate) fn bench_program(shell: &Shell) -> Outcome<PathBuf> {
    tools::bring(shell, &[Tool::Cxx])?;
    let shipped = Installed { shell, prefix: shell.target("c/shipped") };
    install(shell, &shipped.prefix)?;
    shipped.bench_program("c/bench")
}

/// Prints the line of C for the table of all hosts.
pub(crate) fn bench(shell: &Shell, requests: &[PathBuf]) -> Outcome {
    let program = bench_program(shell)?;
    shell.run(shell.command(&program).args(requests))
}

/// Everything about the C interface.
pub(crate) fn test(shell: &Shell) -> Outcome {
    tools::bring(shell, TOOLS)?;
    let installed = Installed::new(shell)?;
    headers(shell)?;
    installed.exports()?;
    installed.pkg_config()?;
    installed.cmake_package()?;
    installed.bench_program("c/bench-quick")?;
    for kind in ["plain", "sanitize", "valgrind"] {
        installed.programs(kind)?;
        installed.erp(kind)?;
    }
    hosts::test(shell, &installed.prefix)
}

/// The library in a folder of its own.
struct Installed<'a> {
    shell: &'a Shell,
    prefix: PathBuf,
}

impl<'a> Installed<'a> {
    fn new(shell: &'a Shell) -> Outcome<Installed<'a>> {
        let prefix = shell.target("c/prefix");
        if prefix.exists() {
            fs::remove_dir_all(&prefix).map_err(doing(prefix.display()))?;
        }
        cinstall(shell, &prefix, "quick")?;
        Ok(Installed { shell, prefix })
    }

    fn library(&self, name: &str) -> PathBuf {
        self.prefix.join("lib").join(name)
    }

    /// Nothing but `kp_…` can be seen from outside of the shared library.
    fn exports(&self) -> Outcome {
        let mut nm = self.shell.command("nm");
        nm.args(["--dynamic", "--defined-only", "--format=posix"]);
        let text = self.shell.output(nm.arg(self.library("libkaipan.so")))?;
        let mut found: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
        found.sort_unstable();
        let declared = header::functions(self.shell)?;
        if found == declared {
            println!("{} symbols, all of them in {}", found.len(), header::PATH);
            return Ok(());
        }
        let missing = declared.iter().filter(|name| !found.contains(&name.as_str()));
        let more = found.iter().filter(|name| !declared.iter().any(|one| one == *name));
        Err(Failure(format!(
            "the library exports {:?} more than the header declares, and lacks {:?}",
            more.collect::<Vec<_>>(),
            missing.collect::<Vec<_>>()
        )))
    }

    /// What pkg-config says of the library, word by word.
    fn ask_pkg_config(&self, arguments: &[&str]) -> Outcome<Vec<String>> {
        let mut command = self.shell.command("pkg-config");
        command.env("PKG_CONFIG_PATH", self.prefix.join("lib/pkgconfig"));
        let text = self.shell.output(command.args(arguments).arg("kaipan"))?;
        Ok(text.split_whitespace().map(str::to_owned).collect())
    }

    /// Builds the program of `benches/hosts/c`.
    fn bench_program(&self, out: &str) -> Outcome<PathBuf> {
        let program = self.shell.target(out);
        let mut cc = self.shell.command("cc");
        cc.args(["-std=c11", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
        cc.arg("benches/hosts/c/bench.c").arg("-o").arg(&program);
        cc.args(self.ask_pkg_config(&["--cflags", "--libs"])?);
        cc.arg(format!("-Wl,-rpath,{}", self.prefix.join("lib").display()));
        self.shell.run(&mut cc)?;
        Ok(program)
    }

    /// Consumers that ask pkg-config.
    fn pkg_config(&self) -> Outcome {
        let ask = |arguments: &[&str]| self.ask_pkg_config(arguments);
        let version = ask(&["--modversion"])?.concat();
        if version != env!("CARGO_PKG_VERSION") {
            return Err(Failure(format!("pkg-config says that this is kaipan {version}")));
        }
        let shared = ask(&["--cflags", "--libs"])?;
        let mut fixed = ask(&["--static", "--cflags", "--libs"])?;
        for word in &mut fixed {
            // The linker takes the shared one if it finds both.
            if word == "-lkaipan" {
                "-l:libkaipan.a".clone_into(word);
            }
        }
        for (kind, words) in [("shared", shared), ("static", fixed)] {
            let program = self.shell.target(&format!("c/pkg-config-{kind}"));
            let mut cc = self.shell.command("cc");
            cc.arg("bindings/c/tests/consumer/main.c").arg("-o").arg(&program).args(words);
            self.shell.run(&mut cc)?;
            self.consumer(&program, kind)?;
        }
        Ok(())
    }

    /// Consumers that ask CMake.
    fn cmake_package(&self) -> Outcome {
        let out = self.cmake("bindings/c/tests/consumer", "consumer", &[])?;
        for language in ["c", "cpp"] {
            for kind in ["kaipan", "shared", "static"] {
                self.consumer(&out.join(format!("{language}-{kind}")), kind)?;
            }
        }
        Ok(())
    }

    /// Runs a consumer: it is linked as it should be and lists the operations of the catalogue.
    fn consumer(&self, program: &Path, kind: &str) -> Outcome {
        let mut readelf = self.shell.command("readelf");
        let needed = self.shell.output(readelf.arg("--dynamic").arg(program))?;
        let soname = format!(
            "libkaipan.so.{}.{}",
            env!("CARGO_PKG_VERSION_MAJOR"),
            env!("CARGO_PKG_VERSION_MINOR")
        );
        if needed.contains(&soname) == (kind == "static") {
            return Err(Failure(format!("{} is not linked {kind}", program.display())));
        }
        let mut command = self.shell.command(program);
        let text = self.shell.output(command.env("LD_LIBRARY_PATH", self.prefix.join("lib")))?;
        same_operations(&text, &program.display().to_string())
    }

    /// Configures and builds a CMake project against the installed library.
    fn cmake(&self, project: &str, out: &str, options: &[&str]) -> Outcome<PathBuf> {
        let out = self.shell.target("c").join(out);
        let mut configure = self.shell.command("cmake");
        configure.args(["-G", "Ninja", "-S", project, "-B"]).arg(&out);
        let mut prefix = OsString::from("-DCMAKE_PREFIX_PATH=");
        prefix.push(&self.prefix);
        configure.arg(prefix).args(options).arg("--log-level=WARNING");
        self.shell.run(&mut configure)?;
        self.shell
            .run(self.shell.command("cmake").arg("--build").arg(&out).arg("--").arg("--quiet"))?;
        Ok(out)
    }

    /// The test programs of `bindings/c/tests`.
    fn programs(&self, kind: &str) -> Outcome {
        let options = options(kind);
        let out = self.cmake("bindings/c/tests", &format!("tests-{kind}"), options)?;
        self.shell.run(&mut self.ctest(&out))
    }

    /// The example host of an ERP.
    fn erp(&self, kind: &str) -> Outcome {
        let options = options(kind);
        let out = self.cmake("examples/erp-c", &format!("erp-{kind}"), options)?;
        self.shell.run(&mut self.ctest(&out))
    }

    fn ctest(&self, out: &Path) -> Command {
        let mut ctest = self.shell.command("ctest");
        ctest.arg("--test-dir").arg(out).args(["--output-on-failure", "--no-tests=error"]);
        ctest.args(["--parallel", "2"]);
        ctest
    }
}

fn options(kind: &str) -> &'static [&'static str] {
    match kind {
        "sanitize" => &["-DSANITIZE=ON"],
        "valgrind" => &["-DVALGRIND=ON"],
        _ => &[],
    }
}

/// A host's list of operations, one a line, against the catalogue.
fn same_operations(text: &str, host: &str) -> Outcome {
    let known: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    if text.lines().collect::<Vec<_>>() == known {
        println!("{host}: {} operations", known.len());
        return Ok(());
    }
    Err(Failure(format!("{host} does not list the operations of the catalogue:\n{text}")))
}

/// The headers stand alone, without warnings, in every language that may include them.
fn headers(shell: &Shell) -> Outcome {
    for (compiler, standard, language, file) in [
        ("cc", "c99", "c", "kaipan.h"),
        ("cc", "c17", "c", "kaipan.h"),
        ("c++", "c++11", "c++", "kaipan.h"),
        ("c++", "c++17", "c++", "kaipan.hpp"),
        ("c++", "c++20", "c++", "kaipan.hpp"),
    ] {
        let mut command = shell.command(compiler);
        command.arg(format!("-std={standard}")).args(["-fsyntax-only", "-x", language]);
        command.args(["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"]);
        // As the main file, a header would be warned about its guard.
        command.args(["-include", &format!("include/{file}"), "/dev/null"]);
        shell.run(&mut command)?;
    }
    Ok(())
}
