import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Field } from './field/field.h5'
import { Form } from './form/form.h5'
import { Rate } from './rate/rate.h5'
import { Sheet } from './sheet/sheet.h5'
import { Tabs } from './tabs/tabs.h5'
import type { Stars } from '@xinban/shared/domain'

const tabs = [
  { key: 'a', word: '甲' },
  { key: 'b', word: '乙' },
] as const

function LiveTabs() {
  const [active, setActive] = useState<'a' | 'b'>('a')
  return <Tabs label="进度" tabs={tabs} active={active} panelId="p" onChange={setActive} />
}

function LiveRate() {
  const [stars, setStars] = useState<Stars>()
  return <Rate id="r" label="办得怎么样" value={stars} onChange={setStars} />
}

test('arrows go from tab to tab and around the end; Tab stops once', async () => {
  render(<LiveTabs />)
  await userEvent.tab()
  expect(screen.getByRole('tab', { name: '甲' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('tab', { name: '乙', selected: true })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('tab', { name: '甲', selected: true })).toHaveFocus()
})

test('stars can be chosen without a pointer', async () => {
  render(<LiveRate />)
  await userEvent.tab()
  await userEvent.keyboard(' ')
  expect(screen.getByRole('radio', { name: '1 星，非常不满意' })).toBeChecked()
})

test('Enter in a field sends the form', async () => {
  const submit = jest.fn()
  render(
    <Form onSubmit={submit}>
      <Field id="q" label="找单" value="灯" onChange={jest.fn()} />
    </Form>,
  )
  await userEvent.type(screen.getByRole('textbox'), '{Enter}')
  expect(submit).toHaveBeenCalledTimes(1)
})

test('Enter in a field with something of its own to do leaves the form alone', async () => {
  const [submit, enter] = [jest.fn(), jest.fn()]
  render(
    <Form onSubmit={submit}>
      <Field id="q" label="找地点" value="院" onChange={jest.fn()} onEnter={enter} />
    </Form>,
  )
  await userEvent.type(screen.getByRole('textbox'), '{Enter}')
  expect([submit.mock.calls.length, enter.mock.calls.length]).toEqual([0, 1])
})

test('a wrong field is tied to its error', () => {
  render(<Field id="q" label="电话" value="1" onChange={jest.fn()} error="号码不对" hint="手机或座机" />)
  const field = screen.getByRole('textbox')
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription('手机或座机 号码不对')
})

test('a sheet closes by Escape and by a press beside it; what is chosen runs after it has closed', async () => {
  const done: string[] = []
  const close = () => done.push('close')
  render(<Sheet title="还可以" actions={[{ key: 'a', word: '派单', run: () => done.push('run') }]} onClose={close} />)
  const sheet = screen.getByRole('dialog', { name: '还可以' })
  fireEvent(sheet, new Event('cancel', { cancelable: true }))
  expect(done).toEqual(['close'])
  await userEvent.click(screen.getByText('还可以'))
  expect(done).toEqual(['close'])
  await userEvent.click(sheet)
  expect(done).toEqual(['close', 'close'])
  await userEvent.click(screen.getByRole('button', { name: '派单' }))
  expect(done).toEqual(['close', 'close', 'close', 'run'])
})
