//! The inputs of the engines, by name.

macro_rules! inputs {
    ($($(#[$doc:meta])* $input:ident = $name:literal;)*) => {
        /// An input of an engine. Its name is that of the field in most requests.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Input {
            $($(#[$doc])* $input,)*
        }

        impl Input {
            /// Its name, in `snake_case`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Input::$input => $name,)*
                }
            }
        }
    };
}

inputs! {
    /// An amount to write in words.
    Amount = "amount";
    /// Decimals to write.
    Decimals = "decimals";
    /// A text to read.
    Text = "text";
    /// Units as CSV text.
    Csv = "csv";
    /// What separates the cells of a CSV text.
    Delimiter = "delimiter";
    /// A project with its units.
    Project = "project";
    /// Units.
    Units = "units";
    /// One unit.
    Unit = "unit";
    /// A selection of units.
    Select = "select";
    /// Pricing schemes.
    Schemes = "schemes";
    /// One pricing scheme, or a discount scheme.
    Scheme = "scheme";
    /// Target averages and totals.
    Targets = "targets";
    /// Which rows of a price table carry their steps.
    Explain = "explain";
    /// What prices are checked against.
    Rules = "rules";
    /// Earlier changes of prices.
    LastChanges = "last_changes";
    /// Rows of columns.
    Rows = "rows";
    /// A composite discount.
    CompositeDiscount = "composite_discount";
    /// Net prices.
    Source = "source";
    /// How prices change.
    Mode = "mode";
    /// The code of what is made.
    Code = "code";
    /// The day from which prices hold.
    EffectiveDate = "effective_date";
    /// The floor price as a share of the list price.
    FloorRate = "floor_rate";
    /// A price bill.
    Bill = "bill";
    /// What is to be done with a price bill.
    Command = "command";
    /// Today.
    Today = "today";
    /// Prices to check.
    Prices = "prices";
    /// The day looked at.
    On = "on";
    /// A list price.
    List = "list";
    /// What conditions look at.
    Facts = "facts";
    /// Discounts that are chosen.
    Chosen = "chosen";
    /// Roles and what they may approve.
    Authority = "authority";
    /// A deal as it was.
    Before = "before";
    /// A deal as it becomes.
    After = "after";
    /// A list total.
    ListTotal = "list_total";
    /// A deal total.
    DealTotal = "deal_total";
    /// The deal total with the approved scheme alone.
    StandardTotal = "standard_total";
    /// A floor total.
    FloorTotal = "floor_total";
    /// What the discounts of single reasons take off.
    ByReason = "by_reason";
    /// A payment plan.
    Plan = "plan";
    /// The total to be paid.
    Total = "total";
    /// Dates that payments hang on.
    Dates = "dates";
    /// The day whose policies apply.
    AsOf = "as_of";
    /// A deposit in place of the plan's.
    Deposit = "deposit";
    /// A commercial loan in place of the full share.
    CommercialLoan = "commercial_loan";
    /// A fund loan in place of the full share.
    FundLoan = "fund_loan";
    /// The valuation of the bank.
    Appraisal = "appraisal";
    /// The filed total.
    FiledTotal = "filed_total";
    /// Which home of the household it is.
    HomeCount = "home_count";
    /// The least down payment.
    MinDownPayment = "min_down_payment";
    /// The largest deposit.
    DepositLimit = "deposit_limit";
    /// What loans are for.
    Purpose = "purpose";
    /// How long loans may run.
    LoanTerms = "loan_terms";
    /// What caps of loans ask of the borrowers.
    Borrower = "borrower";
    /// Amounts of fees.
    Fees = "fees";
    /// Working days.
    WorkingDays = "working_days";
    /// What was there before, with what was received.
    Existing = "existing";
    /// Loans.
    Loans = "loans";
    /// A policy.
    Policy = "policy";
    /// Amounts.
    Amounts = "amounts";
    /// A rate.
    Rate = "rate";
    /// The policies that quotes are made under.
    Policies = "policies";
    /// Unit, buyer and dates of a quote.
    Case = "case";
    /// How a buyer wants to buy.
    Choice = "choice";
    /// Several ways to buy.
    Choices = "choices";
    /// The annual rate at which later payments are worth less today.
    AnnualRate = "annual_rate";
    /// A quote as it was given.
    Quote = "quote";
    /// What the host knows as it asks.
    Context = "context";
    /// The stock of a unit.
    Stock = "stock";
    /// A deal.
    Deal = "deal";
    /// Entries of a lottery.
    Entries = "entries";
    /// A seed.
    Seed = "seed";
    /// A hash that was published.
    PublishedHash = "published_hash";
    /// Commands that are not yet asked for.
    Drafts = "drafts";
}
