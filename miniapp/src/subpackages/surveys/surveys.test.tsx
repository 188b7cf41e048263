import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../test/api-double'
import { survey, surveyResult } from '../../../test/survey-double'
import { openedWith } from '../../../test/taro'
import AnswerPage from './answer/index'
import EditPage from './edit/index'
import HeldPage from './held/index'
import SurveysPage from './list/index'
import ResultPage from './result/index'

const shown = (part: Parameters<typeof survey>[0] = {}) => ok<'surveys.show'>(survey(part))
const page = (...items: ReturnType<typeof survey>[]) => ok<'surveys.list'>({ items, nextCursor: null })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('taking part', () => {
  function open(
    query: Record<string, string> = {},
    part: Parameters<typeof survey>[0] = {},
    cast?: ReturnType<typeof problem>,
  ) {
    signInAs(query.as === 'staff' ? [staff] : [])
    openedWith({ id: 's1', ...query })
    answerWith({
      'surveys.show': shown(part),
      'surveys.cast': cast ? () => cast : () => ({ statusCode: 201, data: { hasCast: true } }),
    })
    render(<AnswerPage />)
  }

  test('a resident answers, with the version of the questions that were read', async () => {
    open()
    await userEvent.click(await screen.findByRole('radio', { name: '4 星，满意' }))
    await userEvent.click(screen.getByRole('radio', { name: '装灯' }))
    await userEvent.type(screen.getByRole('textbox', { name: /还想说什么/ }), '好')
    await press('投票')
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
    const [sent] = sentTo('surveys.cast')
    expect(sent?.data).toEqual({ answers: { q1: 4, q2: 1, q3: '好' } })
    expect(sent?.header['if-match']).toBe('"2"')
  })

  test('says which question still wants an answer, and sends nothing', async () => {
    open()
    await screen.findByText('今年的实事，你满意吗？')
    await press('投票')
    expect(screen.getByText('第 1 题还没有答')).toBeInTheDocument()
    expect(sentTo('surveys.cast')).toHaveLength(0)
  })

  test('staff write down whose answers they are', async () => {
    open({ as: 'staff' }, { allowedActions: ['help'] })
    await userEvent.click(await screen.findByRole('radio', { name: '5 星，非常满意' }))
    await press('投票')
    expect(screen.getByText('请填写居民的手机号')).toBeInTheDocument()
    await userEvent.type(screen.getByRole('textbox', { name: /居民的手机号/ }), '13900001111')
    await userEvent.type(screen.getByRole('textbox', { name: /居民的姓名/ }), '刘秀英')
    await press('投票')
    await waitFor(() =>
      expect(sentTo('surveys.cast')[0]?.data).toEqual({
        ...{ answers: { q1: 5 }, onBehalfOf: { phone: '13900001111', name: '刘秀英' } },
      }),
    )
  })

  test('what was refused is said, and the answers stay', async () => {
    open({}, {}, problem(403, 'forbidden', '这次测评请的是东关社区的居民'))
    await userEvent.click(await screen.findByRole('radio', { name: '4 星，满意' }))
    await press('投票')
    expect(await screen.findByText('这次测评请的是东关社区的居民')).toHaveAttribute('role', 'alert')
    expect(screen.getByRole('radio', { name: '4 星，满意' })).toBeChecked()
  })

  test.each([
    [{ hasCast: true, allowedActions: [] }, '你已经参加过了'],
    [{ allowedActions: [], castRefusal: '参加测评要先核实住址' }, '参加测评要先核实住址'],
    [{ phase: 'closed' as const, allowedActions: [] }, '这次测评已经结束'],
    [{ phase: 'upcoming' as const, allowedActions: [] }, '现在不能参加'],
  ])('%j: says why there is no form', async (part, words) => {
    open({}, part)
    expect(await screen.findByText(words)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '投票' })).not.toBeInTheDocument()
  })
})

