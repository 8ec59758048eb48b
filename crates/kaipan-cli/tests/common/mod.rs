//! Running the program.

#![allow(dead_code, missing_docs, unreachable_pub)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program, with an environment that does not depend on the machine.
pub fn kaipan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaipan"));
    for name in ["COLUMNS", "NO_COLOR", "COLORTERM", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8").env("RUST_BACKTRACE", "1").current_dir(root());
    command
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Holds a document to a schema in `docs`, where `xmllint` is there to do so (`libxml2-utils`).
pub fn valid(document: &Path, schema: &str) {
    let mut lint = Command::new("xmllint");
    let schema = root().join("docs").join(schema);
    lint.args(["--noout", "--nonet", "--schema"]).arg(schema).arg(document);
    match lint.output() {
        Ok(done) => {
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
        Err(error) => eprintln!("xmllint is not there, nobody held {document:?} to it: {error}"),
    }
}

/// What a run gave.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            status: output.status.code().expect("the program was not killed"),
            out: String::from_utf8(output.stdout).expect("output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        }
    }
}

/// Runs with these arguments and nothing on standard input.
pub fn run(args: &[&str]) -> Run {
    kaipan().args(args).stdin(Stdio::null()).output().expect("the program runs").into()
}

/// Runs with this text on standard input.
pub fn run_with(args: &[&str], input: &[u8]) -> Run {
    let mut child = kaipan()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    output.into()
}

/// An empty folder of its own for a test.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a folder for the test");
    path
}

pub const SONGFENG: &str = "examples/songfeng-mingyue";
pub const YUNJING: &str = "examples/yunjing-bay";

/// A small project of its own for a test: two homes for sale, one that is sold, and a shop priced
/// per unit.
pub fn small_project(name: &str) -> PathBuf {
    let folder = folder(name);
    let project = r#"{
  "project": {"name": "云溪里", "buildings": [{"code": "1", "name": "1幢"}, {"code": "2"}, {"code": "S"}]},
  "schemes": [
    {"code": "SP", "name": "商铺", "scope": {"any": [{"building": ["S"]}]}, "area_basis": "per_unit",
     "total_rounding": {"mode": "half_up", "place": "100"}},
    {"code": "GC", "name": "高层", "base_price": "11000"}
  ],
  "rules": {"filed": {"up": "0.15", "down": "0.15", "min_days_between_changes": 30}}
}"#;
    let units = "\
房号,楼栋,楼层,户位,户型,建筑面积,销控状态,表价,标准总价,底价,备案价,录入总价,custom:电梯厅
1-101,1,1,01,A,89.50,在售,10000,895000,9000,11000,,独立
1-201,1,2,01,B,120.30,在售,10590,1273977,,,,
2-101,2,1,01,A,89.50,签约,10200,912900,,,,
S-01,S,1,01,铺,45.67,在售,27030.87,1234500,,,1200000,
";
    std::fs::write(folder.join("project.json"), project).expect("a project");
    std::fs::write(folder.join("units.csv"), units).expect("units");
    folder
}

/// The path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// Every element is closed in its order, attributes are quoted, and text holds no bare `<` or `&`.
pub fn well_formed(html: &str) {
    let body = html.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let mut open: Vec<&str> = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if open.last() != Some(&"style") {
            let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
            let plain = entities.iter().fold(text.to_owned(), |text, one| text.replace(one, ""));
            assert!(!plain.contains(['&', '>', '"']), "bare markup in {text:?}");
        }
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in <{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}> closes another element");
        } else if !tag.ends_with('/') {
            let name = tag.split(' ').next().unwrap();
            if name != "meta" {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "left open: {open:?}");
    let ids: Vec<&str> =
        body.split(" id=\"").skip(1).map(|id| id.split('"').next().unwrap()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "ids are unique");
}
