// Files of the repository.
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
