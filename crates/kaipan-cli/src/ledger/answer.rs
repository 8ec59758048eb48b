//! What the command answers as JSON: the answers of the operations, and what was not posted.

use crate::record::Record;
use kaipan::Text;
use kaipan::error::Finding;
use kaipan::ledger::{LedgerActKind, LedgerStatement, LedgerSummary};
use kaipan_derive::boundary;

/// The ledger of a record.
#[boundary(write)]
pub(super) struct LedgerAnswer {
    /// The answer of `ledger.statement`, of a statement.
    statement: Option<LedgerStatement>,
    /// The answer of `ledger.summary`, else.
    summary: Option<LedgerSummary>,
    /// How many posts were accepted.
    accepted: u32,
    /// Posts that were refused.
    #[boundary(required)]
    refused: Vec<RefusedAnswer>,
    /// What was told about posts that were accepted.
    #[boundary(required)]
    told: Vec<ToldAnswer>,
    /// Kinds of lines that are not known.
    #[boundary(required)]
    unknown: Vec<UnknownAnswer>,
}

/// A post that was refused.
#[boundary(write)]
struct RefusedAnswer {
    line: u32,
    key: Text,
    act: LedgerActKind,
    deal: Option<Text>,
    refusal: Finding,
}

/// What was told about a post.
#[boundary(write)]
struct ToldAnswer {
    line: u32,
    key: Text,
    finding: Finding,
}

/// A kind of lines that is not known.
#[boundary(write)]
struct UnknownAnswer {
    kind: Text,
    lines: u32,
}

impl LedgerAnswer {
    pub(super) fn new(
        record: &Record,
        statement: Option<LedgerStatement>,
        summary: Option<LedgerSummary>,
    ) -> LedgerAnswer {
        let accepted = record.accepted.values().fold(0_u64, |sum, one| sum.saturating_add(*one));
        let refused = record.refused.iter().map(|post| RefusedAnswer {
            line: small(post.line),
            key: post.key.clone(),
            act: post.act,
            deal: post.deal.clone(),
            refusal: post.error.clone().finding(),
        });
        let told = record.told.iter().map(|post| ToldAnswer {
            line: small(post.line),
            key: post.key.clone(),
            finding: post.finding.clone(),
        });
        let unknown = record.unknown.iter().map(|(kind, lines)| UnknownAnswer {
            kind: Text::from(kind.as_str()),
            lines: small(*lines),
        });
        LedgerAnswer {
            statement,
            summary,
            accepted: small(accepted),
            refused: refused.collect(),
            told: told.collect(),
            unknown: unknown.collect(),
        }
    }
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
