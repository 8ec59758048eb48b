// Services and deals as they were in the evening of a day, with the days that planned days count from.
import { deal as deals } from "kaipan/deal";
import type { Deal, DealEvent, FollowedService, ServiceDates, ServiceEvent, ServiceKind } from "kaipan/kpi";
import { service as services } from "kaipan/service";
import { evening } from "./sources";

/** A deal with what had happened to it. */
export function dealOn(id: string, events: DealEvent[], day: string): Deal | undefined {
  return deals.replay({ deal_id: id, deal: events, until: evening(day) }).deal ?? undefined;
}

interface Begun {
  id: string;
  deal: string;
  kind: ServiceKind;
  events: ServiceEvent[];
}

/** Services that had begun, in the order of their ids. */
export function followedOn(events: ServiceEvent[], eventsOf: (deal: string) => DealEvent[], day: string): FollowedService[] {
  const begun = new Map<string, Begun>();
  for (const event of events.filter(({ at }) => at <= evening(day))) {
    const { change, service: id } = event;
    if (change.kind === "started" && !begun.has(id)) begun.set(id, { id, deal: change.deal, kind: change.service_kind, events: [] });
    begun.get(id)?.events.push(event);
  }
  const all = [...begun.values()].map((one) => services.replay(one).service).sort((one, other) => (one.id < other.id ? -1 : 1));
  const dates = new Map<string, ServiceDates>();
  const datesOf = (deal: string): ServiceDates => {
    const own = all.filter((one) => one.deal === deal);
    const known = dates.get(deal) ?? services.dates({ deal: dealOn(deal, eventsOf(deal), day) ?? { id: deal }, services: own });
    dates.set(deal, known);
    return known;
  };
  return all.map((service) => ({ service, dates: datesOf(service.deal) }));
}
