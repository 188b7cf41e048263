import { orgCode, staff, people, phoneOf, lamp, on, dayOf, type YearStep } from './year-of-ten'

/** Beside the lamp, so that exactly ten of eleven are chosen. */
const candidates = ['扶手', '充电车棚', '助餐点', '口袋公园', '雨水管', '门禁', '健身角', '停车位', '书屋', '消防栓']

/** From the first need to the ten things that are pledged. */
export function promise(step: YearStep): void {
  step('forty residents are known to live there', async (year) => {
    for (const [index, account] of people.entries()) {
      await year.server.ask(account, '/me', { communityCode: orgCode }, 'PUT')
      await year.server.ask(staff, '/residents/confirm', { communityCode: orgCode, phone: phoneOf(index) })
    }
    const me = await year.server.ask<{ person: { isVerified?: boolean } }>(people[39] ?? '', '/me')
    expect(me.person).toMatchObject({ community: { code: orgCode } })
  })

  step(
    '问需: the community begins to ask, residents say what they need, staff write down what they hear',
    async (year) => {
      await year.as(year.community, staff)
      await year.community.goTo('/pledge-desk')
      await year.community.press('开始今年的问需')
      await year.community.read('问需中')
      await year.as(year.resident, 'resident-1')
      await year.resident.goTo('/new-need')
      await year.resident.fill(/最想办什么/, '楼道太黑，想装灯')
      await year.resident.fill(/说说情况/, '老人晚上上下楼看不清台阶')
      await year.resident.check('need')
      await year.resident.press('提交')
      await year.resident.see('heading', '大家提的需求')
      await year.community.page.getByRole('tab', { name: '待答复需求' }).click()
      await year.community.press('记一条走访听到的')
      await year.community.choose('入户走访')
      await year.community.fill(/最想办什么/, '想要一座地铁站')
      await year.community.fill(/说说情况/, '走访五户，都说出门不便')
      await year.community.press('提交')
      await year.community.see('heading', '大家提的需求')
    },
  )

  step('every need is answered in public: a candidate, or not now and why', async (year) => {
    await year.community.goTo('/pledge-desk')
    await year.community.page.getByRole('tab', { name: '待答复需求' }).click()
    await year.community.press('答复：楼道太黑，想装灯')
    await year.community.choose(/^列入候选/)
    await year.community.fill(/公开的标题/, lamp)
    await year.community.fill(/答复/, '列入今年的候选，请大家来投票')
    await year.community.check('need-answer')
    await year.community.press('公开答复')
    await year.community.page.getByRole('tab', { name: '待答复需求' }).click()
    await year.community.press('答复：想要一座地铁站')
    await year.community.choose(/^暂不列入/)
    await year.community.fill(/答复/, '地铁由市里规划，社区会把意见报上去')
    await year.community.press('公开答复')
    await year.community.read('都答复完了')
    await year.resident.goTo(`/needs?org=${orgCode}`)
    await year.resident.read('答复：列入今年的候选，请大家来投票')
    await year.resident.read('答复：地铁由市里规划，社区会把意见报上去')
    await year.readList()
    for (const title of candidates) {
      const body = { title, summary: `给小区添一处${title}`, category: 'living_space' }
      await year.server.ask(staff, `/pledge-lists/${year.list.id}/candidates`, body)
    }
  })

  step('票决: one verified person, one vote; nobody sees a count before the close', async (year) => {
    await year.community.goTo('/pledge-desk')
    await year.pressLast(year.community, `提出候选事项（${await year.orgName()}）`)
    await year.pressLast(year.community, '提出候选事项')
    await year.community.press(`开始票决（${await year.orgName()}）`)
    await year.community.page.getByLabel('投票到哪天').fill(dayOf('01-12'))
    await year.community.press('开始票决')
    await year.community.read('票决开始了')
    await year.resident.goTo(`/pledge-vote?id=${year.list.id}`)
    await year.resident.page.getByText(`1. ${lamp}`).click()
    await year.resident.check('vote')
    await year.resident.press(/^投票/)
    await year.resident.page.getByRole('dialog').getByRole('button', { name: '投票' }).click()
    await year.resident.read(/你已经投过票了/)
    await year.readList()
    const [first, ...others] = year.list.candidates.map(({ id }) => id)
    const votes = `/pledge-lists/${year.list.id}/votes`
    for (const [index, account] of people.slice(1).entries()) {
      const candidateIds = index < 20 ? [first, others[index % 9]] : [others[index % 9]]
      await year.server.ask(account, votes, { candidateIds })
    }
    expect((await year.server.send('resident-1', votes, { candidateIds: [first] })).status).toBe(409)
    expect(year.list.candidates.map(({ votes: count }) => count)).toEqual(Array(11).fill(null))
    await year.goTo(on('01-13'))
    await year.resident.goTo(`/pledge-list?id=${year.list.id}`)
    await year.resident.read('40 人投了票')
    await year.resident.read(/21 票/)
  })

  step('承诺: exactly ten are written out and published, with steps, money and who answers for them', async (year) => {
    await year.community.goTo(`/pledge-publish?id=${year.list.id}`)
    await year.community.read('要写满 10 件，现在 10 件')
    for (let number = 1; number <= 10; number++) {
      await year.community.press(`填写第 ${number} 件`)
      await year.community.fill('数什么', '灯')
      await year.community.fill('目标', '40')
      await year.community.fill(/^单位/, '盏')
      await year.community.fill('做到什么', '选点')
      await year.community.fill(/分量/, '2')
      await year.community.page.getByLabel('什么时候', { exact: true }).fill(dayOf('03-01'))
      await year.community.press('再加一步')
      await year.community.page.getByRole('textbox', { name: '做到什么' }).last().fill('装好')
      await year.community.page.getByRole('textbox', { name: /分量/ }).last().fill('3')
      await year.community.page.getByLabel('什么时候', { exact: true }).last().fill(dayOf('06-01'))
      await year.community.page.getByLabel('什么时候办完').fill(dayOf('06-30'))
      await year.community.fill(/资金（元）/, '30000')
      await year.community.fill('资金来源', '街道专项')
      await year.community.fill('责任单位', '社区居委会')
      await year.community.fill('责任人', '社区书记')
      await year.community.fill('咨询电话', '0917-1234567')
      if (number === 1) await year.community.check('publish')
      await year.community.press(`收起第 ${number} 件`)
    }
    await year.community.press(/^公布/)
    await year.community.page.getByRole('dialog').getByRole('button', { name: /公布/ }).click()
    await year.community.see('heading', '十件实事')
    await year.community.goTo('/pledge-desk')
    await year.pressLast(year.community, `开始办理（${await year.orgName()}）`)
    await year.pressLast(year.community, '开始办理')
    await year.community.read(/办理中/)
    year.pledge = (await year.readList()).pledges.find(({ title }) => title === lamp)?.id ?? ''
    expect(year.list.pledges).toHaveLength(10)
  })
}
