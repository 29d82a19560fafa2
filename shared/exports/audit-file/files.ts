import type { AuditFile } from './audit-file.ts';
import { csv } from './csv.ts';
import type { Filed } from './filed.ts';
import { indexPage } from './index-page.ts';
import { type Piece, pathOf } from './piece.ts';

/** Every piece once, in the order of the log. */
export const piecesOf = ({ elements, others }: AuditFile): readonly Piece[] =>
  [...new Set([...elements.flatMap(({ pieces }) => pieces), ...others])].sort((a, b) => a.decision.position - b.decision.position);

/** The files of the folder by their paths, save proofs and documents, which their owner writes. */
export function filesOf(file: AuditFile, filed: Filed): ReadonlyMap<string, string> {
  const pieces = piecesOf(file);
  return new Map([
    ['index.html', indexPage(file, filed)],
    ['dossier.json', json(summaryOf(file, filed))],
    ['pieces.csv', csv([headings, ...pieces.map((piece) => rowOf(file, piece, filed))])],
    ['LISEZMOI.txt', readme(file, filed)],
    ...pieces.map((piece): [string, string] => [pathOf(piece), json(contentOf(piece, filed))]),
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const pointsOf = ({ elements }: AuditFile, piece: Piece): readonly string[] =>
  elements.filter(({ pieces }) => pieces.includes(piece)).map(({ point }) => point);

function contentOf({ decision: { envelope: _, dataText: __, ...decision }, told, documents }: Piece, { proofs, documents: filed }: Filed): unknown {
  const proof = proofs.get(decision.id);
  return { told, ...decision, ...(proof && { proof }), documents: documents.map((one) => filed.get(one.hash) ?? one) };
}

function summaryOf(file: AuditFile, { madeAt, keys, proofs, documents }: Filed): unknown {
  const brief = (piece: Piece) => {
    const { id, position, stream, type } = piece.decision;
    const proof = proofs.get(id);
    return { decision: id, position, stream, type, told: piece.told, path: pathOf(piece), ...(proof && { proof }) };
  };
  const { elements, others, ...about } = file;
  return {
    format: 'jalon-audit-file/1',
    regulation: 'Regulation (EU) 2021/1060, Annex XIII, part I',
    madeAt,
    ...about,
    keys,
    elements: elements.map(({ pieces, ...element }) => ({ ...element, pieces: pieces.map(brief) })),
    others: others.map(brief),
    documents: [...documents.values()],
  };
}

const headings = [
  'point',
  'position',
  'objet',
  'décision',
  'type',
  'a pris effet',
  'consignée',
  'par',
  'règlement',
  'règle',
  'empreinte',
  'pièce',
  'preuve',
];

function rowOf(file: AuditFile, piece: Piece, { proofs }: Filed): readonly (string | number)[] {
  const { position, stream, type, occurredAt, recordedAt, actor, policyVersion, ruleVersion, dataDigest, id } = piece.decision;
  return [
    pointsOf(file, piece).join(' '),
    position,
    stream,
    piece.told,
    type,
    occurredAt,
    recordedAt,
    `${actor.kind}:${actor.id}`,
    policyVersion ?? '',
    ruleVersion,
    dataDigest,
    pathOf(piece),
    proofs.get(id) ?? '',
  ];
}

const readme = ({ project, tenant }: AuditFile, { madeAt, keys }: Filed): string =>
  [
    `Dossier de contrôle du projet ${project} (${tenant}), établi le ${madeAt.slice(0, 10)}.`,
    '',
    'index.html    le sommaire, point par point (annexe XIII du règlement (UE) 2021/1060) ; il s’ouvre et s’imprime sans Jalon',
    'dossier.json  le même, pour une machine',
    'pieces.csv    la liste des pièces',
    'pieces/       chaque décision, avec ce qui a été demandé et décidé',
    'preuves/      la preuve que chaque décision figure au journal scellé (https://c2sp.org/tlog-proof)',
    'documents/    les fichiers joints, nommés par leur empreinte SHA-256',
    '',
    ...(keys.length > 0
      ? [
          'Vérifier une preuve, sans Jalon en marche :',
          `  jalon verify preuves/<fichier> --key '${keys.at(-1)}'`,
          'Demandez la clé publique à l’autorité par une autre voie.',
        ]
      : ['Le journal n’est pas scellé : il n’y a pas de preuve au dossier.']),
    '',
    'Ce dossier contient des évaluations et des données confidentielles : ne le transmettez qu’aux personnes habilitées.',
    '',
  ].join('\n');
