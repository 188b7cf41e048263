import { everyone, flowPolicies } from '../test/flow-policies'

describe.each(flowPolicies)('the policy of an %s', (_, flow, policy) => {
  const isByTime = (action: string) => flow.actions[action]?.by.includes('time')
  test.each(Object.keys(flow.actions).filter((action) => !isByTime(action)))(
    'gives %s to somebody, and not to everybody',
    (action) => {
      const may = everyone.filter((actor) => policy(actor, action))
      expect(may.length).toBeGreaterThan(0)
      expect(may.length).toBeLessThan(everyone.length)
    },
  )
  test('what time does by itself is open to nobody', () => {
    for (const action of Object.keys(flow.actions).filter(isByTime)) {
      expect(everyone.filter((actor) => policy(actor, action))).toEqual([])
    }
  })
})
