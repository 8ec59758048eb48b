// The same project in Node, by Node's own rules for finding packages: nothing has to be given to
// load the module.
import * as kaipan from "kaipan";
import { initSync as initDeals, operations as dealing } from "kaipan/deal";
import { initSync as initQuotes, operations as quoting } from "kaipan/quote";

kaipan.initSync();
initQuotes();
initDeals();
const more: Promise<void> = kaipan.init();
await more;
if (quoting().length === 0 || dealing().length === 0 || kaipan.operations().length < 20) throw new Error("not loaded");
