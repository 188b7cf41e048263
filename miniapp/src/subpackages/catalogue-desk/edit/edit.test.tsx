import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../../test/api-double'
import { content, district, editable, editor } from '../../../../test/catalogue-double'
import { openedWith } from '../../../../test/taro'
import EditItem from './index'

const save = () => userEvent.click(screen.getByRole('button', { name: '存为草稿' }))
const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label)
/** At once: a form this long is slow to type into letter by letter. */
const write = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } })

beforeEach(() => {
  signInAs([editor])
  openedWith({})
})

test('a new item is begun in the district of its editor, and opened when it is saved', async () => {
  answerWith({ 'service-items.create': ok<'service-items.create'>(editable({ id: 'i9' })) })
  render(<EditItem />)
  write(/^事项名称/, '助听器保养')
  write(/^常用说法/, '助听器、耳机')
  await userEvent.click(screen.getByRole('button', { name: '加一项材料' }))
  write(/^材料 1$/, '助听器')
  write(/^第 1 步$/, '预约')
  await userEvent.click(screen.getByRole('checkbox', { name: '就近办' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '马上办' }))
  await save()
  await waitFor(() => expect(sentTo('service-items.create')).toHaveLength(1))
  expect(sentTo('service-items.create')[0]?.data).toMatchObject({
    districtCode: district.code,
    content: {
      name: '助听器保养',
      everydayWords: ['助听器', '耳机'],
      guide: {
        materials: [{ name: '助听器', note: '', isRequired: true }],
        steps: ['预约'],
        channels: ['at_once', 'nearby'],
        timeLimit: { workingDays: null },
        region: '金台区',
      },
    },
  })
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/subpackages/catalogue-desk/item/index?id=i9' }),
  )
})

test('every fault stands beside its field, in rows too, and what was typed stays', async () => {
  openedWith({ id: 'i1' })
  answerWith({
    'service-items.edit': ok<'service-items.edit'>(editable()),
    'service-items.save-draft': () =>
      problem(422, 'invalid', '有几项填得不对', [
        { path: 'content.guide.fee', code: 'too_small', message: '请填写收费' },
        { path: 'content.guide.materials.0.name', code: 'too_small', message: '请填写材料名称' },
      ]),
  })
  render(<EditItem />)
  await screen.findByDisplayValue('身份证')
  write(/^材料 1$/, '')
  write(/^费用/, '')
  await save()
  expect(await screen.findByText('请填写材料名称')).toHaveAttribute('role', 'alert')
  expect(screen.getByText('请填写收费')).toBeInTheDocument()
  expect(screen.queryByText('有几项填得不对')).not.toBeInTheDocument()
  expect(screen.getByDisplayValue('带原件')).toBeInTheDocument()
})

test('a number of days that is none is told before anything is sent', async () => {
  openedWith({ id: 'i1' })
  answerWith({ 'service-items.edit': ok<'service-items.edit'>(editable()) })
  render(<EditItem />)
  await screen.findByDisplayValue('身份证')
  write(/^几个工作日办好/, '半月')
  await save()
  expect(await screen.findByText(/请填整数/)).toHaveAttribute('role', 'alert')
  expect(sentTo('service-items.save-draft')).toEqual([])
})

test('a name that is taken is told at the name', async () => {
  answerWith({ 'service-items.create': () => problem(409, 'already_exists', '区里已有叫「高龄津贴」的服务事项') })
  render(<EditItem />)
  write(/^事项名称/, '高龄津贴')
  await save()
  expect(await screen.findAllByText('区里已有叫「高龄津贴」的服务事项')).toHaveLength(1)
})

test.each([
  [412, 'version_mismatch'],
  [409, 'lost_race'],
])('when a colleague was faster (%i %s) theirs is shown, and mine can still be saved', async (status, code) => {
  openedWith({ id: 'i1' })
  let isOvertaken = true
  const theirs = editable({ version: 6, content: content({}, { timeLimit: { workingDays: 5, words: '五天内' } }) })
  answerWith({
    'service-items.edit': () => ({
      statusCode: 200,
      data: sentTo('service-items.save-draft').length === 0 ? editable() : theirs,
    }),
    'service-items.save-draft': () => {
      if (!isOvertaken) return { statusCode: 200, data: editable() }
      isOvertaken = false
      return problem(status, code, '已被别人修改')
    },
  })
  render(<EditItem />)
  await screen.findByDisplayValue('身份证')
  write(/^费用/, '每月 5 元')
  await save()
  expect(await screen.findByText(/同事刚刚改过这个事项/)).toHaveAttribute('role', 'alert')
  expect(sentTo('service-items.save-draft')[0]?.header['if-match']).toBe('"5"')
  await userEvent.click(screen.getByRole('button', { name: '看同事改的' }))
  expect(await screen.findByText('和你写的不一样的地方：多久办好、费用。')).toBeInTheDocument()
  expect(within(screen.getByLabelText('同事改的')).getByText('五天内')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '用我写的存' }))
  await waitFor(() => expect(sentTo('service-items.save-draft')).toHaveLength(2))
  const again = sentTo('service-items.save-draft')[1]
  expect(again?.header['if-match']).toBe('"6"')
  expect(again?.data).toMatchObject({ content: { guide: { fee: '每月 5 元' } } })
})

test('theirs is taken only after a question, because mine goes', async () => {
  openedWith({ id: 'i1' })
  const theirs = editable({ version: 6, content: content({}, { fee: '免费' }) })
  answerWith({
    'service-items.edit': () => ({
      statusCode: 200,
      data: sentTo('service-items.save-draft').length === 0 ? editable() : theirs,
    }),
    'service-items.save-draft': () => problem(412, 'version_mismatch', '已被别人修改'),
  })
  render(<EditItem />)
  await screen.findByDisplayValue('身份证')
  write(/^费用/, '每月 5 元')
  await save()
  await userEvent.click(await screen.findByRole('button', { name: '看同事改的' }))
  await userEvent.click(await screen.findByRole('button', { name: '改用同事的' }))
  expect(field(/^费用/)).toHaveValue('每月 5 元')
  await userEvent.click(screen.getByRole('button', { name: '用同事的' }))
  expect(field(/^费用/)).toHaveValue('免费')
  expect(screen.queryByText(/同事刚刚改过/)).not.toBeInTheDocument()
})

test('what was typed and not saved stands there again, until it is dropped', async () => {
  answerWith({})
  const first = render(<EditItem />)
  write(/^事项名称/, '写到一半')
  first.unmount()
  render(<EditItem />)
  expect(field(/^事项名称/)).toHaveValue('写到一半')
  await userEvent.click(screen.getByRole('button', { name: '不要了，重新写' }))
  expect(field(/^事项名称/)).toHaveValue('')
})

test('rows are put in order by buttons', async () => {
  openedWith({ id: 'i1' })
  answerWith({ 'service-items.edit': ok<'service-items.edit'>(editable()) })
  render(<EditItem />)
  await screen.findByDisplayValue('身份证')
  await userEvent.click(screen.getByRole('button', { name: '下移第 1 步' }))
  expect(field(/^第 1 步$/)).toHaveValue('街道审核')
  await userEvent.click(screen.getByRole('button', { name: '删去第 2 步' }))
  expect(screen.queryByDisplayValue('向社区申请')).not.toBeInTheDocument()
})

test('a community is told who writes items', () => {
  signInAs([staff])
  answerWith({})
  render(<EditItem />)
  expect(screen.getByText('服务事项由区管理员编写')).toBeInTheDocument()
})
