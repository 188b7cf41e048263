import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { pageAddress } from '../../src/platform/pages'
import { launchWithPort, surroundings } from '../pages/browser'
import { accounts, type Who } from '../pages/demo'
import { elderMode } from '../pages/modes'
import { signIn } from '../pages/sign-in'

/** How somebody comes to a page. */
export interface Reader {
  /** Nobody: a visitor who has not signed in. */
  readonly by: Who | null
  readonly isElder: boolean
}

/** A browser of one reader, which Lighthouse opens its own pages in. */
export interface Phone {
  /** Of 127.0.0.1, where the browser can be told what to do. */
  readonly port: number
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Starts a browser whose storage holds what the reader chose earlier: their account, and elder mode. */
export async function openPhone(url: string, { by, isElder }: Reader): Promise<Phone> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-phone-'))
  // Lighthouse gives its pages the size of a telephone itself.
  const { context, port } = await launchWithPort(folder, { ...surroundings, viewport: null })
  const close = async () => {
    await context.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    const page = await context.newPage()
    if (by !== null) await signIn(page, url, accounts[by])
    if (isElder) {
      await page.goto(url + pageAddress('home'))
      await page.evaluate(elderMode)
    }
    await page.close()
    return { port, context, close }
  } catch (error) {
    await close()
    throw error
  }
}
