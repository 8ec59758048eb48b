//! Writing with little code: for hosts that load it over a network. Results are the same bytes.

#[cfg(test)]
use kaipan::json::Read;
use kaipan::json::Write;
#[cfg(not(test))]
use std::convert::Infallible;

#[cfg(not(test))]
pub use kaipan::json::Write as Outgoing;

/// Writes a value into `out`.
#[cfg(not(test))]
pub(super) fn write<T: Write>(value: &T, out: &mut String) -> Result<(), Infallible> {
    value.write(out);
    Ok(())
}

/// A request as it is read everywhere, and its response as written here.
#[cfg(test)]
pub(crate) fn through<T: Read, R: Write>(
    text: &str,
    run: impl FnOnce(T) -> kaipan::Result<R>,
) -> kaipan::Result<String> {
    let request: T = super::read(text)?;
    let mut out = String::new();
    run(request)?.write(&mut out);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use crate::OPERATIONS;
    use kaipan::json::{Node, Write as _};
    use std::fs;
    use std::path::Path;

    /// Every case of `tests/vectors`, broken ones among them, gives what all other hosts give.
    #[test]
    fn cases_come_out_the_same() {
        let mut cases = 0;
        for operation in OPERATIONS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
            for file in fs::read_dir(folder.join(operation.name)).unwrap() {
                let path = file.unwrap().path();
                let file = fs::read_to_string(&path).unwrap();
                let file = Node::parse(&file).unwrap();
                let text = match file.get("request_text").and_then(Node::as_str) {
                    Some(text) => text.to_owned(),
                    None => {
                        let mut text = String::new();
                        file.get("request").unwrap().write(&mut text);
                        text
                    }
                };
                let other = (operation.run)(&text);
                assert_eq!((operation.run_compact)(&text), other, "{}", path.display());
                cases += 1;
            }
        }
        assert!(cases > 100, "{cases}");
    }
}
