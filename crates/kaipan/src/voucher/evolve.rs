//! The state out of the events.

use super::book::VoucherBook;
use super::event::{VoucherChange, VoucherEvent, VoucherRange};
use super::paper::{Voucher, VoucherStatus};
use super::spans::Sequences;
use crate::error::{Code, Error, Input, Result};
use crate::{Text, Time};

impl VoucherBook {
    /// The state after an event.
    ///
    /// # Errors
    /// [`Code::VoucherEvent`] for an event of another book, out of order, or that cannot follow.
    pub fn evolve(state: Option<&VoucherBook>, event: &VoucherEvent) -> Result<VoucherBook> {
        match state {
            None => registered(event),
            Some(before) => {
                let mut after = before.clone();
                after.apply(event)?;
                Ok(after)
            }
        }
    }

    /// Changes it as an event says; it stays as it was if that cannot be.
    ///
    /// # Errors
    /// As [`VoucherBook::evolve`].
    pub fn apply(&mut self, event: &VoucherEvent) -> Result<()> {
        if event.book != self.id {
            return Err(misplaced(Some(self), event).at("book"));
        }
        if Some(event.version) != self.version.checked_add(1) {
            return Err(misplaced(Some(self), event).at("version"));
        }
        if self.withdrawn.is_some() || !self.change(event) {
            return Err(misplaced(Some(self), event).at("change"));
        }
        self.version = event.version;
        self.changed_at = event.at;
        Ok(())
    }

    /// The state out of all events of a book, in any order: their versions say it. Events after
    /// `until` are left out.
    ///
    /// # Errors
    /// As [`VoucherBook::evolve`], in [`Input::Events`]; [`Code::VoucherBlank`] without events.
    pub fn replay(events: &[VoucherEvent], until: Option<Time>) -> Result<VoucherBook> {
        let events = events.iter().enumerate();
        let mut ordered: Vec<(usize, &VoucherEvent)> =
            events.filter(|(_, event)| until.is_none_or(|until| event.at <= until)).collect();
        ordered.sort_by_key(|(_, event)| event.version);
        let mut state: Option<VoucherBook> = None;
        for (at, event) in ordered {
            let done = match &mut state {
                None => registered(event).map(|book| state = Some(book)),
                Some(book) => book.apply(event),
            };
            done.map_err(|error| error.at(at).within(Input::Events))?;
        }
        let none = || Error::new(Code::VoucherBlank).with("field", "events").within(Input::Events);
        state.ok_or_else(none)
    }

    /// Changes it, if that can be.
    fn change(&mut self, event: &VoucherEvent) -> bool {
        match &event.change {
            VoucherChange::Registered { .. } => false,
            VoucherChange::Withdrawn { reason } => {
                let untouched = self.issued.is_empty() && self.vouchers.is_empty();
                self.withdrawn = untouched.then(|| reason.clone());
                untouched
            }
            VoucherChange::Issued { holder, ranges } => self.issue(holder, ranges),
            VoucherChange::GivenBack { holder, ranges } => self.give_back(holder, ranges),
            VoucherChange::Used { number, holder, receipts, amount, exchanged } => {
                let used = |number: Text, sequence| Voucher {
                    status: VoucherStatus::Used,
                    receipts: receipts.clone(),
                    amount: Some(*amount),
                    used_at: Some(event.at),
                    exchanged: exchanged.clone(),
                    ..blank(number, sequence, holder)
                };
                self.fill(number, Some(holder), used)
            }
            VoucherChange::Voided { number, reason } => {
                self.end(number, VoucherStatus::Void, |voucher| {
                    voucher.reason = Some(reason.clone());
                })
            }
            VoucherChange::Recovered { number, reason, exchanged_for } => {
                self.end(number, VoucherStatus::Recovered, |voucher| {
                    voucher.reason.clone_from(reason);
                    voucher.exchanged_for.clone_from(exchanged_for);
                    // The paper that came back is looked at again.
                    voucher.verified_at = None;
                })
            }
            VoucherChange::Verified { numbers } => self.verify(numbers, event.at),
        }
    }

    fn issue(&mut self, holder: &Text, ranges: &[VoucherRange]) -> bool {
        let free = self.registered();
        let is_free = |(from, to): Sequences| {
            from <= to && free.iter().any(|(first, last)| *first <= from && to <= *last)
        };
        if ranges.is_empty()
            || !ranges.iter().all(|one| is_free((one.from, one.to)))
            || meet(ranges)
        {
            return false;
        }
        ranges.iter().for_each(|one| self.give(holder, (one.from, one.to)));
        true
    }

    fn give_back(&mut self, holder: &Text, ranges: &[VoucherRange]) -> bool {
        let before = self.issued.clone();
        let all = ranges.iter().all(|one| self.take(holder, (one.from, one.to)));
        if !all {
            self.issued = before;
        }
        all && !ranges.is_empty()
    }

