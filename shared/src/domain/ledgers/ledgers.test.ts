import { ledgerNames, ledgers, readsLedgers } from './ledgers'

test.each(ledgerNames)(
  '%s: every column has a key and a heading of its own, and the first is the order number',
  (name) => {
    const { columns, states, kinds } = ledgers[name]
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length)
    expect(columns[0]?.key).toBe('no')
    for (const words of [...Object.values(states), ...Object.values(kinds)]) expect(words).toMatch(/[\u4e00-\u9fff]/)
  },
)

test('nothing that tells who a resident is has a column', () => {
  const keys = ledgerNames.flatMap((name) => ledgers[name].columns.map(({ key }) => key))
  for (const personal of ['phone', 'content', 'place', 'address', 'contact', 'comment']) {
    expect(keys).not.toContain(personal)
  }
})

test('those who handle one grid or one task read no ledger', () => {
  expect((['grid_worker', 'unit_staff'] as const).some(readsLedgers)).toBe(false)
})
