use kaipan_derive::boundary;

/// What is pending about a unit and keeps other documents away (handbook §5.1). Locks lie over its
/// state.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum StockLock {
    /// 调价中.
    PriceChangePending,
    /// 换房中.
    ChangeUnitPending,
    /// 退房中.
    QuitPending,
    /// 更名中.
    ChangeNamePending,
}

impl StockLock {
    /// Every lock.
    pub const ALL: [StockLock; 4] = [
        StockLock::PriceChangePending,
        StockLock::ChangeUnitPending,
        StockLock::QuitPending,
        StockLock::ChangeNamePending,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            StockLock::PriceChangePending => "调价中",
            StockLock::ChangeUnitPending => "换房中",
            StockLock::QuitPending => "退房中",
            StockLock::ChangeNamePending => "更名中",
        }
    }
}
