// Chinese and English, and how numbers are shown.
import type { AverageBasis } from "kaipan";

export type Language = "zh" | "en";

const TEXTS = {
  title: ["开盘 · 价格试算", "kaipan · price calculator"],
  project: ["项目", "Project"],
  controls: ["试算", "What if"],
  building: ["楼栋", "Building"],
  by: ["调整", "Move"],
  base: ["基准价", "Base price"],
  average: ["目标均价", "Target average"],
  perBuildingArea: ["元/㎡", "yuan/m²"],
  perInsideArea: ["元/㎡ 套内", "yuan/m² inside"],
  board: ["价格图", "Price map"],
  hint: ["点一套房看价格的由来和置业计划；方向键移动，回车打开。", "Tap a home for its price and a quote; arrow keys move, Enter opens."],
  footer: ["全部计算在本页内完成，不上传任何数据。", "Everything is computed in this page; nothing is sent anywhere."],
  homes: ["套数", "Homes"],
  mean: ["均价", "Average"],
  total: ["总价", "Total"],
  range: ["最低—最高", "Range"],
  solved: ["反推基准价", "Solved base"],
  time: ["用时", "Took"],
  floor: ["楼层", "Floor"],
  close: ["关闭", "Close"],
  area: ["建筑面积", "Area"],
  insideArea: ["套内面积", "Inside area"],
  layout: ["户型", "Layout"],
  unitPrice: ["单价", "Unit price"],
  steps: ["价格的由来", "How the price is made"],
  step: ["步骤", "Step"],
  value: ["数值", "Value"],
  after: ["结果", "Result"],
  quote: ["置业计划", "Quote"],
  plan: ["付款方式", "Plan"],
  date: ["认购日期", "Subscription"],
  noPolicies: ["此示例项目没有销售政策，不能生成置业计划。", "This sample has no sales policies, so there is no quote."],
  list: ["表价", "List price"],
  deal: ["成交价", "Deal price"],
  discounts: ["优惠", "Discounts"],
  noDiscounts: ["无可用优惠", "none admissible"],
  firstCash: ["签约前自有资金", "Own cash until signing"],
  monthly: ["月供", "Monthly payment"],
  fees: ["买方税费", "Buyer's fees and taxes"],
  schedule: ["付款计划", "Schedule"],
  line: ["款项", "Payment"],
  due: ["应付日期", "Due"],
  amount: ["金额（元）", "Amount, yuan"],
  open: ["待定", "open"],
  validUntil: ["有效至", "Valid until"],
  pick: ["在价格图上选一套房。", "Pick a home on the map."],
  failed: ["没有完成，请重试", "This did not work, please try again"],
} as const satisfies Record<string, readonly [string, string]>;

/** Rules of the steps of a price. */
const RULES: Record<string, readonly [string, string]> = {
  base: ["基准价", "Base price"],
  solved_base: ["反推基准价", "Solved base price"],
  coefficient: ["× 系数", "× coefficient"],
  percent: ["＋ 百分比", "+ percentage"],
  score: ["打分", "Score"],
  difference: ["＋ 差价", "+ difference"],
  spot: ["＋ 干扰", "+ spot adjustment"],
  gift: ["＋ 赠送面积", "+ gift area"],
  lump_sum: ["＋ 一次性金额", "+ lump sum"],
  composite_discount: ["÷ 综合折扣", "÷ composite discount"],
  unit_rounding: ["单价取整", "Unit price rounded"],
  area: ["× 面积", "× area"],
  total_rounding: ["总价取整", "Total rounded"],
  levelling: ["调平", "Levelling"],
  derived: ["总价反算单价", "Unit price from total"],
  override: ["手工定价", "Set by hand"],
  entered: ["按套录入", "Entered"],
  kept: ["保留原价", "Kept"],
};

/** Attributes of units, which factors without a name of their own go by. */
const ATTRIBUTES: Record<string, readonly [string, string]> = {
  building: ["楼栋", "building"],
  stair: ["单元", "stair"],
  floor: ["楼层", "floor"],
  line: ["户位", "line"],
  stack: ["户位线", "stack"],
  phase: ["分期", "phase"],
  precinct: ["组团", "precinct"],
  orientation: ["朝向", "orientation"],
  view: ["景观", "view"],
  layout: ["户型", "layout"],
  area_band: ["面积段", "area band"],
  fitout: ["装修标准", "fit-out"],
  noise: ["噪音", "noise"],
  daylight: ["采光", "daylight"],
  product_type: ["业态", "product type"],
  unit: ["房间", "unit"],
};

/** States of units whose price a deal keeps. */
const STATES: Record<string, readonly [string, string]> = {
  booked: ["预定", "booked"],
  subscribed: ["认购", "subscribed"],
  signed: ["签约", "signed"],
};

const STORE = "kaipan-language";

function remembered(): Language {
  try {
    const stored = localStorage.getItem(STORE);
    if (stored === "zh" || stored === "en") return stored;
  } catch {
    // Storage may be forbidden; then the language of the browser counts.
  }
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

let language = remembered();

export const current = (): Language => language;

export function change(to: Language): void {
  language = to;
  try {
    localStorage.setItem(STORE, to);
  } catch {
    // Not remembered then.
  }
}

/** One of two texts. */
export const say = (zh: string, en: string): string => (language === "zh" ? zh : en);

export function text(key: keyof typeof TEXTS): string {
  const [zh, en] = TEXTS[key];
  return say(zh, en);
}

/** The unit of prices. */
export const unitOfPrice = (basis: AverageBasis): string =>
  text(basis === "inside" ? "perInsideArea" : "perBuildingArea");

export const ruleText = (rule: string): string => say(...(RULES[rule] ?? [rule, rule]));

/** The name of a step of a price. */
export function stepName(rule: string, name: string): string {
  const known = rule === "kept" ? STATES[name] : ATTRIBUTES[name];
  return known ? say(...known) : name.replace(/^custom:/, "");
}

/** Puts the texts of the language into the page. */
export function translate(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text("title");
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = text(element.dataset["text"] as keyof typeof TEXTS);
  }
}

/** A decimal with its digits in groups; the digits stay what they are. */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined || /^0*$/.test(fraction) ? shown : `${shown}.${fraction}`;
}

/** As `grouped`, with four decimals at most, half up: enough to follow one step to the next. */
export function shortened(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  if (fraction.length <= 4) return grouped(decimal);
  const sign = whole.startsWith("-") ? "-" : "";
  const up = (fraction[4] ?? "0") >= "5" ? 1n : 0n;
  const digits = String(BigInt(whole.replace("-", "") + fraction.slice(0, 4)) + up).padStart(5, "0");
  return sign + grouped(`${digits.slice(0, -4)}.${digits.slice(-4).replace(/0+$/, "") || "0"}`);
}

/** Whole fen as a decimal of yuan. */
export function decimal(fen: number): string {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole fen as yuan in groups. */
export const yuan = (fen: number): string => grouped(decimal(fen));

/** Fen as whole yuan, for the eye. */
export const rounded = (fen: number): string => grouped(String(Math.round(fen / 100)));
