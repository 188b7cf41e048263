import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'
import { apiBase } from '@xinban/shared/contracts'
import { newDir } from '../../test/database'
import { openTestServer, type TestServer } from '../../test/server'

const index = '<!doctype html><title>心办</title>'
let server: TestServer
beforeAll(async () => {
  const parent = newDir()
  const h5 = path.join(parent, 'h5')
  fs.mkdirSync(path.join(h5, 'js'), { recursive: true })
  fs.mkdirSync(path.join(parent, 'h5-secret'))
  fs.writeFileSync(path.join(parent, 'secret.txt'), 'outside')
  fs.writeFileSync(path.join(parent, 'h5-secret', 'secret.txt'), 'outside')
  fs.writeFileSync(path.join(h5, 'index.html'), index)
  fs.writeFileSync(path.join(h5, 'js', 'app.0123abcd.js'), 'let hashed = 1')
  fs.writeFileSync(path.join(h5, 'js', 'plain.js'), 'let plain = 1')
  const pressed = path.join(h5, 'js', 'app.89abcdef.js')
  fs.writeFileSync(pressed, 'let pressed = "no"')
  fs.writeFileSync(`${pressed}.br`, zlib.brotliCompressSync('let pressed = "br"'))
  fs.writeFileSync(`${pressed}.gz`, zlib.gzipSync('let pressed = "gzip"'))
  server = await openTestServer({ XINBAN_H5_DIR: h5 })
})
afterAll(() => server.close())

/** `fetch` would tidy the path; this sends it as it is. */
function raw(address: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path: address, method: 'GET' }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
    request.end()
  })
}

test.each(['/', '/index.html', '/pages/home/index', '/board?org=910101', '/subpackages/orders/detail/index?id=x'])(
  'H5: %s is the page, asked for anew each time',
  async (address) => {
    const response = await server.anyone.send('GET', address)
    expect([response.status, await response.text()]).toEqual([200, index])
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

test('H5: a file with a hash in its name is kept for a year, another is asked for anew', async () => {
  const hashed = await server.anyone.send('GET', '/js/app.0123abcd.js')
  expect(hashed.headers.get('cache-control')).toBe('max-age=31536000,immutable')
  const plain = await server.anyone.send('GET', '/js/plain.js')
  expect([plain.headers.get('cache-control'), await plain.text()]).toEqual(['no-cache', 'let plain = 1'])
})

test('H5: a file that was compressed when it was built goes out as it is to those who can read it', async () => {
  const encodingOf = async (accepted: string) => {
    const response = await fetch(`${server.url}/js/app.89abcdef.js`, { headers: { 'accept-encoding': accepted } })
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toBe('max-age=31536000,immutable')
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    return [response.headers.get('content-encoding'), await response.text()]
  }
  expect(await encodingOf('gzip, br')).toEqual(['br', 'let pressed = "br"'])
  expect(await encodingOf('gzip')).toEqual(['gzip', 'let pressed = "gzip"'])
  expect(await encodingOf('identity')).toEqual([null, 'let pressed = "no"'])
})

test('H5: a file that is not there, as of an earlier build, is 404, kept by nobody, and not the page', async () => {
  for (const address of ['/js/1234.0123abcd.js', '/css/1234.0123abcd.css']) {
    const gone = await server.anyone.send('GET', address)
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(gone.headers.get('content-type')).toContain('application/problem+json')
  }
  await server.anyone.sendRefused('GET', '/js/gone.0123abcd.js', 'not_found')
  await server.anyone.sendRefused('GET', '/favicon.ico', 'not_found')
})

test.each([
  '/../secret.txt',
  '/js/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/../h5-secret/secret.txt',
  '//../secret.txt',
  '/js/%00/../../secret.txt',
])('H5: %s leads nowhere outside of the directory', async (address) => {
  const { status, body } = await raw(address)
  expect(body).not.toContain('outside')
  expect(status < 500).toBe(true)
})

test('H5: addresses of the API never fall back to the page', async () => {
  await server.anyone.sendRefused('GET', `${apiBase}/nothing`, 'not_found')
  await server.anyone.sendRefused('GET', apiBase, 'not_found')
  await server.anyone.sendRefused('GET', '/api/v9/orders', 'not_found')
  await server.anyone.sendRefused('GET', `${apiBase}/me`, 'not_signed_in')
  await server.anyone.ok('site.show')
  expect((await server.anyone.send('GET', '/healthz')).headers.get('content-type')).toContain('json')
})

test('H5: the board of an org as it is written on paper leads to its page', async () => {
  const { status, headers } = await server.anyone.send('GET', '/board/610303001002')
  expect([status, headers.get('location')]).toEqual([302, '/board?org=610303001002'])
})

test('H5: only reading gets the page', async () => {
  await server.anyone.sendRefused('POST', '/pages/home/index', 'not_found', { body: {} })
  const head = await server.anyone.send('HEAD', '/')
  expect([head.status, await head.text()]).toEqual([200, ''])
})
