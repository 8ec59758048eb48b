// Reports over the record: `report.run` makes them, and what is behind a row is looked up by its keys.
import { organisation as organisations } from "kaipan/deal";
import { type DealEvent, type Finding, report, type ReportReader, type ReportRecords, type ReportTable } from "kaipan/kpi";
import { init } from "kaipan/service";
import type { Behind, Choices, DealBehind, Due, Wish } from "../reports/answers";
import { row } from "./drill";
import { dealOn, followedOn } from "./followed";
import type { Books } from "./money";
import type { Record } from "./record";
import { assignmentsOf, homesOf, organisationOf, sourcesOf } from "./sources";

/** Days in which the next report is looked for: reports of a month are due once in them. */
const AHEAD = 31;

export class Reports {
  readonly #sources: ReportRecords;
  readonly #onDay = new Map<string, Pick<ReportRecords, "homes" | "services">>();

  private constructor(readonly record: Record, readonly books: Books, readonly events: Map<string, DealEvent[]>) {
    this.#sources = sourcesOf(record, books.postings);
  }

  static async open(record: Record, books: Books, events: Map<string, DealEvent[]>): Promise<Reports> {
    await init();
    return new Reports(record, books, events);
  }

  choices(): Choices {
    const { nodes } = organisationOf(this.record);
    const levels = new Map<string, number>();
    for (const { id, parents } of nodes) levels.set(id, (levels.get(parents?.at(-1)?.parent ?? "") ?? -1) + 1);
    const roles = new Map(organisations.rolesPreset({}).roles.roles.map(({ code, name, name_en }) => [code, { zh: name, en: name_en }]));
    return {
      reports: report.list({}).reports,
      nodes: nodes.map(({ id, name }) => ({ id, name, level: levels.get(id) ?? 0 })),
      readers: assignmentsOf(this.record).map(({ person, role }) => ({ person, role: roles.get(role) ?? { zh: role, en: role } })),
      refused: this.books.refused,
    };
  }

  run({ report: name, kind, from, to, on, node, reader }: Wish): ReportTable {
    return report.run({
      report: name, records: this.#records(on), periods: { kind, from, to }, as_of: on, node: node || null, reader: this.#reader(reader) ?? null,
    });
  }

  due(day: string): Due {
    const { due } = report.calendar({ from: day, to: new Date(Date.parse(`${day}T00:00:00Z`) + AHEAD * 86_400_000).toISOString().slice(0, 10) });
    const today = due.filter(({ due_on }) => due_on === day);
    return { today, next: today.length ? [] : due.filter(({ due_on }) => due_on === due[0]?.due_on) };
  }

  /** What stands behind a row, as far as the reader may read deals. */
  behind(wish: Wish, deals: string[], keys: string[]): Behind {
    const lackingOf = this.#rights(wish);
    const found = deals.flatMap((id): DealBehind[] => {
      const deal = dealOn(id, this.events.get(id) ?? [], wish.on);
      if (!deal) return [];
      const node = this.books.nodes.get(id) ?? this.record.project;
      return [{ row: row(deal, node), lacking: lackingOf(node, deal.agent ?? "") }];
    });
    const { facts, findings = [] } = report.facts({
      records: this.#records(wish.on), facts: keys, as_of: wish.on, reader: this.#reader(wish.reader) ?? null,
    });
    return { deals: found, facts, findings };
  }

  #reader(person: string): ReportReader | undefined {
    return person ? { person, assignments: assignmentsOf(this.record) } : undefined;
  }

  /** What a reader lacks to read the deals of an agent at a node; nothing without a reader. */
  #rights({ reader, on }: Wish): (node: string, owner: string) => Finding[] {
    const asked = new Map<string, Finding[]>();
    const organisation = organisationOf(this.record);
    return (node, owner) => {
      if (!reader) return [];
      const key = `${node}\n${owner}`;
      const known = asked.get(key);
      if (known) return known;
      const { permission } = organisations.may({
        organisation, assignments: assignmentsOf(this.record), act: { person: reader, command: "deal.read", node, owner: owner || null, day: on },
      });
      const lacking = permission.allowed ? [] : (permission.lacking ?? []);
      asked.set(key, lacking);
      return lacking;
    };
  }

  /** Homes and services are as they were in the evening of the day looked at. */
  #records(day: string): ReportRecords {
    const known = this.#onDay.get(day) ?? {
      homes: homesOf(this.record, day),
      services: followedOn(this.record.services(), (deal) => this.events.get(deal) ?? [], day),
    };
    this.#onDay.set(day, known);
    return { ...this.#sources, ...known };
  }
}
