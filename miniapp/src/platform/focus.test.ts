import { measured } from '../../test/taro'
import { wouldMove } from './focus'

/** The person is at a field below the box: by the focus in a browser; on WeChat anything in sight may be it. */
function standAt(top: number, isFocused: boolean): void {
  document.body.innerHTML = '<input id="above"><div id="box"></div><input id="below">'
  measured.top = top
  document.getElementById(isFocused ? 'below' : 'above')?.focus()
}

afterEach(() => {
  document.body.innerHTML = ''
})

test('what appears above the field that one is at would move it', async () => {
  standAt(300, true)
  expect(await wouldMove('box')).toBe(true)
})

test('what appears below all that one sees moves nothing', async () => {
  standAt(2000, false)
  expect(await wouldMove('box')).toBe(false)
})
