import path from 'node:path'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

const root = path.resolve(import.meta.dirname, '..')

const lifecycleHooks = ['useLaunch', 'useLoad', 'useDidShow', 'useDidHide', 'usePullDownRefresh', 'useReachBottom']

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.swc/**', '**/.data/**', '**/coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      // `${count}` is fine; objects and undefined in a text are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // It takes what an effect's promise sets after its answer for something set at once.
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['miniapp/src/platform/**', '**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              allowImportNames: lifecycleHooks,
              allowTypeImports: true,
              message: 'The interfaces of the platform are called in src/platform only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/test/**', 'miniapp/{smoke,e2e}/**'],
    rules: {
      'no-console': 'off',
      // `expect(api.call)` names a method without calling it.
      '@typescript-eslint/unbound-method': 'off',
      // It holds assertions for needless that tsc asks for where a type still waits for its parameter.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    // Settings of tools in plain JavaScript, outside of every tsconfig.
    files: ['**/*.{js,cjs,mjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
