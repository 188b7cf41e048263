import fs from 'node:fs'
import path from 'node:path'

/**
 * What the package's style sheets give a custom property on an element with these classes: the rule that names most of
 * them wins, and among equals the last.
 */
export function propertyOf(dist: string, property: string, classes: readonly string[]): string | undefined {
  const sheets = fs
    .readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wxss'))
    .map((file) => fs.readFileSync(path.join(dist, file), 'utf8'))
  let won = { classes: 0, value: undefined as string | undefined }
  for (const [, selectors = '', body = ''] of sheets.join('').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const value = new RegExp(`(?:^|;)\\s*${property}:([^;]+)`).exec(body)?.[1]
    if (value === undefined) continue
    for (const selector of selectors.split(',')) {
      const named = /^(\.[\w-]+)+$/.test(selector.trim()) ? selector.trim().slice(1).split('.') : []
      const isMeant = named.length > 0 && named.every((name) => classes.includes(name))
      if (isMeant && named.length >= won.classes) won = { classes: named.length, value: value.trim() }
    }
  }
  return won.value
}
