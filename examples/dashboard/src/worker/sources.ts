// What reports are made of, as the record has it (`kaipan report` takes the same). Nothing is decided here: lines become
// the records that `report.run` takes.
import type {
  AreaSettlementSheet, Assignment, ContractUpdate, Customer, Organisation, OrgNode, PresalePermit, ReportRecords, SpendRecord, StockEvent, Unit,
} from "kaipan/kpi";
import { deal as deals } from "kaipan/deal";
import type { LedgerPosting } from "kaipan/deal";
import type { Line, Record, Spend } from "./record";
import { targetsOf } from "./targets";

/** The evening of a day. */
export const evening = (day: string): string => `${day}T23:59:59`;

/** The organisation; the project companies are those that its nodes name. */
export function organisationOf(record: Record): Organisation {
  const nodes = record.bodies<OrgNode>("node");
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const codes = [...new Set(nodes.flatMap(({ company }) => (company ? [company] : [])))].sort();
  return { nodes, companies: codes.map((code) => ({ code, name: names.get(code) ?? code })) };
}

export const assignmentsOf = (record: Record): Assignment[] => record.bodies<Assignment>("assignment");

/** Everything but homes and services, which are as they were on a day. */
export function sourcesOf(record: Record, postings: LedgerPosting[]): ReportRecords {
  return {
    organisation: organisationOf(record),
    units: record.factUnits(),
    permits: record.bodies<PresalePermit>("permit"),
    events: record.dealEvents(),
    stock_events: record.stockEvents(),
    postings,
    follow_ups: record.followUps(),
    contracts: contractsOf(record),
    spend: spendOf(record),
    targets: targetsOf(record),
    customers: [...new Map(record.bodies<Customer>("customer").map((one) => [one.id, one])).values()],
  };
}

/** Homes, by their numbers, with their prices in force and their states in the evening of a day. */
export function homesOf(record: Record, day: string): Unit[] {
  const until = evening(day);
  const stock = new Map<string, StockEvent[]>();
  for (const event of record.stockEvents()) stock.set(event.unit_no, [...(stock.get(event.unit_no) ?? []), event]);
  const prices = new Map<string, string>();
  for (const { line, body } of record.of<{ list_price: string }>("price")) {
    if (line.unit && line.at <= until) prices.set(line.unit, body.list_price);
  }
  const units = record.bodies<Unit>("unit").sort((one, other) => (one.unit_no < other.unit_no ? -1 : 1));
  return units.map((unit) => {
    const { unit_no } = unit;
    const state = deals.replay({ unit_no, stock: stock.get(unit_no) ?? [], until }).stock?.state;
    const price = prices.get(unit_no);
    // The total of an old price does not hold any more.
    return { ...unit, ...(state ? { state } : {}), ...(price ? { list_price: price, list_total: null } : {}) };
  });
}

/** Spend has no key of its own: it is known by its day, medium and campaign, and its place among those. */
function spendOf(record: Record): SpendRecord[] {
  const keys = new Set<string>();
  const keyOf = (line: Line, medium: string): string => {
    const name = `${line.node ?? line.project}/${line.date}/${medium}`;
    let key = name;
    for (let number = 2; keys.has(key); number += 1) key = `${name}/${number}`;
    keys.add(key);
    return key;
  };
  return record.of<Spend>("spend").map(({ line, body }) => ({
    key: keyOf(line, body.medium), date: line.date, recorded_at: line.at, amount: body.amount, node: line.node ?? line.project,
    media: body.medium, campaign: body.campaign ?? null, department: body.department ?? null, person: body.person ?? null,
  }));
}

/** Filings of contracts, and the totals after the settlements of areas that were carried out. */
function contractsOf(record: Record): ContractUpdate[] {
  const filings = new Map<string, string>();
  const sheets = new Map<string, AreaSettlementSheet>();
  const updates: { n: number; update: ContractUpdate }[] = [];
  for (const event of record.services()) {
    if (event.change.kind === "started" && event.change.service_kind === "filing") filings.set(event.service, event.change.deal);
  }
  for (const { line, body: { at, service, change } } of record.of<ReturnType<Record["services"]>[number]>("service")) {
    const deal = filings.get(service);
    if (deal && change.kind === "step_done" && change.done.step === "filed") updates.push({ n: line.n, update: { deal, recorded_at: at, filed_on: change.done.on } });
  }
  for (const { line, body: { at, deal, change } } of record.of<ReturnType<Record["settlements"]>[number]>("area_settlement")) {
    if (change.kind === "submitted") sheets.set(deal, change.sheet);
    const total = change.kind === "executed" ? sheets.get(deal)?.contract_total_after : undefined;
    if (total) updates.push({ n: line.n, update: { deal, recorded_at: at, settled_total: total } });
  }
  return updates.sort((one, other) => one.n - other.n).map(({ update }) => update);
}
