//! Events of older schemas, brought up to today's as they are read.
//!
//! Each stream has a list of functions, one a schema: the first makes schema 2 of schema 1, the next
//! schema 3 of schema 2. A function has the older event and nothing else. The list is as long as
//! there are older schemas, so that none can be forgotten.

use super::schema::unknown;
use crate::json::{Misfit, Node};
use std::borrow::Cow;

/// Makes an event of the next schema of an older one, given without its `schema`.
type Upcast = for<'t> fn(Node<'t>) -> Node<'t>;

const STOCK: &[Upcast] = &[];
const DEAL: &[Upcast] = &[];
const QUEUE: &[Upcast] = &[];
const QUOTA: &[Upcast] = &[];
#[cfg(feature = "service")]
const SERVICE: &[Upcast] = &[];

/// An event of a unit in today's schema.
pub(super) fn stock<'n, 't>(node: &'n Node<'t>, misfit: &Misfit) -> Cow<'n, Node<'t>> {
    todays(node, STOCK, misfit)
}

/// An event of a deal in today's schema.
pub(super) fn deal<'n, 't>(node: &'n Node<'t>, misfit: &Misfit) -> Cow<'n, Node<'t>> {
    todays(node, DEAL, misfit)
}

/// An event of a queue in today's schema.
pub(in crate::deal) fn queue<'n, 't>(node: &'n Node<'t>, misfit: &Misfit) -> Cow<'n, Node<'t>> {
    todays(node, QUEUE, misfit)
}

/// An event of a quota in today's schema.
pub(in crate::deal) fn quota<'n, 't>(node: &'n Node<'t>, misfit: &Misfit) -> Cow<'n, Node<'t>> {
    todays(node, QUOTA, misfit)
}

/// An event of a service in today's schema.
#[cfg(feature = "service")]
pub(crate) fn service<'n, 't>(node: &'n Node<'t>, misfit: &Misfit) -> Cow<'n, Node<'t>> {
    todays(node, SERVICE, misfit)
}

/// The event without its `schema`, in the form that comes after the last of the functions. A schema
/// that is not known is refused, and one that is no number is left for reading to refuse.
fn todays<'n, 't>(node: &'n Node<'t>, upcasts: &[Upcast], misfit: &Misfit) -> Cow<'n, Node<'t>> {
    let Some(Node::Number(digits)) = node.get("schema") else { return Cow::Borrowed(node) };
    let older = digits.parse::<usize>().ok().and_then(|schema| schema.checked_sub(1));
    let Some(needed) = older.and_then(|older| upcasts.get(older..)) else {
        misfit.refuse(unknown(digits), None);
        return Cow::Owned(without_schema(node));
    };
    Cow::Owned(needed.iter().fold(without_schema(node), |event, upcast| upcast(event)))
}

fn without_schema<'t>(node: &Node<'t>) -> Node<'t> {
    let fields = node.as_object().unwrap_or_default().iter();
    Node::Object(fields.filter(|(name, _)| name != "schema").cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal::{EVENT_SCHEMA, StockEvent};
    use crate::json::{Read, Write};

    /// As if schema 1 had called the one who acted `who`, and schema 2 had written no kind where a
    /// unit was released.
    fn renamed(node: Node<'_>) -> Node<'_> {
        let Node::Object(fields) = node else { return node };
        let renamed = |(name, value)| match name {
            name if name == "who" => (Cow::Borrowed("by"), value),
            name => (name, value),
        };
        Node::Object(fields.into_iter().map(renamed).collect())
    }

    fn kind_given(node: Node<'_>) -> Node<'_> {
        let Node::Object(mut fields) = node else { return node };
        for (name, value) in &mut fields {
            if name == "change"
                && let Node::Object(change) = value
                && !change.iter().any(|(name, _)| name == "kind")
            {
                change.insert(0, (Cow::Borrowed("kind"), Node::Text(Cow::Borrowed("released"))));
            }
        }
        Node::Object(fields)
    }

    const LATER: [Upcast; 2] = [renamed, kind_given];

    fn read(text: &str, upcasts: &[Upcast]) -> Result<String, String> {
        let (node, misfit) = (Node::parse(text).unwrap(), Misfit::default());
        let node = todays(&node, upcasts, &misfit);
        let event = StockEvent::read(&node, &misfit);
        let mut out = String::new();
        event.write(&mut out);
        misfit.error().map_or(Ok(out), |error| Err(error.to_string()))
    }

    const TODAY: &str = r#"{"unit_no":"1","version":1,"at":"2026-09-01T09:00:00","by":"A","change":{"kind":"released"}}"#;

    #[test]
    fn an_older_event_is_read_as_if_it_were_written_today() {
        let oldest = r#"{"unit_no":"1","version":1,"at":"2026-09-01T09:00:00","who":"A","change":{},"schema":1}"#;
        let older = r#"{"schema":2,"unit_no":"1","version":1,"at":"2026-09-01T09:00:00","by":"A","change":{}}"#;
        let named = r#"{"unit_no":"1","version":1,"at":"2026-09-01T09:00:00","by":"A","change":{"kind":"released"},"schema":3}"#;
        for text in [oldest, older, named, TODAY] {
            assert_eq!(read(text, &LATER).as_deref(), Ok(TODAY), "{text}");
        }
        // Without its schema an event is one of today, and the older form does not fit.
        assert!(read(&oldest.replace(",\"schema\":1", ""), &LATER).is_err());
    }

    #[test]
    fn schemas_that_are_not_known_are_refused_at_their_place() {
        for schema in ["0", "4", "-1", "99999999999999999999", "1.0"] {
            let text = TODAY.replace("\"by\"", &format!("\"schema\":{schema},\"by\""));
            let error = read(&text, &LATER).unwrap_err();
            assert!(error.starts_with("[deal.event_schema] /schema: "), "{schema}: {error}");
        }
        let text = TODAY.replace("\"by\"", "\"schema\":\"1\",\"by\"");
        assert_eq!(
            read(&text, &LATER).unwrap_err(),
            "[json.type] /schema: expected integer here, not string"
        );
    }

    #[test]
    fn every_older_schema_has_its_function() {
        for upcasts in [STOCK, DEAL, QUEUE, QUOTA] {
            assert_eq!(u32::try_from(upcasts.len()).unwrap() + 1, EVENT_SCHEMA);
        }
        #[cfg(feature = "service")]
        assert_eq!(u32::try_from(SERVICE.len()).unwrap() + 1, EVENT_SCHEMA);
    }

    #[test]
    fn this_release_reads_its_own_schema() {
        let named = TODAY.replace("\"by\"", &format!("\"schema\":{EVENT_SCHEMA},\"by\""));
        assert_eq!(read(&named, STOCK).as_deref(), Ok(TODAY));
        assert!(read(&TODAY.replace("\"by\"", "\"schema\":2,\"by\""), STOCK).is_err());
    }
}
