import { limitKeys, limitRules } from '@xinban/shared/domain'
import type { FieldError } from '../errors'

/** The parts of a zod issue that words are made from. */
interface Issue {
  code: string
  path: PropertyKey[]
  message?: string
  expected?: string
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
  format?: string
  values?: readonly unknown[]
  keys?: string[]
  input?: unknown
  errors?: Issue[][]
}

/** What people call the fields. */
const labels: Record<string, string> = {
  1: '一星的分值',
  2: '二星的分值',
  3: '三星的分值',
  4: '四星的分值',
  5: '五星的分值',
  account: '账号',
  address: '地址',
  affected: '受影响的预约数',
  afterDays: '默认评价的天数',
  answer: '答复',
  answers: '回答',
  appealDays: '申诉的天数',
  areaCodes: '服务范围',
  attachments: '图片',
  audience: '服务对象',
  bands: '满意度分档',
  basis: '办理依据',
  budget: '资金',
  bufferMinutes: '间隔的分钟数',
  by: '排序依据',
  candidateId: '候选事项',
  candidateIds: '候选事项',
  candidateSummary: '候选的说明',
  capacity: '名额',
  categories: '能力清单',
  category: '分类',
  changeUntilMinutes: '改期和取消的提前分钟数',
  changes: '调整的内容',
  channels: '办理渠道',
  checkInAfter: '签到截止的分钟数',
  checkInBefore: '签到开始的分钟数',
  closesAt: '结束时间',
  code: '登录凭证',
  comment: '评价内容',
  communication: '沟通得分',
  communityCode: '社区',
  complex: '是不是情况复杂',
  complexReason: '复杂的原因',
  consent: '本人同意',
  contact: '联系方式',
  content: '内容',
  cost: '所需积分',
  counts: '计入的票',
  coverage: '测评覆盖率',
  csv: '放假安排',
  current: '现在的密码',
  cursor: '翻页位置',
  date: '日期',
  days: '天数',
  deadline: '完成期限',
  decision: '处理决定',
  defaultReview: '默认评价',
  defaults: '全区的预约规矩',
  departmentCode: '部门',
  departmentCodes: '被吹哨的部门',
  detail: '详细说明',
  directions: '怎么走',
  districtCode: '区',
  dueOn: '节点日期',
  endsAt: '结束时间',
  everydayWords: '常用说法',
  evidence: '凭证得分',
  expires: '链接的有效期',
  favourableFrom: '算满意的星级',
  fee: '收费',
  fen: '金额',
  follows: '照区里的规定',
  format: '文件格式',
  freezeAfterDays: '定稿的天数',
  from: '开始时间',
  guide: '办事指南',
  hallCode: '签到码',
  hallId: '服务大厅',
  holdId: '占位',
  holdMinutes: '占位的分钟数',
  horizonDays: '可预约的天数',
  horizonKind: '天数的算法',
  hours: '办公时间',
  id: '编号',
  indicators: '指标',
  intoId: '要并入的单',
  intro: '队伍介绍',
  isActive: '是否可以领单',
  isDecisive: '是否得出结论',
  isForOther: '是否替别人取号',
  isOpen: '是否招新',
  isReached: '是否联系上',
  isRequired: '是否必交',
  itemId: '事项',
  items: '事项',
  keptPictures: '留下的照片',
  key: '题目编号',
  kind: '类别',
  kinds: '公布的周期',
  lat: '纬度',
  leadCode: '牵头部门',
  leadMinutes: '提前预约的分钟数',
  level: '层级',
  light: '灯',
  lights: '亮灯规则',
  limit: '每页条数',
  limits: '时限',
  lng: '经度',
  location: '位置',
  materials: '申请材料',
  maxChoices: '最多选几项',
  mean: '测评平均分',
  measures: '措施',
  memberId: '成员',
  membershipId: '身份',
  method: '得出结论的办法',
  milestoneId: '节点',
  milestones: '节点',
  minutes: '分钟数',
  minutesPerPoint: '每分对应的分钟数',
  moreThan: '要超过的比例',
  mostMinutes: '一次最多计入的分钟数',
  name: '姓名',
  near: '位置',
  newOrder: '新建的单',
  next: '新密码',
  no: '窗口号',
  noShowCount: '未到的次数',
  noShowDays: '未到的统计天数',
  note: '说明',
  noticeDays: '公示的天数',
  noticeVersion: '隐私说明的版本',
  number: '件数',
  objectionId: '异议',
  of: '统计对象',
  offerMinutes: '候补确认的分钟数',
  offeredBy: '提供单位',
  officeHours: '办公时间',
  onBehalfOf: '代办对象',
  open: '是否只看在办',
  openClaims: '同时在手的领单数',
  opensAt: '开始时间',
  options: '选项',
  orderId: '参照的单',
  org: '组织',
  orgCode: '组织',
  otherwise: '其余的结论',
  overrides: '特殊日子',
  parent: '上级组织',
  parentCode: '登记的区或街道',
  parts: '剔除的项',
  password: '密码',
  pauseDays: '暂停预约的天数',
  perDay: '一天的预约数',
  perItem: '一个事项的预约数',
  perWindow: '每个窗口的人数',
  period: '周期',
  periods: '公布和定稿',
  person: '责任人',
  phone: '电话',
  phoneCode: '手机号凭证',
  phones: '电话',
  photoConsent: '本人同意附照片',
  place: '地点',
  placeCode: '到场码',
  pledgeId: '实事',
  pledgeListId: '实事清单',
  pledges: '实事',
  point: '位置',
  points: '分值',
  policy: '预约规则',
  population: '参加范围',
  priority: '优先',
  progress: '进度',
  provider: '登录方式',
  publicTitle: '公开的标题',
  purpose: '用在哪',
  q: '搜索词',
  quality: '质量得分',
  question: '题目',
  questions: '题目',
  reach: '查看范围',
  reason: '原因',
  reasons: '评价理由',
  region: '地区',
  relation: '与本人的关系',
  remindDays: '提前提醒的天数',
  resolution: '解决率的权重',
  response: '响应率的权重',
  responsible: '责任单位和责任人',
  role: '角色',
  rules: '评分规则',
  said: '说的话',
  satisfaction: '满意率的权重',
  scope: '办理范围',
  score: '分数',
  scores: '评分',
  serviceItemId: '服务事项',
  set: '数据集',
  signature: '链接的签名',
  slotMinutes: '时段的分钟数',
  sort: '排序',
  source: '来源',
  staleDays: '多少天算没有更新',
  stars: '星级',
  start: '开始时间',
  startsAt: '开始时间',
  state: '状态',
  statement: '公开说明',
  status: '状态',
  steps: '办理流程',
  stock: '件数',
  summary: '简介',
  survey: '测评规则',
  tab: '列表',
  tags: '能力说明',
  target: '目标',
  task: '待办事项',
  teamCode: '队伍',
  text: '回复内容',
  through: '定稿的月份',
  timeLimit: '办理时限',
  timeliness: '及时得分',
  title: '标题',
  to: '结束时间',
  toCode: '去向',
  unit: '单位',
  unitCode: '责任单位',
  unread: '只看未读',
  upToId: '读到哪一条',
  urgency: '紧急程度',
  value: '数值',
  variant: '图片的大小',
  verdict: '测评结论',
  version: '版本',
  view: '列表',
  visibility: '公开范围',
  walkInPercent: '现场取号的比例',
  warnPercent: '预警',
  weekday: '星期',
  weekly: '每周的时间',
  weight: '权重',
  weights: '权重',
  when: '时间范围',
  window: '窗口',
  windows: '窗口数',
  withId: '要合并的需求',
  withdraws: '跟着撤回的单数',
  words: '文字说明',
  workingDays: '工作日数',
  year: '年份',
  ...Object.fromEntries(limitKeys.map((key) => [key, `${limitRules[key].words}的时限`])),
}

