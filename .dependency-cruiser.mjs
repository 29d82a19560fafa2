const to = (path) => ({ path });
/** Imports point one way: services → workflows, shared; the domain and the seal reach nothing of ours. */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'shared/domain holds rules: it may reach only itself, zod, temporal-polyfill and date-holidays. Pass what you need in with the command.',
      from: { path: '^shared/domain/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { pathNot: '^shared/domain/|node_modules/(zod|temporal-polyfill|temporal-spec|date-holidays)/' },
    },
    {
      name: 'rules-cannot-read-personal-data',
      severity: 'error',
      comment:
        'Rules pass personal data on and never read it, so that deciding again works when it is erased. Mark a field with personal(…) and let the door seal it.',
      from: { path: '^shared/domain/', pathNot: '^shared/domain/kernel/personal\\.ts$|\\.test\\.ts$' },
      to: to('^shared/domain/kernel/sealing\\.ts$'),
    },
    {
      name: 'nothing-reaches-services',
      severity: 'error',
      comment: 'A service is a process, not a library: move what is shared to shared/.',
      from: { pathNot: '^services/' },
      to: to('^services/'),
    },
    {
      name: 'services-stand-alone',
      severity: 'error',
      comment: 'A service may not import another service: move what both need to shared/.',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment: 'Workflow definitions may reach @temporalio/workflow, @temporalio/common and types of @jalon/domain only; IO belongs in activities.',
      from: { path: '^workflows/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^workflows/|node_modules/@temporalio/(workflow|common)/|^shared/domain/pure' },
    },
    {
      name: 'shared-does-not-start-things',
      severity: 'error',
      comment: 'Only services, tests and shared/testing may use infra.',
      from: { path: '^shared/', pathNot: '^shared/testing/|\\.test\\.ts$' },
      to: to('^infra/'),
    },
    {
      name: 'by-name-across-packages',
      severity: 'error',
      comment: 'Import another package by its name (@jalon/…), so that what it does not export stays private.',
      from: { path: '^(shared/[^/]+|services/[^/]+|workflows|infra|tests)/' },
      to: { path: '^(shared/[^/]+|services/[^/]+|workflows|infra|tests)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'could-not-resolve',
      severity: 'error',
      comment: 'This import leads nowhere: check the name, and that the package exports it.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or three.',
      from: { pathNot: 'node_modules' },
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    exclude: { path: '(^|/)(dist|\\.jalon|tests/planted)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
