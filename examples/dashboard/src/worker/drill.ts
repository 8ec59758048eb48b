// Down to the deals, and to one of them.
import { deal as deals } from "kaipan/deal";
import type { Deal, DealEvent } from "kaipan/kpi";
import type { DealDetail, DealRow, Filter } from "../answers";
import { type Books, statement } from "./money";
import { tried } from "./view";

/** By what deals are chosen beside the filter. */
export interface Wanted {
  agent?: string;
  node?: string;
  media?: string;
  unit?: string;
}

export function row(deal: Deal, node: string): DealRow {
  const document = deal.documents?.at(-1);
  return {
    deal: deal.id, unit: deal.unit_no ?? "", node, agent: deal.agent ?? "", customer: deal.buyers?.[0]?.customer ?? "",
    document: document?.kind ?? "", state: document?.state ?? "", total: deal.price?.contract_total ?? "", on: (document?.active_at ?? "").slice(0, 10),
  };
}

export function list(books: Books, media: Map<string, string>, filter: Filter, wanted: Wanted): DealRow[] {
  const end = filter.on < filter.to ? filter.on : filter.to;
  return books.deals
    .map((deal) => row(deal, books.nodes.get(deal.id) ?? ""))
    .filter((one) => one.on >= filter.from && one.on <= end)
    .filter((one) => (filter.node === "" || one.node === filter.node) && (!wanted.node || one.node === wanted.node))
    .filter((one) => (!wanted.agent || one.agent === wanted.agent) && (!wanted.unit || one.unit === wanted.unit))
    .filter((one) => !wanted.media || media.get(one.deal) === wanted.media)
    .sort((one, other) => (one.on < other.on ? 1 : -1));
}

export function detail(books: Books, events: Map<string, DealEvent[]>, id: string, on: string): DealDetail {
  const history = (events.get(id) ?? []).filter(({ at }) => at.slice(0, 10) <= on);
  const { deal } = deals.replay({ deal_id: id, deal: history });
  if (!deal) throw new Error(`no deal ${id}`);
  return { row: row(deal, books.nodes.get(id) ?? ""), deal, events: history, statement: tried(() => statement(books, id, on)) };
}
