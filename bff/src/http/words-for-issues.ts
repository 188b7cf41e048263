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
  account: '账号',
  address: '地址',
  code: '登录凭证',
  comment: '评价内容',
  communication: '沟通得分',
  communityCode: '社区',
  contact: '联系方式',
  content: '内容',
  current: '现在的密码',
  cursor: '翻页位置',
  decision: '处理决定',
  evidence: '凭证得分',
  id: '编号',
  intoId: '要并入的单',
  kind: '类别',
  lat: '纬度',
  level: '层级',
  limit: '每页条数',
  lng: '经度',
  location: '位置',
  membershipId: '身份',
  memberId: '成员',
  name: '姓名',
  next: '新密码',
  note: '说明',
  onBehalfOf: '代办对象',
  org: '组织',
  orgCode: '组织',
  parent: '上级组织',
  password: '密码',
  phone: '电话',
  phoneCode: '手机号凭证',
  place: '地点',
  provider: '登录方式',
  q: '搜索词',
  quality: '质量得分',
  reason: '退单原因',
  reasons: '评价理由',
  relation: '与本人的关系',
  role: '角色',
  scores: '评分',
  serviceItemId: '服务事项',
  sort: '排序',
  stars: '星级',
  status: '状态',
  timeliness: '及时得分',
  title: '标题',
  toCode: '去向',
  urgency: '紧急程度',
  view: '列表',
  visibility: '公开范围',
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
  return last === undefined ? '内容' : (labels[last] ?? last)
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
  if (issue.origin === 'array') return `${field}至少选 ${String(issue.minimum)} 项`
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
