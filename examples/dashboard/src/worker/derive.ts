// From records to facts: `kpi.facts` derives them, and what the lines say beside is put to them.
import { kpi, type Deal, type Fact, type Finding } from "kaipan/kpi";
import type { Record, Spend } from "./record";

export interface Derived {
  facts: Fact[];
  deals: Deal[];
  findings: Finding[];
}

export function derive(record: Record): Derived {
  const answer = kpi.facts({
    units: record.factUnits(),
    events: record.dealEvents(),
    stock_events: record.stockEvents(),
    entries: record.entries(),
    follow_ups: record.followUps(),
  });
  const said = lastSaid(record);
  const facts = (answer.state.facts ?? []).map((fact) => {
    const line = fact.deal ? said.get(fact.deal) : undefined;
    if (!line) return fact;
    return {
      ...fact,
      node: fact.node ?? line.node ?? null,
      agent: fact.agent ?? line.agent ?? null,
      media: fact.media ?? line.media ?? null,
    };
  });
  return { facts: [...facts, ...spend(record)], deals: answer.state.deals ?? [], findings: answer.findings ?? [] };
}

/** What lines say of node, agent and medium of each deal. */
function lastSaid(record: Record): Map<string, { node?: string; agent?: string; media?: string }> {
  const said = new Map<string, { node?: string; agent?: string; media?: string }>();
  for (const { line, body } of record.of<{ deal: string }>("deal")) {
    const { node, agent, media } = line;
    said.set(body.deal, { ...said.get(body.deal), ...(node ? { node } : {}), ...(agent ? { agent } : {}), ...(media ? { media } : {}) });
  }
  return said;
}

/** Spend is a fact as it stands. */
function spend(record: Record): Fact[] {
  return record.of<Spend>("spend").map(({ line, body }) => ({
    key: `spend/${line.n}`,
    kind: "spend",
    date: line.date,
    node: line.project,
    media: body.medium,
    campaign: body.campaign,
    amount: body.amount,
  }));
}
