//! Rust hosts store domain types with `serde`; it reads and writes the same JSON as the library.

use crate::OPERATIONS;
use kaipan::json::{Node, Read, Write};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

/// Holds both to each other for a request, and for its response if it has one.
pub(crate) fn hold<T, R>(text: &str, run: impl FnOnce(T) -> kaipan::Result<R>)
where
    T: Read + Write + Serialize + DeserializeOwned + Debug,
    R: Read + Write + Serialize + DeserializeOwned + Debug,
{
    let (read, by_serde) = (super::read::<T>(text), serde_json::from_str::<T>(text));
    // Events that name their schema are brought up to today's by the library's reader alone: what
    // serde has read of them is what that reader makes of it when it is written, or is refused.
    if text.contains("\"schema\":") {
        let Ok(by_serde) = by_serde else { return };
        match (read, super::read::<T>(&super::write(&by_serde, 0))) {
            (Ok(request), Ok(again)) => same(&request, &again),
            (read, again) => assert_eq!(read.is_ok(), again.is_ok(), "{text}"),
        }
        return;
    }
    assert_eq!(read.is_ok(), by_serde.is_ok(), "{read:?} {by_serde:?} {text}");
    let (Ok(request), Ok(by_serde)) = (read, by_serde) else { return };
    same(&request, &by_serde);
    if let Ok(response) = run(request) {
        let text = super::write(&response, 0);
        same(&response, &serde_json::from_str::<R>(&text).expect(&text));
        same(&response, &super::read::<R>(&text).expect(&text));
    }
}

/// Two values are written the same, in both ways.
fn same<T: Write + Serialize>(one: &T, other: &T) {
    let text = super::write(one, 0);
    assert_eq!(text, super::write(other, 0));
    assert_eq!(text, serde_json::to_string(one).expect("no map, no float"));
}

/// A request of every vector, and the same without a field that `n` chooses.
#[test]
fn serde_reads_and_writes_the_same() {
    let mut cases = 0;
    for operation in OPERATIONS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
        for file in fs::read_dir(folder.join(operation.name)).unwrap() {
            let file = fs::read_to_string(file.unwrap().path()).unwrap();
            let file = Node::parse(&file).unwrap();
            let Some(request) = file.get("request") else { continue };
            for n in 0..12 {
                (operation.serde_agrees)(&super::write(&without(request, n), 0));
                cases += 1;
            }
        }
    }
    assert!(cases > 1_000, "{cases}");
}

/// The value without one of its fields, however deep; all of it for 0.
fn without(node: &Node<'_>, n: usize) -> Node<'static> {
    let mut left = if n == 0 { usize::MAX } else { n * n * 7 };
    copy(node, &mut left)
}

fn copy(node: &Node<'_>, left: &mut usize) -> Node<'static> {
    match node {
        Node::Object(fields) => {
            let mut kept = Vec::new();
            for (name, value) in fields {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    *left = usize::MAX;
                    continue;
                }
                kept.push((name.to_string().into(), copy(value, left)));
            }
            Node::Object(kept)
        }
        Node::List(items) => Node::List(items.iter().map(|item| copy(item, left)).collect()),
        Node::Text(text) => Node::Text(text.to_string().into()),
        Node::Number(digits) => Node::Number(digits.to_string().leak()),
        Node::Bool(value) => Node::Bool(*value),
        Node::Null | Node::Absent => Node::Null,
    }
}
