import fs from 'node:fs'
import path from 'node:path'
import type { TreeNode } from './page-tree'

interface Template {
  element: string
  /** Which key of the data each attribute shows. */
  keys: Map<string, string>
}

/**
 * The package's own templates: Taro names elements and attributes by short codes that change with every build,
 * so what WeChat would draw can only be read through `base.wxml`.
 */
export class WxmlTemplates {
  private readonly byName = new Map<string, Template>()

  constructor(dist: string) {
    const wxml = fs.readFileSync(path.join(dist, 'base.wxml'), 'utf8')
    // Fields come in a focused and a blurred form (`tmpl_0_33_blur`), alike but for the focus.
    for (const match of wxml.matchAll(/<template name="tmpl_0_(\w+?)(?:_blur|_focus)?">\s*<([\w-]+)([^>]*)>/g)) {
      const [, name, element, attributes] = match
      if (name === undefined || element === undefined || attributes === undefined || element === 'template') continue
      const keys = [...attributes.matchAll(/([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g)].flatMap(
        ([, attribute, key]): [string, string][] => (attribute && key ? [[attribute, key]] : []),
      )
      this.byName.set(name, { element, keys: new Map(keys) })
    }
    if (this.byName.size === 0) throw new Error(`${dist}/base.wxml holds no templates`)
  }

  elementOf(node: TreeNode): string | undefined {
    return node.nn === undefined ? undefined : this.byName.get(node.nn)?.element
  }

  attribute(node: TreeNode, name: string): unknown {
    const key = node.nn === undefined ? undefined : this.byName.get(node.nn)?.keys.get(name)
    return key === undefined ? undefined : node[key]
  }
}
