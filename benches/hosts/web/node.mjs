// What the work costs from Node:  node node.mjs QUOTE TABLE COLUMNS
import { readFileSync } from "node:fs";
import * as kaipan from "../../../bindings/web/dist/index.node.js";
import { measure } from "./work.mjs";

await kaipan.init();
const texts = process.argv.slice(2, 5).map((path) => readFileSync(path, "utf8"));
console.log(JSON.stringify(measure("Node", kaipan, ...texts)));
