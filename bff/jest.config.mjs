/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
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
