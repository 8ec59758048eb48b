// Asking the worker. Answers come in the order in which they were asked for.
import { type ErrorBody, KaipanError } from "kaipan/kpi";
import type { Sales } from "./worker/sales";
import type { Opened } from "./answers";

interface Reply {
  id: number;
  answer?: unknown;
  refusal?: ErrorBody;
  failure?: string;
}

/** What can be asked for. */
type Methods = Pick<Sales, "view" | "bridge" | "stock" | "forecast" | "commission" | "money" | "deals" | "deal" | "reports" | "report" | "due" | "behind">;

const worker = new Worker(new URL("./worker/main.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (why: unknown) => void }>();
let last = 0;

worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
  const asked = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.refusal) asked?.reject(new KaipanError(data.refusal));
  else if (data.failure !== undefined) asked?.reject(new Error(data.failure));
  else asked?.resolve(data.answer);
});
worker.addEventListener("error", ({ message }) => {
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
});

function send(name: string, args: unknown[]): Promise<unknown> {
  last += 1;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, name, args });
  });
}

export const openRecord = (text: string, times: number): Promise<Opened> => send("open", [text, times]) as Promise<Opened>;

export function ask<N extends keyof Methods>(name: N, ...args: Parameters<Methods[N]>): Promise<Awaited<ReturnType<Methods[N]>>> {
  return send(name, args) as Promise<Awaited<ReturnType<Methods[N]>>>;
}
