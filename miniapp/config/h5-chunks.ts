const inModules = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`)

/**
 * Taro's default repeats components in every page; this keeps one copy of each layer. What most pages need comes with
 * the first; what a few share comes with those, and where it is little, in each of them.
 */
export const h5Chunks = {
  chunks: 'all',
  maxInitialRequests: 20,
  minSize: 10_000,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    react: { name: 'react', test: inModules('react|react-dom|scheduler'), priority: 30 },
    taro: { name: 'taro', test: inModules('@tarojs|@stencil|history|core-js'), chunks: 'initial', priority: 20 },
    common: { name: 'common', minChunks: 6, chunks: 'async', priority: 10, reuseExistingChunk: true },
    some: { minChunks: 2, chunks: 'async', priority: 5, reuseExistingChunk: true },
  },
}
