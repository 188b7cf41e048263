import { orgCode, staff, street, on, dayOf, until, type YearStep } from './year-of-ten'

/** Progress, amendments and lights, until a resident objects and is answered. */
export function deliver(step: YearStep): void {
  step('whose need became a pledge is told', async (year) => {
    const isTold = async () =>
      (await year.server.ask<{ items: { kind: string }[] }>('resident-1', '/notices')).items.some(
        ({ kind }) => kind === 'need.pledged',
      )
    await until(isTold)
    await year.resident.goTo('/notices')
    await year.resident.read('你提的需求列入了今年的实事，进展都会公开')
    await year.resident.goTo(year.thing())
    await year.resident.read(/1 条居民需求，票决 21 票，里面有你提的/)
  })

  step('践诺: progress with a photo from the phone, and the board follows without being asked', async (year) => {
    await year.wall.goto(`${year.server.url}/board?org=${orgCode}`)
    await year.card().getByText('未报').first().waitFor()
    await year.goTo(on('02-20'))
    await year.as(year.community, staff)
    await year.community.goTo(`/pledge-report?id=${year.pledge}`)
    const photo = {
      ...{ name: 'lamp.jpg', mimeType: 'image/jpeg' },
      buffer: await year.community.page.screenshot({ type: 'jpeg' }),
    }
    await year.community.page.getByLabel('拍照').setInputFiles(photo)
    await year.community.fill(/这一步办到百分之几/, '100')
    await year.community.fill(/办到哪一步了/, '选好了 50 个点，比计划多')
    await year.community.fill(/到现在共多少盏/, '50')
    await year.community.check('report')
    await year.community.press('报进展')
    await year.community.read('40%（部分未报）')
    await year.community.read(/125%，超额/)
    await year.community.check('reported')
    await year.card().getByText('40%').first().waitFor()
  })

  step('an amendment stands beside the original, with its reason', async (year) => {
    await year.community.goTo(`/pledge-amend?id=${year.pledge}`)
    await year.community.page.getByLabel('装好', { exact: true }).fill(dayOf('07-01'))
    await year.community.page.getByLabel('什么时候办完').fill(dayOf('07-31'))
    await year.community.fill(/为什么调整/, '管线改造推迟，要等它完工')
    await year.community.press('公开调整')
    await year.community.read('调整过 1 次')
    await year.anyone.goTo(year.thing())
    await year.anyone.read('调整过 1 次')
    await year.anyone.read(/因为：管线改造推迟/)
    await year.anyone.read(dayOf('06-30'))
    await year.anyone.read(new RegExp(`改为 ${dayOf('07-31')}`))
    await year.anyone.check('amended')
  })

  for (const [date, word] of [
    ['03-10', '正常'],
    ['04-15', '滞后'],
    ['06-28', '超期'],
  ] as const) {
    step(`on ${date} the light is ${word}, on the phone and on the wall`, async (year) => {
      await year.goTo(on(date))
      await year.anyone.goTo(year.thing())
      await year.anyone.read(new RegExp(word))
      await year.card().getByText(word).first().waitFor({ timeout: 45_000 })
    })
  }

  step('评议: everything done, the notice runs, a resident objects', async (year) => {
    await year.goTo(on('07-10'))
    await year.as(year.community, staff)
    await year.community.goTo(`/pledge-report?id=${year.pledge}`)
    await year.community.fill(/这一步办到百分之几/, '100')
    await year.community.fill(/办到哪一步了/, '50 盏全部亮了')
    await year.community.press('报进展')
    await year.community.read('100%')
    await year.community.press('申请销号')
    await year.community.fill(/办成了什么/, '全部装好，请大家看看')
    await year.community.press('申请销号，开始公示')
    await year.community.read('社区说这件事办成了，正在公示')
    await year.as(year.resident, 'resident-2')
    await year.resident.goTo(year.thing())
    await year.resident.press(/提异议/)
    await year.resident.fill(/你看到的是什么情况/, '二单元四楼那盏不亮，我住 402')
    await year.resident.press('提交异议')
    await year.resident.read('待答复')
    await year.resident.check('objected')
  })

  step('the street answers in public; nobody else reads the words of who objected', async (year) => {
    await year.as(year.officer, street)
    await year.officer.goTo(year.thing())
    await year.officer.read('还有异议没有答复')
    await year.officer.press('公开答复')
    await year.officer.choose(/^异议不成立/)
    await year.officer.fill(/异议说的是什么/, '有一盏灯不亮')
    await year.officer.fill(/答复/, '当天已换灯泡，现场试过能亮')
    await year.officer.press('公开答复')
    await year.officer.read('街道答复（异议不成立）：当天已换灯泡，现场试过能亮')
    await year.anyone.goTo(year.thing())
    await year.anyone.read('有一盏灯不亮')
    expect(await year.anyone.page.getByText('402').count()).toBe(0)
  })
}
