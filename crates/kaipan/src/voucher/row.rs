//! The transition table of numbers: what each command makes of a number in each status.

use super::paper::VoucherStatus::{self, Issued, Recovered, Registered, Used, Void};

/// One row of the table. A pair of status and command that is not in it is refused: above all, a void
/// number is never used again, and one that came back is not exchanged.
#[derive(Debug, Clone, Copy)]
pub struct VoucherRow {
    /// Word of the command.
    pub command: &'static str,
    /// The command in Chinese.
    pub command_zh: &'static str,
    /// The status before.
    pub from: VoucherStatus,
    /// The status after.
    pub to: VoucherStatus,
    /// What it is, in Chinese.
    pub chinese: &'static str,
    /// The same in English.
    pub english: &'static str,
}

const fn row(
    [command, command_zh]: [&'static str; 2],
    from: VoucherStatus,
    to: VoucherStatus,
    chinese: &'static str,
    english: &'static str,
) -> VoucherRow {
    VoucherRow { command, command_zh, from, to, chinese, english }
}

const TABLE: &[VoucherRow] = &[
    row(["issue", "领用"], Registered, Issued, "按顺序领用", "given to a person, the lowest first"),
    row(["give_back", "退领"], Issued, Registered, "空白票据退回", "a blank number goes back"),
    row(
        ["draw", "填开"],
        Issued,
        Used,
        "收款过账或换票时填开",
        "drawn as a receipt is posted, or for an exchange",
    ),
    row(["void", "作废"], Issued, Void, "空白票据作废", "a blank number is spoilt"),
    row(["void", "作废"], Used, Void, "作废，号码保留", "void, and the number is kept"),
    row(["recover", "回收"], Used, Recovered, "收回票据", "the paper came back"),
    row(
        ["exchange", "换票"],
        Used,
        Recovered,
        "换发票收回收据",
        "the receipt comes back for an invoice",
    ),
    row(["verify", "核销"], Used, Used, "核销存根", "its stub was looked at"),
    row(["verify", "核销"], Void, Void, "核销作废票据", "a void one was looked at"),
    row(
        ["verify", "核销"],
        Recovered,
        Recovered,
        "核销回收票据",
        "one that came back was looked at",
    ),
];

impl VoucherRow {
    /// The whole table.
    pub const fn table() -> &'static [VoucherRow] {
        TABLE
    }

    /// Whether a command is allowed for a number in a status.
    pub(super) fn allows(command: &str, from: VoucherStatus) -> bool {
        TABLE.iter().any(|row| row.command == command && row.from == from)
    }

    /// The commands that a status allows, in Chinese and as words.
    pub(super) fn allowed(from: VoucherStatus) -> [String; 2] {
        let rows = || TABLE.iter().filter(|row| row.from == from);
        let zh: Vec<&str> = rows().map(|row| row.command_zh).collect();
        let words: Vec<&str> = rows().map(|row| row.command).collect();
        [zh.join("、"), words.join(", ")]
    }
}
