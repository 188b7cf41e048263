import type { Page } from 'playwright-core'
import { pageAddress } from '../../src/platform/pages'

/** Signs in with an account of the demo, as a person does; ends on the first page. */
export async function signIn(page: Page, url: string, account: string): Promise<void> {
  await page.goto(url + pageAddress('sign-in'))
  await page.getByRole('textbox', { name: '演示账号' }).fill(account)
  await page.getByRole('button', { name: '用这个账号登录', exact: true }).click()
  await page.waitForURL(`**${pageAddress('home')}`)
}
