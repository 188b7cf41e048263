const inModules = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`)

/** Parts of the kit that no tab page shows: what the first page loads goes without them. */
const laterParts =
  'data-table|sheet|dialog|order-actions|order-view|photo-picker|photo-gallery|progress|date-field|text-area|rate|guide'

/** Taro's default repeats components in every page; this keeps one copy of each layer. */
export const h5Chunks = {
  chunks: 'all',
  maxInitialRequests: 20,
  minSize: 10_000,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    react: { name: 'react', test: inModules('react|react-dom|scheduler'), priority: 30 },
    taro: { name: 'taro', test: inModules('@tarojs|@stencil|history|core-js'), chunks: 'initial', priority: 20 },
    later: {
      name: 'later',
      test: new RegExp(`[\\\\/]src[\\\\/]components[\\\\/](${laterParts})[\\\\/]`),
      ...{ minChunks: 2, chunks: 'async', priority: 15, reuseExistingChunk: true },
    },
    common: { name: 'common', minChunks: 2, chunks: 'async', priority: 10, reuseExistingChunk: true },
  },
}
