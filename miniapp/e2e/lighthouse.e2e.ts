import { pageAddress, tabs } from '../src/platform/pages'
import { openPhone, type Phone, type Reader } from './lighthouse/phone'
import { lostPoints, runLighthouse, scoreOf } from './lighthouse/run-lighthouse'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const minute = 60_000
const readers: [name: string, reader: Reader][] = [
  ['a visitor', { by: null, isElder: false }],
  ['a visitor in elder mode', { by: null, isElder: true }],
  ['a resident', { by: 'resident', isElder: false }],
  ['a resident in elder mode', { by: 'resident', isElder: true }],
]

async function audit(phone: Phone, address: string) {
  const report = await runLighthouse(phone, address, 'accessibility')
  const isThere = report.finalDisplayedUrl === address
  return { isThere, score: scoreOf(report, 'accessibility'), lost: lostPoints(report, 'accessibility') }
}

/** Throws an Error unless the pages that were audited were this reader's. */
async function proveReader({ context }: Phone, { by, isElder }: Reader): Promise<void> {
  const page = await context.newPage()
  await page.goto(url + pageAddress('home'))
  await page.getByRole('button', { name: '长辈版', pressed: isElder }).waitFor()
  await page
    .getByText(by === null ? '去登录' : /进行中/)
    .first()
    .waitFor()
}

test('Lighthouse gives the public board 100 for accessibility, on a phone', async () => {
  const phone = await openPhone(url, { by: null, isElder: false })
  try {
    const address = `${url}${pageAddress('board', { org: '610303001002' })}`
    expect(await audit(phone, address)).toEqual({ isThere: true, score: 100, lost: [] })
  } finally {
    await phone.close()
  }
}, 180_000)

describe('Lighthouse gives the tab pages 100 for accessibility', () => {
  // Each waits most of its time for the page to be at rest, so they do so together, in browsers of their own.
  test.concurrent.each(readers)(
    'as %s sees them',
    async (_, reader) => {
      const phone = await openPhone(url, reader)
      try {
        for (const { page } of tabs) {
          const found = await audit(phone, url + pageAddress(page))
          expect({ page, ...found }).toEqual({ page, isThere: true, score: 100, lost: [] })
        }
        await proveReader(phone, reader)
      } finally {
        await phone.close()
      }
    },
    3 * minute,
  )
})
