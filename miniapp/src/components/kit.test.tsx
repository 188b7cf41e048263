import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactElement } from 'react'
import { Button } from './button/button'
import { Checkbox } from './checkbox/checkbox'
import { Chips } from './chips/chips'
import { Choice } from './choice/choice'
import { DateField } from './date-field/date-field'
import { Dialog } from './dialog/dialog'
import { Field } from './field/field'
import { Form } from './form/form'
import { Progress } from './progress/progress'
import { Rate } from './rate/rate'
import { Select } from './select/select'
import { Sheet } from './sheet/sheet'
import { StatusBadge } from './status-badge/status-badge'
import { Steps } from './steps/steps'
import { Tag } from './tag/tag'
import { Tabs } from './tabs/tabs'
import { TextArea } from './text-area/text-area'

describe('Button', () => {
  test('is found by its role and word, and presses once', async () => {
    const press = jest.fn()
    render(<Button onPress={press}>接单</Button>)
    await userEvent.click(screen.getByRole('button', { name: '接单' }))
    expect(press).toHaveBeenCalledTimes(1)
  })

  test('cannot be pressed while its action is under way', async () => {
    const press = jest.fn()
    render(
      <Button isBusy onPress={press}>
        接单
      </Button>,
    )
    expect(screen.getByRole('button')).toBeDisabled()
    await userEvent.click(screen.getByRole('button'))
    expect(press).not.toHaveBeenCalled()
  })

  test('sends the form around it', async () => {
    const submit = jest.fn()
    render(
      <Form onSubmit={submit}>
        <Button isSubmit>提交</Button>
      </Form>,
    )
    await userEvent.click(screen.getByRole('button', { name: '提交' }))
    expect(submit).toHaveBeenCalledTimes(1)
  })
})

describe('fields', () => {
  function Typed() {
    const [value, setValue] = useState('')
    return <Field id="f" label="称呼" value={value} onChange={setValue} isRequired />
  }

  test('a field is found by its label and takes what is typed', async () => {
    render(<Typed />)
    await userEvent.type(screen.getByLabelText('称呼'), '张三')
    expect(screen.getByLabelText('称呼')).toHaveValue('张三')
  })

  test('an error is announced beside the field', () => {
    render(<Field id="f" label="电话" value="1" onChange={jest.fn()} error="号码不对" isRequired />)
    expect(screen.getByRole('alert')).toHaveTextContent('号码不对')
    expect(screen.getByLabelText(/电话/)).toHaveClass('wrong')
  })

  test('a text area counts what is in it', () => {
    render(<TextArea id="t" label="情况" value="四个字了" maxLength={80} onChange={jest.fn()} isRequired />)
    expect(screen.getByText('4/80')).toBeInTheDocument()
  })
})

describe('choices', () => {
  const options = [
    { value: 'a', word: '甲' },
    { value: 'b', word: '乙' },
  ] as const

  test('one of a few is a radio group with the chosen one checked', async () => {
    const change = jest.fn()
    render(<Choice id="c" label="哪一类" options={options} value="a" onChange={change} />)
    expect(screen.getByRole('radio', { name: /甲/ })).toBeChecked()
    expect(screen.getByRole('radio', { name: /乙/ })).not.toBeChecked()
    await userEvent.click(screen.getByRole('radio', { name: /乙/ }))
    expect(change).toHaveBeenCalledWith('b')
  })

  test('a checkbox gives the opposite of what it shows', async () => {
    const change = jest.fn()
    render(<Checkbox id="k" label="我同意" isChecked={false} onChange={change} />)
    await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }))
    expect(change).toHaveBeenCalledWith(true)
  })

  test('chips give the value that was tapped', async () => {
    const toggle = jest.fn()
    render(<Chips label="原因" options={[{ value: 950, word: '来得快' }]} chosen={[]} onToggle={toggle} />)
    await userEvent.click(screen.getByText('来得快'))
    expect(toggle).toHaveBeenCalledWith(950)
  })

  test('stars are a radio group in words', async () => {
    const change = jest.fn()
    render(<Rate id="r" label="办得怎么样" value={3} onChange={change} />)
    expect(screen.getByRole('radio', { name: '3 星，基本满意' })).toBeChecked()
    await userEvent.click(screen.getByRole('radio', { name: '5 星，非常满意' }))
    expect(change).toHaveBeenCalledWith(5)
  })

  test('tabs say which is selected', async () => {
    const change = jest.fn()
    const tabs = [
      { key: 'x', word: '待接', count: 2 },
      { key: 'y', word: '在办' },
    ] as const
    render(<Tabs label="进度" tabs={tabs} active="x" panelId="p" onChange={change} />)
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('待接2')
    await userEvent.click(screen.getByRole('tab', { name: '在办' }))
    expect(change).toHaveBeenCalledWith('y')
  })
})

