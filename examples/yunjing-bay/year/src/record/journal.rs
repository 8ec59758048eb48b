//! Writes the lines, one after the other, and keeps none of them.

use super::{Body, Line, StreamAt, Totals, YearEnd};
use crate::failure::{Failure, Outcome};
use kaipan::{Date, Text, Time};
use std::io::Write;

/// What a line is about, beside what it says.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    pub(crate) node: Option<Text>,
    pub(crate) unit: Option<Text>,
    pub(crate) customer: Option<Text>,
    pub(crate) agent: Option<Text>,
    pub(crate) channel: Option<Text>,
    pub(crate) media: Option<Text>,
}

/// The file that is written.
pub(crate) struct Journal<'w> {
    out: &'w mut dyn Write,
    project: Text,
    written: u64,
    decisions: u64,
    totals: Totals,
}

impl<'w> Journal<'w> {
    /// Writes to this.
    pub(crate) fn new(out: &'w mut dyn Write) -> Journal<'w> {
        let (project, totals) = (Text::from(""), Totals::default());
        Journal { out, project, written: 0, decisions: 0, totals }
    }

    /// A project begins.
    pub(crate) fn begin(&mut self, project: &Text) {
        self.project = project.clone();
        self.totals = Totals::default();
    }

    /// The number of the next decision.
    pub(crate) fn decision(&mut self) -> u64 {
        self.decisions += 1;
        self.decisions
    }

    /// A fact that no stream holds.
    pub(crate) fn fact(&mut self, at: Time, about: &About, body: Body) -> Outcome {
        self.line(at.date(), at, None, None, about, body)
    }

    /// Writes a line.
    pub(crate) fn line(
        &mut self,
        date: Date,
        at: Time,
        decision: Option<u64>,
        stream: Option<StreamAt>,
        about: &About,
        body: Body,
    ) -> Outcome {
        let About { node, unit, customer, agent, channel, media } = about.clone();
        let (n, project) = (self.written + 1, self.project.clone());
        let line = Line {
            n,
            project,
            date,
            at,
            decision,
            stream,
            node,
            unit,
            customer,
            agent,
            channel,
            media,
            body,
        };
        if !self.totals.count(&line) {
            let (zh, en) = ("第", "line");
            return Err(Failure::told(
                format!("{zh} {n} 行的分录不平"),
                format!("the entry of {en} {n} does not come to zero"),
            ));
        }
        serde_json::to_writer(&mut self.out, &line)?;
        self.out.write_all(b"\n")?;
        self.written = n;
        Ok(())
    }

    /// The project ends.
    pub(crate) fn end(&mut self, at: Time, end: impl FnOnce(Totals) -> YearEnd) -> Outcome {
        let end = end(self.totals.clone());
        self.fact(at, &About::default(), Body::End(end))
    }

    /// How many lines were written.
    pub(crate) fn written(&self) -> u64 {
        self.written
    }
}
