// What the house has decided: late payment and how likely money comes in, as `examples/yunjing-bay/year/overdue.json` has
// them, and what consultants earn.
import type { CommissionScheme } from "kaipan/kpi";
import type { ForecastPolicy, LateFeePolicy } from "kaipan/deal";

export const LATE_FEE: LateFeePolicy = { tiers: [{ up_to_days: 30, rate: "0.0001" }, { rate: "0.0002" }] };

export const FORECAST: ForecastPolicy = {
  rates: [
    { kind: "non_loan", probability: "0.95" },
    { kind: "non_loan", from_days: 1, to_days: 90, probability: "0.8", lag_days: 15 },
    { kind: "non_loan", from_days: 91, probability: "0.4", lag_days: 30 },
    { kind: "loan", probability: "0.95", lag_days: 5 },
    { kind: "loan", from_days: 1, probability: "0.9", lag_days: 15 },
    { kind: "fee", probability: "0.9" },
    { kind: "fee", from_days: 1, probability: "0.7", lag_days: 30 },
  ],
};

/** By what is signed in a month: 0.2 % up to 10 million, 0.3 % up to 30 million, 0.4 % above. */
export const COMMISSION: CommissionScheme = {
  code: "2026",
  measure: "deal_amount",
  period: "month",
  pay: {
    kind: "tiers",
    mode: "marginal",
    tiers: [{ above: "0", rate: "0.002" }, { above: "10000000", rate: "0.003" }, { above: "30000000", rate: "0.004" }],
  },
  earned: [{ share: "1", on: "signing" }],
  claw_back: { kind: "all" },
};
