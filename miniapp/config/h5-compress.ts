import zlib from 'node:zlib'
import type { Compiler } from 'webpack'

const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = zlib.constants

/** Puts `x.js.br` and `x.js.gz` beside each script and style sheet, so that a server need not press them while asked. */
export class CompressFiles {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('CompressFiles', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER
      compilation.hooks.processAssets.tap({ name: 'CompressFiles', stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          if (!/\.(js|css)$/.test(name)) continue
          const bytes = Buffer.from(source.source())
          const brotli = zlib.brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY } })
          compilation.emitAsset(`${name}.br`, new sources.RawSource(brotli))
          compilation.emitAsset(`${name}.gz`, new sources.RawSource(zlib.gzipSync(bytes, { level: 9 })))
        }
      })
    })
  }
}
