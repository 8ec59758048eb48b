// What codes of the library are called.
import { say, type Two } from "./text";

const WORDS: { [set: string]: { [code: string]: Two } } = {
  state: {
    not_released: ["未推盘", "not released"], on_sale: ["在售", "on sale"], reserved: ["预留", "reserved"], controlled: ["销控", "controlled"],
    booked: ["预定", "booked"], promised: ["定金锁定", "promised"], subscribed: ["认购", "subscribed"], signed: ["签约", "signed"],
  },
  document: {
    registration: ["认筹", "registration"], booking: ["预定", "booking"], deposit_contract: ["定金合同", "deposit contract"],
    subscription: ["认购", "subscription"], contract: ["合同", "contract"],
  },
  documentState: {
    draft: ["草稿", "draft"], pending_approval: ["待审批", "waiting for approval"], active: ["有效", "in force"], closed: ["已关闭", "closed"],
  },
  item: {
    sincerity_money: ["诚意金", "sincerity money"], booking_money: ["预定金", "booking money"], deposit: ["定金", "deposit"],
    down_payment: ["首期款", "down payment"], house_payment: ["楼款", "house payment"], instalment: ["分期款", "instalment"],
    commercial_loan: ["商业贷款", "commercial loan"], fund_loan: ["公积金贷款", "fund loan"], area_difference: ["面积补差", "area difference"],
    maintenance_fund: ["维修资金", "maintenance fund"], handling_fee: ["手续费", "handling fee"], late_fee: ["违约金", "late fee"],
  },
  event: {
    buyers_named: ["登记买方", "buyers named"], unit_chosen: ["选定房号", "home chosen"], queued: ["排号", "queued"], lottery_entered: ["参加摇号", "lottery entered"],
    price_agreed: ["约定价格", "price agreed"], payment_agreed: ["约定付款", "payment agreed"], document_opened: ["生效", "in force"],
    document_closed: ["关闭", "closed"], document_reopened: ["恢复", "reopened"], locked: ["审核锁定", "locked"], unlocked: ["解除锁定", "unlocked"],
    finance_reviewed: ["财务审核", "reviewed by finance"], quotas_used: ["占用名额", "quota used"], quotas_returned: ["退回名额", "quota returned"],
    snapshot_taken: ["存证", "snapshot taken"], contract_printed: ["打印合同", "contract printed"], buyer_edited: ["更改买方资料", "buyer edited"],
    todo_opened: ["财务待办", "to do for the cashier"], todo_done: ["待办完成", "to-do done"], change_settled: ["变更结算", "change settled"],
    area_settled: ["面积补差", "area settled"], signing_extended: ["延期签约", "signing extended"],
  },
  reason: {
    amount_differs: ["金额不同", "amounts differ"], counted_earlier: ["已计入以前期间", "counted earlier"], counted_later: ["计入以后期间", "counted later"],
    not_recognised: ["该口径不确认", "not recognised"], not_yet_happened: ["截至日尚未发生", "not yet happened"], not_yet_recorded: ["当时尚未录入", "not yet recorded"],
    not_known: ["另一方没有这笔", "not known"],
  },
  period: {
    day: ["日", "day"], week: ["周", "week"], month: ["月", "month"], quarter: ["季度", "quarter"], half_year: ["半年", "half-year"], year: ["年", "year"],
    stage: ["阶段", "stage"], cumulative: ["累计", "cumulative"],
  },
  severity: { info: ["提示", "note"], warning: ["警告", "warning"], violation: ["违反规则", "violation"] },
  fact: {
    call: ["来电", "call"], visit: ["来访", "visit"], new_customer: ["新增客户", "new customer"], registration: ["认筹", "registration"],
    registration_cancelled: ["退筹", "registration cancelled"], deposit_contract: ["定金合同", "deposit contract"], subscription: ["认购", "subscription"],
    signing: ["签约", "signing"], cancellation: ["退房", "cancellation"], unit_change: ["换房、改价", "change of unit or price"], collection: ["回款", "collection"],
    due: ["应收", "due"], released: ["推售", "offered"], withdrawn: ["收盘", "withdrawn"], spend: ["营销费用", "spend"], cost: ["成本", "cost"],
    market: ["市场成交", "market"], satisfaction: ["满意度", "satisfaction"], own: ["自定", "own"], commission: ["佣金、提成", "commission"],
  },
};

const word = (set: string, code: string): string => say(WORDS[set]?.[code] ?? [code, code]);
export const stateName = (code: string): string => word("state", code);
export const documentName = (code: string): string => word("document", code);
export const documentState = (code: string): string => word("documentState", code);
export const itemName = (code: string): string => word("item", code);
export const eventName = (code: string): string => word("event", code);
export const periodName = (code: string): string => word("period", code);
export const severityName = (code: string): string => word("severity", code);
export const factName = (code: string): string => word("fact", code);
export const reasonName = (code: string): string => word("reason", code);

/** Names that the record itself has in Chinese, in English: buildings by their code, media and people. */
const NAMES: { [zh: string]: string } = {
  老带新: "referral", 渠道: "channel", 短视频: "short video", 户外广告: "outdoor", 朋友圈: "social feed", 路过: "passing by", 房产网站: "property sites",
  "云城集团（虚构）": "Yuncheng Group (invented)", 华东区域: "East China", 杭州公司: "Hangzhou Company", 云璟湾: "Yunjing Bay", 张敏: "Zhang Min", 李娜: "Li Na", 王磊: "Wang Lei", 林峰: "Lin Feng", 周敏: "Zhou Min", 陈洁: "Chen Jie", 何萍: "He Ping",
  许静: "Xu Jing", 沈毅: "Shen Yi", 邓颖: "Deng Ying", 顾涛: "Gu Tao", 蒋波: "Jiang Bo", 韩雪: "Han Xue", 冯刚: "Feng Gang", 赵宁: "Zhao Ning", 曹悦: "Cao Yue",
};
export function properName(name: string): string {
  const building = /^(.+)幢$/.exec(name)?.[1];
  return say([name, building ? `Building ${building}` : (NAMES[name] ?? name)]);
}
