//! `cargo xtask web`: the npm package of bindings/web, from the Rust crate to the packed file.

use crate::shell::{Failure, Outcome, Shell, doing};
use crate::tools::{self, Tool};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// What building needs.
pub(crate) const TOOLS: &[Tool] = &[Tool::Node, Tool::Npm];

const PACKAGE: &str = "bindings/web";
const TARGET: &str = "wasm32-unknown-unknown";

/// What makes code small: panics that trap without saying where, since the core has none.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";

/// The files of `test/` that hold tests.
const TESTS: [&str; 6] =
    ["operations", "columns", "overdue_columns", "fact_columns", "robust", "chromium"];

/// Builds the package and packs it; fails if it is larger than its budget.
pub(crate) fn build(shell: &Shell) -> Outcome {
    tools::bring(shell, TOOLS)?;
    npm_ci(shell, PACKAGE)?;
    let lock = shell.root(PACKAGE).join("package-lock.json");
    let lock = fs::read(&lock).map_err(doing(lock.display()))?;
    for module in modules(shell)? {
        let (name, built) = (module.name.as_str(), compile(shell, &module)?);
        // Making it small takes longer than compiling what has changed. It is done again if the
        // module, the optimiser or what this file asks of it is another.
        let compiled = fs::read(&built).map_err(doing(built.display()))?;
        let made_of = [&compiled, include_bytes!("web.rs").as_slice(), &lock].concat();
        let stamp = shell.target("web").join(format!("{name}.made-of"));
        let small = shell.root(PACKAGE).join("dist").join(format!("{name}.wasm"));
        if small.exists() && fs::read(&stamp).is_ok_and(|last| last == made_of) {
            continue;
        }
        wrap(shell, name, &built)?;
        fs::write(&stamp, made_of).map_err(doing(stamp.display()))?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&shell.root(licence), &shell.root(PACKAGE).join(licence))?;
    }
    let package = shell.root(PACKAGE);
    // What is loaded needs no comments, but whoever writes against it does.
    for flags in [["--emitDeclarationOnly", "true"], ["--declaration", "false"]] {
        let mut tsc = shell.command("node_modules/.bin/tsc");
        tsc.args(flags).args(["--removeComments", &(flags[0] == "--declaration").to_string()]);
        shell.run(tsc.current_dir(&package))?;
    }
    shell.run(shell.command("node").arg("sizes.mjs").current_dir(&package))?;
    let packed = shell.target("web");
    let mut npm = shell.command("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(&packed);
    shell.run(npm.current_dir(&package))
}

/// A module of the package, as `entries.json` says.
struct Module {
    name: String,
    /// Features of the crate.
    features: String,
    /// How it is compiled.
    profile: String,
}

fn modules(shell: &Shell) -> Outcome<Vec<Module>> {
    let file = shell.root(PACKAGE).join("entries.json");
    let text = fs::read_to_string(&file).map_err(doing(file.display()))?;
    let entries: serde_json::Value = serde_json::from_str(&text).map_err(doing(file.display()))?;
    let word = |entry: &serde_json::Value, name: &str| {
        let word = entry.get(name).and_then(serde_json::Value::as_str);
        word.map(str::to_owned).ok_or_else(|| Failure(format!("{}: no {name}", file.display())))
    };
    let module = |entry| {
        Ok(Module {
            name: word(entry, "module")?,
            features: word(entry, "features")?,
            profile: word(entry, "profile")?,
        })
    };
    entries.as_array().into_iter().flatten().map(module).collect()
}

/// Installs what the lock file of a folder says, unless it is there.
pub(crate) fn npm_ci(shell: &Shell, folder: &str) -> Outcome {
    let folder = shell.root(folder);
    let lock = fs::read(folder.join("package-lock.json")).map_err(doing(folder.display()))?;
    // Written after the last installation: what was installed then.
    let stamp = folder.join("node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut npm = shell.command("npm");
    npm.args(["ci", "--silent", "--no-audit", "--no-fund"]);
    shell.run(npm.current_dir(&folder))?;
    fs::create_dir_all(folder.join("node_modules")).map_err(doing(stamp.display()))?;
    fs::write(&stamp, lock).map_err(doing(stamp.display()))
}

/// Compiles the crate to WebAssembly.
fn compile(shell: &Shell, module: &Module) -> Outcome<PathBuf> {
    // A folder of its own: the compiler may be another one.
    let folder = shell.target("web/build");
    let mut cargo =
        shell.cargo(&["build", "--package", "kaipan-web", "--profile", &module.profile]);
    cargo.args(["--target", TARGET, "--target-dir"]).arg(&folder);
    cargo.args(["--no-default-features", "--features", &module.features]);
    // No names of folders of this machine.
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home).unwrap_or_default();
    let flags = format!(
        "{SMALL} --remap-path-prefix={}=cargo --remap-path-prefix={}=kaipan",
        cargo_home.display(),
        shell.root("").display()
    );
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    if !has_source(shell) {
        debian(shell, &mut cargo)?;
    }
    shell.run(&mut cargo)?;
    Ok(folder.join(TARGET).join(&module.profile).join("kaipan_web.wasm"))
}

