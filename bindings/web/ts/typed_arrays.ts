import type { Engine } from "./engine.js";

/** In the place of a day: there is none. */
export const NO_DAY = -(2 ** 31);

/** A kind of typed array that columns have. */
export type Column =
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Uint16ArrayConstructor
  | Uint8ArrayConstructor;

/** A column of this kind; anything else is refused by its name. */
export function checked<K extends Column>(
  engine: Engine,
  name: string,
  kind: K,
  column: unknown,
): InstanceType<K> {
  if (column instanceof kind) return column as InstanceType<K>;
  throw engine.misuse(name, `应为 ${kind.name}`, `has to be a ${kind.name}`);
}
