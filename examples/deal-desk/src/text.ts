// Chinese and English.

export type Language = "zh" | "en";

const TEXTS = {
  title: ["开盘 · 交易办理", "kaipan · deal desk"],
  mode: ["房源", "Home"],
  role: ["我的岗位", "My role"],
  day: ["日期", "Day"],
  next: ["下一步", "Next steps"],
  known: ["已知情况", "What is known"],
  history: ["经过", "What happened"],
  footer: ["全部判断在本页内完成，不上传任何数据。", "Everything is decided in this page; nothing is sent anywhere."],
  unit: ["房源：", "unit: "],
  may: ["可以办", "may be done"],
  do: ["办理", "Do it"],
  lacking: ["还缺", "lacking"],
  nobody: ["无人可豁免", "nobody may waive it"],
  waivable: ["可豁免：", "may be waived by: "],
  waive: ["豁免", "Waive"],
  waived: ["已豁免：", "waived: "],
  identified: ["买方身份已核实", "The buyer is identified"],
  answered: ["问卷已答完", "The questionnaire is complete"],
  received: ["收款", "Receive"],
  inAccount: ["已收", "Received"],
  nothing: ["还没有", "nothing yet"],
  failed: ["没有完成，请重试", "This did not work, please try again"],
} as const satisfies Record<string, readonly [string, string]>;

const STATES: Record<string, readonly [string, string]> = {
  not_released: ["未放盘", "not released"],
  on_sale: ["在售", "on sale"],
  reserved: ["预留", "reserved"],
  controlled: ["销控", "controlled"],
  booked: ["预定", "booked"],
  promised: ["定金锁定", "promised"],
  subscribed: ["认购", "subscribed"],
  signed: ["签约", "signed"],
};

const DOCUMENTS: Record<string, readonly [string, string]> = {
  registration: ["认筹", "Registration"],
  booking: ["预定", "Booking"],
  deposit_contract: ["定金合同", "Deposit contract"],
  subscription: ["认购", "Subscription"],
  contract: ["合同", "Contract"],
};

const ITEMS: Record<string, readonly [string, string]> = {
  sincerity_money: ["诚意金", "sincerity money"],
  booking_money: ["预定金", "booking money"],
  deposit: ["定金", "deposit"],
  down_payment: ["首期款", "down payment"],
  house_payment: ["楼款", "house payment"],
};

let language: Language = "zh";

/** The language of the page. */
export const current = (): Language => language;

export function change(to: Language): void {
  language = to;
  document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
}

/** One of two texts. */
export const say = ([zh, en]: readonly [string, string]): string => (language === "zh" ? zh : en);

export const text = (name: keyof typeof TEXTS): string => say(TEXTS[name]);

const word = (words: typeof STATES, code: string): string => say(words[code] ?? [code, code]);
export const stateName = (code: string): string => word(STATES, code);
export const documentName = (code: string): string => word(DOCUMENTS, code);
export const itemName = (code: string): string => word(ITEMS, code);

/** An amount with its thousands. */
export const yuan = (amount: string): string =>
  `${amount.replace(/\.00$/, "").replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${say([" 元", " yuan"])}`;

/** Puts the texts of the language into the page. */
export function translate(): void {
  for (const node of document.querySelectorAll<HTMLElement>("[data-text]")) {
    node.textContent = text(node.dataset["text"] as keyof typeof TEXTS);
  }
  document.title = text("title");
}
