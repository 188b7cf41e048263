const path = require('node:path')

/**
 * Which way imports go. Each rule is a sentence of docs/architecture.md; a comment says why where that is not plain.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types count too: what refers to each other cannot be read, or moved, one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(scss|png)$' },
    },

    // shared
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^shared/src/domain/', pathNot: '\\.(test|fixtures)\\.ts$' },
      to: { pathNot: '^shared/src/domain/' },
    },
    {
      name: 'contracts-import-domain-and-zod',
      severity: 'error',
      from: { path: '^shared/src/contracts/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/src/(contracts|domain)/', '/node_modules/zod/'] },
    },
    {
      name: 'shared-knows-no-side',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(bff|miniapp|scripts)/' },
    },
    {
      // A benchmark starts servers and databases with the tools of the scripts.
      name: 'sides-never-meet',
      severity: 'error',
      from: { path: '^(bff|miniapp)/', pathNot: '^(bff|miniapp)/bench/' },
      to: { path: '^(bff|miniapp|scripts)/', pathNot: '^$1/' },
    },
    {
      name: 'scripts-use-doors',
      severity: 'error',
      from: { path: '^scripts/' },
      to: {
        path: '^(bff|miniapp)/',
        pathNot: '^(bff/(src/(env\\.ts$|cli/|replay/read-messages\\.ts$)|bench/)|miniapp/(e2e/pages|bench)/)',
      },
    },

    // bff
    {
      name: 'nobody-imports-routes',
      severity: 'error',
      from: { pathNot: ['^bff/src/app\\.ts$', '^bff/src/modules/[^/]+/index\\.ts$'] },
      to: { path: '\\.routes\\.ts$' },
    },
    {
      name: 'modules-meet-through-their-index',
      severity: 'error',
      from: { path: '^bff/src/modules/([^/]+)/' },
      to: { path: '^bff/src/modules/', pathNot: ['^bff/src/modules/$1/', '^bff/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-are-entered-through-their-index',
      comment: 'The world that tests build goes in by the window.',
      severity: 'error',
      from: { path: '^bff/src/', pathNot: ['^bff/src/modules/', '^bff/src/db/entities\\.ts$'] },
      to: { path: '^bff/src/modules/[^/]+/', pathNot: '^bff/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'list-of-entities-takes-entities',
      comment: 'It stands below the modules, whose index would pull their routes into the database layer.',
      severity: 'error',
      from: { path: '^bff/src/db/entities\\.ts$' },
      to: { path: '^bff/src/modules/', pathNot: '\\.entity\\.ts$' },
    },
    {
      name: 'commands-are-the-top-of-a-module-but-for-routes',
      severity: 'error',
      from: { path: '^bff/src/modules/.*\\.(entity|repository|queries|policy|presenter)\\.ts$' },
      to: { path: '^bff/src/modules/[^/]+/commands/' },
    },
    {
      name: 'commands-shape-no-answers',
      severity: 'error',
      from: { path: '^bff/src/modules/[^/]+/commands/', pathNot: '\\.test\\.ts$' },
      to: { path: '\\.(presenter|routes)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'typeorm-stays-near-the-database',
      comment: 'The logger knows failed queries, to leave out what they carried.',
      severity: 'error',
      from: {
        path: '^bff/src/',
        pathNot: [
          '^bff/src/(db|outbox)/',
          '^bff/src/logger\\.ts$',
          '\\.(entity|repository|queries)\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '/node_modules/typeorm/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'koa-stays-at-the-edge',
      severity: 'error',
      from: {
        path: '^bff/src/',
        pathNot: ['^bff/src/http/', '^bff/src/(app|main|main-demo|start-server)\\.ts$', '\\.routes\\.ts$'],
      },
      to: { path: '/node_modules/(koa|koa-[^/]+|@koa/[^/]+)/' },
    },

    // miniapp
    {
      name: 'taro-api-stays-in-platform',
      comment: 'Pages, hooks and the app take lifecycle hooks from it; which ones is checked by the lint.',
      severity: 'error',
      from: {
        path: '^miniapp/src/',
        pathNot: ['^miniapp/src/(platform|hooks|pages|subpackages)/', '^miniapp/src/app\\.tsx$', '\\.test\\.tsx?$'],
      },
      to: { path: '/node_modules/@tarojs/taro/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'subpackages-never-meet',
      comment: 'WeChat loads them one by one.',
      severity: 'error',
      from: { path: '^miniapp/src/subpackages/([^/]+)/' },
      to: { path: '^miniapp/src/subpackages/', pathNot: '^miniapp/src/subpackages/$1/' },
    },
    {
      name: 'main-package-leaves-subpackages-alone',
      comment: 'What it imported would move into the main package, whose size is limited.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: ['^miniapp/src/subpackages/', '\\.test\\.tsx?$'] },
      to: { path: '^miniapp/src/subpackages/' },
    },
    {
      name: 'platform-knows-no-screen',
      severity: 'error',
      from: { path: '^miniapp/src/platform/' },
      to: { path: '^miniapp/src/(pages|subpackages|components|hooks)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^[^/]+/dist/' },
    tsPreCompilationDeps: true,
    // Only the mini program has path aliases, and the resolver wants a base address with them, which tsc does without.
    tsConfig: { fileName: path.join(__dirname, '.config/imports.tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
