import { sayKind } from './order-kind'

test('what a department asks is called a task, and nobody’s wish', () => {
  const ownerOrg = { code: '610303-D1', name: '区住建局', level: 'unit' as const }
  expect([sayKind({ kind: 'wish', ownerOrg: null }), sayKind({ kind: 'wish', ownerOrg })]).toEqual([
    '微心愿',
    '部门任务',
  ])
})
