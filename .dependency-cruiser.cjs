/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Decisions touch nothing but their arguments. Only calendar.ts may use a date library.',
      from: { path: '^core/domain', pathNot: 'calendar\\.ts$|\\.test\\.ts$' },
      to: { pathNot: '^core/(domain|contract)' },
    },
    {
      name: 'domain-takes-only-types-from-contract',
      severity: 'error',
      from: { path: '^core/domain', pathNot: '\\.test\\.ts$' },
      to: { path: '^core/contract', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-knows-no-cloud',
      severity: 'error',
      from: { path: '^core' },
      to: { path: '^(cloudfunctions|miniprogram|local|tests)' },
    },
    {
      name: 'only-the-edge-knows-the-vendor',
      severity: 'error',
      comment: 'The functions meet the SDK in env.ts, the tools of this machine in one file of their own.',
      from: {
        pathNot: '^(cloudfunctions/env|local/restaurant/database)\\.ts$|^local/cloud/|\\.test\\.ts$|^tests/',
      },
      to: { path: 'node_modules/@cloudbase' },
    },
    {
      name: 'the-miniprogram-takes-only-types',
      severity: 'error',
      from: { path: '^miniprogram', pathNot: '\\.test\\.ts$' },
      to: { path: '^(core|cloudfunctions|local|tests)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'functions-do-not-call-each-other',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/' },
      to: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'the-local-machine-is-imported-by-nobody',
      severity: 'error',
      from: { path: '^(core|cloudfunctions|miniprogram)', pathNot: '\\.test\\.ts$' },
      to: { path: '^(local|tests)' },
    },
    {
      name: 'the-local-cloud-knows-no-restaurant',
      severity: 'error',
      from: { path: '^local/(cloud|preview)/' },
      to: { path: '^(core|cloudfunctions|miniprogram|local/(restaurant|console|replay))' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
