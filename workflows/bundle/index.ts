export { bundleWorkflows } from './build.ts';
export { ForbiddenImport } from './imports.ts';
export { prebuiltBundle } from './prebuilt.ts';
