import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleOptions, bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { ForbiddenImport, whyForbidden } from './imports.ts';

type WebpackConfiguration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** Where the workflows are defined. */
export const workflowsPath = join(import.meta.dirname, '..', 'index.ts');
const domain = dirname(fileURLToPath(import.meta.resolve('@jalon/domain/pure')));

/** Adds a look at every import before it is resolved. The bundler only logs what fails there, so what was found is kept as well. */
function watching(config: WebpackConfiguration, within: readonly string[], found: string[]): WebpackConfiguration {
  const look: NonNullable<WebpackConfiguration['plugins']>[number] = (compiler) => {
    compiler.hooks.normalModuleFactory.tap('jalon-imports', (factory) => {
      factory.hooks.beforeResolve.tap('jalon-imports', ({ request, contextInfo: { issuer } }) => {
        const why = whyForbidden(request, issuer, within);
        if (!why) return undefined;
        found.push(why);
        throw new ForbiddenImport(why);
      });
    });
  };
  return { ...config, plugins: [...(config.plugins ?? []), look] };
}

/**
 * Bundles the workflow definitions into one script.
 * @param path the file that exports them
 * @throws {ForbiddenImport} where a definition, or a file that it imports, names anything outside the allow-list
 */
export async function bundleWorkflows(path: string = workflowsPath): Promise<string> {
  const found: string[] = [];
  try {
    const { code } = await bundleWorkflowCode({
      workflowsPath: path,
      logger: new DefaultLogger('ERROR', () => {}),
      webpackConfigHook: (config) => watching(config, [dirname(path), domain], found),
    });
    return code;
  } catch (error) {
    throw found[0] === undefined ? error : new ForbiddenImport(found[0]);
  }
}