/** Where the same word means another thing. */
const labelsInside: Record<string, string> = {
  'guide.date': '依据日期',
  'content.name': '事项名称',
  'days.name': '名称',
  'materials.name': '材料名称',
  'materials.note': '材料说明',
  'timeLimit.words': '时限说明',
}

const hasHan = (message: string) => /[\u4e00-\u9fff]/.test(message)

/** All issues of a parse as Chinese sentences that say what to do. A library's own prose never gets out. */
export function wordsForIssues(issues: readonly unknown[]): FieldError[] {
  return (issues as Issue[]).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({
        path: [...issue.path.map(String), key].join('.'),
        code: issue.code,
        message: `不认识「${key}」这一项，请去掉`,
      }))
    }
    return [{ path: issue.path.map(String).join('.'), code: issue.code, message: sentence(issue) }]
  })
}

function sentence(issue: Issue): string {
  const field = labelOf(issue.path)
  if (issue.message && hasHan(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `请填写${field}` : `${field}的格式不对，应为${typeWord(issue.expected)}`
    case 'too_small':
      return tooSmall(field, issue)
    case 'too_big':
      return tooBig(field, issue)
    case 'invalid_value':
    case 'invalid_union':
      return issue.input === undefined ? `请选择${field}` : `${field}不在可选范围内，请重新选择`
    case 'invalid_format':
      return formatWord(field, issue)
    default:
      return `${field}填写有误，请检查`
  }
}

/** Labels of list entries name their list. */
function labelOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string')
  const last = names.at(-1)
  return last === undefined ? '内容' : (labelsInside[names.slice(-2).join('.')] ?? labels[last] ?? last)
}

function typeWord(expected: string | undefined): string {
  const words: Record<string, string> = {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '一组内容',
  }
  return words[expected ?? ''] ?? '约定的格式'
}

function tooSmall(field: string, issue: Issue): string {
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? `请填写${field}` : `${field}至少 ${String(issue.minimum)} 个字`
  }
  if (issue.origin === 'array') return `${field}至少要有 ${String(issue.minimum)} 项`
  return `${field}不能小于 ${String(issue.minimum)}`
}

function tooBig(field: string, issue: Issue): string {
  if (issue.origin === 'string') return `${field}最多 ${String(issue.maximum)} 个字，请精简一些`
  if (issue.origin === 'array') return `${field}最多 ${String(issue.maximum)} 项`
  return `${field}不能大于 ${String(issue.maximum)}`
}

function formatWord(field: string, issue: Issue): string {
  const last = issue.path.at(-1)
  if (last === 'phone') return '电话号码不对，请填 11 位手机号，或带区号的座机'
  if (last === 'communityCode') return '社区代码应为 12 位数字，请重新选择社区'
  return `${field}的格式不对，请检查`
}
