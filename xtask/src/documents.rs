//! `cargo xtask docs`: the documents that are written from the code.

use crate::coverage;
use crate::header;
use crate::mobile::{dispatch, operations};
use crate::shell::{Failure, Outcome, Shell, doing};
use crate::typescript;
use kaipan_ops::{OPERATIONS, docs};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder of the JSON Schemas; a file there that no operation has is removed.
const SCHEMAS: &str = "docs/schema";

/// Writes the documents, or fails with the ones that are not as the code says.
pub(crate) fn run(shell: &Shell, check: bool) -> Outcome {
    let documents = documents(shell)?;
    let mut stale = write_stale(shell, &documents, check)?;
    for path in left_over(shell, &documents)? {
        if check {
            stale.push(path);
        } else {
            fs::remove_file(shell.root(&path)).map_err(doing(&path))?;
            println!("removed {path}");
        }
    }
    settle(&documents, &stale)
}

/// Writes the C header alone, or fails if it is not as the code says.
pub(crate) fn header(shell: &Shell, check: bool) -> Outcome {
    let documents = BTreeMap::from([(header::PATH.to_owned(), header::text(shell)?)]);
    let stale = write_stale(shell, &documents, check)?;
    settle(&documents, &stale)
}

fn settle(documents: &BTreeMap<String, String>, stale: &[String]) -> Outcome {
    if stale.is_empty() {
        println!("{} generated documents are up to date", documents.len());
        return Ok(());
    }
    Err(Failure(format!("stale, run `cargo xtask docs`: {}", stale.join(", "))))
}

/// Writes those that are not as the code says; with `check`, only tells which they are.
fn write_stale(
    shell: &Shell,
    documents: &BTreeMap<String, String>,
    check: bool,
) -> Outcome<Vec<String>> {
    let mut stale = Vec::new();
    for (path, text) in documents {
        let file = shell.root(path);
        if fs::read(&file).ok().as_deref() == Some(text.as_bytes()) {
            continue;
        }
        if check {
            stale.push(path.clone());
        } else {
            write(&file, text)?;
            println!("wrote {path}");
        }
    }
    Ok(stale)
}

/// Every generated document by its path.
fn documents(shell: &Shell) -> Outcome<BTreeMap<String, String>> {
    let mut documents = BTreeMap::from([
        ("docs/operations.md".to_owned(), docs::operations_markdown()),
        ("docs/errors.md".to_owned(), docs::errors_markdown()),
        ("docs/columns.md".to_owned(), docs::columns_markdown()),
        ("docs/lifecycle.md".to_owned(), docs::lifecycle_markdown()),
        ("bindings/web/ts/generated/types.ts".to_owned(), typescript::types()),
        ("bindings/web/ts/generated/areas.ts".to_owned(), typescript::areas()),
        (operations::FILE.to_owned(), operations::text()),
        (dispatch::KOTLIN.to_owned(), dispatch::kotlin()),
        (dispatch::SWIFT.to_owned(), dispatch::swift()),
        (header::PATH.to_owned(), header::text(shell)?),
        (coverage::PATH.to_owned(), coverage::text(&coverage::read(shell)?)),
    ]);
    for operation in OPERATIONS {
        let sides =
            [("request", operation.request_schema), ("response", operation.response_schema)];
        for (side, schema) in sides {
            let path = format!("{SCHEMAS}/{}.{side}.json", operation.name);
            let text = serde_json::to_string_pretty(&schema()).map_err(doing(&path))?;
            documents.insert(path, text + "\n");
        }
    }
    Ok(documents)
}

fn write(file: &Path, text: &str) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(doing(folder.display()))?;
    }
    fs::write(file, text).map_err(doing(file.display()))
}

/// Schemas of operations that are no more.
fn left_over(shell: &Shell, documents: &BTreeMap<String, String>) -> Outcome<Vec<String>> {
    let folder = shell.root(SCHEMAS);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(doing(SCHEMAS))? {
        let name = entry.map_err(doing(SCHEMAS))?.file_name();
        let path = format!("{SCHEMAS}/{}", name.to_string_lossy());
        if !documents.contains_key(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
