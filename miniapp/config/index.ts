import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import pages from '../src/platform/pages.json'
import { h5Aliases } from './h5-aliases'
import { h5Chunks } from './h5-chunks'
import { CompressFiles } from './h5-compress'

const target = process.env.TARO_ENV ?? 'h5'
// Which of the package's lists of browsers is built for.
process.env.BROWSERSLIST_ENV ??= target === 'h5' ? 'h5' : 'production'
/** H5 is served beside the API; the mini program has to know where it is. */
const apiOrigin = target === 'weapp' ? (process.env.XINBAN_API ?? 'http://127.0.0.1:3000') : ''

const h5Routes = Object.fromEntries(Object.values(pages).map(({ path: page, address }) => [`/${page}`, address]))

/** Sources that ship modern syntax and would reach old phones as they are. */
const include = [(file: string) => /[\\/]node_modules[\\/](zod|uqr)[\\/]|[\\/]shared[\\/]src[\\/]/.test(file)]
const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[name]-[local]-[hash:base64:4]' },
}

export default defineConfig({
  projectName: 'xinban',
  date: '2026-11-22',
  // One px in a style sheet is one logical pixel of a 375-wide phone, on both sides.
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Packages that moved leave a cache that cannot be read any more. A warm build for WeChat would keep the old code of
  // what two subpackages share: Taro writes those files itself, from modules that webpack then does not build anew.
  cache: { enable: target === 'h5', buildDependencies: { lock: [path.resolve(__dirname, '../../pnpm-lock.yaml')] } },
  plugins: [path.resolve(__dirname, 'weapp-aria-plugin.js')],
  defineConstants: { API_ORIGIN: JSON.stringify(apiOrigin) },
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  mini: {
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    compile: { include },
    // Class names are scoped, so the order of style sheets among each other means nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser', customRoutes: h5Routes },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } },
      cssModules,
    },
    compile: { include },
    webpackChain(chain) {
      chain.optimization.splitChunks(h5Chunks)
      chain.resolve.alias.merge(h5Aliases)
      if (process.env.NODE_ENV === 'production') chain.plugin('compress-files').use(CompressFiles)
      // Bytes before compression; a warning above it means that something large crept in.
      chain.performance.maxEntrypointSize(300 * 1024)
    },
  },
})
