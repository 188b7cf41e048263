import { render, screen } from '@testing-library/react'
import { encode } from 'uqr'
import { QrCode } from './qr-code'

/** Draws the picture's path again, module by module. */
function blackModules(url: string): Set<string> {
  const svg = decodeURIComponent(url.replace('data:image/svg+xml,', ''))
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const black = new Set<string>()
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let at = Number(x); at < Number(x) + Number(length); at += 1) black.add(`${at},${Number(y)}`)
  }
  return black
}

test('it is a picture that says what it is for and holds exactly the modules of its text', () => {
  const text = 'https://xinban.example/hall?id=0193'
  render(<QrCode text={text} alt="扫码看大厅" />)
  const picture = screen.getByRole('img', { name: '扫码看大厅' })
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const expected = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`${x},${y}`] : [])))
  expect(expected.length).toBeGreaterThan(100)
  expect(blackModules(picture.getAttribute('src') ?? '')).toEqual(new Set(expected))
})
