import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { answerWith, ok, problem, sentTo, signInAs, staff } from '../../../test/api-double'
import {
  candidate,
  comment,
  need,
  objection,
  pledge,
  pledgeList,
  pledgeSummary,
  votingList,
} from '../../../test/pledge-double'
import { survey } from '../../../test/survey-double'
import { openedWith } from '../../../test/taro'
import PledgeDesk from './desk'
import NeedAnswer from './need-answer'
import NewNeed from './new-need'
import PledgePage from './pledge'
import PledgePublish from './publish'
import PledgeReport from './report'
import PledgeVote from './vote'

type Answers = Parameters<typeof answerWith>[0]

function openPledge(part: Parameters<typeof pledge>[0] = {}, answers: Answers = {}) {
  openedWith({ id: 'p1' })
  answerWith({ 'pledges.show': ok<'pledges.show'>(pledge(part)), ...answers })
  render(<PledgePage />)
}

describe('one thing', () => {
  test('anyone reads what was promised, where it came from, what changed, and what happened, newest first', async () => {
    openPledge()
    expect(await screen.findByRole('heading', { name: '给老楼装扶手' })).toBeInTheDocument()
    expect(screen.getByText('50%（部分未报）')).toBeInTheDocument()
    expect(screen.getByText('6 条居民需求，票决 41 票，里面有你提的')).toBeInTheDocument()
    expect(screen.getByText('6.5 万元，区级专项资金')).toBeInTheDocument()
    expect(screen.getByText(/因为：管线改造推迟/)).toBeInTheDocument()
    const [newest] = screen.getAllByText(/「选点招标」完成|公布承诺/)
    expect(newest).toHaveTextContent('「选点招标」完成')
    expect(screen.queryByRole('button', { name: '报进展' })).not.toBeInTheDocument()
  })

  test('a comment waits for a person, and its author alone sees it meanwhile', async () => {
    signInAs()
    const own = comment({ isOwn: true, allowedActions: [] })
    openPledge(
      { allowedActions: ['comment'], comments: { items: [own], nextCursor: null } },
      { 'pledges.comment': ok<'pledges.comment'>(pledge()) },
    )
    expect(await screen.findByText(/待审核，现在只有你看得到/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '发出' }))
    expect(await screen.findByText('请先写一句')).toBeInTheDocument()
    expect(sentTo('pledges.comment')).toEqual([])
    await userEvent.type(screen.getByLabelText(/我也说一句/), '亮多了')
    await userEvent.click(screen.getByRole('button', { name: '发出' }))
    await waitFor(() => expect(sentTo('pledges.comment')[0]?.data).toEqual({ text: '亮多了' }))
  })

  test('a refused objection keeps its words', async () => {
    signInAs()
    openPledge(
      {
        state: 'in_notice',
        allowedActions: ['object'],
        notice: { from: '2026-11-20T09:00:00+08:00', overOn: '2026-11-27' },
      },
      { 'pledges.object': () => problem(409, 'wrong_state', '公示期已过') },
    )
    await userEvent.click(await screen.findByRole('button', { name: /提异议/ }))
    await userEvent.type(screen.getByLabelText(/你看到的是什么情况/), '四号楼没装')
    await userEvent.click(screen.getByRole('button', { name: '提交异议' }))
    expect(await screen.findByText('公示期已过')).toBeInTheDocument()
    expect(screen.getByLabelText(/你看到的是什么情况/)).toHaveValue('四号楼没装')
  })

  test('an answered objection can be appealed once, until a day that is said', async () => {
    signInAs()
    const answered = objection({
      ...{ state: 'answered', isOwn: true, appealUntil: '2026-12-01T23:59:59+08:00' },
      answer: { decision: 'reject', text: '已现场核对', at: '2026-11-24T09:00:00+08:00' },
    })
    openPledge({ objections: [answered] }, { 'pledges.object': ok<'pledges.object'>(pledge()) })
    expect(await screen.findByText('街道答复（异议不成立）：已现场核对')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText(/请区里再看/), '照片不是我们楼')
    await userEvent.click(screen.getByRole('button', { name: /^申诉/ }))
    await waitFor(() =>
      expect(sentTo('pledges.object')[0]?.data).toEqual({ text: '照片不是我们楼', objectionId: 'b1' }),
    )
  })

  test('what keeps it from being struck off is said, and the district gives its statement', async () => {
    signInAs([{ ...staff, role: 'district_admin' }])
    openPledge(
      { state: 'in_notice', allowedActions: ['strike-off', 'send-back'], obstacles: ['survey'] },
      { 'pledges.strike-off': ok<'pledges.strike-off'>(pledge({ state: 'struck_off' })) },
    )
    expect(await screen.findByText(/满意度测评没有达到要求/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '销号' }))
    await userEvent.type(screen.getByLabelText(/^区里的公开说明/), '后续由街道跟进')
    await userEvent.click(screen.getByRole('button', { name: '说明理由并销号' }))
    await waitFor(() => expect(sentTo('pledges.strike-off')[0]?.data).toEqual({ statement: '后续由街道跟进' }))
    expect(sentTo('pledges.strike-off')[0]?.header['if-match']).toBe('"4"')
  })

  test('whose it is asks the residents about it, also while it is noticed', async () => {
    signInAs([staff])
    openPledge({ org: staff.org, state: 'in_notice' })
    await userEvent.click(await screen.findByRole('button', { name: '发起测评' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith(
      expect.objectContaining({ url: '/subpackages/surveys/edit/index?pledge=p1' }),
    )
  })

  test('a resident finds the way to the ballot, and afterwards to what was found', async () => {
    signInAs([])
    const open = survey({ pledgeId: 'p1', allowedActions: ['cast'] })
    openPledge({}, { 'surveys.list': ok<'surveys.list'>({ items: [open], nextCursor: null }) })
    expect(await screen.findByRole('link', { name: /去投一票/ })).toBeInTheDocument()
    expect(sentTo('surveys.list')[0]?.url).toMatch(/pledgeId=p1/)
  })

  test('without anything in the way it is asked once more, and struck off', async () => {
    signInAs([staff])
    openPledge(
      { state: 'in_notice', allowedActions: ['strike-off'] },
      { 'pledges.strike-off': ok<'pledges.strike-off'>(pledge({ state: 'struck_off' })) },
    )
    await userEvent.click(await screen.findByRole('button', { name: '销号' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: '销号' }))
    await waitFor(() => expect(sentTo('pledges.strike-off')[0]?.data).toEqual({}))
  })
})

test('a report goes with its step, percent and numbers', async () => {
  signInAs([staff])
  openedWith({ id: 'p1' })
  answerWith({
    'pledges.show': ok<'pledges.show'>(pledge({ allowedActions: ['progress'] })),
    'pledges.progress': ok<'pledges.progress'>(pledge()),
  })
  render(<PledgeReport />)
  const percent = await screen.findByLabelText(/这一步办到百分之几/)
  await userEvent.type(percent, '140')
  await userEvent.type(screen.getByLabelText(/办到哪一步了/), '三号楼装好了')
  await userEvent.click(screen.getByRole('button', { name: '报进展' }))
  expect(await screen.findByText('请填 0 到 100 的整数，办完填 100')).toBeInTheDocument()
  expect(sentTo('pledges.progress')).toEqual([])
  await userEvent.clear(percent)
  await userEvent.type(percent, '40')
  await userEvent.type(screen.getByLabelText(/安装扶手（到现在共多少处）/), '9')
  await userEvent.click(screen.getByRole('button', { name: '报进展' }))
  await waitFor(() =>
    expect(sentTo('pledges.progress')[0]?.data).toEqual({
      ...{ note: '三号楼装好了', milestoneId: 'm2', progress: 40, indicators: [{ id: 'i1', value: 9 }] },
    }),
  )
})

describe('the vote', () => {
  const openVote = (answers: Answers = {}) => {
    signInAs()
    openedWith({ id: 'pl1' })
    answerWith({ 'pledge-lists.show': ok<'pledge-lists.show'>(votingList()), ...answers })
    render(<PledgeVote />)
  }

  test('takes no more than one may choose, asks once more, and sends what was chosen', async () => {
    openVote({ 'pledge-lists.vote': () => ({ statusCode: 201, data: { hasVoted: true } }) })
    for (const name of ['1. 给老楼装扶手', '2. 修补健身广场', '3. 装充电桩']) {
      await userEvent.click(await screen.findByRole('checkbox', { name }))
    }
    expect(screen.getByRole('checkbox', { name: '3. 装充电桩' })).not.toBeChecked()
    await userEvent.click(screen.getByRole('button', { name: /^投票/ }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('给老楼装扶手、修补健身广场')
    await userEvent.click(within(dialog).getByRole('button', { name: '投票' }))
    await waitFor(() => expect(sentTo('pledge-lists.vote')[0]?.data).toEqual({ candidateIds: ['c1', 'c2'] }))
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  })

  test('whoever voted is told so', async () => {
    const { vote } = votingList()
    const voted = votingList({ allowedActions: [], vote: vote && { ...vote, hasVoted: true } })
    openVote({ 'pledge-lists.show': ok<'pledge-lists.show'>(voted) })
    expect(await screen.findByText('你已经投过票了')).toBeInTheDocument()
  })
})

describe('the desk', () => {
  test('a year on one page, the most pressing first, each with the way to report', async () => {
    signInAs([staff])
    const pledges = [
      pledgeSummary({
        id: 'a',
        number: 1,
        title: '慢的',
        light: 'red',
        lightWord: '超期',
        allowedActions: ['progress'],
      }),
      pledgeSummary({ id: 'b', number: 2, title: '快的', allowedActions: ['progress'] }),
      pledgeSummary({ id: 'c', number: 3, title: '等核实的', state: 'in_notice' }),
    ]
    answerWith({
      'pledge-lists.list': ok<'pledge-lists.list'>({ items: [pledgeList({ pledges })], nextCursor: null }),
    })
    render(<PledgeDesk />)
    const rows = (await screen.findAllByRole('listitem')).map((row) => within(row).getByRole('link').textContent)
    expect(rows).toEqual(['3. 等核实的', '1. 慢的', '2. 快的'])
    await userEvent.click(screen.getByRole('button', { name: '报进展：慢的' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/subpackages/pledges/report/index?id=a' })
  })

  test('a step of the year is confirmed, and the list shown as it is answered', async () => {
    signInAs([staff])
    const collecting = pledgeList({ state: 'collecting', pledges: [], allowedActions: ['deliberate'] })
    const next = {
      ...collecting,
      state: 'deliberating' as const,
      candidates: [candidate(1, '装扶手')],
      allowedActions: [],
    }
    answerWith({
      'pledge-lists.list': ok<'pledge-lists.list'>({ items: [collecting], nextCursor: null }),
      'pledge-lists.deliberate': ok<'pledge-lists.deliberate'>(next),
    })
    render(<PledgeDesk />)
    await userEvent.click(await screen.findByRole('button', { name: /^提出候选事项/ }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '提出候选事项' }))
    expect(await screen.findByText(/票决中 · 候选 1 件/)).toBeInTheDocument()
  })

  test('a comment is made public, or kept back with a reason, and leaves the queue', async () => {
    signInAs([staff])
    answerWith({
      'pledge-lists.list': ok<'pledge-lists.list'>({ items: [], nextCursor: null }),
      'comments.list': ok<'comments.list'>({ items: [comment()], nextCursor: null }),
      'comments.hide': ok<'comments.hide'>(comment({ state: 'hidden' })),
    })
    render(<PledgeDesk />)
    await userEvent.click(await screen.findByRole('tab', { name: '待审留言' }))
    await userEvent.click(await screen.findByRole('button', { name: '不公开' }))
    await userEvent.type(screen.getByLabelText(/为什么不公开/), '写了门牌')
    await userEvent.click(screen.getByRole('button', { name: '不公开' }))
    expect(await screen.findByText('没有待审的留言')).toBeInTheDocument()
    expect(sentTo('comments.hide')[0]?.data).toEqual({ reason: '写了门牌' })
  })
})

test('a need is answered in public, and joins a candidate', async () => {
  signInAs([staff])
  openedWith({ id: 'n1' })
  const list = votingList()
  answerWith({
    'needs.show': ok<'needs.show'>(need({ allowedActions: ['answer'] })),
    'pledge-lists.list': ok<'pledge-lists.list'>({ items: [list], nextCursor: null }),
    'needs.answer': ok<'needs.answer'>(need({ state: 'declined' })),
  })
  render(<NeedAnswer />)
  await userEvent.click(await screen.findByRole('radio', { name: /^暂不列入/ }))
  await userEvent.click(screen.getByRole('button', { name: '公开答复' }))
  expect(await screen.findByText('请写答复，会公开')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText(/^答复（公开）/), '明年再看')
  await userEvent.click(screen.getByRole('button', { name: '公开答复' }))
  await waitFor(() => expect(sentTo('needs.answer')[0]?.data).toMatchObject({ decision: 'decline', note: '明年再看' }))
})

test('a candidate begins with the need’s own words; without an order one can be made', async () => {
  signInAs([staff])
  openedWith({ id: 'n1' })
  answerWith({
    'needs.show': ok<'needs.show'>(need({ content: '楼梯又陡又滑', allowedActions: ['answer'] })),
    'pledge-lists.list': ok<'pledge-lists.list'>({ items: [], nextCursor: null }),
    'needs.answer': ok<'needs.answer'>(need({ state: 'order' })),
  })
  render(<NeedAnswer />)
  await userEvent.click(await screen.findByRole('radio', { name: /^列入候选/ }))
  expect(screen.getByLabelText(/^候选事项的说明/)).toHaveValue('楼梯又陡又滑')
  await userEvent.click(screen.getByRole('radio', { name: /^转为点单/ }))
  await userEvent.type(screen.getByLabelText(/^答复（公开）/), '这就去装')
  await userEvent.click(screen.getByRole('button', { name: '公开答复' }))
  const sent = { decision: 'order', note: '这就去装', newOrder: { kind: 'issue' } }
  await waitFor(() => expect(sentTo('needs.answer')[0]?.data).toMatchObject(sent))
})

test('needs that say the same are put together; one that came with an order may be left to it', async () => {
  signInAs([staff])
  openedWith({ id: 'n1' })
  const order = { id: 'o1', no: '2026112200017' }
  const waiting = need({ order, allowedActions: ['answer', 'group'] })
  const other = need({ id: 'n2', title: '楼梯滑，要扶手', group: { id: 'g2', size: 1 } })
  answerWith({
    'needs.show': ok<'needs.show'>(waiting),
    'needs.similar': ok<'needs.similar'>({ items: [{ need: other, score: 0.8 }] }),
    'needs.group': ok<'needs.group'>(need({ group: { id: 'g2', size: 2 } })),
    'needs.answer': ok<'needs.answer'>(need({ state: 'order' })),
  })
  render(<NeedAnswer />)
  await userEvent.click(await screen.findByRole('button', { name: '并到一起答复：楼梯滑，要扶手' }))
  await waitFor(() => expect(sentTo('needs.group')[0]?.data).toEqual({ withId: 'n2' }))
  await userEvent.click(screen.getByRole('radio', { name: /^转为点单/ }))
  await userEvent.type(screen.getByLabelText(/^答复（公开）/), '已派人去装')
  await userEvent.click(screen.getByRole('button', { name: '公开答复' }))
  await waitFor(() => expect(sentTo('needs.answer')[0]?.data).toMatchObject({ decision: 'order', note: '已派人去装' }))
})

test('a need goes to one’s own community; staff say where they heard it', async () => {
  signInAs([staff])
  answerWith({ 'needs.create': () => ({ statusCode: 201, data: need() }) })
  render(<NewNeed />)
  await userEvent.click(await screen.findByRole('radio', { name: '议事会' }))
  await userEvent.type(screen.getByLabelText(/最想办什么/), '装扶手')
  await userEvent.type(screen.getByLabelText(/说说情况/), '楼梯滑')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await waitFor(() =>
    expect(sentTo('needs.create')[0]?.data).toEqual({
      ...{ communityCode: '610303001002', title: '装扶手', content: '楼梯滑', source: 'meeting' },
    }),
  )
})

test('drafts of pledges come from the candidates, say what is missing, and stay on the device', async () => {
  signInAs([staff])
  openedWith({ id: 'pl1' })
  answerWith({
    'pledge-lists.show': ok<'pledge-lists.show'>(votingList({ id: 'pl-draft', allowedActions: ['publish'] })),
  })
  const { unmount } = render(<PledgePublish />)
  expect(await screen.findByText(/要写满 10 件，现在 3 件/)).toBeInTheDocument()
  expect(screen.getAllByText(/^还缺：/)).toHaveLength(3)
  expect(screen.getByRole('button', { name: '公布 10 件' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: '填写第 1 件' }))
  await userEvent.clear(screen.getByLabelText(/^标题/))
  await userEvent.type(screen.getByLabelText(/^标题/), '六栋楼装扶手')
  unmount()
  render(<PledgePublish />)
  expect(await screen.findByRole('heading', { name: '1. 六栋楼装扶手' })).toBeInTheDocument()
})