    /// Puts a voucher in the place of a blank number.
    fn fill(
        &mut self,
        number: &Text,
        holder: Option<&Text>,
        voucher: impl Fn(Text, u32) -> Voucher,
    ) -> bool {
        let Some(sequence) = self.sequence(number) else { return false };
        let Some(has) = self.holder_of(sequence).cloned() else { return false };
        if holder.is_some_and(|holder| *holder != has) || !self.take(&has, (sequence, sequence)) {
            return false;
        }
        let at = self.vouchers.partition_point(|one| one.sequence < sequence);
        self.vouchers.insert(at, voucher(self.number(sequence), sequence));
        true
    }

    /// Ends a number: a blank one can be void, one in use void or recovered.
    fn end(&mut self, number: &Text, to: VoucherStatus, note: impl Fn(&mut Voucher)) -> bool {
        let Some(sequence) = self.sequence(number) else { return false };
        if let Some(voucher) = self.voucher_mut(sequence) {
            let is_open = to == VoucherStatus::Recovered || voucher.verified_at.is_none();
            if voucher.status != VoucherStatus::Used || !is_open {
                return false;
            }
            voucher.status = to;
            note(voucher);
            return true;
        }
        let Some(holder) = self.holder_of(sequence).cloned() else { return false };
        let spoilt = |number: Text, sequence| {
            let mut voucher = blank(number, sequence, &holder);
            note(&mut voucher);
            voucher
        };
        to == VoucherStatus::Void && self.fill(number, None, spoilt)
    }

    fn verify(&mut self, numbers: &[Text], at: Time) -> bool {
        let sequences: Option<Vec<u32>> = numbers.iter().map(|one| self.sequence(one)).collect();
        let Some(sequences) = sequences.filter(|all| !all.is_empty()) else { return false };
        let is_open = |sequence: &u32| {
            self.voucher_of(*sequence).is_some_and(|voucher| voucher.verified_at.is_none())
        };
        if !sequences.iter().all(is_open) {
            return false;
        }
        for sequence in sequences {
            if let Some(voucher) = self.voucher_mut(sequence) {
                voucher.verified_at = Some(at);
            }
        }
        true
    }

    fn voucher_mut(&mut self, sequence: u32) -> Option<&mut Voucher> {
        let at = self.vouchers.binary_search_by_key(&sequence, |one| one.sequence).ok()?;
        self.vouchers.get_mut(at)
    }
}

/// Some of the ranges have a number together.
fn meet(ranges: &[VoucherRange]) -> bool {
    let mut sorted: Vec<&VoucherRange> = ranges.iter().collect();
    sorted.sort_by_key(|one| one.from);
    sorted.iter().zip(sorted.iter().skip(1)).any(|(one, next)| next.from <= one.to)
}

/// A number that is void while it is blank; what is in use has more.
fn blank(number: Text, sequence: u32, holder: &Text) -> Voucher {
    Voucher {
        number,
        sequence,
        status: VoucherStatus::Void,
        holder: holder.clone(),
        receipts: Vec::new(),
        amount: None,
        used_at: None,
        reason: None,
        exchanged_for: None,
        exchanged: Vec::new(),
        verified_at: None,
    }
}

/// The book that its first event makes.
fn registered(event: &VoucherEvent) -> Result<VoucherBook> {
    let VoucherChange::Registered { voucher, owner, prefix, digits, from, to } = &event.change
    else {
        return Err(misplaced(None, event).at("change"));
    };
    if event.version != 1 {
        return Err(misplaced(None, event).at("version"));
    }
    if from > to || !fits(*digits, *to) {
        return Err(misplaced(None, event).at("change"));
    }
    Ok(VoucherBook {
        id: event.book.clone(),
        version: 1,
        kind: *voucher,
        owner: owner.clone(),
        prefix: prefix.clone(),
        digits: *digits,
        from: *from,
        to: *to,
        issued: Vec::new(),
        vouchers: Vec::new(),
        withdrawn: None,
        changed_at: event.at,
    })
}

/// A number can be written in so many digits, 1 to 9.
pub(super) fn fits(digits: u32, number: u32) -> bool {
    let above = 10_u32.checked_pow(digits).filter(|_| (1..=9).contains(&digits));
    above.is_some_and(|above| number < above)
}

fn misplaced(state: Option<&VoucherBook>, event: &VoucherEvent) -> Error {
    let (book, version) = state.map_or(("—", 0), |state| (state.id.as_str(), state.version));
    let error = Error::new(Code::VoucherEvent)
        .with("event", event.change.word())
        .with("event_zh", event.change.chinese());
    let error = error.with("version", event.version).with("found", &event.book);
    error.with("book", book).with("current", version)
}
