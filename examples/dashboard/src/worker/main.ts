// A thread of its own for everything that is computed: the page stays free to move.
import * as selling from "kaipan/deal";
import { init, KaipanError } from "kaipan/kpi";
import { Sales } from "./sales";

export interface Asked {
  id: number;
  name: string;
  args: unknown[];
}

let sales: Sales | undefined;

async function open(text: string, times: number): Promise<unknown> {
  await Promise.all([init(), selling.init()]);
  sales = new Sales(text, times);
  return sales.opened();
}

async function answer({ name, args }: Asked): Promise<unknown> {
  if (name === "open") return open(args[0] as string, args[1] as number);
  if (!sales) throw new Error("nothing is open");
  const work = sales[name as keyof Sales] as unknown as (...args: unknown[]) => unknown;
  return work(...args);
}

addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  try {
    postMessage({ id: data.id, answer: await answer(data) });
  } catch (error) {
    const said = error instanceof KaipanError ? { refusal: error.toJSON() } : { failure: String(error) };
    postMessage({ id: data.id, ...said });
  }
});
