import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith } from '../../test/api-double'
import { focusField } from '@/platform/focus'
import { Checkbox } from './checkbox/checkbox'
import { Choice } from './choice/choice'
import { DateField } from './date-field/date-field'
import { Field } from './field/field'
import { FieldGroup } from './field-group/field-group'
import { Page } from './page/page'
import { Rate } from './rate/rate'
import { Select } from './select/select'
import { TextArea } from './text-area/text-area'

const change = jest.fn()
const options = [{ value: 'a', word: '甲' }] as const

function Form({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Field id="title" label="什么事" value="" onChange={change} error="写一句" hint="一句话" />
      <TextArea id="content" label="说说情况" value="" maxLength={9} onChange={change} error="写清楚" />
      <Select
        id="pick"
        label="社区"
        options={options}
        value="a"
        onChange={change}
        placeholder="请选择"
        error="选一个"
      />
      <DateField id="day" label="哪天" value="" onChange={change} error="选一天" />
      <Choice id="kind" label="哪一类" options={options} value="a" onChange={change} error="选一类" />
      <Checkbox id="agree" label="同意" isChecked={false} onChange={change} error="先同意" />
      <Rate id="stars" label="满意吗" value={3} onChange={change} error="点一颗" />
      <FieldGroup id="group" label="一组" error="都要填">
        <span />
      </FieldGroup>
    </Page>
  )
}

beforeEach(() => answerWith({}))

test('of two pages in one document each has its own fields, labels and errors', async () => {
  render(
    <>
      <Form title="下面" />
      <Form title="上面" />
    </>,
  )
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const [below, above] = screen.getAllByRole('main').map((main) => within(main))
  await userEvent.click(above?.getByText('什么事') ?? document.body)
  expect(above?.getByRole('textbox', { name: /什么事/ })).toHaveFocus()
  expect(below?.getByRole('textbox', { name: /什么事/ })).not.toHaveFocus()
  expect(above?.getByRole('textbox', { name: /什么事/ })).toHaveAccessibleDescription('一句话 写一句')
  expect(above?.getByLabelText(/哪天/)).toHaveAccessibleDescription('选一天')
  expect(above?.getByRole('combobox')).toHaveAccessibleDescription('选一个')
  expect(above?.getByRole('checkbox')).toHaveAccessibleDescription('先同意')
  expect(above?.getByRole('group', { name: '满意吗' })).toHaveAccessibleDescription('点一颗')
  expect(above?.getByRole('group', { name: '一组' })).toHaveAccessibleDescription('都要填')
  // Radios of one name would take each other's mark.
  expect(below?.getByRole('radio', { name: '甲' })).toBeChecked()
  expect(above?.getByRole('radio', { name: '甲' })).toBeChecked()
})

test('a field is led to on the page that is shown', () => {
  render(
    <>
      <Form title="下面" />
      <Form title="上面" />
    </>,
  )
  focusField('content')
  const [below, above] = screen.getAllByRole('textbox', { name: /说说情况/ })
  expect(above).toHaveFocus()
  expect(below).not.toHaveFocus()
})
