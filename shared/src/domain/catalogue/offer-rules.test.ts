import { possibleOfferActions, type OfferAction } from './offer-rules'

const cases: [isOfferedHere: boolean, isOfferedAbove: boolean, OfferAction[]][] = [
  [false, false, ['offer']],
  [false, true, []],
  [true, false, ['stop-offering']],
  [true, true, ['stop-offering']],
]
test.each(cases)('offered here %s, above %s: %j', (isOfferedHere, isOfferedAbove, actions) => {
  expect(possibleOfferActions({ isOfferedHere, isOfferedAbove })).toEqual(actions)
})
