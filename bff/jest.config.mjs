import fs from 'node:fs'
import path from 'node:path'

const source = path.join(import.meta.dirname, 'src')
const opensDatabase = (file) => /\btest\/(server|database|child|jobs)'/.test(fs.readFileSync(file, 'utf8'))
/** Tests that open no database say the same whichever it is: beside SQLite they need not run again. */
const withoutDatabase = () =>
  fs
    .readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !opensDatabase(path.join(source, name)))
    .map((name) => `/src/${name.replaceAll(path.sep, '/')}$`)

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.TEST_DATABASE_URL ? withoutDatabase() : [])],
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // What is installed is taken as it is, but for packages that ship ES modules alone. `shared` is TypeScript source
  // behind a symlink and resolves outside of node_modules.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?(@seriousme|saxen[@/]))'],
  // Two workers share a small machine well; argon2 and races make single tests slower than the default allows there.
  testTimeout: 60_000,
}
