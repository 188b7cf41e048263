/** A node as Taro hands it to WeChat: `sid` names it in events, `nn` is its template, `v` its text, `cn` its children. */
export interface TreeNode {
  sid?: string
  nn?: string
  v?: string
  cn?: TreeNode[]
  [attribute: string]: unknown
}

export function* walk(node: TreeNode | undefined): Generator<TreeNode> {
  if (!node) return
  yield node
  for (const child of node.cn ?? []) yield* walk(child)
}

export const textOf = (node: TreeNode | undefined): string => [...walk(node)].map(({ v }) => v ?? '').join('')

type Container = Record<string, unknown>

/** Writes a value at a path of `setData`, such as `root.cn.[0].v`, as WeChat does. */
export function setPath(target: Container, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((key) => key !== '')
  const last = keys.pop()
  if (last === undefined) return
  let container = target
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? last
    container[key] ??= /^\d+$/.test(next) ? [] : {}
    container = container[key] as Container
  }
  container[last] = value
}
