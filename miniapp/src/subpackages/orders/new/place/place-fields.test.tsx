import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { answerWith, ok, place, problem, sentTo, signInAs } from '../../../../../test/api-double'
import { locate } from '@/platform/locate'
import type { Located } from '@/platform/locate.types'
import { emptyDraft, toBody, type Draft } from '../draft'
import { PlaceFields } from './place-fields'

jest.mock('@/platform/locate', () => ({ locate: jest.fn() }))
const device = jest.mocked(locate)

const home = '610303001002'
const found = (accuracyMetres = 20): Located => ({
  isFound: true,
  position: { point: { lat: 34.36012345, lng: 107.14012345 }, accuracyMetres },
})
const elsewhere = { code: '610303001004', name: '曙光路东社区', level: 'community' as const }
let draft: Draft

function Form() {
  const [now, setNow] = useState(draft)
  function change(part: Partial<Draft>) {
    draft = { ...now, ...part }
    setNow(draft)
  }
  return <PlaceFields draft={now} change={change} errors={{}} />
}
function open(start: Partial<Draft> = {}) {
  draft = { ...emptyDraft, communityCode: home, ...start }
  render(<Form />)
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const words = () => screen.getByRole('textbox', { name: /^地点/ })

beforeEach(() => {
  signInAs()
  device.mockResolvedValue(found())
  answerWith({
    'places.list': ok<'places.list'>({
      items: [place(), place({ id: 'pl2', name: '小游园', point: null })],
      nextCursor: null,
    }),
    'places.community': ok<'places.community'>({ community: null }),
  })
})

test('words alone are enough, and nothing is asked of anybody', async () => {
  open()
  await userEvent.type(words(), '东门口')
  expect(toBody(draft).location).toEqual({ place: '东门口' })
  expect(sentTo('places.list')).toHaveLength(0)
  expect(device).not.toHaveBeenCalled()
})

test('a listed place fills name and point; what was typed stays, and more may follow', async () => {
  open({ place: '3 号楼' })
  await press('从列表选')
  expect(sentTo('places.list')[0]?.url).toContain(`communityCode=${home}`)
  await userEvent.click(await screen.findByRole('button', { name: /梧桐院/ }))
  expect(words()).toHaveValue('梧桐院 3 号楼')
  await userEvent.type(words(), ' 2 单元')
  expect(toBody(draft).location).toEqual({ place: '梧桐院 3 号楼 2 单元', lat: 34.36, lng: 107.14 })
  expect(screen.getByText('已记下“梧桐院”的位置')).toBeInTheDocument()
})

test('another place takes the point of the former along, and one without a point leaves none', async () => {
  open({ place: '梧桐院 3 号楼', placeName: '梧桐院', point: { lat: 34.36, lng: 107.14 } })
  await press('从列表选')
  await userEvent.click(await screen.findByRole('button', { name: /小游园/ }))
  expect(toBody(draft).location).toEqual({ place: '小游园 3 号楼' })
})

test('the list narrows as one types, by Enter the only match is taken, and nothing found says what to do', async () => {
  open()
  await press('从列表选')
  const search = await screen.findByLabelText('找地点')
  await userEvent.type(search, '没有')
  expect(screen.getByText('没有找到，直接写地点也行。')).toBeInTheDocument()
  await userEvent.clear(search)
  await userEvent.type(search, '游')
  expect(screen.queryByRole('button', { name: /梧桐院/ })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /小游园/ }))
  expect(words()).toHaveValue('小游园')
})

test('a list that could not be fetched can be fetched again, and the words stay', async () => {
  answerWith({ 'places.list': () => problem(503, 'unavailable', '系统繁忙') })
  open({ place: '东门口' })
  await press('从列表选')
  expect(await screen.findByText('系统繁忙')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  expect(words()).toHaveValue('东门口')
})

test('from a position the nearest are offered with their distance; the server is told it to ten metres only', async () => {
  answerWith({
    'places.list': ok<'places.list'>({ items: [place({ distanceMetres: 123 })], nextCursor: null }),
    'places.community': ok<'places.community'>({ community: null }),
  })
  open()
  await press('用我的位置')
  expect(await screen.findByRole('button', { name: /梧桐院.*约 120 米/ })).toBeInTheDocument()
  for (const name of ['places.list', 'places.community'] as const) {
    expect(decodeURIComponent(sentTo(name)[0]?.url ?? '')).toContain('near=34.3601,107.1401')
  }
})

test('the position alone can be kept, and taken away again', async () => {
  open()
  await press('用我的位置')
  await userEvent.click(await screen.findByRole('button', { name: '只记下位置' }))
  expect(toBody(draft).location).toEqual({ lat: 34.36012345, lng: 107.14012345 })
  expect(screen.getByText('已记下你现在的位置')).toBeInTheDocument()
  await press('不要位置')
  expect(toBody(draft).location).toBeUndefined()
})

test('a refusal says what to do, and everything else goes on', async () => {
  device.mockResolvedValue({ isFound: false, words: '没有用定位，写清地点一样能办' })
  open()
  await press('用我的位置')
  expect(await screen.findByText('没有用定位，写清地点一样能办')).toHaveAttribute('role', 'alert')
  await userEvent.type(words(), '东门口')
  expect(toBody(draft).location).toEqual({ place: '东门口' })
})

test('where the position plainly lies in another community, the person may switch', async () => {
  answerWith({
    'places.list': ok<'places.list'>({ items: [], nextCursor: null }),
    'places.community': ok<'places.community'>({ community: elsewhere }),
  })
  open()
  await press('用我的位置')
  await userEvent.click(await screen.findByRole('button', { name: '换成曙光路东社区' }))
  expect(draft.communityCode).toBe(elsewhere.code)
  expect(screen.queryByRole('button', { name: /换成/ })).not.toBeInTheDocument()
})

test('a rough position says so and guesses no community', async () => {
  device.mockResolvedValue(found(800))
  open()
  await press('用我的位置')
  expect(await screen.findByText(/可能差 800 米/)).toBeInTheDocument()
  await waitFor(() => expect(sentTo('places.list')).toHaveLength(1))
  expect(sentTo('places.community')).toHaveLength(0)
})