describe('the list', () => {
  test('leads a resident to the form, or to the result of what is over', async () => {
    signInAs()
    answerWith({ 'surveys.list': page(survey(), survey({ id: 's2', title: '去年的', phase: 'closed' })) })
    render(<SurveysPage />)
    await userEvent.click(await screen.findByRole('link', { name: /今年的实事/ }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/subpackages/surveys/answer/index?id=s1' })
    await userEvent.click(screen.getByRole('link', { name: /去年的/ }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/subpackages/surveys/result/index?id=s2' })
    expect(screen.queryByRole('button', { name: '发起测评' })).not.toBeInTheDocument()
  })

  test('shows staff theirs first, and what asks them behind a tab', async () => {
    signInAs([staff])
    answerWith({ 'surveys.list': page(survey({ turnout: { ballots: 7, helped: 2 } })) })
    render(<SurveysPage />)
    expect(await screen.findByText(/7 人参加/)).toBeInTheDocument()
    expect(sentTo('surveys.list')[0]?.url).toContain('view=held')
    await userEvent.click(screen.getByRole('tab', { name: '请我参加的' }))
    await waitFor(() => expect(sentTo('surveys.list')[1]?.url).toContain('view=mine'))
  })
})

describe('those who hold it', () => {
  test('close it after a warning, and are told when too few took part', async () => {
    signInAs([staff])
    openedWith({ id: 's1' })
    answerWith({
      'surveys.show': shown({ turnout: { ballots: 3, helped: 0 }, allowedActions: ['close', 'help'] }),
      'surveys.close': ok<'surveys.close'>(survey({ phase: 'closed' })),
    })
    render(<HeldPage />)
    await userEvent.click(await screen.findByRole('button', { name: '提前结束' }))
    expect(screen.getByText(/不到 5 人不公布结果/)).toBeInTheDocument()
    await press('结束并计票')
    await waitFor(() => expect(sentTo('surveys.close')).toHaveLength(1))
  })

  test('write a new one: the first question follows the method', async () => {
    signInAs([staff])
    openedWith({ pledge: 'p1' })
    answerWith({ 'surveys.create': () => ({ statusCode: 201, data: survey({ id: 's9', phase: 'draft' }) }) })
    render(<EditPage />)
    await userEvent.type(screen.getByRole('textbox', { name: /测评名称/ }), '修路满意吗')
    await userEvent.click(screen.getByRole('radio', { name: /按名单过半数/ }))
    await press('加一道单选题')
    await userEvent.type(screen.getByRole('textbox', { name: /第 3 题问什么/ }), '哪段最好')
    await userEvent.type(screen.getByRole('textbox', { name: /第 3 题的选项/ }), '东段{enter}西段')
    await press('去掉这道题（第 2 题）')
    await press('存为草稿')
    await waitFor(() => expect(sentTo('surveys.create')).toHaveLength(1))
    expect(sentTo('surveys.create')[0]?.data).toMatchObject({
      ...{ title: '修路满意吗', method: 'majority', pledgeId: 'p1', membershipId: 'm1' },
      questions: [
        { key: 'q1', kind: 'choice', options: ['满意', '基本满意', '不满意'], isDecisive: true, isRequired: true },
        { key: 'q3', kind: 'choice', options: ['东段', '西段'], isDecisive: false },
      ],
    })
  })
})

describe('the result', () => {
  test('shows verdict, figures, coverage and counts; what was written is not for everyone', async () => {
    openedWith({ id: 's1' })
    answerWith({ 'surveys.result': ok<'surveys.result'>(surveyResult()) })
    render(<ResultPage />)
    expect(await screen.findByText('满意')).toBeInTheDocument()
    expect(screen.getByText(/平均 83 分/)).toBeInTheDocument()
    expect(screen.getByText(/40 人参加，共 80 人可以参加（50%）/)).toBeInTheDocument()
    expect(screen.getByText('5 星 非常满意：20 人')).toBeInTheDocument()
    expect(screen.getByText(/居民写的话由发起测评的单位看/)).toBeInTheDocument()
  })

  test('says that too few took part', async () => {
    openedWith({ id: 's1' })
    answerWith({
      'surveys.result': ok<'surveys.result'>(surveyResult({ figures: null, isWithheld: true, ballots: 3 })),
    })
    render(<ResultPage />)
    expect(await screen.findByText('人太少，不公布结果')).toBeInTheDocument()
  })

  test('gives those who asked what was written', async () => {
    signInAs([staff])
    openedWith({ id: 's1' })
    answerWith({
      'surveys.result': ok<'surveys.result'>(surveyResult()),
      'surveys.show': shown({ phase: 'closed', allowedActions: ['read-texts'] }),
      'surveys.texts': ok<'surveys.texts'>({ items: [{ id: 't1', text: '路好走了' }], nextCursor: null }),
    })
    render(<ResultPage />)
    expect(await screen.findByText('路好走了')).toBeInTheDocument()
  })
})
