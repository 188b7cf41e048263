import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Toast } from '../toast/toast'
import { ShareButton } from './share-button'

const url = 'https://xinban.example/hall?id=1'

test('where the browser cannot pass on, the address goes to the clipboard', async () => {
  const user = userEvent.setup()
  render(
    <>
      <ShareButton title="区大厅" url={url} />
      <Toast />
    </>,
  )
  await user.click(screen.getByRole('button', { name: '分享区大厅' }))
  expect(await navigator.clipboard.readText()).toBe(url)
})

test('where it can, its own sheet opens, and closing that is no failure', async () => {
  const share = jest.fn(() => Promise.reject(new Error('AbortError')))
  Object.assign(navigator, { share })
  render(<ShareButton title="区大厅" url={url} />)
  await userEvent.click(screen.getByRole('button', { name: '分享区大厅' }))
  expect(share).toHaveBeenCalledWith({ title: '区大厅', url })
  delete (navigator as { share?: unknown }).share
})