/// Whether the toolchain has the source of its standard library, asking rustup for it if need be.
fn has_source(shell: &Shell) -> bool {
    let there = || {
        let root = shell.output(shell.command("rustc").args(["--print", "sysroot"]));
        let library = "lib/rustlib/src/rust/library/std/Cargo.toml";
        root.is_ok_and(|root| Path::new(root.trim()).join(library).exists())
    };
    let add = || {
        let mut rustup = shell.command("rustup");
        rustup.args(["component", "add", "rust-src"]).stdout(Stdio::null()).stderr(Stdio::null());
        rustup.status().is_ok_and(|status| status.success())
    };
    there() || (add() && there())
}

/// Debian's compiler with the source of its standard library, where that of the toolchain cannot be
/// had; the linker is that of the toolchain.
fn debian(shell: &Shell, cargo: &mut std::process::Command) -> Outcome {
    tools::bring(shell, &[Tool::RustcWeb])?;
    let libraries = shell.output(shell.command("rustc").args(["--print", "target-libdir"]))?;
    let linker = Path::new(libraries.trim()).with_file_name("bin").join("rust-lld");
    cargo.env("RUSTC", tools::DEBIAN_RUSTC);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    Ok(())
}

/// Writes the JavaScript around a module into `ts/wasm` and `dist/wasm`, and the module, made
/// small, into `dist`.
fn wrap(shell: &Shell, name: &str, module: &Path) -> Outcome {
    let glue = shell.target("web/glue");
    let mut wrapper = shell.cargo(&["run", "--quiet", "--package", "xtask-web", "--"]);
    shell.run(wrapper.arg(module).arg(name).arg(&glue))?;
    let package = shell.root(PACKAGE);
    for folder in ["ts/wasm", "dist/wasm"] {
        for suffix in ["js", "d.ts"] {
            let file = format!("{name}.{suffix}");
            copy(&glue.join(&file), &package.join(folder).join(&file))?;
        }
    }
    let loaded = package.join("dist/wasm").join(format!("{name}.js"));
    let text = fs::read_to_string(&loaded).map_err(doing(loaded.display()))?;
    fs::write(&loaded, without_comments(&text)).map_err(doing(loaded.display()))?;
    optimise(
        shell,
        &["-O2", "--strip-debug", "--strip-target-features"],
        &glue.join(format!("{name}_bg.wasm")),
        &package.join("dist").join(format!("{name}.wasm")),
    )
}

/// Generated JavaScript without the comments that stand on lines of their own.
fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in text.lines() {
        let code = line.trim_start();
        inside |= code.starts_with("/**");
        if !inside && !code.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !code.ends_with("*/");
    }
    kept
}

/// Runs wasm-opt with what every host of today knows.
fn optimise(shell: &Shell, passes: &[&str], from: &Path, into: &Path) -> Outcome {
    let mut opt = shell.command("node_modules/.bin/wasm-opt");
    opt.args(["--enable-bulk-memory", "--enable-multivalue", "--enable-mutable-globals"]);
    opt.args(["--enable-nontrapping-float-to-int", "--enable-reference-types"]);
    opt.args(["--enable-sign-ext", "--enable-simd"])
        .args(passes)
        .arg(from)
        .arg("--output")
        .arg(into);
    shell.run(opt.current_dir(shell.root(PACKAGE)))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(doing(folder.display()))?;
    }
    fs::copy(from, to).map(drop).map_err(doing(from.display()))
}

