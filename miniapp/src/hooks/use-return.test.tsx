import { act, render } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page/page'
import { comeBack } from '../../test/taro'
import { useReturn } from './use-return'

const returned: string[] = []
let join: () => void

function Part({ name }: { name: string }) {
  useReturn(() => returned.push(name))
  return null
}
function Opened() {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    join = () => setThere(true)
  }, [])
  useReturn(() => returned.push('page'))
  return (
    <Page title="单">
      <Part name="first" />
      {isThere && <Part name="late" />}
    </Page>
  )
}

beforeEach(() => returned.splice(0))

test('opening is no return; the first one is told to what was there and to what came later', async () => {
  render(<Opened />)
  await act(() => Promise.resolve())
  expect(returned).toEqual([])
  act(() => join())
  expect(returned).toEqual([])
  act(() => comeBack())
  expect([...returned].sort()).toEqual(['first', 'late', 'page'])
})
