import fc from 'fast-check'
import {
  addFact,
  areCounts,
  combine,
  counterNames,
  isEmpty,
  removeFact,
  type CountedFact,
  type Tally,
} from './counters'

const facts: fc.Arbitrary<CountedFact> = fc.record({
  counter: fc.constantFrom(...counterNames),
  amount: fc.integer({ min: 1, max: 100 }),
})
const tallies: fc.Arbitrary<Tally> = fc
  .array(facts)
  .map((list) => list.reduce<Tally>((tally, fact) => addFact(tally, fact), {}))

test('no name is there twice', () => expect(new Set(counterNames).size).toBe(counterNames.length))

test('adding a fact and removing it leaves nothing', () => {
  fc.assert(fc.property(tallies, facts, (tally, fact) => expect(removeFact(addFact(tally, fact), fact)).toEqual(tally)))
})

test('facts come in any order', () => {
  const shuffled = fc
    .array(facts)
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  const sum = (list: CountedFact[]) => JSON.stringify(list.reduce<Tally>((tally, fact) => addFact(tally, fact), {}))
  fc.assert(fc.property(shuffled, ([list, other]) => expect(sum(other)).toBe(sum(list))))
})

test('tallies add up like integers: in any order and grouping, and what is taken away was there', () => {
  fc.assert(
    fc.property(tallies, tallies, tallies, (a, b, c) => {
      expect(combine(a, b)).toEqual(combine(b, a))
      expect(combine(combine(a, b), c)).toEqual(combine(a, combine(b, c)))
      expect(combine(combine(a, b), b, -1)).toEqual(a)
      expect(isEmpty(combine(a, a, -1))).toBe(true)
    }),
  )
})

test('what was never added shows as negative', () => {
  expect(areCounts({ acceptDue: 3 })).toBe(true)
  expect(areCounts(removeFact({ acceptDue: 3 }, { counter: 'fulfilDue', amount: 1 }))).toBe(false)
})

test('a counter stays an exact integer', () => {
  expect(() => combine({ gradePoints: Number.MAX_SAFE_INTEGER }, { gradePoints: 1 })).toThrow(RangeError)
  expect(() => addFact({}, { counter: 'gradePoints', amount: 0.5 })).toThrow(RangeError)
})
