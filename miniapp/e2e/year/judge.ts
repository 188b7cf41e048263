import { staff, district, people, phoneOf, on, until, type YearStep } from './year-of-ten'

/** Stars of forty residents: a mean of 75.8, which is 基本满意 and below the 80 that a strike-off takes. */
const stars = [
  ...Array.from({ length: 15 }, () => 5),
  ...Array.from({ length: 12 }, () => 4),
  ...Array.from({ length: 8 }, () => 3),
  ...Array.from({ length: 3 }, () => 2),
  ...Array.from({ length: 2 }, () => 1),
]

/** 测评: forty residents judge what was done. */
export function judge(step: YearStep): void {
  let survey: string

  step(
    'the community writes it about this thing: stars, a choice, words; and may change it until somebody answered',
    async (year) => {
      await year.community.goTo(year.thing())
      await year.community.press('发起测评')
      await year.community.fill('测评名称', '楼道灯装得怎么样')
      await year.community.fill('开头的话', '三道题，不记名')
      await year.community.press('加一道单选题')
      await year.community.page.getByRole('textbox', { name: '第 3 题问什么' }).fill('哪里最该再装')
      await year.community.page.getByRole('textbox', { name: '第 3 题的选项' }).fill('车棚\n地下室')
      await year.community.check('survey-editor')
      await year.community.press('存为草稿')
      await year.community.press('修改')
      await year.community.fill('测评名称', '楼道感应灯，你满意吗')
      await year.community.press('保存')
      await year.community.press('发布')
      await year.community.page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
      await year.community.read('进行中')
      survey = new URL(year.community.page.url()).searchParams.get('id') ?? ''
      await year.community.check('survey-held')
    },
  )

  step('a resident answers on the phone, from the thing’s own page, once', async (year) => {
    await year.as(year.resident, 'resident-1')
    await year.resident.goTo(year.thing())
    await year.resident.follow(/去投一票/)
    await year.resident.see('heading', '楼道感应灯，你满意吗')
    await year.resident.choose('5 星，非常满意')
    await year.resident.choose('车棚')
    await year.resident.fill(/还有什么想说的/, '亮堂多了')
    await year.resident.check('ballot')
    await year.resident.press('投票')
    await year.resident.read('你已参加，结束后公布结果')
    const again = await year.server.send('resident-1', `/surveys/${survey}/ballots`, { answers: { q1: 1, q3: 0 } })
    expect(again.status).toBe(409)
  })

  step('its questions are frozen by the first answer', async (year) => {
    await year.community.goTo(`/workbench/survey?id=${survey}`)
    await year.community.read('题目（已有人参加，不能再改）')
    expect(await year.community.page.getByRole('button', { name: '修改' }).count()).toBe(0)
  })

  step('staff help somebody at the door, who then cannot vote on the phone', async (year) => {
    await year.community.press('协助居民参加')
    await year.community.fill('居民的手机号', phoneOf(1))
    await year.community.choose(starWord(stars[1] ?? 5))
    await year.community.choose('车棚')
    await year.community.check('ballot-help')
    await year.community.press('投票')
    await year.community.read('2 人')
    const again = await year.server.send('resident-2', `/surveys/${survey}/ballots`, { answers: { q1: 1, q3: 0 } })
    expect(again.status).toBe(409)
    const helped = { answers: { q1: 1, q3: 0 }, onBehalfOf: { phone: phoneOf(0) } }
    expect((await year.server.send(staff, `/surveys/${survey}/ballots`, helped)).status).toBe(409)
  })

  step('two more on the phone, the others from theirs; until the close nobody is shown a result', async (year) => {
    for (const index of [2, 3]) {
      await year.as(year.resident, people[index] ?? '')
      await year.resident.goTo(`/survey?id=${survey}`)
      await year.resident.choose(starWord(stars[index] ?? 5))
      await year.resident.choose('地下室')
      await year.resident.press('投票')
      await year.resident.page.getByRole('button', { name: '投票' }).waitFor({ state: 'hidden' })
    }
    for (const [index, account] of people.entries()) {
      if (index < 4) continue
      await year.server.ask(account, `/surveys/${survey}/ballots`, {
        answers: { q1: stars[index] ?? 5, q3: index % 2 },
      })
    }
    for (const visitor of [year.officer, year.community]) {
      await visitor.goTo(`/survey-result?id=${survey}`)
      await visitor.page.getByRole('alert').filter({ visible: true }).first().waitFor()
    }
    expect((await year.server.send(district, `/surveys/${survey}/result`)).status).toBe(409)
  })

  step('the close comes by itself, with the verdict: 基本满意', async (year) => {
    await year.goTo(on('07-18'))
    await until(async () => (await year.server.send(null, `/surveys/${survey}/result`)).status === 200)
    await year.anyone.goTo(`/survey-result?id=${survey}`)
    await year.anyone.read('基本满意')
    await year.anyone.read(/40 人参加.*其中 1 人由工作人员协助/)
    await year.anyone.read(/平均 75.8 分/)
    await year.anyone.read('居民写的话由发起测评的单位看，不公开。')
    expect(await year.anyone.page.getByText('亮堂多了').count()).toBe(0)
    await year.anyone.check('survey-result')
    await year.as(year.community, staff)
    await year.community.goTo(`/survey-result?id=${survey}`)
    await year.community.read('亮堂多了')
  })
}

function starWord(value: number): string {
  return ['1 星，非常不满意', '2 星，不满意', '3 星，基本满意', '4 星，满意', '5 星，非常满意'][value - 1] ?? ''
}
