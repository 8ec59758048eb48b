use kaipan_derive::boundary;

/// What has to hold before something is done with a queue. Nobody may waive any of it: a draw that
/// could be bent is none.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum QueueGuard {
    /// 岗位有权办理: the role may do this.
    MayAct,
    /// 该组名单尚未截止: the group has no list yet.
    GroupNew,
    /// 该组名单已截止、尚未摇号: the list of the group is closed and not drawn.
    ListClosed,
    /// 前面的组都已摇号: the groups before it are drawn.
    EarlierGroupsDrawn,
    /// 名单哈希在种子公布之前记录: the hash was recorded before the seed was published.
    HashBeforeSeed,
    /// 种子已公布: the seed is published.
    SeedPublished,
    /// 各组都已摇号: every group is drawn.
    AllDrawn,
    /// 还有人等候: somebody waits.
    SomebodyWaits,
    /// 没有人正在选房: nobody's turn is under way.
    NobodyCalled,
    /// 轮到该认筹: it is the registration's turn.
    InTurn,
    /// 未超时: the window is not over.
    WithinWindow,
    /// 已超时: the window is over.
    WindowOver,
    /// 该房未被选走: nobody has chosen the unit in this queue.
    UnitLeft,
    /// 写明原因: a reason is given.
    ReasonNamed,
}

impl QueueGuard {
    /// What has to hold, in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            QueueGuard::MayAct => "岗位有权办理",
            QueueGuard::GroupNew => "该组名单尚未截止",
            QueueGuard::ListClosed => "该组名单已截止、尚未摇号",
            QueueGuard::EarlierGroupsDrawn => "前面的组都已摇号",
            QueueGuard::HashBeforeSeed => "名单哈希在种子公布之前记录",
            QueueGuard::SeedPublished => "种子已公布",
            QueueGuard::AllDrawn => "各组都已摇号",
            QueueGuard::SomebodyWaits => "还有人等候",
            QueueGuard::NobodyCalled => "没有人正在选房",
            QueueGuard::InTurn => "轮到该认筹",
            QueueGuard::WithinWindow => "未超时",
            QueueGuard::WindowOver => "已超时",
            QueueGuard::UnitLeft => "该房未被选走",
            QueueGuard::ReasonNamed => "写明原因",
        }
    }

    /// What has to hold, in English, to stand after "that".
    pub const fn english(self) -> &'static str {
        match self {
            QueueGuard::MayAct => "the role may do this",
            QueueGuard::GroupNew => "the group has no list yet",
            QueueGuard::ListClosed => "the list of the group is closed and not drawn",
            QueueGuard::EarlierGroupsDrawn => "the groups before it are drawn",
            QueueGuard::HashBeforeSeed => "the hash was recorded before the seed was published",
            QueueGuard::SeedPublished => "the seed is published",
            QueueGuard::AllDrawn => "every group is drawn",
            QueueGuard::SomebodyWaits => "somebody waits",
            QueueGuard::NobodyCalled => "nobody's turn is under way",
            QueueGuard::InTurn => "it is the registration's turn",
            QueueGuard::WithinWindow => "the window is not over",
            QueueGuard::WindowOver => "the window is over",
            QueueGuard::UnitLeft => "nobody has chosen the unit in this queue",
            QueueGuard::ReasonNamed => "a reason is given",
        }
    }
}
