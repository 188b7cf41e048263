import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { PhotoGallery } from './photo-gallery'
import { PhotoViewer as Lightbox } from './photo-viewer.h5'

// Both viewers are tested on both sides; an import would give each side its own.
const { PhotoViewer: WeappViewer } = jest.requireActual<{ PhotoViewer: typeof Lightbox }>('./photo-viewer.tsx')

const expires = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const photosAt = (round: number, seconds = 600) =>
  [1, 2, 3].map((n) => ({
    id: `f${n}`,
    url: `http://api.test/f${n}?variant=full&round=${round}&expires=${expires(seconds)}`,
    thumbnailUrl: `http://api.test/f${n}?variant=thumbnail&round=${round}`,
    alt: `办结照片 ${n}，共 3 张`,
  }))
/** On H5 the picture in the button, on weapp the picture that is one. */
const pictures = () => [...document.querySelectorAll('img')]

test('thumbnails say what they are', () => {
  render(<PhotoGallery photos={photosAt(1)} onStale={jest.fn()} />)
  expect(screen.getAllByRole('button')).toHaveLength(3)
  expect(screen.getByRole('button', { name: '办结照片 2，共 3 张' })).toBeInTheDocument()
})

test('URLs that are too old are asked for once, however many pictures fail; then by hand', async () => {
  const stale = jest.fn()
  const { rerender } = render(<PhotoGallery photos={photosAt(1)} onStale={stale} />)
  for (const picture of pictures()) fireEvent.error(picture)
  expect(stale).toHaveBeenCalledTimes(1)
  rerender(<PhotoGallery photos={photosAt(2)} onStale={stale} />)
  expect(pictures()).toHaveLength(3)
  for (const picture of pictures().slice(0, 1)) fireEvent.error(picture)
  expect(stale).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('button', { name: '办结照片 1，共 3 张没有打开，再试一次' }))
  expect(stale).toHaveBeenCalledTimes(2)
})

describe('in WeChat', () => {
  const open = (seconds: number) => {
    const calls = { onBroken: jest.fn(), onClose: jest.fn() }
    render(<WeappViewer photos={photosAt(1, seconds)} index={1} {...calls} />)
    return calls
  }

  test('its own viewer shows them, from the tapped one on', () => {
    const { onBroken, onClose } = open(60)
    const urls = photosAt(1, 60).map(({ url }) => url)
    expect(Taro.previewImage).toHaveBeenCalledWith({ urls, current: urls[1] })
    expect([onBroken.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1])
  })

  test('it is not opened on URLs that are over', () => {
    const { onBroken } = open(-1)
    expect(Taro.previewImage).not.toHaveBeenCalled()
    expect(onBroken).toHaveBeenCalledWith('f2')
  })
})

describe('in a browser', () => {
  function Page({ round = 1, onBroken = () => undefined }: { round?: number; onBroken?: (id: string) => void }) {
    const [isOpen, setOpen] = useState(true)
    if (!isOpen) return <p>关了</p>
    return <Lightbox photos={photosAt(round)} index={1} onBroken={onBroken} onClose={() => setOpen(false)} />
  }
  const dialog = (n: number) => screen.getByRole('dialog', { name: `办结照片 ${n}，共 3 张` })

  test('arrows and buttons go from picture to picture and around the ends', async () => {
    render(<Page />)
    fireEvent.keyDown(dialog(2), { key: 'ArrowRight' })
    expect(screen.getByRole('img', { name: '办结照片 3，共 3 张' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '下一张' }))
    fireEvent.keyDown(dialog(1), { key: 'ArrowLeft' })
    expect(dialog(3)).toBeInTheDocument()
  })

  test('Escape closes it, and so does its button', async () => {
    const { unmount } = render(<Page />)
    fireEvent(dialog(2), new Event('cancel', { cancelable: true }))
    expect(screen.getByText('关了')).toBeInTheDocument()
    unmount()
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: '关闭' }))
    expect(screen.getByText('关了')).toBeInTheDocument()
  })

  test('a picture that fails is asked for again, and shown under its fresh URL', () => {
    const broken = jest.fn()
    const { rerender } = render(<Page onBroken={broken} />)
    fireEvent.error(screen.getByRole('img'))
    expect(broken).toHaveBeenCalledWith('f2')
    expect(screen.getByText('照片没有打开，请关闭后再试')).toBeInTheDocument()
    rerender(<Page onBroken={broken} round={2} />)
    expect(screen.getByRole('img')).toBeInTheDocument()
  })
})
