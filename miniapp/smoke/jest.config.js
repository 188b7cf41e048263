const presets = [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript']

module.exports = {
  displayName: 'weapp smoke',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.smoke.test.ts'],
  testTimeout: 30_000,
  transform: { '\\.ts$': ['babel-jest', { configFile: false, babelrc: false, presets }] },
}
