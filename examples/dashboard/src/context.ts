// What every panel is given beside its figures.
import type { Wanted } from "./worker/drill";
import type { FilterBar } from "./filter";

export interface Context {
  filter: FilterBar;
  /** Opens the list of deals. */
  drill: (title: string, wanted: Wanted) => void;
}
