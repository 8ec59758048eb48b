// The cases of tests/vectors as a host runs them; also loaded by the page.

/** The areas of `kaipan/deal`; all others are of `kaipan`. */
export const DEALS = [
  "organisation", "approval", "customer", "opportunity", "ownership", "channel", "questionnaire", "numbering",
  "stock", "deal", "lottery", "queue",
];

/** Whether an operation is one of `kaipan/deal`. */
export const isOfDeals = (operation) => DEALS.includes(operation.split(".")[0]);

/** The cases of `kaipan`, of `kaipan/quote` and of `kaipan/deal`. */
export function byEntry(files) {
  return {
    full: files.filter(([, text]) => !isOfDeals(read(text).operation)),
    quotes: files.filter(([name]) => name.startsWith("quote.")),
    deals: files.filter(([, text]) => isOfDeals(read(text).operation)),
  };
}

/** What is passed and what has to come out. */
export function read(text) {
  const { operation, request, request_text, response, error } = JSON.parse(text);
  return {
    operation,
    request: request_text ?? JSON.stringify(request),
    expected: response === undefined ? `{"error":${JSON.stringify(error)}}` : JSON.stringify(response),
  };
}

/** What comes out of the library. */
export function answer({ call, KaipanError }, { operation, request }) {
  try {
    return call(operation, request);
  } catch (error) {
    if (error instanceof KaipanError) return JSON.stringify({ error });
    throw error;
  }
}

/** Runs cases and tells which do not give their bytes. */
export function run(kaipan, files) {
  const wrong = [];
  for (const [name, text] of files) {
    const vector = read(text);
    const found = answer(kaipan, vector);
    if (found === vector.expected) continue;
    const at = [...found].findIndex((c, i) => c !== vector.expected[i]);
    const around = (text) => text.slice(Math.max(0, at - 60), at + 100);
    wrong.push(`${name}: expected …${around(vector.expected)}, found …${around(found)}`);
  }
  return wrong;
}
