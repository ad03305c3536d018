/** The ESM-only packages that jest's require cannot load as they are. */
const esmOnly = [
  'agenda',
  '@agendajs',
  'preact-render-to-string',
  'preact',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer/inflate',
  '@borewit/text-codec',
];

module.exports = {
  testEnvironment: 'node',
  maxWorkers: 2,
  // Each file leaves some 20 MB behind: a worker near the limit of its heap collects garbage without end.
  workerIdleMemoryLimit: '1GB',
  // A slow or shared machine fails no test: what waits, waits for a condition.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/datos/'],
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  transform: {
    '^.+\\.(tsx?|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
