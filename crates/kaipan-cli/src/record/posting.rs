//! What is posted to the ledger, and what came of it.

use super::Record;
use kaipan::error::{Error, Finding};
use kaipan::ledger::{
    Bookkeeping, LedgerAct, LedgerActKind, LedgerCommand, LedgerContext, LedgerPolicy,
};
use kaipan::{Text, Time};

/// A post that the ledger has refused.
#[derive(Debug)]
pub(crate) struct RefusedPost {
    /// The line.
    pub(crate) line: u64,
    /// Its key.
    pub(crate) key: Text,
    /// What was to be posted.
    pub(crate) act: LedgerActKind,
    /// The deal that it is about.
    pub(crate) deal: Option<Text>,
    /// Why not.
    pub(crate) error: Error,
}

/// What the ledger has told about a post.
#[derive(Debug)]
pub(crate) struct ToldPost {
    /// The line.
    pub(crate) line: u64,
    /// Its key.
    pub(crate) key: Text,
    /// What.
    pub(crate) finding: Finding,
}

/// Who posts, when, and for which line and deal.
#[derive(Clone, Copy)]
pub(super) struct Posting<'a> {
    pub(super) line: u64,
    pub(super) at: Time,
    pub(super) by: Option<&'a Text>,
    pub(super) deal: Option<&'a Text>,
}

impl Record {
    /// Posts a command, or keeps why not.
    pub(super) fn post(
        &mut self,
        posting: Posting<'_>,
        policy: &LedgerPolicy,
        command: &LedgerCommand,
    ) {
        let context = LedgerContext::new(posting.at, posting.by.cloned().unwrap_or_default());
        let posted = Bookkeeping::new(&mut self.ledger, &context).policy(policy).post(command);
        match posted {
            Ok(posted) => {
                let count = self.accepted.entry(command.act.kind()).or_default();
                *count = count.saturating_add(1);
                let told =
                    |finding| ToldPost { line: posting.line, key: command.key.clone(), finding };
                let is_kept = self.sources.are_kept && !posted.repeated;
                self.told.extend(posted.findings.into_iter().map(told));
                // What was posted has a posting.
                let posting = is_kept.then(|| self.ledger.posting(command).ok()).flatten();
                self.sources.postings.extend(posting);
                self.note(command);
            }
            Err(error) => self.refuse(posting, command.key.clone(), command.act.kind(), error),
        }
    }

    /// Keeps why something was not posted.
    pub(super) fn refuse(
        &mut self,
        posting: Posting<'_>,
        key: Text,
        act: LedgerActKind,
        error: Error,
    ) {
        let (line, deal) = (posting.line, posting.deal.cloned());
        self.refused.push(RefusedPost { line, key, act, deal, error });
    }

    /// Keeps what the ledger does not: names of receivables, what a posting is about, entries.
    fn note(&mut self, command: &LedgerCommand) {
        let concerned = match &command.act {
            LedgerAct::Raise { lines, .. } => {
                for line in lines {
                    if let Some(note) = &line.note {
                        self.names.insert(line.id.clone(), note.clone());
                    }
                }
                lines.iter().map(|line| line.id.clone()).collect()
            }
            LedgerAct::Adjust { receivable, .. }
            | LedgerAct::Waive { receivable, .. }
            | LedgerAct::Redate { receivable, .. } => vec![receivable.clone()],
            LedgerAct::Enter { entry } => {
                self.entries.insert(command.key.clone(), entry.clone());
                Vec::new()
            }
            _ => Vec::new(),
        };
        if !concerned.is_empty() {
            self.concerned.insert(command.key.clone(), concerned);
        }
    }
}