/// The packed file, if it was built.
fn packed(shell: &Shell) -> Outcome<PathBuf> {
    let file = shell.target("web").join(format!("kaipan-{}.tgz", env!("CARGO_PKG_VERSION")));
    if file.exists() { Ok(file) } else { Err(Failure("run `cargo xtask web` first".to_owned())) }
}

/// Builds the package and runs its tests in Node and Chromium, and a project that uses it.
pub(crate) fn test(shell: &Shell) -> Outcome {
    tools::bring(shell, &[Tool::Chromium])?;
    build(shell)?;
    let catalogue: Vec<&str> = kaipan_ops::OPERATIONS.iter().map(|op| op.name).collect();
    let package = shell.root(PACKAGE);
    let mut node = shell.command("node");
    node.args(["--test", "--test-reporter=spec"]);
    node.args(TESTS.map(|name| format!("test/{name}.test.mjs")));
    node.env("KAIPAN_OPERATIONS", catalogue.join(","));
    node.env("KAIPAN_CHROMIUM", tools::CHROMIUM);
    shell.run(node.current_dir(&package))?;
    consumer(shell)
}

/// A project of somebody else: installs the packed file, checks types, builds.
fn consumer(shell: &Shell) -> Outcome {
    let source = shell.root(PACKAGE).join("consumer");
    let copy_of_it = shell.target("web/consumer");
    if copy_of_it.exists() {
        fs::remove_dir_all(&copy_of_it).map_err(doing(copy_of_it.display()))?;
    }
    crate::steps::copy_folder(&source, &copy_of_it)?;
    copy(&packed(shell)?, &copy_of_it.join("kaipan.tgz"))?;
    let run = |program: &str, arguments: &[&str]| {
        shell.run(shell.command(program).args(arguments).current_dir(&copy_of_it))
    };
    run("npm", &["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"])?;
    run("npm", &["run", "--silent", "check"])?;
    run("npm", &["run", "--silent", "build"])?;
    run("node", &["run.mjs"])
}

/// What testing pages that people look at needs.
pub(crate) const PAGES_TOOLS: &[Tool] = &[Tool::Node, Tool::Npm, Tool::Chromium, Tool::CjkFonts];

/// Builds the pages of the examples on the package and tests them in Chromium, and the quote sheets of
/// the program with them.
pub(crate) fn calculator(shell: &Shell) -> Outcome {
    tools::bring(shell, PAGES_TOOLS)?;
    build(shell)?;
    page(shell, "examples/calculator")?;
    page(shell, "examples/deal-desk")?;
    page(shell, "examples/dashboard")?;
    sheets(shell)
}

/// Checks, builds and tests a page.
fn page(shell: &Shell, page: &str) -> Outcome {
    npm_ci(shell, page)?;
    let folder = shell.root(page);
    let run = |program: &str, arguments: &[&str]| {
        let mut command = shell.command(program);
        command.args(arguments).env("KAIPAN_CHROMIUM", tools::CHROMIUM);
        shell.run(command.current_dir(&folder))
    };
    run("npm", &["run", "--silent", "check"])?;
    run("npm", &["run", "--silent", "build"])?;
    run("node", &["--test", "--test-reporter=spec", "test/"])
}

/// Writes quote sheets with the program and tests them in Chromium.
fn sheets(shell: &Shell) -> Outcome {
    let folder = shell.target("web/sheets");
    fs::create_dir_all(&folder).map_err(doing(folder.display()))?;
    let of_one = ["--plan", "AJ", "--best"];
    for (name, choice) in [("quote", &of_one[..]), ("compared", &["--compare"])] {
        for lang in ["zh", "en"] {
            let mut cargo = shell.cargo(&["run", "--quiet", "--package", "kaipan-cli", "--"]);
            cargo.args(["quote", "examples/yunjing-bay", "--unit", "1-1-1001"]).args(choice);
            cargo.args(["--date", "2026-07-04", "--lang", lang, "--html"]);
            cargo.arg(folder.join(format!("{name}-{lang}.html"))).stdout(Stdio::null());
            shell.run(&mut cargo)?;
        }
    }
    let mut node = shell.command("node");
    node.args(["--test", "--test-reporter=spec", "crates/kaipan-cli/tests/sheet.test.mjs"]);
    shell.run(node.env("KAIPAN_SHEETS", folder).env("KAIPAN_CHROMIUM", tools::CHROMIUM))
}
