import { steps } from './steps'
import { deliver } from './year/deliver'
import { judge } from './year/judge'
import { promise } from './year/promise'
import { strikeOff } from './year/strike-off'
import { YearOfTen, type YearStep } from './year/year-of-ten'

/** A year of ten things of one community, from the first need to the last strike-off, by a clock of its own. */
describe('the year of one community', () => {
  let year: YearOfTen
  beforeAll(async () => {
    year = await YearOfTen.begin()
  }, 180_000)
  afterAll(() => year.end())

  const inOrder = steps()
  const step: YearStep = (name, run) => inOrder(name, () => run(year))
  promise(step)
  deliver(step)
  describe('测评: forty residents judge it', () => judge(step))
  strikeOff(step)

  test('no page threw an error', () => {
    expect(year.errors).toEqual([])
  })
})
