import type { AuditFile, Element, Status } from './audit-file.ts';
import type { Filed } from './filed.ts';
import { type Piece, pathOf } from './piece.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found]!);

/** Paths of the folder are made of hashes, positions and types alone; as addresses they are escaped all the same. */
const link = (path: string, text: string): string => `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(text)}</a>`;

const said: Readonly<Record<Status, string>> = { complete: 'Au dossier', missing: 'Manque', 'not-applicable': 'Sans objet' };

/** The index of the folder, in French, for people: every element with its pieces, and what is missing first of all. */
export function indexPage(file: AuditFile, filed: Filed): string {
  const missing = file.elements.flatMap(({ point, missing: lacking }) => lacking.map((one) => ({ point, one })));
  const title = `Dossier de contrôle : ${file.title}`;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<dl>${about(file, filed)}</dl>
<p class="note">Confidentiel : ce dossier contient des évaluations. Établi selon l’annexe XIII, partie I, du règlement (UE) 2021/1060.</p>
</header>
<section aria-labelledby="manque">
<h2 id="manque">Ce qui manque (${missing.length})</h2>
${missing.length > 0 ? `<ul class="missing">${missing.map(({ point, one }) => `<li><a href="#point-${point}">Point ${point}</a> : ${escaped(one)}</li>`).join('')}</ul>` : '<p>Rien ne manque de ce que Jalon sait vérifier.</p>'}
</section>
<section aria-labelledby="sommaire">
<h2 id="sommaire">Sommaire</h2>
<table><thead><tr><th scope="col">Point</th><th scope="col">Élément</th><th scope="col">État</th><th scope="col">Pièces</th></tr></thead>
<tbody>${file.elements.map(summaryRow).join('')}</tbody></table>
</section>
${file.elements.map((element) => section(element, filed)).join('\n')}
<section aria-labelledby="autres">
<h2 id="autres">Autres décisions du projet</h2>
${file.others.length > 0 ? table(file.others, filed) : '<p>Aucune.</p>'}
</section>
</body>
</html>
`;
}

function about({ project, organisation, programme, call, tenant }: AuditFile, { madeAt, keys, proofs }: Filed): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Projet', project],
    ['Porteur', organisation],
    ['Appel', call],
    ['Programme', programme],
    ['Autorité', tenant],
    ['Établi le', madeAt.slice(0, 16).replace('T', ' ')],
    ['Preuves', keys.length > 0 ? `${proofs.size}, vérifiables avec la clé ${keys.at(-1)}` : 'le journal n’est pas scellé'],
  ];
  return rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('');
}

const summaryRow = ({ point, title, status, pieces }: Element): string =>
  `<tr class="${status}"><td>${point}</td><td><a href="#point-${point}">${escaped(title)}</a></td><td>${said[status]}</td><td>${pieces.length}</td></tr>`;

function section({ point, title, source, status, missing, pieces }: Element, filed: Filed): string {
  const nothing = status === 'not-applicable' ? '<p>Sans objet : rien dans la vie du projet ne l’appelle.</p>' : '';
  return `<section aria-labelledby="point-${point}">
<h2 id="point-${point}">${point}. ${escaped(title)}</h2>
<p class="note">${escaped(source)}</p>
${missing.length > 0 ? `<ul class="missing">${missing.map((one) => `<li>Manque : ${escaped(one)}</li>`).join('')}</ul>` : nothing}
${pieces.length > 0 ? table(pieces, filed) : ''}
</section>`;
}

const table = (pieces: readonly Piece[], filed: Filed): string =>
  `<table><thead><tr><th scope="col">Date</th><th scope="col">Décision</th><th scope="col">Par</th><th scope="col">Journal</th><th scope="col">Documents</th><th scope="col">Preuve</th></tr></thead>
<tbody>${pieces.map((piece) => row(piece, filed)).join('')}</tbody></table>`;

function row(piece: Piece, { proofs, documents }: Filed): string {
  const { id, occurredAt, actor, stream, position } = piece.decision;
  const proof = proofs.get(id);
  const attached = piece.documents.map(({ hash, name }) => {
    const path = documents.get(hash)?.path;
    return path ? link(path, name) : `${escaped(name)} (absent)`;
  });
  const cells = [
    escaped(occurredAt.slice(0, 10)),
    link(pathOf(piece), piece.told),
    escaped(actor.id),
    `${escaped(stream)}, n<sup>o</sup> ${position}`,
    attached.join('<br>'),
    proof ? link(proof, 'preuve') : 'pas encore scellée',
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const STYLE = `
body { font: 16px/1.45 system-ui, sans-serif; color: #1b1b1b; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #c8c8c8; overflow-wrap: anywhere; }
.note { color: #4a4a4a; font-size: .9rem; } .missing { color: #7a1c00; } tr.missing td { font-weight: 600; } a { color: #0b4f8a; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } a { color: inherit; text-decoration: none; } tr, li { break-inside: avoid; } thead { display: table-header-group; } h2 { break-after: avoid; } }
`;
