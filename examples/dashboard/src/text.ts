// Chinese and English: the words of the pages.
export type Language = "zh" | "en";
export type Two = readonly [string, string];

const TEXTS = {
  title: ["开盘 · 销售看板", "kaipan · sales dashboard"],
  deskTitle: ["开盘 · 案场销售台", "kaipan · sales desk"],
  skip: ["跳到内容", "Skip to content"],
  toDesk: ["销售台", "Sales desk"],
  toDashboard: ["看板", "Dashboard"],
  toReports: ["报表", "Reports"],
  reportsTitle: ["开盘 · 报表", "kaipan · reports"],
  footer: ["全部数字由本页内的开盘库算出，不上传任何数据；数据为虚构。", "Every figure comes from the library in this page; nothing is sent anywhere. The data are invented."],
  failed: ["没有完成，请重试", "This did not work, please try again"],
  mend: ["怎样改正：", "How to mend it: "],
  loading: ["正在读取", "Loading"],
  answered: ["已更新，用时", "Up to date, took"],
  ofFacts: ["条事实", "facts"],
  node: ["范围", "Scope"],
  wholeProject: ["整个项目", "Whole project"],
  period: ["期间", "Period"],
  year: ["全年", "Year"],
  caliber: ["口径", "Caliber"],
  marketing: ["营销口径", "Marketing"],
  finance: ["财务口径", "Finance"],
  on: ["截至", "As of"],
  metric: ["排名指标", "Ranked by"],
  board: ["进度", "Progress"],
  funnel: ["转化漏斗（营销口径）", "Funnel (marketing)"],
  pace: ["指标与进度", "Targets and pace"],
  monthly: ["各月", "Month by month"],
  calibers: ["两种口径", "Two calibers"],
  bridge: ["口径差异", "Bridge between the calibers"],
  stock: ["房源与去化", "Stock and sell-through"],
  collections: ["回款", "Collections"],
  aging: ["账龄", "Aging"],
  forecast: ["销售预测", "Sales to come"],
  ranking: ["排名", "Ranking"],
  commission: ["提成", "Commission"],
  dataTable: ["数据表", "Data table"],
  target: ["指标", "Target"],
  actual: ["实际", "Actual"],
  completion: ["完成率", "Completion"],
  paceOf: ["进度差", "Pace"],
  gap: ["差额", "Gap"],
  daily: ["每日需完成", "Needed a day"],
  timeProgress: ["时间进度", "Time progress"],
  daysLeft: ["剩余天数", "Days left"],
  alert: ["异常", "Alert"],
  name: ["名称", "Name"],
  value: ["数值", "Value"],
  month: ["月份", "Month"],
  share: ["占比", "Share"],
  rank: ["名次", "Rank"],
  agents: ["置业顾问", "Agents"],
  nodes: ["楼栋", "Buildings"],
  media: ["媒体", "Media"],
  reason: ["原因", "Reason"],
  notFromZero: ["纵轴不从零开始", "The axis does not begin at zero"],
  count: ["笔数", "Lines"],
  difference: ["差额", "Difference"],
  floor: ["层", "F"],
  released: ["已推", "Offered"],
  sold: ["已售", "Sold"],
  sellThrough: ["去化率", "Sell-through"],
  cumulative: ["累计", "Cumulative"],
  onBefore: ["环比", "On the month before"],
  movingAverage: ["三月平均", "3-month mean"],
  outstanding: ["欠款", "Outstanding"],
  overdue: ["逾期欠款", "Overdue"],
  lateFee: ["参考违约金", "Late fee"],
  notDue: ["未到期", "Not due"],
  undated: ["未定日期", "Without a day"],
  deal: ["交易", "Deal"],
  unit: ["房号", "Home"],
  agent: ["置业顾问", "Agent"],
  overdueDays: ["逾期天数", "Days"],
  expected: ["预计回款", "Expected"],
  due: ["本期应收", "Falls due"],
  opening: ["期初欠款", "Arrears before"],
  closing: ["期末欠款", "Arrears after"],
  cash: ["回款预测", "Cash to come"],
  history: ["历史", "History"],
  average: ["移动平均", "Moving average"],
  line: ["趋势线", "Straight line"],
  ahead: ["后第几个月", "Months ahead"],
  earned: ["应得", "Earned"],
  clawedBack: ["退回", "Going back"],
  total: ["合计", "Total"],
  counted: ["计提基数", "Counted"],
  deals: ["交易", "Deals"],
  close: ["关闭", "Close"],
  back: ["返回列表", "Back to the list"],
  state: ["状态", "State"],
  document: ["单据", "Document"],
  day: ["日期", "Day"],
  amount: ["金额（元）", "Amount, yuan"],
  customer: ["客户", "Customer"],
  timeline: ["经过", "Timeline"],
  statement: ["对账单", "Statement of account"],
  item: ["款项", "Item"],
  received: ["已收", "Received"],
  by: ["经办", "By"],
  nothing: ["没有", "none"],
  noFigures: ["这里还没有数字", "No figures here yet"],
  refusedPosts: ["台账拒绝的记账", "Refused by the ledger"],
  // The reports.
  report: ["报表", "Report"],
  kind: ["期间类别", "Kind of period"],
  from: ["从", "From"],
  to: ["到", "To"],
  reader: ["查看人", "Reader"],
  everyone: ["不限（不隐藏）", "Nobody named (nothing is hidden)"],
  everything: ["查看人可看的全部", "All that the reader may read"],
  dueToday: ["今天应报", "Due today"],
  dueNext: ["今天没有应报的报表。下一批：", "Nothing is due today. Next:"],
  delivered: ["上交", "delivered"],
  csv: ["下载 CSV", "Download CSV"],
  print: ["打印", "Print"],
  bars: ["条形图", "Bars"],
  noBars: ["没有可画的栏", "No column to draw"],
  rows: ["行", "rows"],
  showAll: ["显示全部各行", "Show all rows"],
  hiddenCell: ["无权查看", "hidden"],
  hiddenFrom: ["对该查看人隐藏的栏：", "Hidden from this reader: "],
  emptyReport: ["没有符合条件的记录", "Nothing to show"],
  behindIt: ["构成", "Behind it"],
  behindDeals: ["交易", "Deals"],
  behindFacts: ["事实", "Facts"],
  kindOf: ["类别", "Kind"],
  medium: ["媒体", "Medium"],
  agent1: ["置业顾问", "Agent"],
  ran: ["报表用时", "The report took"],
  findings: ["提示", "Findings"],
  mayNot: ["无权打开", "may not be opened"],
  // The sales desk.
  plan: ["房源图", "Stacking plan"],
  pickHome: ["点一套房，看能办什么、还缺什么。", "Tap a home to see what may be done and what is lacking."],
  role: ["我的岗位", "My role"],
  options: ["能办什么", "What may be done"],
  known: ["已知情况", "What is known"],
  others: ["由其他岗位办理", "For other roles"],
  may: ["可以办", "may be done"],
  lacking: ["还缺", "lacking"],
  do: ["办理", "Do it"],
  nobody: ["无人可豁免", "nobody may waive it"],
  waivable: ["可豁免：", "may be waived by: "],
  waive: ["豁免", "Waive"],
  waived: ["已豁免：", "waived by "],
  approved: ["已批准：", "approved by "],
  apply: ["申请审批", "Ask for approval"],
  why: ["原因", "Reason"],
  identified: ["买方身份已核实", "The buyer is identified"],
  questioned: ["问卷已答完", "The questionnaire is complete"],
  receive: ["收款", "Receive"],
  inAccount: ["已收款项", "Received"],
  done: ["已办：", "Done: "],
  export: ["导出 JSON Lines", "Export JSON Lines"],
  reset: ["清空记录", "Clear all"],
  kept: ["条记录存在本机浏览器", "lines kept in this browser"],
  balance: ["余额", "Balance"],
  asOf: ["截至", "as of"],
  list: ["表价", "List price"],
  area: ["建筑面积", "Area"],
  layout: ["户型", "Layout"],
} as const satisfies Record<string, Two>;

export type TextName = keyof typeof TEXTS;

let language: Language = "zh";
const KEPT = "kaipan-language";

/** The language of the page. */
export const current = (): Language => language;

export function change(to: Language): void {
  language = to;
  document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(KEPT, to);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

/** The language that was chosen last, or that of the browser. */
export function begin(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // As above.
  }
  change(kept === "zh" || kept === "en" ? kept : navigator.language.startsWith("zh") ? "zh" : "en");
}

/** One of two texts. */
export const say = ([zh, en]: Two): string => (language === "zh" ? zh : en);

export const text = (name: TextName): string => say(TEXTS[name]);

/** Puts the texts of the language into the page. */
export function translate(title: TextName): void {
  for (const node of document.querySelectorAll<HTMLElement>("[data-text]")) {
    node.textContent = text(node.dataset["text"] as TextName);
  }
  document.title = text(title);
}
