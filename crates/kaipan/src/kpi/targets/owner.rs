//! Whose a figure is.

use crate::Text;
use crate::check::blank;
use crate::error::{Code, Error};
use kaipan_derive::boundary;

/// Whose a figure or a target is.
#[boundary]
#[derive(PartialOrd, Ord, Hash)]
pub enum FigureOwner {
    /// A node of the organisation: a company, a project, a department.
    Node {
        /// Its id.
        node: Text,
    },
    /// 置业顾问.
    Agent {
        /// The person.
        agent: Text,
    },
    /// 渠道.
    Channel {
        /// The channel.
        channel: Text,
    },
}

impl FigureOwner {
    /// Its id, to stand in a sentence.
    pub(in crate::kpi) const fn id(&self) -> &Text {
        match self {
            FigureOwner::Node { node } => node,
            FigureOwner::Agent { agent } => agent,
            FigureOwner::Channel { channel } => channel,
        }
    }

    pub(in crate::kpi) fn wrong(&self) -> Option<Error> {
        let field = match self {
            FigureOwner::Node { .. } => "node",
            FigureOwner::Agent { .. } => "agent",
            FigureOwner::Channel { .. } => "channel",
        };
        blank(Code::KpiBlank, field, self.id()).map(|error| error.at("owner"))
    }
}
