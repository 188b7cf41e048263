import { Turns } from './turns'

/** Work that ends when it is told to. */
function pending() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { work: () => ended, end }
}
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('Turns: so many at once for each key, the others in order', async () => {
  const turns = new Turns(2, 10)
  const begun: string[] = []
  const works = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...pending() }))
  const runs = works.map(({ name, work }) =>
    turns.run('one', () => {
      begun.push(name)
      return work()
    }),
  )
  await turns.run('another', () => Promise.resolve(begun.push('another')))
  expect(begun).toEqual(['a', 'b', 'another'])
  works[1]?.end()
  await settled()
  expect(begun).toEqual(['a', 'b', 'another', 'c'])
  for (const { end } of works) end()
  await Promise.all(runs)
  expect(begun.at(-1)).toBe('d')
})

test('Turns: a full queue refuses, and says how long to wait', async () => {
  const turns = new Turns(1, 1)
  const first = pending()
  const running = turns.run('one', first.work)
  const waiting = turns.run('one', () => Promise.resolve('waited'))
  const refusal = await turns.run('one', () => Promise.resolve('never')).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'too_many_requests', extra: { retryAfterSeconds: 5 } })
  first.end()
  await running
  expect(await waiting).toBe('waited')
})

test('Turns: work that fails gives its place back', async () => {
  const turns = new Turns(1, 1)
  await expect(turns.run('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await turns.run('one', () => Promise.resolve('next'))).toBe('next')
})
