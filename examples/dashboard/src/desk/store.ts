// What the desk records, kept in this browser: lines of the same form as those of the selling year, in order.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Line } from "../worker/record";

interface Kept extends DBSchema {
  lines: { key: number; value: Line };
}

export class Store {
  readonly lines: Line[];
  readonly #database: IDBPDatabase<Kept>;

  private constructor(database: IDBPDatabase<Kept>, lines: Line[]) {
    this.#database = database;
    this.lines = lines;
  }

  static async open(): Promise<Store> {
    const database = await openDB<Kept>("kaipan-desk", 1, {
      upgrade: (fresh) => void fresh.createObjectStore("lines", { keyPath: "n" }),
    });
    return new Store(database, await database.getAll("lines"));
  }

  /** Lines of one decision: all are kept, or none. */
  async append(lines: Line[]): Promise<void> {
    const writing = this.#database.transaction("lines", "readwrite");
    await Promise.all([...lines.map((line) => writing.store.add(line)), writing.done]);
    this.lines.push(...lines);
  }

  async clear(): Promise<void> {
    await this.#database.clear("lines");
    this.lines.length = 0;
  }

  /** JSON Lines. */
  exported(): string {
    return this.lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  }
}
