//! The course of the year: what happens when, step by step.

mod area;
mod begin;
mod changes;
mod crowd;
mod ending;
mod figures;
mod handing_over;
mod loans;
mod plan;
mod promise;
mod signing;
mod subscribing;

use crate::failure::Outcome;
use crate::world::World;
use kaipan::Time;

/// What is to be done at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// 放盘 of a building, by its place.
    Release(usize),
    /// 解除销控 of a home.
    Uncontrol(usize),
    /// The opening discount can be given so many times.
    OpenQuota(u32),
    /// 调价: list prices of homes on sale move by so many thousandths.
    Reprice(i64),
    /// 面积确权 of a building.
    Survey(usize),
    /// What was spent in a month, by its place from 0.
    Spend(usize),
    /// A customer calls or comes for the first time; of a sale that is planned or of none.
    Meet(Option<usize>),
    /// A customer calls or comes again.
    Contact(usize, bool),
    /// A customer answers the questionnaire.
    Answer(usize),
    /// The next signature of a request for approval.
    Sign(usize),
    /// A home that came back has a price again, by a request that was approved.
    PriceAgain(usize, usize),
    /// A home has come back, and its price is to be confirmed.
    Return(usize),
    /// Something about a sale.
    Sale(usize, Deed),
}

/// What is done about a sale.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Deed {
    Register,
    CancelRegistration,
    Hold,
    Reserve,
    Book,
    Subscribe,
    Lock,
    FinishTodos,
    // Endings before the contract.
    AskToEndBooking,
    RefundBooking,
    LapseBooking,
    ForfeitBooking,
    AskToEnd,
    End,
    // Changes.
    AskToChange,
    Change,
    // The contract.
    TrySigning,
    PayDown,
    SignContract,
    PayLine(u32),
    PayRest(u32),
    // Services.
    File(u8),
    Lend(u8, kaipan::service::ServiceKind),
    PayShortfall,
    // Deposit contracts.
    Promise,
    AskToEndPromise,
    EndPromise,
    // Completion.
    SettleArea(u8),
    HandOver(u8),
    Certify(u8),
}

impl World<'_, '_, '_> {
    /// Lets the year pass.
    pub(crate) fn pass(&mut self) -> Outcome {
        self.begin()?;
        self.plan()?;
        while let Some((now, step)) = self.diary.next() {
            self.take(now, step)?;
        }
        Ok(())
    }

    fn take(&mut self, now: Time, step: Step) -> Outcome {
        match step {
            Step::Release(building) => self.release(now, building),
            Step::Uncontrol(unit) => self.uncontrol(now, unit),
            Step::OpenQuota(limit) => self.open_quota(now, limit),
            Step::Reprice(thousandths) => self.reprice(now, thousandths),
            Step::Survey(building) => self.survey_building(now, building),
            Step::Spend(month) => self.spend(now, month),
            Step::Meet(sale) => self.meet(now, sale),
            Step::Contact(household, is_visit) => self.contact(now, household, is_visit),
            Step::Answer(household) => self.answer(now, household),
            Step::Sign(request) => self.sign_request(now, request),
            Step::PriceAgain(unit, request) => self.price_again(now, unit, request),
            Step::Return(unit) => self.request_price(now, unit),
            Step::Sale(sale, deed) => self.deed(now, sale, deed),
        }
    }

    fn deed(&mut self, now: Time, sale: usize, deed: Deed) -> Outcome {
        match deed {
            Deed::Register => self.register(now, sale),
            Deed::CancelRegistration => self.cancel_registration(now, sale),
            Deed::Hold => self.hold(now, sale),
            Deed::Reserve => self.reserve(now, sale),
            Deed::Book => self.book(now, sale),
            Deed::Subscribe => self.subscribe(now, sale),
            Deed::Lock => self.lock(now, sale),
            Deed::FinishTodos => self.finish_todos(now, sale),
            Deed::AskToEndBooking => self.ask_to_end_booking(now, sale),
            Deed::RefundBooking => self.refund_booking(now, sale),
            Deed::LapseBooking => self.lapse_booking(now, sale),
            Deed::ForfeitBooking => self.forfeit_booking(now, sale),
            Deed::AskToEnd => self.ask_to_end(now, sale),
            Deed::End => self.end_deal(now, sale),
            Deed::AskToChange => self.ask_to_change(now, sale),
            Deed::Change => self.change(now, sale),
            Deed::TrySigning => self.try_signing(now, sale),
            Deed::PayDown => self.pay_down(now, sale),
            Deed::SignContract => self.sign_contract(now, sale),
            Deed::PayLine(seq) => self.pay_line(now, sale, seq),
            Deed::PayRest(seq) => self.pay_rest(now, sale, seq),
            Deed::File(part) => self.file(now, sale, part),
            Deed::Lend(part, kind) => self.lend(now, sale, part, kind),
            Deed::PayShortfall => self.pay_shortfall(now, sale),
            Deed::Promise => self.promise(now, sale),
            Deed::AskToEndPromise => self.ask_to_end_promise(now, sale),
            Deed::EndPromise => self.end_promise(now, sale),
            Deed::SettleArea(part) => self.settle_area_part(now, sale, part),
            Deed::HandOver(part) => self.hand_over(now, sale, part),
            Deed::Certify(part) => self.certify(now, sale, part),
        }
    }
}
