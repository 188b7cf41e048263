import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, sentTo, signInAs, staff } from '../../../../test/api-double'
import { hall, hallSummary, ticket } from '../../../../test/booking-double'
import CounterPage from './index'

jest.mock('@/platform/navigation', () => ({
  ...jest.requireActual<object>('@/platform/navigation'),
  isOnTop: (name: string) => name === 'counter',
}))

test('letters call and serve; while one types they are letters', async () => {
  signInAs([staff])
  let shown = ticket({ allowedActions: ['call'] })
  answerWith({
    'halls.list': ok<'halls.list'>({ items: [hallSummary({ org: staff.org })], nextCursor: null }),
    'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['serve'] })),
    'tickets.list': () => ({ statusCode: 200, data: { items: [shown], nextCursor: null } }),
    'halls.call-next': () => {
      shown = ticket({ state: 'called', window: 1, version: 2, allowedActions: ['serve', 'recall'] })
      return { statusCode: 200, data: shown }
    },
    'tickets.serve': () => {
      shown = ticket({ state: 'serving', window: 1, version: 3, allowedActions: ['finish'] })
      return { statusCode: 200, data: shown }
    },
  })
  render(<CounterPage />)
  await userEvent.type(await screen.findByLabelText(/^预约号/), 'n')
  expect(sentTo('halls.call-next')).toHaveLength(0)
  await userEvent.click(document.body)
  await userEvent.keyboard('n')
  await screen.findByRole('button', { name: /^开始办理/ })
  await userEvent.keyboard('s')
  await waitFor(() => expect(sentTo('tickets.serve')).toHaveLength(1))
  expect(await screen.findByRole('button', { name: /^办完/ })).toBeInTheDocument()
})
