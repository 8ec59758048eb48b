use crate::error::{Code, Error, Result};
use kaipan_derive::boundary;

/// How long before a deadline it is told, and how long some of them are.
#[boundary(default)]
pub struct DealDeadlines {
    /// Days before the agreed signing from which on it is reminded of; 3 if absent.
    pub signing_reminder_days: u32,
    /// Days before the last day of a reservation, registration, booking, deposit contract or quota
    /// from which on it is told; 3 if absent.
    pub ending_days: u32,
    /// Minutes before the end of a hold from which on it is told; 10 if absent.
    pub ending_minutes: u32,
    /// Working days after the day of subscription in which the questionnaire is filled in; 2 if
    /// absent (handbook §23).
    pub questionnaire_working_days: u32,
    /// Days after a written instruction in which prices, areas and stock data are entered; 1 if
    /// absent (handbook §23).
    pub instruction_days: u32,
    /// Days after a presale permit was issued in which its homes are entered; 1 if absent.
    pub permit_entry_days: u32,
    /// Days after a presale permit was issued in which all its homes are put on sale at once, each at its
    /// price (一次性公开, 建房〔2010〕53 号); 10 if absent.
    pub permit_release_days: u32,
}

/// Longer than this is a mistake: a year of days, a week of minutes.
const MOST_DAYS: u32 = 366;
const MOST_MINUTES: u32 = 10_080;

impl Default for DealDeadlines {
    fn default() -> DealDeadlines {
        DealDeadlines {
            signing_reminder_days: 3,
            ending_days: 3,
            ending_minutes: 10,
            questionnaire_working_days: 2,
            instruction_days: 1,
            permit_entry_days: 1,
            permit_release_days: 10,
        }
    }
}

impl DealDeadlines {
    /// # Errors
    /// [`Code::DealDeadlineLong`] for every one that is too long to be meant.
    pub(super) fn check(&self) -> Result<()> {
        let fields = [
            ("signing_reminder_days", self.signing_reminder_days, MOST_DAYS),
            ("ending_days", self.ending_days, MOST_DAYS),
            ("ending_minutes", self.ending_minutes, MOST_MINUTES),
            ("questionnaire_working_days", self.questionnaire_working_days, MOST_DAYS),
            ("instruction_days", self.instruction_days, MOST_DAYS),
            ("permit_entry_days", self.permit_entry_days, MOST_DAYS),
            ("permit_release_days", self.permit_release_days, MOST_DAYS),
        ];
        let long = fields.into_iter().filter(|(_, found, most)| found > most);
        let errors = long.map(|(field, found, most)| {
            let error = Error::new(Code::DealDeadlineLong).with("field", field);
            error.with("found", found).with("most", most).at(field)
        });
        Error::collect(errors.collect())
    }
}
