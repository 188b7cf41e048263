const presets = [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript']

module.exports = {
  displayName: 'h5 journeys',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.e2e.ts'],
  testTimeout: 60_000,
  transform: { '\\.ts$': ['babel-jest', { configFile: false, babelrc: false, presets }] },
}
