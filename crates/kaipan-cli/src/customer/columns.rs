//! The columns of a customer list, by the headers that people give them.

use kaipan::customer::PaperKind;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Name,
    Phone,
    /// Papers of a kind; of whatever kind there is beside or fits if none.
    Paper(Option<PaperKind>),
    PaperKind,
    Card,
    Level,
    Home,
    Birth,
    Recorded,
    City,
}

impl Column {
    /// Whether customers are known apart by what it holds.
    pub(super) fn tells_apart(&self) -> bool {
        matches!(self, Column::Phone | Column::Paper(_) | Column::Card)
    }
}

const HEADERS: [(Column, &[&str]); 16] = [
    (Column::Id, &["编号", "客户编号", "id", "customerid", "customerno"]),
    (
        Column::Name,
        &["姓名", "客户", "客户姓名", "客户名称", "名称", "name", "customer", "customername"],
    ),
    (
        Column::Phone,
        &[
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "联系电话",
            "联系方式",
            "电话号码",
            "固定电话",
            "phone",
            "phones",
            "mobile",
            "telephone",
            "tel",
        ],
    ),
    (Column::Paper(None), &["证件", "证件号", "证件号码", "paper", "idno", "idnumber", "document"]),
    (
        Column::Paper(Some(PaperKind::PersonId)),
        &["身份证", "身份证号", "身份证号码", "identitycard", "identitynumber", "personid"],
    ),
    (
        Column::Paper(Some(PaperKind::Passport)),
        &["护照", "护照号", "护照号码", "passport", "passportno"],
    ),
    (
        Column::Paper(Some(PaperKind::CompanyCode)),
        &["统一社会信用代码", "信用代码", "companycode", "creditcode"],
    ),
    (
        Column::Paper(Some(PaperKind::HongKongMacauPermit)),
        &["港澳通行证", "港澳居民来往内地通行证", "hongkongmacaupermit"],
    ),
    (
        Column::Paper(Some(PaperKind::TaiwanPermit)),
        &["台胞证", "台湾居民来往大陆通行证", "taiwanpermit"],
    ),
    (
        Column::PaperKind,
        &["证件类型", "证件种类", "证件名称", "paperkind", "idtype", "documenttype"],
    ),
    (Column::Card, &["会员卡", "会员卡号", "卡号", "card", "membercard", "cardno"]),
    (Column::Level, &["会员级别", "会员等级", "memberlevel", "level"]),
    (Column::Home, &["会籍地", "会籍", "memberhome", "home"]),
    (Column::Birth, &["出生日期", "生日", "出生年月日", "birthdate", "birthday", "dateofbirth"]),
    (
        Column::Recorded,
        &[
            "录入时间",
            "录入日期",
            "建档时间",
            "建档日期",
            "登记时间",
            "登记日期",
            "recordedat",
            "recorded",
        ],
    ),
    (Column::City, &["城市", "所在城市", "city"]),
];

const KINDS: [(PaperKind, &[&str]); 9] = [
    (PaperKind::PersonId, &["身份证", "居民身份证", "二代身份证", "personid", "identitycard"]),
    (PaperKind::ResidencePermit, &["居住证", "港澳台居民居住证", "residencepermit"]),
    (PaperKind::Passport, &["护照", "passport"]),
    (
        PaperKind::HongKongMacauPermit,
        &["港澳通行证", "回乡证", "港澳居民来往内地通行证", "hongkongmacaupermit"],
    ),
    (PaperKind::TaiwanPermit, &["台胞证", "台湾居民来往大陆通行证", "taiwanpermit"]),
    (PaperKind::ForeignerPermit, &["外国人永久居留身份证", "永久居留证", "foreignerpermit"]),
    (PaperKind::MilitaryCard, &["军官证", "士兵证", "军人证", "militarycard"]),
    (PaperKind::CompanyCode, &["统一社会信用代码", "营业执照", "companycode", "businesslicence"]),
    (PaperKind::Other, &["其他", "其它", "其他证件", "other"]),
];

/// The column that a header names, if it names one.
pub(super) fn column(header: &str) -> Option<Column> {
    let plain = plain(header);
    // A list may have several phones: 电话1, 电话2.
    let bare = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let named = |names: &[&str]| names.contains(&plain.as_str()) || names.contains(&bare);
    HEADERS.iter().find(|(_, names)| named(names)).map(|(column, _)| *column)
}

/// The kind of paper that a cell names, if it names one.
pub(super) fn paper_kind(cell: &str) -> Option<PaperKind> {
    let plain = plain(cell);
    KINDS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(kind, _)| *kind)
}

/// Letters only, small; what stands in brackets is left out.
fn plain(text: &str) -> String {
    let text = text.split(['(', '（']).next().unwrap_or_default();
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_as_people_write_them() {
        for (header, expected) in [
            ("姓名", Some(Column::Name)),
            ("Customer Name", Some(Column::Name)),
            ("联系电话（必填）", Some(Column::Phone)),
            ("电话2", Some(Column::Phone)),
            ("ID No.", Some(Column::Paper(None))),
            ("身份证号码", Some(Column::Paper(Some(PaperKind::PersonId)))),
            ("会员卡号", Some(Column::Card)),
            ("备注", None),
            ("", None),
        ] {
            assert_eq!(column(header), expected, "{header}");
        }
        assert_eq!(paper_kind("军官证"), Some(PaperKind::MilitaryCard));
        assert_eq!(paper_kind("Passport"), Some(PaperKind::Passport));
        assert_eq!(paper_kind("驾照"), None);
    }
}
