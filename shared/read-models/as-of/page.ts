import { policyInForce, programme } from '@jalon/domain';
import type { Past } from './past.ts';

/** What can be shown as it stood, by the kind of the thing: its page. */
const pages: Readonly<Record<string, (past: Past, id: string, at: string) => Promise<object | undefined>>> = {
  project: (past, id) => past.projectPage(id),
  call: (past, id) => past.callPage(id),
  async programme(past, id, at) {
    const { version } = await past.thing('programme', id);
    if (version === 0) return undefined;
    const state = await past.load(programme, id);
    const { policyVersion, policy } = policyInForce(state, at);
    const { created: _, ...identity } = state.identity;
    return { programme: id, version, ...identity, funders: Object.values(state.funders), policyVersion, policy };
  },
};

/** The kinds of things that have a page. */
export const kindsWithPage: readonly string[] = Object.keys(pages);

/** The page of a project or a call, or what there is to a programme, as it stood; undefined where there was none. `at` is the day that its policy is of. */
export async function pageOf(past: Past, kind: string, id: string, at: string): Promise<object | undefined> {
  return pages[kind]?.(past, id, at);
}
