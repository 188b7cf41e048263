import { street, district, type YearStep } from './year-of-ten'

/** 销号: refused below the threshold, granted by the district in public. */
export function strikeOff(step: YearStep): void {
  step('销号: below the threshold the street is refused', async (year) => {
    await year.as(year.officer, street)
    await year.officer.goTo(year.thing())
    await year.officer.press('销号')
    await year.officer.page.getByRole('dialog').getByRole('button', { name: '销号' }).click()
    await year.officer.page
      .getByRole('alert')
      .filter({ hasText: '满意度测评没有达到要求，只有区里说明理由后才能销号' })
      .first()
      .waitFor()
    await year.officer.check('refused')
  })

  step('the district grants it with a public statement, and the wall shows it', async (year) => {
    await year.as(year.officer, district)
    await year.officer.goTo(year.thing())
    await year.officer.press('销号')
    await year.officer.fill(/区里的公开说明/, '灯已全部装好，居民想加装的列入明年')
    await year.officer.check('statement')
    await year.officer.press('说明理由并销号')
    await year.officer.read('区里的说明：灯已全部装好，居民想加装的列入明年')
    await year.card().getByText('办结').first().waitFor()
    await year
      .card()
      .getByText(/满意 75.8 分/)
      .first()
      .waitFor()
    await year.anyone.goTo(year.thing())
    await year.anyone.read('区里的说明：灯已全部装好，居民想加装的列入明年')
    await year.anyone.check('struck-off')
  })
}
