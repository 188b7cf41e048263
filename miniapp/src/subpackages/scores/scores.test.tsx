import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerWith, ok, order, sentTo, signInAs, staff } from '../../../test/api-double'
import { district, editor } from '../../../test/catalogue-double'
import { corrected, docket, scoreTable } from '../../../test/score-double'
import { openedWith } from '../../../test/taro'
import Exclusions from './exclusions'
import Rankings from './rankings'

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const freeze = {
  ...{ districtCode: district.code, frozenThrough: null, ripeThrough: '2026-10', ruleVersion: null },
  ...{ frozenAt: null, by: null, allowedActions: ['freeze' as const] },
}

beforeEach(() => {
  openedWith({})
  signInAs([editor])
})

describe('rankings', () => {
  test('many good ones stand above a single one; what is not assessed has no place; the rules are named', async () => {
    answerWith({ 'scores.show': ok<'scores.show'>(scoreTable()) })
    render(<Rankings />)
    const names = await screen.findAllByText(/^(东关|西关|中山路)街道/)
    expect(names.map(({ textContent }) => textContent?.trim())).toEqual(['西关街道', '东关街道', '中山路街道'])
    expect(screen.getByText('未评估，不排名')).toBeInTheDocument()
    expect(screen.getByText('满意率 100%（98 人评，覆盖 98%）')).toBeInTheDocument()
    expect(screen.getByText('剔除 2 个，不计入满意率')).toBeInTheDocument()
    expect(screen.getByText('默认评价 4 件，另计，不计入满意率')).toBeInTheDocument()
    expect(screen.getByText(/规则：通用规则（national-1）。依据：五级评价/)).toBeInTheDocument()
  })

  test('a frozen month says what is known by now', async () => {
    answerWith({ 'scores.show': ok<'scores.show'>(scoreTable({ isFrozen: true, total: corrected })) })
    render(<Rankings />)
    expect(await screen.findByText('定稿后有更正（12 月 21 日）：解决率应为 90%')).toBeInTheDocument()
  })

  test('a community is shown the table of its street', async () => {
    signInAs([staff])
    answerWith({ 'scores.show': ok<'scores.show'>(scoreTable()) })
    render(<Rankings />)
    await screen.findByText(/怎么算的/)
    expect(sentTo('scores.show')[0]?.url).toContain('org=610303001&')
    expect(screen.queryByText('定稿')).not.toBeInTheDocument()
  })

  test('the administrator freezes what is ripe, after a question', async () => {
    answerWith({
      'scores.show': ok<'scores.show'>(scoreTable()),
      'score-freezes.show': ok<'score-freezes.show'>(freeze),
      'score-freezes.freeze': ok<'score-freezes.freeze'>({ ...freeze, frozenThrough: '2026-10' }),
    })
    render(<Rankings />)
    await screen.findByText('还没有定过稿。')
    await press(/定稿到/)
    expect(sentTo('score-freezes.freeze')).toHaveLength(0)
    await press('定稿')
    await waitFor(() => expect(sentTo('score-freezes.freeze')[0]?.data).toEqual({ through: '2026-10' }))
  })
})

describe('dockets', () => {
  test('a decision needs a choice and a reason, on the version that was read', async () => {
    answerWith({
      'exclusions.list': ok<'exclusions.list'>({ items: [docket()], nextCursor: null }),
      'exclusions.decide': ok<'exclusions.decide'>(docket({ state: 'approved', allowedActions: [], version: 2 })),
    })
    render(<Exclusions />)
    await userEvent.click(await screen.findByRole('button', { name: '审批楼道灯不亮的剔除申请' }))
    await press('提交')
    expect(screen.getByText('请写明理由，以后查得到')).toBeInTheDocument()
    expect(sentTo('exclusions.decide')).toHaveLength(0)
    await userEvent.click(screen.getByRole('radio', { name: /^同意剔除/ }))
    fireEvent.change(screen.getByRole('textbox', { name: /^理由/ }), { target: { value: '属实' } })
    await press('提交')
    await waitFor(() => expect(sentTo('exclusions.decide')).toHaveLength(1))
    const [sent] = sentTo('exclusions.decide')
    expect([sent?.data, sent?.header['if-match']]).toEqual([{ decision: 'approve', note: '属实' }, '"1"'])
  })

  test('from an order one is proposed; the auditor only reads', async () => {
    openedWith({ orderId: 'o1' })
    answerWith({
      'exclusions.list': ok<'exclusions.list'>({ items: [], nextCursor: null }),
      'orders.show': ok<'orders.show'>(order()),
    })
    const { unmount } = render(<Exclusions />)
    expect(await screen.findByText('申请剔除：楼道灯不亮')).toBeInTheDocument()
    await press('提出申请')
    expect(screen.getByText('请写明查到的情况')).toBeInTheDocument()
    expect(sentTo('exclusions.propose')).toHaveLength(0)
    unmount()
    signInAs([{ ...editor, role: 'auditor' }])
    render(<Exclusions />)
    expect(await screen.findByText('这个单还没有剔除申请')).toBeInTheDocument()
    expect(screen.queryByText('申请剔除：楼道灯不亮')).not.toBeInTheDocument()
  })
})
