/** A named value inside a message. */
export interface ErrorParam {
  name: string;
  value: string;
}

/** An error as every host of the library writes it. */
export interface ErrorBody {
  code: string;
  number: number;
  path: string;
  params?: ErrorParam[];
  zh: string;
  en: string;
  hint_zh: string;
  hint_en: string;
  others?: ErrorBody[];
}

/**
 * 请求为什么被拒绝：稳定的代码、出错位置、中英文说明。
 *
 * Why a request was refused: a stable code, the place, and messages in Chinese and English.
 */
export class KaipanError extends Error {
  /** Stable code, such as `pricing.no_base`. */
  readonly code: string;
  /** Stable number of the code. */
  readonly number: number;
  /** JSON Pointer of the offending input; empty for the request as a whole. */
  readonly path: string;
  /** Values inside the message. */
  readonly params: readonly ErrorParam[];
  /** Message in Chinese. */
  readonly zh: string;
  /** Message in English. */
  readonly en: string;
  /** How to mend it, in Chinese and English. */
  readonly hints: { readonly zh: string; readonly en: string };
  /** Everything else that is wrong with the same request. */
  readonly others: readonly KaipanError[];
  readonly #body: ErrorBody;

  constructor(body: ErrorBody, options?: ErrorOptions) {
    super(`${body.code}${body.path && ` at ${body.path}`}: ${body.en} | ${body.zh}`, options);
    this.name = "KaipanError";
    this.code = body.code;
    this.number = body.number;
    this.path = body.path;
    this.params = body.params ?? [];
    this.zh = body.zh;
    this.en = body.en;
    this.hints = { zh: body.hint_zh, en: body.hint_en };
    this.others = (body.others ?? []).map((other) => new KaipanError(other));
    this.#body = body;
  }

  /**
   * What stands under `error` in the answer of every other host: `JSON.stringify({ error })` gives
   * the same bytes.
   */
  toJSON(): ErrorBody {
    return this.#body;
  }
}
