import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Upload } from '@xinban/shared/contracts'

/** What a picture is to the picker: nothing here looks at pixels. */
interface Chosen {
  type?: string
  bytes?: number
}

/** An upload as the server meets it. */
export interface SentPhoto {
  url: string
  header: Readonly<Record<string, string>>
  progress: (percent: number) => void
}
type Reply = { statusCode: number; data: unknown } | Error
type Handler = (sent: SentPhoto) => Reply | Promise<Reply>

export const kept = (id: string): Reply => ({
  statusCode: 201,
  data: {
    id,
    ...{ url: `/api/v1/files/${id}?variant=full`, thumbnailUrl: `/api/v1/files/${id}?variant=thumbnail` },
    ...{ mime: 'image/jpeg', bytes: 1, width: 1, height: 1 },
  } satisfies Upload,
})

let made = 0
Object.assign(URL, { createObjectURL: () => `blob:${(made += 1)}`, revokeObjectURL: jest.fn() })

/** Answers what is uploaded, by whichever way a side has. @returns what was sent, filled as it comes */
export function answerUploads(handler: Handler): SentPhoto[] {
  const sent: SentPhoto[] = []
  async function take(photo: SentPhoto): Promise<{ statusCode: number; data: string }> {
    sent.push(photo)
    const reply = await handler(photo)
    if (reply instanceof Error) throw reply
    return { statusCode: reply.statusCode, data: JSON.stringify(reply.data) }
  }
  const uploadFile = Taro.uploadFile as unknown as jest.Mock
  uploadFile.mockImplementation(({ url, header }: Pick<SentPhoto, 'url' | 'header'>) => {
    let told: (state: { progress: number }) => void = () => undefined
    const answer = Promise.resolve().then(() => take({ url, header, progress: (progress) => told({ progress }) }))
    return Object.assign(answer, { progress: (callback: typeof told) => (told = callback) })
  })
  globalThis.XMLHttpRequest = class {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
    status = 0
    responseText = ''
    onload?: () => void
    onerror?: () => void
    private url = ''
    private readonly header: Record<string, string> = {}
    open(_method: string, url: string): void {
      this.url = url
    }
    setRequestHeader(name: string, value: string): void {
      this.header[name] = value
    }
    send(form: FormData): void {
      expect(form.get('file')).toBeInstanceOf(Blob)
      const progress = (percent: number) => this.upload.onprogress?.({ loaded: percent, total: 100 })
      take({ url: this.url, header: this.header, progress }).then(
        ({ statusCode, data }) => {
          this.status = statusCode
          this.responseText = data
          this.onload?.()
        },
        () => this.onerror?.(),
      )
    }
  } as unknown as typeof XMLHttpRequest
  return sent
}

function fileOf({ type = 'image/jpeg', bytes = 1000 }: Chosen, index: number): File {
  const file = new File(['x'], `${index}`, { type })
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}

/** Adds pictures as a person does: by the browser's control, or by WeChat's album behind a button. */
export async function choose(word: string, ...chosen: Chosen[]): Promise<void> {
  const input = screen.queryByLabelText<HTMLInputElement>(word, { selector: 'input' })
  if (input) return userEvent.upload(input, chosen.map(fileOf), { applyAccept: false })
  const tempFiles = chosen.map(({ type = 'image/jpeg', bytes = 1000 }, index) => ({
    tempFilePath: `wxfile://tmp/${index}.${type.split('/')[1]}`,
    size: bytes,
  }))
  const chooseMedia = Taro.chooseMedia as unknown as jest.Mock
  chooseMedia.mockImplementationOnce(({ success }: { success: (result: object) => void }) => success({ tempFiles }))
  await userEvent.click(screen.getByRole('button', { name: word }))
}

/** An answer that comes when the test says so. */
export function later(): { reply: Promise<Reply>; answer: (reply: Reply) => Promise<void> } {
  let settle: (reply: Reply) => void = () => undefined
  const reply = new Promise<Reply>((resolve) => {
    settle = resolve
  })
  // The page takes note of it before the test goes on.
  const answer = (value: Reply) =>
    act(async () => {
      settle(value)
      await reply
    })
  return { reply, answer }
}
