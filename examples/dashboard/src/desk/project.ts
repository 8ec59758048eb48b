// What a host knows of its project on the first day of the desk: the selling year up to then.
import type { Assignment, DealPolicy, Organisation, OrgNode, PresalePermit, SaleStatus, Unit } from "kaipan/deal";
import type { Line } from "../worker/record";

/** The evening after which the desk begins. */
export const FIRST_DAY = "2026-06-20";

export class Project {
  readonly lines: Line[];
  readonly project: string;
  readonly units: Map<string, { node: string; unit: Unit }>;
  readonly permits: PresalePermit[];
  readonly status: SaleStatus;
  readonly policy: DealPolicy;
  readonly organisation: Organisation;
  readonly assignments: Assignment[];

  constructor(text: string) {
    const all = text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Line);
    this.lines = all.filter(({ at }) => at.slice(0, 10) < FIRST_DAY);
    const of = <T>(kind: string) => this.lines.filter((line) => line.kind === kind).map((line) => ({ line, body: line.body as T }));
    this.project = all[0]?.project ?? "";
    this.units = new Map(of<Unit>("unit").map(({ line, body }) => [body.unit_no, { node: line.node ?? this.project, unit: body }]));
    this.permits = of<PresalePermit>("permit").map(({ body }) => body);
    this.status = of<SaleStatus>("status")[0]?.body as SaleStatus;
    this.policy = of<DealPolicy>("policy")[0]?.body as DealPolicy;
    const nodes = of<OrgNode>("node").map(({ body }) => body);
    const company = nodes.find(({ id }) => id === this.project)?.company;
    this.organisation = { nodes, companies: company ? [{ code: company, name: company }] : [] };
    this.assignments = of<Assignment>("assignment").map(({ body }) => body);
  }

  nodeName = (id: string): string => this.organisation.nodes?.find((node) => node.id === id)?.name ?? id;

  /** Somebody who has a role. */
  personOf = (role: string): string => this.assignments.find((one) => one.role === role)?.person ?? role;
}
