// The work of the table of all hosts, the same in Node and in a browser.

// A round takes at least as long, so that the clock is fine enough.
const ROUND_MS = 50;
const ROUNDS = 7;

/** Milliseconds for one time in the best round. */
function best(once) {
  let found = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    let times = 0;
    let took = 0;
    do {
      once();
      times += 1;
      took = performance.now() - start;
    } while (took < ROUND_MS);
    found = Math.min(found, took / times);
  }
  return found;
}

const bytes = (text) => new TextEncoder().encode(text).length;

/**
 * Times a request of quote.make, one of pricing.table, and the columns of `{scheme, units}`. The
 * checksum tells that every host did the same: bytes of both responses and all totals in fen.
 */
export function measure(host, kaipan, quote, table, columns) {
  const { scheme, units } = JSON.parse(columns);
  const compiled = kaipan.compile(scheme, units);
  const rows = compiled.columns;
  const out = {
    unitPrices: new Float64Array(rows.areas.length),
    totals: new Float64Array(rows.areas.length),
  };
  const makeQuote = () => kaipan.call("quote.make", quote);
  const makeTable = () => kaipan.call("pricing.table", table);
  const price = () => compiled.price(rows, out);
  const total = Math.round(Number(price().total) * 100);
  return {
    host,
    quote_us: Number((best(makeQuote) * 1e3).toFixed(2)),
    table_ms: Number(best(makeTable).toFixed(3)),
    columnar_ns_per_unit: Number(((best(price) * 1e6) / Math.max(rows.areas.length, 1)).toFixed(3)),
    checksum: [bytes(makeQuote()), bytes(makeTable()), total].join("-"),
  };
}
