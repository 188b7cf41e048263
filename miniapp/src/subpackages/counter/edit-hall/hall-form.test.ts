import { hall } from '../../../../test/booking-double'
import { emptyForm, formOfHall, readForm } from './hall-form'

test('what is shown of a card is read as the same card', () => {
  const { name, address, phones, windows } = hall()
  const read = readForm({ ...formOfHall(hall()), point: '34.3612, 107.1402' })
  expect(read.errors).toEqual({})
  expect(read.body).toMatchObject({ name, address, phones, windows, point: { lat: 34.3612, lng: 107.1402 } })
})

test('everything that is wrong is said at once, beside its field', () => {
  const { errors } = readForm({ ...emptyForm, point: '51.5，-0.1', windows: '1 社保\n1 医保' })
  expect(Object.keys(errors)).toEqual(['name', 'address', 'phones', 'point', 'windows'])
  expect(readForm({ ...emptyForm, windows: '综合窗口' }).errors.windows).toMatch(/先写号/)
})
