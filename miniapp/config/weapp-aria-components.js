// What Taro's weapp templates leave out. The values are defaults, the keys become attributes of the templates.
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-live': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-expanded': '',
  'aria-disabled': '',
}
const names = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'Picker', 'ScrollView']

module.exports = Object.fromEntries(names.map((name) => [name, aria]))
