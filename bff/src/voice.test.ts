import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** What people write to us, not what we write to them. */
const theirWords = ['shared/src/domain/similarity/', 'shared/src/domain/catalogue/everyday-words.ts']
/** Screens and dialogs that only staff open, and the words that staff keep. */
const staffOnly = [
  'miniapp/src/subpackages/settings/',
  'miniapp/src/subpackages/members/',
  'miniapp/src/subpackages/workbench/',
  'miniapp/src/subpackages/catalogue-desk/',
  'miniapp/src/subpackages/orders/detail/unmerge-dialog.tsx',
  'miniapp/src/subpackages/pledges/score-form.tsx',
  'miniapp/src/subpackages/pledges/desk/',
  'miniapp/src/subpackages/pledges/grade/',
  'miniapp/src/subpackages/pledges/pledge/staff-actions.tsx',
  'miniapp/src/words/',
]

const isIn = (file: string, places: readonly string[]) => places.some((place) => file.startsWith(place))
const sources = ['bff/src', 'shared/src', 'miniapp/src']
  .flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

/** Lines of sources that say something forbidden, as `file:line`. */
const linesWith = (forbidden: RegExp, files: readonly string[]): string[] =>
  files.flatMap((file) =>
    fs
      .readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (forbidden.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )

test('the server, the contracts and the app speak with one voice: 你 and 这个单', () => {
  expect(sources.length).toBeGreaterThan(300)
  const ours = sources.filter((file) => !isIn(file, theirWords))
  expect(linesWith(/您|[这每那一]张单(?!据)/, ours)).toEqual([])
})

test('screens of residents use no term of officials', () => {
  const screens = sources.filter((file) => file.startsWith('miniapp/src/') && !isIn(file, staffOnly))
  // What is said to staff alone on a page of both stands behind its audience.
  const lines = linesWith(/申请退单|审退单|派单|评单|销号|台账|工单/, screens)
  expect(lines.filter((line) => !line.includes("=== 'staff' ?"))).toEqual([])
})
