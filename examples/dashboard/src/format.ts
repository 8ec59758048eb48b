// How the library's decimals are shown. Nothing is computed: digits are grouped, and the point of a share moves.
const GROUP = /\B(?=(\d{3})+(?!\d))/g;

/** With its thousands; `.00` is left out. */
export function grouped(value: string): string {
  const [whole = "", part = ""] = value.replace("-", "−").split(".");
  const rest = /^0*$/.test(part) ? "" : `.${part}`;
  return `${whole.replace(GROUP, ",")}${rest}`;
}

/** A share with four decimals as percent: the point moves by two places. */
export function percent(share: string): string {
  const sign = share.startsWith("-") ? "−" : "";
  const [whole = "0", part = ""] = share.replace("-", "").split(".");
  const digits = `${whole}${part.padEnd(4, "0").slice(0, 4)}`;
  const left = digits.slice(0, -2).replace(/^0+(?=\d)/, "");
  const right = digits.slice(-2).replace(/0+$/, "");
  return `${sign}${left}${right ? `.${right}` : ""}%`;
}

/** The length of a bar: a number for drawing alone. */
export const drawn = (value: string | null | undefined): number => Number(value ?? 0);

/** Whole ten-thousands for the axes of charts. */
export const axis = (language: "zh" | "en") => (value: number): string => {
  const size = Math.abs(value);
  if (language === "zh") {
    if (size >= 1e8) return `${Number((value / 1e8).toFixed(2))} 亿`;
    return size >= 1e4 ? `${Number((value / 1e4).toFixed(1))} 万` : String(value);
  }
  if (size >= 1e6) return `${Number((value / 1e6).toFixed(1))} m`;
  return size >= 1e3 ? `${Number((value / 1e3).toFixed(1))} k` : String(value);
};
