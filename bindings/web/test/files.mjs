// Files of the repository.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

export const file = (path) => readFileSync(new URL(path, root), "utf8");

/** Every case of tests/vectors: name and text. */
export function vectors() {
  const folder = new URL("tests/vectors/", root);
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
}

/** A sample project with its units. */
export function sample(kaipan, name) {
  const request = JSON.parse(file(`examples/${name}/project.json`));
  const { units } = kaipan.project.importUnits({ csv: file(`examples/${name}/units.csv`) });
  request.project.units = units;
  return request;
}

/** A day since 1970-01-01 as JSON has it. */
export const day = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Whole fen as yuan. */
export const yuan = (fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

/** Whether an error has a code and a place. */
export const refused = (code, path) => (error) => {
  assert.equal(error?.name, "KaipanError", String(error));
  assert.deepEqual([error.code, error.path], [code, path]);
  return true;
};