describe('what is only read', () => {
  test('a state has its word beside shape and colour', () => {
    render(<StatusBadge status="in_progress" audience="staff" />)
    expect(screen.getByText('办理中')).toBeInTheDocument()
  })

  test('steps are read out as one sentence', () => {
    render(<Steps words={['送到', '接单', '办理']} passed={2} />)
    expect(screen.getByRole('img', { name: '共 3 步，到第 2 步：接单' })).toBeInTheDocument()
  })

  test('a dialog has its title and both ways out', async () => {
    const confirm = jest.fn()
    const cancel = jest.fn()
    render(
      <Dialog title="要撤回吗？" confirmWord="撤回" onConfirm={confirm} onCancel={cancel}>
        可以再点
      </Dialog>,
    )
    expect(screen.getByRole('dialog', { name: '要撤回吗？' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '先不了' }))
    await userEvent.click(screen.getByRole('button', { name: '撤回' }))
    expect([cancel.mock.calls.length, confirm.mock.calls.length]).toEqual([1, 1])
  })
})

test('a sheet names itself, offers its actions, and has a way back', async () => {
  const [dispatch, close] = [jest.fn(), jest.fn()]
  render(<Sheet title="还可以" actions={[{ key: 'dispatch', word: '派单', run: dispatch }]} onClose={close} />)
  expect(screen.getByRole('dialog', { name: '还可以' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '返回' }))
  expect([close.mock.calls.length, dispatch.mock.calls.length]).toEqual([1, 0])
  await userEvent.click(screen.getByRole('button', { name: '派单' }))
  expect([close.mock.calls.length, dispatch.mock.calls.length]).toEqual([2, 1])
})

test('a day is chosen within its bounds, and taken out where it need not be there', async () => {
  const change = jest.fn()
  const days = { value: '2026-11-20', min: '2026-11-01', max: '2026-11-30', onChange: change }
  const { rerender } = render(<DateField id="d" label="公布日期" {...days} />)
  expect(screen.getByDisplayValue('2026-11-20')).toHaveAttribute('min', '2026-11-01')
  expect(screen.getByDisplayValue('2026-11-20')).toHaveAttribute('max', '2026-11-30')
  await userEvent.click(screen.getByRole('button', { name: '清除公布日期' }))
  expect(change).toHaveBeenCalledWith('')
  rerender(<DateField id="d" label="公布日期" {...days} error="请选一天" isRequired />)
  expect(screen.queryByRole('button', { name: '清除公布日期' })).not.toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent('请选一天')
})

test('how far something is, is shown and read out in words', () => {
  render(<Progress label="批量接单" value={40} words="第 3 件，共 5 件" />)
  const bar = screen.getByRole('progressbar', { name: /^批量接单/ })
  const readOut = bar.getAttribute('aria-valuetext') ?? bar.getAttribute('aria-label')
  expect(readOut).toContain('第 3 件，共 5 件')
  expect(screen.getByText('第 3 件，共 5 件')).toBeInTheDocument()
})

test('a tag is a word; what alarms has a shape beside its colour', () => {
  const { container } = render(
    <>
      <Tag>已公开</Tag>
      <Tag tone="alarm">紧急</Tag>
    </>,
  )
  expect(screen.getByText('已公开').querySelector('.shape')).toBeNull()
  expect(screen.getByText('紧急')).toBeInTheDocument()
  expect(container.querySelectorAll('.shape')).toHaveLength(1)
})

describe('what is wrong is read out with the field', () => {
  const wrong = { error: '请选一个', onChange: jest.fn() }
  const options = [{ value: 'a', word: '甲' }]
  /** In a browser by the description; WeChat knows none, so there it is part of the name. */
  const heard = (element: HTMLElement) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
    return [element.getAttribute('aria-label'), ...ids.map((id) => document.getElementById(id)?.textContent)].join()
  }

  test.each<[string, ReactElement, string]>([
    ['field', <Field key="f" id="x" label="称呼" value="" {...wrong} />, 'textbox'],
    ['text area', <TextArea key="t" id="x" label="情况" value="" maxLength={9} {...wrong} />, 'textbox'],
    ['choice', <Choice key="c" id="x" label="类别" options={options} value={undefined} {...wrong} />, 'group'],
    ['stars', <Rate key="r" id="x" label="满意吗" value={undefined} {...wrong} />, 'group'],
    ['checkbox', <Checkbox key="k" id="x" label="同意" isChecked={false} {...wrong} />, 'checkbox'],
    [
      'select',
      <Select key="s" id="x" label="社区" options={options} value={undefined} placeholder="请选" {...wrong} />,
      '',
    ],
    ['day', <DateField key="d" id="x" label="哪天" value="" {...wrong} />, ''],
  ])('%s', (_, field, role) => {
    const { container } = render(field)
    const roles = role === 'group' ? ['group', 'radiogroup'] : role === '' ? ['combobox', 'button'] : [role]
    const found = roles.flatMap((name) => screen.queryAllByRole(name))
    const candidates = found.length > 0 ? found : [...container.querySelectorAll<HTMLElement>('input')]
    expect(candidates.map(heard).join()).toContain('请选一个')
  })
})

test('what cannot be chosen yet says so', () => {
  render(
    <Select
      id="x"
      label="社区"
      options={[]}
      value={undefined}
      placeholder="请先选街道"
      onChange={jest.fn()}
      isDisabled
    />,
  )
  const box = screen.queryByRole('combobox') ?? screen.getByRole('button', { name: '社区，请先选街道' })
  expect(box.hasAttribute('disabled') || box.getAttribute('aria-disabled') === 'true').toBe(true)
})
