import fs from 'node:fs'
import path from 'node:path'

const read = (file: string) => fs.readFileSync(path.join(__dirname, file), 'utf8')
const sheet = read('tokens.scss')
const design = read('../../../docs/design.md')

type Colours = Readonly<Record<string, string>>
function coloursOf(mixin: string): Colours {
  const body = new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`).exec(sheet)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']): [string, string] => [name, hex]),
  )
}
const standard = coloursOf('tokens')
const elder: Colours = { ...standard, ...coloursOf('elder') }

/** Relative luminance of sRGB, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const texts = ['ink', 'ink-2', 'cinnabar', 'teal', 'teal-deep', 'green', 'amber', 'red', 'blue']
const tinted = ['cinnabar', 'teal', 'green', 'amber', 'red', 'blue']

describe.each([
  ['standard', standard],
  ['elder', elder],
])('%s colours', (_, colours) => {
  test.each(texts)('%s can be read on cards, paper and its tint', (text) => {
    const grounds = ['surface', 'paper', ...(tinted.includes(text) ? [`${text}-tint`] : [])]
    for (const ground of grounds) expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test('edges of controls can be made out', () => {
    expect(contrast(colours['control-line'], colours.surface)).toBeGreaterThanOrEqual(3)
  })
})

test.each([...texts, 'control-line'])('the design page says how %s is now', (name) => {
  const cell = (colours: Colours) =>
    `\`${colours[name]}\`, ${contrast(colours[name], colours.surface).toFixed(1)} / ${contrast(colours[name], colours.paper).toFixed(1)}`
  const row = design.split('\n').find((line) => line.startsWith(`| \`--${name}\` `)) ?? ''
  expect(
    row
      .split('|')
      .slice(2, 4)
      .map((words) => words.trim()),
  ).toEqual([cell(standard), cell(elder)])
})
