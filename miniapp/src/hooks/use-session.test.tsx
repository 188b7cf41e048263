import { act, render, screen } from '@testing-library/react'
import { signInAs } from '../../test/api-double'
import { session } from '@/platform/session'
import { useSession, useSignedIn } from './use-session'

function Names({ word }: { word: string }) {
  const kept = useSession()
  const now = useSignedIn()
  return <p>{`${word} ${kept?.person.name ?? '-'} ${now?.person.name ?? '-'}`}</p>
}

beforeEach(() => signInAs())

test('an open page keeps who it was when the session runs out; one that is opened then does not', () => {
  const { rerender } = render(<Names key="a" word="open" />)
  act(() => session.lapse())
  expect(screen.getByText('open 张** -')).toBeInTheDocument()
  rerender(<Names key="b" word="new" />)
  expect(screen.getByText('new - -')).toBeInTheDocument()
  act(() => signInAs([], { name: '李**' }))
  expect(screen.getByText('new 李** 李**')).toBeInTheDocument()
})

test('nothing is kept of who signs out', () => {
  render(<Names word="open" />)
  act(() => session.end())
  expect(screen.getByText('open - -')).toBeInTheDocument()
})
