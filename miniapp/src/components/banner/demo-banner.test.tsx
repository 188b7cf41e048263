import { render, screen, waitFor } from '@testing-library/react'
import { keep, readKept } from '@/platform/storage'
import { answerWith, ok, site } from '../../../test/api-double'
import { DemoBanner } from './demo-banner'

const banner = () => screen.queryByText(/演示数据/)

test('it stands there from the beginning where it was a demo the last time, and goes where it is none any more', async () => {
  keep('is-demo', true)
  answerWith({ 'site.show': ok<'site.show'>({ ...site, isDemo: false }) })
  render(<DemoBanner />)
  expect(banner()).toBeInTheDocument()
  await waitFor(() => expect(banner()).toBeNull())
  expect(readKept('is-demo')).toBe(false)
})
