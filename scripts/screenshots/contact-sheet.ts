import type { Looked } from '../../miniapp/e2e/pages/look'

const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** One HTML page with all pictures, page by page, what is wrong beside them. */
export function contactSheet(looked: readonly Looked[], fileOf: (one: Looked) => string): string {
  const pages = [...new Set(looked.map(({ page }) => page))]
  const sections = pages.map((page) => {
    const pictures = looked.filter((one) => one.page === page).map((one) => figure(one, fileOf(one)))
    return `<h2>${escape(page)}</h2>\n<div>${pictures.join('\n')}</div>`
  })
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>心办：所有页面</title>
<style>
  body { margin: 24px; font-family: system-ui, sans-serif; background: #eee; }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; padding: 8px; background: #fff; }
  figcaption { max-width: 480px; margin-bottom: 8px; }
  img { height: 480px; max-width: 800px; object-fit: contain; object-position: top; }
  li { color: #c62828; }
</style>
<h1>心办：所有页面</h1>
${sections.join('\n')}
</html>
`
}

function figure({ view, mode, faults }: Looked, file: string): string {
  const list = faults.map((fault) => `<li>${escape(fault)}</li>`).join('')
  const caption = `${escape(view.name)} · ${escape(mode.words)}${list === '' ? '' : `<ul>${list}</ul>`}`
  return `<figure><figcaption>${caption}</figcaption><a href="${file}"><img src="${file}" alt=""></a></figure>`
}
