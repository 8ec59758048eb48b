// What is owed, how old it is, and what will come in, on a day.
import { ledger, overdue, type LedgerPosting } from "kaipan/deal";
import type { Deal, Finding } from "kaipan/kpi";
import type { Filter, Money } from "../answers";
import { FORECAST, LATE_FEE } from "../policy";

export interface Books {
  postings: LedgerPosting[];
  refused: Finding[];
  deals: Deal[];
  nodes: Map<string, string>;
}

export function money({ postings, refused, deals, nodes }: Books, { node, on }: Filter): Money {
  const owed = overdue.claims({ ledger: { postings }, as_of: on, deals });
  const wanted = (deal: string) => node === "" || nodes.get(deal) === node;
  const claims = owed.claims.filter(({ deal }) => wanted(deal));
  const known = owed.deals.filter(({ id }) => wanted(id));
  const prepayments = owed.prepayments.filter(({ deal }) => deal && wanted(deal));
  const { totals } = overdue.assess({ policy: LATE_FEE, as_of: on, claims, deals: known });
  const aged = overdue.aging({ as_of: on, claims, deals: known, prepayments, policy: LATE_FEE, by: ["agent", "loan", "deal"] });
  const forecast = overdue.forecast({ as_of: on, to: monthsOn(on, 3), claims, deals: known, forecast_policy: FORECAST, policy: LATE_FEE });
  return {
    totals, columns: aged.columns, total: aged.total, tables: aged.tables ?? [], forecast: forecast.periods, forecastTotals: forecast.totals, refused,
  };
}

/** The last day of the month so many months on. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

export const statement = ({ postings }: Books, deal: string, on: string) => ledger.statement({ ledger: { postings }, as_of: on, deal });
