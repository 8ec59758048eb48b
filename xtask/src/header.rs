//! `include/kaipan.h`, from the crate `bindings/c`.

use crate::shell::{Outcome, Shell, doing};
use kaipan::error::Code;
use std::fmt::Write;

/// Where the header is checked in.
pub(crate) const PATH: &str = "include/kaipan.h";

/// The generator does not know `usize::MAX`.
const KP_NUL: &str = "\
/** As a length of a text: it ends at its NUL. */
#define KP_NUL ((size_t)-1)";

/// The header as the code says.
pub(crate) fn text(shell: &Shell) -> Outcome<String> {
    let conventions = shell.root("bindings/c/conventions.txt");
    let conventions =
        std::fs::read_to_string(&conventions).map_err(doing(conventions.display()))?;
    let config = cbindgen::Config {
        language: cbindgen::Language::C,
        cpp_compat: true,
        header: Some(conventions),
        include_guard: Some("KAIPAN_H".to_owned()),
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        after_includes: Some(format!("\n{}\n{}\n{KP_NUL}", versions(), codes())),
        documentation_style: cbindgen::DocumentationStyle::Doxy,
        usize_is_size_t: true,
        style: cbindgen::Style::Both,
        line_length: 100,
        tab_width: 4,
        sort_by: cbindgen::SortKey::None,
        ..cbindgen::Config::default()
    };
    let bindings = cbindgen::Builder::new()
        .with_crate(shell.root("bindings/c"))
        .with_config(config)
        .generate()
        .map_err(doing("generating the header"))?;
    let mut out = Vec::new();
    bindings.write(&mut out);
    String::from_utf8(out).map_err(doing("the header"))
}

/// The functions that the checked-in header declares, sorted.
pub(crate) fn functions(shell: &Shell) -> Outcome<Vec<String>> {
    let text = std::fs::read_to_string(shell.root(PATH)).map_err(doing(PATH))?;
    let before_arguments = text.split('(').filter_map(|piece| {
        let name = piece.rsplit([' ', '*', '\n']).next()?;
        name.starts_with("kp_").then(|| name.to_owned())
    });
    let mut found: Vec<String> = before_arguments.collect();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The version macros; the crates of the workspace share one version.
fn versions() -> String {
    let [major, minor, patch] = [
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    ];
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "/* The version of this header. */\n\
         #define KAIPAN_VERSION \"{version}\"\n\
         #define KAIPAN_VERSION_MAJOR {major}\n\
         #define KAIPAN_VERSION_MINOR {minor}\n\
         #define KAIPAN_VERSION_PATCH {patch}\n\
         #define KAIPAN_VERSION_NUMBER \\\n    (KAIPAN_VERSION_MAJOR * 1000000 + KAIPAN_VERSION_MINOR * 1000 + KAIPAN_VERSION_PATCH)\n"
    )
}

/// The stable numbers of all errors and findings.
fn codes() -> String {
    let mut out =
        String::from("/* Numbers of errors and findings, see docs/errors.md. */\nenum {\n");
    for code in Code::ALL {
        let (name, number) = (code.as_str(), code.number());
        let name = name.replace('.', "_").to_uppercase();
        let _ = writeln!(out, "    KP_CODE_{name} = {number},");
    }
    out.push_str("};\n");
    out
}
