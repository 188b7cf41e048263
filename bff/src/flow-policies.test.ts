import { everyone, flowPolicies } from '../test/flow-policies'

describe.each(flowPolicies)('the policy of an %s', (_, flow, policy) => {
  test.each(Object.keys(flow.actions))('gives %s to somebody, and not to everybody', (action) => {
    const may = everyone.filter((actor) => policy(actor, action))
    expect(may.length).toBeGreaterThan(0)
    expect(may.length).toBeLessThan(everyone.length)
  })
})
