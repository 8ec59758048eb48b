// The sample projects, loaded when they are opened.
import {
  type AnchorDates,
  type AverageBasis,
  type PricingScheme,
  type Project,
  pricing,
  project,
  type SalesPolicies,
  type Unit,
} from "kaipan";
import songfengProject from "../../songfeng-mingyue/project.json?url";
import songfengUnits from "../../songfeng-mingyue/units.csv?url";
import yunjingCase from "../../yunjing-bay/case.json?url";
import yunjingProject from "../../yunjing-bay/project.json?url";
import yunjingSales from "../../yunjing-bay/sales.json?url";
import yunjingUnits from "../../yunjing-bay/units.csv?url";

/** What quotes ask of some buildings. */
interface BuildingFacts {
  buildings: string[];
  property_use?: "residential" | "non_residential" | "parking";
  elevator?: boolean;
  storeys?: number;
}

/** What is the same in every quote of a project. */
export interface CaseFacts {
  signing_days?: number;
  vat_rate?: string;
  dates?: AnchorDates;
  buildings?: BuildingFacts[];
}

/** The homes of one building that one scheme prices. */
export interface View {
  building: string;
  name: string;
  scheme: PricingScheme;
  /** Which area prices and averages are per. */
  basis: AverageBasis;
  units: Unit[];
  /** The base price that the project has today, yuan per m². */
  base: string;
}

/** A project that was opened. */
export interface Sample {
  project: Project;
  views: View[];
  sales?: SalesPolicies;
  facts: CaseFacts;
}

interface Files {
  name: readonly [string, string];
  project: string;
  units: string;
  sales?: string;
  facts?: string;
}

export const SAMPLES: Record<string, Files> = {
  "songfeng-mingyue": {
    name: ["松风明月花园（真实项目）", "Songfeng Mingyue (a real project)"],
    project: songfengProject,
    units: songfengUnits,
  },
  "yunjing-bay": {
    name: ["云璟湾（虚构项目）", "Yunjing Bay (invented)"],
    project: yunjingProject,
    units: yunjingUnits,
    sales: yunjingSales,
    facts: yunjingCase,
  },
};

async function load(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

export async function open(name: string): Promise<Sample> {
  const files = SAMPLES[name];
  if (!files) throw new Error(`no sample ${name}`);
  const optional = (url: string | undefined) => (url ? load(url) : undefined);
  const [projectText, csv, sales, facts] = await Promise.all([
    load(files.project),
    load(files.units),
    optional(files.sales),
    optional(files.facts),
  ]);
  const request = JSON.parse(projectText);
  const { units } = project.importUnits({ csv });
  request.project.units = units;
  return {
    project: request.project,
    views: views(request, units),
    ...(sales ? { sales: JSON.parse(sales) } : {}),
    facts: facts ? JSON.parse(facts) : {},
  };
}

/** One view a building and scheme, with the base price of today's table. */
function views(request: { project: Project; schemes: PricingScheme[] }, units: Unit[]): View[] {
  const rows = pricing.table({ ...request, active_deals: "reprice" }).rows;
  const byNumber = new Map(units.map((unit) => [unit.unit_no, unit]));
  const found = new Map<string, View>();
  for (const row of rows) {
    const scheme = request.schemes.find((known) => known.code === row.scheme);
    const unit = byNumber.get(row.unit_no);
    if (!scheme || !unit || typeof row.base_price !== "string") continue;
    const key = `${row.building}\n${row.scheme}`;
    let view = found.get(key);
    if (!view) {
      const known = request.project.buildings?.find(({ code }) => code === row.building);
      const name = known?.name ?? row.building;
      const basis = scheme.area_basis === "inside" ? "inside" : "building";
      view = { building: row.building, name, scheme, basis, units: [], base: row.base_price };
      found.set(key, view);
    }
    view.units.push(unit);
  }
  return [...found.values()];
}
