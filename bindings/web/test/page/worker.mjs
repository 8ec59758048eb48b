import * as kaipan from "/dist/index.js";
import { run } from "/test/vectors.mjs";

onmessage = ({ data: { module, files } }) => {
  kaipan.initSync(module);
  postMessage(run(kaipan, files));
};
