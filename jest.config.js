const common = {
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.cache/'],
  modulePathIgnorePatterns: ['/dist/', '/.cache/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
}

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  projects: [
    // Beside the code: a rule, a file, a component.
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{core,cloudfunctions,miniprogram,local}/**/*.test.ts'],
    },
    // Across folders: the built product, as a user meets it.
    {
      ...common,
      displayName: 'product',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/build-product.ts',
    },
  ],
}
