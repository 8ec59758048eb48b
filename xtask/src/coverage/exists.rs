//! Whether what a line names is there.

use super::rows::Claim;
use crate::shell::Shell;
use kaipan_ops::OPERATIONS;
use std::fs;
use std::path::Path;

/// What a line names and is not there.
pub(super) fn missing(shell: &Shell, claim: &Claim) -> Vec<String> {
    let operations = claim.operations.iter().filter(|name| !is_operation(name));
    let operations = operations.map(|name| format!("there is no operation {name}"));
    let types = claim.types.iter().filter(|name| !is_type(shell, name));
    let types = types.map(|name| format!("there is no type {name} in the core"));
    let proof = claim.proof.iter().filter_map(|name| no_proof(shell, name));
    operations.chain(types).chain(proof).collect()
}

fn is_operation(name: &str) -> bool {
    OPERATIONS.iter().any(|operation| operation.name == name)
}

/// Whether a type is declared in the folder of its area and made public there.
fn is_type(shell: &Shell, name: &str) -> bool {
    let Some((area, name)) = name.split_once("::") else { return false };
    let folder = shell.root("crates/kaipan/src").join(area);
    let public = fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
    has_word(&public, name) && declares(&folder, name)
}

fn declares(folder: &Path, name: &str) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return declares(&path, name);
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        ["pub struct ", "pub enum "].iter().any(|word| {
            text.match_indices(word).any(|(at, _)| {
                let rest = text.get(at + word.len()..).unwrap_or_default();
                rest.strip_prefix(name).is_some_and(|rest| !rest.starts_with(is_name))
            })
        })
    })
}

/// Whether a name stands in a text, not as a part of a longer one.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let behind = text.get(at + name.len()..).unwrap_or_default();
        !before.ends_with(is_name) && !behind.starts_with(is_name)
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Why a proof is none.
fn no_proof(shell: &Shell, name: &str) -> Option<String> {
    if let Some((file, test)) = name.split_once("::") {
        let text = fs::read_to_string(shell.root(file)).unwrap_or_default();
        let there = text.contains(&format!("fn {test}("));
        return (!there).then(|| format!("there is no test {test} in {file}"));
    }
    if let Some((operation, number)) = name.split_once('/').filter(|(name, _)| is_operation(name)) {
        let folder = shell.root("tests/vectors").join(operation);
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let begin = format!("{number}-");
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let there = names.any(|file| file.starts_with(&begin));
        return (!there).then(|| format!("there is no vector {name}"));
    }
    (!shell.root(name).exists()).then(|| format!("there is no file {name}"))
}
