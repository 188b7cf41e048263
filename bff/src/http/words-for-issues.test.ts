import { contracts, type Contract } from '@xinban/shared/contracts'
import * as z from 'zod/mini'
import { wordsForIssues } from './words-for-issues'

const messagesOf = (schema: z.ZodMiniType, input: unknown) => {
  const result = schema.safeParse(input, { reportInput: true })
  return wordsForIssues(result.error?.issues ?? []).map(({ path, code, message }) => [path, code, message])
}
const object = (shape: Parameters<typeof z.strictObject>[0]) => z.strictObject(shape)

test.each<[string, z.ZodMiniType, unknown, [string, string, string][]]>([
  ['a missing text', object({ title: z.string() }), {}, [['title', 'invalid_type', '请填写标题']]],
  [
    'a number for a text',
    object({ title: z.string() }),
    { title: 1 },
    [['title', 'invalid_type', '标题的格式不对，应为文字']],
  ],
  [
    'an empty text',
    object({ note: z.string().check(z.minLength(1)) }),
    { note: '' },
    [['note', 'too_small', '请填写说明']],
  ],
  [
    'a short text',
    object({ note: z.string().check(z.minLength(5)) }),
    { note: '短' },
    [['note', 'too_small', '说明至少 5 个字']],
  ],
  [
    'a long text',
    object({ title: z.string().check(z.maxLength(2)) }),
    { title: '太长了' },
    [['title', 'too_big', '标题最多 2 个字，请精简一些']],
  ],
  [
    'a number too small',
    object({ lat: z.number().check(z.gte(0)) }),
    { lat: -1 },
    [['lat', 'too_small', '纬度不能小于 0']],
  ],
  [
    'a number too big',
    object({ lat: z.number().check(z.lte(9)) }),
    { lat: 10 },
    [['lat', 'too_big', '纬度不能大于 9']],
  ],
  [
    'too many entries',
    object({ reasons: z.array(z.int()).check(z.maxLength(1)) }),
    { reasons: [1, 2] },
    [['reasons', 'too_big', '评价理由最多 1 项']],
  ],
  [
    'too few entries of what is written',
    object({ steps: z.array(z.string()).check(z.minLength(1)) }),
    { steps: [] },
    [['steps', 'too_small', '办理流程至少要有 1 项']],
  ],
  ['a reason that is missing', object({ reason: z.string() }), {}, [['reason', 'invalid_type', '请填写原因']]],
  [
    'a wrong entry',
    object({ reasons: z.array(z.int()) }),
    { reasons: ['x'] },
    [['reasons.0', 'invalid_type', '评价理由的格式不对，应为数字']],
  ],
  ['no choice', object({ kind: z.enum(['a']) }), {}, [['kind', 'invalid_value', '请选择类别']]],
  [
    'a choice that is none',
    object({ kind: z.enum(['a']) }),
    { kind: 'b' },
    [['kind', 'invalid_value', '类别不在可选范围内，请重新选择']],
  ],
  [
    'a phone',
    object({ phone: z.string().check(z.regex(/^1/)) }),
    { phone: 'x' },
    [['phone', 'invalid_format', '电话号码不对，请填 11 位手机号，或带区号的座机']],
  ],
  [
    'an unknown field',
    object({}),
    { colour: 1, size: 2 },
    [
      ['colour', 'unrecognized_keys', '不认识「colour」这一项，请去掉'],
      ['size', 'unrecognized_keys', '不认识「size」这一项，请去掉'],
    ],
  ],
  [
    'words of our own',
    object({ title: z.string().check(z.refine(() => false, '标题要写清楚')) }),
    { title: 'x' },
    [['title', 'custom', '标题要写清楚']],
  ],
  [
    'prose of a library',
    object({ title: z.string().check(z.refine(() => false, 'Invalid')) }),
    { title: 'x' },
    [['title', 'custom', '标题填写有误，请检查']],
  ],
  ['no object at all', object({ title: z.string() }), 'x', [['', 'invalid_type', '内容的格式不对，应为一组内容']]],
])('words for issues: %s', (_, schema, input, expected) => {
  expect(messagesOf(schema, input)).toEqual(expected)
})

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>
  readonly items?: JsonSchema
  readonly anyOf?: JsonSchema[]
  readonly oneOf?: JsonSchema[]
}
const namesIn = ({ properties = {}, items, anyOf = [], oneOf = [] }: JsonSchema): string[] => [
  ...Object.keys(properties),
  ...[...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...oneOf].flatMap(namesIn),
]
const fields = new Set(
  Object.values(contracts as Record<string, Contract>)
    .flatMap(({ params, query, body }) => [params, query, body])
    .flatMap((schema) =>
      schema ? namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema) : [],
    ),
)

test.each([...fields])('words for issues: the field %s has a name in Chinese', (field) => {
  const [words] = wordsForIssues([{ code: 'invalid_type', path: [field] }])
  expect(words?.message).toMatch(/^请填写[\u4e00-\u9fff]+$/)
})
