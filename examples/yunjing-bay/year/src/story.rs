//! What becomes of sales. Stories are dealt like cards, so that a small year has every kind too.

use crate::chance::Dice;
use crate::site::{Building, Kind};

/// What becomes of a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Story {
    /// It is subscribed, signed, paid.
    Usual,
    /// The down payment and instalments come late.
    PaysLate,
    /// The booking lapses, and its money is forfeited.
    BookingLapses,
    /// The booking is refunded (T10).
    BookingRefunded,
    /// The subscription is refunded (T14).
    SubscriptionRefunded,
    /// The subscription is forfeited (T15).
    SubscriptionForfeited,
    /// The buyer quits after signing and pays the penalty (T17).
    BuyerQuits,
    /// Both agree to end the contract (T17).
    BothQuit,
    /// The buyer quits because the home is handed over late (T17).
    QuitsForDelay,
    /// Another home is chosen (T18).
    ChangesUnit,
    /// Husband or wife is added (T19).
    ChangesNames,
    /// Another payment plan (T20).
    ChangesPlan,
    /// Another discount (T20).
    ChangesPrice,
    /// The signing date is extended (T21).
    ExtendsSigning,
    /// The payment dates are extended (T21).
    ExtendsPayment,
    /// The bank approves less than was applied for.
    ApprovedLower,
    /// The home is handed over late.
    HandedOverLate,
    /// A deposit contract that is converted (T23, T25).
    Promised,
    /// A deposit contract that the buyer breaks (T24).
    PromiseBroken,
    /// A deposit contract that ends because the seller is late (T24).
    PromiseLate,
    /// A deposit contract that ends by agreement (T24).
    PromiseReturned,
    /// A registration that is cancelled (T7); it has no home.
    RegistrationCancelled,
}

use Story::{
    ApprovedLower, BookingLapses, BookingRefunded, BothQuit, BuyerQuits, ChangesNames, ChangesPlan,
    ChangesPrice, ChangesUnit, ExtendsPayment, ExtendsSigning, HandedOverLate, PaysLate,
    PromiseBroken, PromiseLate, PromiseReturned, Promised, QuitsForDelay, SubscriptionForfeited,
    SubscriptionRefunded, Usual,
};

/// Of homes that are handed over in later years.
const PRESALE: &[Story] = &[
    Usual,
    ChangesNames,
    Usual,
    SubscriptionRefunded,
    ApprovedLower,
    Usual,
    ChangesPlan,
    PaysLate,
    BookingLapses,
    ChangesUnit,
    Usual,
    BuyerQuits,
    ExtendsSigning,
    Usual,
    ChangesPrice,
    Usual,
    SubscriptionForfeited,
    Usual,
    ExtendsPayment,
    PaysLate,
    Usual,
    BookingRefunded,
    Usual,
    BothQuit,
    ApprovedLower,
    Usual,
    Usual,
    Usual,
    Usual,
    PaysLate,
    Usual,
    Usual,
    ApprovedLower,
    Usual,
    Usual,
    PaysLate,
    Usual,
    Usual,
    ChangesNames,
    Usual,
    Usual,
    PaysLate,
    Usual,
    ChangesUnit,
    Usual,
    Usual,
    ApprovedLower,
    Usual,
    Usual,
    Usual,
    PaysLate,
    Usual,
    Usual,
    ChangesPrice,
    Usual,
    Usual,
    Usual,
    ExtendsSigning,
    Usual,
    Usual,
];

/// Of homes that are surveyed and handed over in the year.
const SURVEYED: &[Story] = &[
    Usual,
    QuitsForDelay,
    HandedOverLate,
    Usual,
    ApprovedLower,
    PaysLate,
    Usual,
    Usual,
    HandedOverLate,
    ChangesNames,
    Usual,
    Usual,
    PaysLate,
    Usual,
    Usual,
    Usual,
];

/// Of homes that are sold completed.
const COMPLETED: &[Story] = &[
    Promised,
    PromiseBroken,
    Usual,
    PromiseLate,
    Promised,
    PromiseReturned,
    Usual,
    Usual,
    Promised,
    PaysLate,
    Usual,
    Promised,
    Usual,
    HandedOverLate,
    Usual,
    Usual,
];

/// Stories in the order in which they are dealt.
#[derive(Debug)]
pub(crate) struct Deck {
    stories: &'static [Story],
    next: usize,
}

impl Deck {
    /// For homes that are handed over in later years.
    pub(crate) fn presale() -> Deck {
        Deck { stories: PRESALE, next: 0 }
    }

    /// For homes that are surveyed and handed over in the year.
    pub(crate) fn surveyed() -> Deck {
        Deck { stories: SURVEYED, next: 0 }
    }

    /// For homes that are sold completed.
    pub(crate) fn completed() -> Deck {
        Deck { stories: COMPLETED, next: 0 }
    }

    /// The next story.
    pub(crate) fn deal(&mut self) -> Story {
        let story = self.stories.get(self.next % self.stories.len()).copied();
        self.next += 1;
        story.unwrap_or(Usual)
    }
}

impl Story {
    /// It can begin on the day of the opening.
    pub(crate) fn may_open(self) -> bool {
        !self.is_promise() && !matches!(self, BookingLapses | BookingRefunded)
    }

    /// It begins with a deposit contract.
    pub(crate) fn is_promise(self) -> bool {
        matches!(self, Promised | PromiseBroken | PromiseLate | PromiseReturned)
    }

    /// A payment plan that the story can have. Who has the home this year does not pay by
    /// instalments with its construction.
    pub(crate) fn plan(self, dice: &mut Dice, building: &Building) -> &'static str {
        const PLANS: [&str; 5] = ["AJ", "GJJ", "ZH", "YCX", "FQ"];
        let is_ready = building.surveyed || building.completed;
        let weights = match self {
            _ if building.kind != Kind::Home => [0, 0, 0, 100, 0],
            QuitsForDelay => [0, 0, 0, 100, 0],
            ExtendsPayment => [0, 0, 0, 0, 100],
            ApprovedLower => [100, 0, 0, 0, 0],
            ChangesPlan => [80, 20, 0, 0, 0],
            _ if is_ready => [56, 8, 12, 24, 0],
            _ => [52, 8, 12, 18, 10],
        };
        PLANS[dice.weighted(&weights)]
    }
}
