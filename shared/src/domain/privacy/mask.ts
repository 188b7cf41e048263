/** `13800008000` → `138****8000`; a short or foreign number keeps its last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.trim()
  if (digits.length >= 11) return `${digits.slice(0, digits.length - 8)}****${digits.slice(-4)}`
  return `****${digits.slice(-2)}`
}

/** `王小明` → `王**`: the surname alone, and never the length of the name. */
export function maskName(name: string): string {
  const [surname = ''] = Array.from(name.trim())
  return surname === '' ? '' : `${surname}**`
}

/** `经二路街道 3 号楼 2 单元 501` → `经二路街道 ****`: the first six characters. */
export function maskAddress(address: string): string {
  const characters = Array.from(address.trim())
  return characters.length <= 6 ? '****' : `${characters.slice(0, 6).join('')}****`
}

/** Mobile numbers inside a text, masked: `找王师傅 13800008000` → `找王师傅 138****8000`. */
export const maskPhonesIn = (text: string): string =>
  text.replace(/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g, (phone) => maskPhone(phone.replace(/[\s-]/g, '')))
