const presets = [
  ['@babel/preset-env', { targets: { node: 'current' } }],
  ['@babel/preset-react', { runtime: 'automatic' }],
  '@babel/preset-typescript',
]

/**
 * The same tests over both sides of the kit: plain files for weapp, `.h5` files where there are any for H5.
 * What only browsers show has its tests in `.h5.test.tsx`.
 */
const side = (name, extensions, ignored = []) => ({
  displayName: name,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/{src,test}/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', ...ignored],
  globals: { API_ORIGIN: 'http://api.test' },
  moduleFileExtensions: [...extensions, 'tsx', 'ts', 'js', 'cjs', 'mjs', 'json'],
  transform: { '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: false, babelrc: false, presets }] },
  transformIgnorePatterns: ['/node_modules/(?!@xinban/)'],
  moduleNameMapper: {
    '\\.module\\.scss$': '<rootDir>/test/class-names.ts',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/components$': '<rootDir>/test/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/taro.ts',
  },
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
})

module.exports = { projects: [side('weapp', [], ['\\.h5\\.test\\.tsx$']), side('h5', ['h5.tsx', 'h5.ts'])] }
