import { type Persona, personas } from './personas.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const button = ({ id, title }: Persona) =>
  `<li><button name="persona" value="${escaped(id)}">${escaped(title.en)}<span lang="fr">${escaped(title.fr)}</span></button></li>`;

/** The page on which one chooses whom to sign in as. Works without scripts, by keyboard, and at any zoom. */
export const personaPage = (action: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in to Jalon (demonstration)</title>
<style>
  :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
  body { margin: 0; padding: 1rem; }
  main { max-width: 40rem; margin: 0 auto; }
  ul { list-style: none; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
  button { font: inherit; width: 100%; height: 100%; padding: .75rem 1rem; text-align: start; border: 2px solid currentcolor; border-radius: .5rem; background: Canvas; color: CanvasText; cursor: pointer; }
  button:hover, button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  button span { display: block; font-size: .875rem; }
</style>
</head>
<body>
<main>
<h1>Who are you today?<br><span lang="fr">Qui êtes-vous aujourd’hui ?</span></h1>
<p>This sign-in belongs to the demonstration on your own machine: choose a role, no password is asked.
<br><span lang="fr">Cette connexion appartient à la démonstration sur votre propre machine : choisissez un rôle, sans mot de passe.</span></p>
<form method="post" action="${escaped(action)}">
<ul>
${personas.map(button).join('\n')}
</ul>
</form>
</main>
</body>
</html>
`;
