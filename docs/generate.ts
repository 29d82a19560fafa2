import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, policySchema, refusals } from '@jalon/domain';
import { variables } from '@jalon/runtime';

type Language = 'en' | 'fr';
const words = {
  en: {
    commands: 'What can be decided',
    refusals: 'Why something is refused',
    configuration: 'Configuration',
    generated: 'Generated from the code by `npm run generate`.',
  },
  fr: {
    commands: 'Ce qui peut être décidé',
    refusals: 'Pourquoi une demande est refusée',
    configuration: 'Configuration',
    generated: 'Produit à partir du code par `npm run generate`.',
  },
} as const;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const page = (language: Language, title: 'commands' | 'refusals' | 'configuration', body: string) =>
  `# ${words[language][title]}\n\n${words[language].generated}\n\n${body}\n`;

function commandsPage(language: Language): string {
  const byKind = Map.groupBy(commands, ({ kind }) => kind);
  const sections = [...byKind].map(([kind, all]) => {
    const rows = all.map(({ name, says, about, refuses }) => [
      `\`${name}\``,
      says[language],
      ...(language === 'en' ? [about] : []),
      refuses.map((code) => `\`${code}\``).join(', '),
    ]);
    return `## ${kind}\n\n${table(language === 'en' ? ['command', 'title', 'what it does', 'refusals'] : ['commande', 'titre', 'refus'], rows)}`;
  });
  return page(language, 'commands', sections.join('\n\n'));
}

function refusalsPage(language: Language): string {
  const rows = Object.entries(refusals).map(([code, told]) => [`\`${code}\``, String(told.status), told[language]]);
  return page(language, 'refusals', table(['code', 'HTTP', language === 'en' ? 'what is said' : 'ce qui est dit'], rows));
}

function configurationPage(): string {
  const defaults = variables.partial().parse({});
  const rows = Object.entries(variables.shape).map(([name, shape]) => {
    const value = defaults[name as keyof typeof defaults];
    return [`\`${name}\``, value === undefined ? '' : `\`${String(value)}\``, shape.description ?? ''];
  });
  return page(
    'en',
    'configuration',
    `${table(['variable', 'default', 'what it is'], rows)}\n\nA secret may be given as a file instead: \`<NAME>_FILE\`.`,
  );
}

/** Every page of the guide that is made from the code, by its path. */
export function generatedPages(): Readonly<Record<string, string>> {
  return {
    'docs/guide/en/commands.md': commandsPage('en'),
    'docs/guide/fr/commands.md': commandsPage('fr'),
    'docs/guide/en/refusals.md': refusalsPage('en'),
    'docs/guide/fr/refusals.md': refusalsPage('fr'),
    'docs/guide/en/configuration.md': configurationPage(),
    'docs/guide/policy.schema.json': `${JSON.stringify(policySchema(), null, 2)}\n`,
  };
}

const root = join(import.meta.dirname, '..');

/** The generated pages whose file is not what the code says now. */
export function outdatedPages(): readonly string[] {
  return Object.entries(generatedPages())
    .filter(([path, text]) => {
      try {
        return readFileSync(join(root, path), 'utf8') !== text;
      } catch {
        return true;
      }
    })
    .map(([path]) => path);
}

if (import.meta.main) for (const [path, text] of Object.entries(generatedPages())) writeFileSync(join(root, path), text);
