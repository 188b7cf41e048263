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
  // Everything installed is taken as it is, but for the XML parser under read-excel-file, which is an ES module alone;
  // `shared` is TypeScript source behind a symlink and resolves outside.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/saxen@|saxen/))'],
  // Two workers share a small machine well; argon2 and races make single tests slower than the default allows there.
  testTimeout: 20_000,
}
