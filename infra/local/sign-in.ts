import { demonstrationSecret, personas } from './personas.ts';

/** How to act as each persona, for who has just started Jalon. */
export function howToSignIn(issuer: string): string {
  const width = Math.max(...personas.map(({ id }) => id.length));
  const list = personas.map(({ id, title }) => `  ${id.padEnd(width)}  ${title.en.replace(' (demonstration)', '')}`);
  return `Sign in as one of these, in the browser or with a token:
${list.join('\n')}

A token that lasts eight hours:  npx jalon token <persona>
or without the command line:     curl -s -d grant_type=client_credentials -d client_id=<persona> -d client_secret=${demonstrationSecret} ${issuer}/token
`;
}
