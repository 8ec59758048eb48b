//! What a worker tells the one who has started it: one word a line.

macro_rules! reports {
    ($($(#[$about:meta])* $report:ident $word:literal,)*) => {
        /// Something that a worker tells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Report { $($(#[$about])* $report,)* }

        impl Report {
            pub(crate) const ALL: &[Report] = &[$(Report::$report),*];

            /// As it is written.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Report::$report => $word,)* }
            }

            /// What a line says.
            pub(crate) fn read(line: &str) -> Option<Report> {
                Report::ALL.iter().copied().find(|report| report.word() == line)
            }
        }
    };
}

reports! {
    /// All its buyers are registered; it waits for the doors to open.
    Ready "ready",
    /// A home was subscribed or booked.
    Sale "sale",
    /// A transaction found that another was first.
    Conflict "conflict",
    /// A command was tried again.
    Retry "retry",
    /// The server went away before it answered, and had done it: the key told so.
    Found "found",
    /// A buyer has come to an end.
    Done "done",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_is_read_as_it_is_written() {
        for report in Report::ALL {
            assert_eq!(Report::read(report.word()), Some(*report));
        }
        assert_eq!(Report::read("con"), None, "half a line of one who was killed");
    }
}
