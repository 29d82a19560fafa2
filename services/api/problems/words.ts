import type { Words } from './language.ts';

interface Kind {
  readonly status: number;
  readonly title: Words;
  /** What was wrong and what to do. `{name}` stands for a detail. */
  readonly detail: Words;
}

const kinds = <const Codes extends Readonly<Record<string, Kind>>>(codes: Codes): Codes => codes;

const missing: Words = { en: 'Not found', fr: 'Introuvable' };
const badRequest: Words = { en: 'The request cannot be read', fr: 'La requête ne peut pas être lue' };
const badHeader: Words = { en: 'A header is missing or malformed', fr: 'Un en-tête manque ou est mal formé' };
const signIn: Words = { en: 'Sign in first', fr: 'Identifiez-vous d’abord' };
const later: Words = { en: 'Not possible just now', fr: 'Impossible pour le moment' };

/** Every problem that the edge itself tells; what a rule refuses is told in the words of the domain. Codes are stable. */
export const problemKinds = kinds({
  'input-invalid': {
    status: 400,
    title: { en: 'The input is not valid', fr: 'Les données ne sont pas valides' },
    detail: {
      en: 'Correct the fields listed under "errors" and send it again with the same Idempotency-Key.',
      fr: 'Corrigez les champs listés sous « errors » et renvoyez la requête avec la même Idempotency-Key.',
    },
  },
  'json-malformed': {
    status: 400,
    title: badRequest,
    detail: { en: 'The body is not valid JSON: {because}.', fr: 'Le corps n’est pas du JSON valide : {because}.' },
  },
  'path-malformed': {
    status: 400,
    title: badRequest,
    detail: {
      en: 'The address cannot be decoded: escape special characters (%20).',
      fr: 'L’adresse ne peut pas être décodée : échappez les caractères spéciaux (%20).',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: badHeader,
    detail: {
      en: 'Send an Idempotency-Key header: 8 to 128 visible characters that you choose anew for each command, and keep when you repeat it.',
      fr: 'Envoyez un en-tête Idempotency-Key : 8 à 128 caractères visibles, choisis à neuf pour chaque commande et conservés si vous la répétez.',
    },
  },
  'idempotency-key-malformed': {
    status: 400,
    title: badHeader,
    detail: {
      en: 'Idempotency-Key has to be 8 to 128 visible ASCII characters without spaces; a UUID will do.',
      fr: 'Idempotency-Key doit compter 8 à 128 caractères ASCII visibles sans espace ; un UUID convient.',
    },
  },
  'if-match-malformed': {
    status: 400,
    title: badHeader,
    detail: {
      en: 'If-Match has to be one version in quotes, as an ETag gave it: "7".',
      fr: 'If-Match doit être une version entre guillemets, telle que donnée par un ETag : "7".',
    },
  },
  'not-signed-in': {
    status: 401,
    title: signIn,
    detail: {
      en: 'Sign in at /auth/sign-in, or send an access token of your identity provider: Authorization: Bearer <token>.',
      fr: 'Identifiez-vous sur /auth/sign-in, ou envoyez un jeton d’accès de votre fournisseur d’identité : Authorization: Bearer <jeton>.',
    },
  },
  'step-up-needed': {
    status: 401,
    title: { en: 'Show again who you are', fr: 'Prouvez à nouveau votre identité' },
    detail: {
      en: 'This decision takes a sign-in of the last {minutes} minutes, as strong as your institution asks for. Sign in again at /auth/sign-in?step_up=1 and send it once more; nothing was recorded.',
      fr: 'Cette décision demande une connexion datant de moins de {minutes} minutes, au niveau exigé par votre institution. Identifiez-vous à nouveau sur /auth/sign-in?step_up=1 et renvoyez-la ; rien n’a été enregistré.',
    },
  },
  'cross-site': {
    status: 403,
    title: { en: 'Not from this site', fr: 'Ne vient pas de ce site' },
    detail: {
      en: 'The request came from a page of another site, or without the header x-jalon-console: nothing was done. Decide on the pages of Jalon, or use an access token.',
      fr: 'La requête vient d’une page d’un autre site, ou sans l’en-tête x-jalon-console : rien n’a été fait. Décidez sur les pages de Jalon, ou utilisez un jeton d’accès.',
    },
  },
  'token-rejected': {
    status: 401,
    title: signIn,
    detail: {
      en: 'The access token is not accepted: {because}. Sign in again.',
      fr: 'Le jeton d’accès est refusé : {because}. Identifiez-vous à nouveau.',
    },
  },
  forbidden: {
    status: 403,
    title: { en: 'Not allowed', fr: 'Non autorisé' },
    detail: {
      en: 'You may not do this here. {because}',
      fr: 'Vous ne pouvez pas le faire ici. {because}',
    },
  },
  'route-unknown': {
    status: 404,
    title: missing,
    detail: { en: 'There is nothing at this address. /docs lists what there is.', fr: 'Il n’y a rien à cette adresse. /docs liste ce qui existe.' },
  },
  'thing-unknown': {
    status: 404,
    title: missing,
    detail: { en: 'There is no {thing}: check the id.', fr: 'Il n’existe pas de {thing} : vérifiez l’identifiant.' },
  },
  'nothing-then': {
    status: 404,
    title: missing,
    detail: {
      en: 'By {instant} there was no {thing} yet: ask for a later instant.',
      fr: 'Au {instant}, il n’y avait pas encore de {thing} : demandez un instant postérieur.',
    },
  },
  'instants-reversed': {
    status: 400,
    title: { en: 'The instants are the wrong way round', fr: 'Les instants sont dans le mauvais ordre' },
    detail: {
      en: '{to} is before {from}: "from" has to be the earlier of the two.',
      fr: '{to} est antérieur à {from} : « from » doit être le premier des deux.',
    },
  },
  'instant-in-the-future': {
    status: 400,
    title: { en: 'The instant has not come yet', fr: 'Cet instant n’est pas encore venu' },
    detail: {
      en: '{instant} is after now ({now}): what will be decided is not known. Ask for an instant in the past.',
      fr: '{instant} est postérieur à maintenant ({now}) : ce qui sera décidé n’est pas connu. Demandez un instant passé.',
    },
  },
  'not-sealed-yet': {
    status: 404,
    title: later,
    detail: {
      en: 'The decision is recorded, and no signed checkpoint holds it yet: ask again in a second.',
      fr: 'La décision est enregistrée, mais aucun point de contrôle signé ne la contient encore : redemandez dans une seconde.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'Another method is needed', fr: 'Une autre méthode est nécessaire' },
    detail: { en: 'This address takes {allowed}.', fr: 'Cette adresse accepte {allowed}.' },
  },
  'already-exists': {
    status: 409,
    title: { en: 'It exists already', fr: 'Cela existe déjà' },
    detail: { en: 'There is already a {thing}: choose another id.', fr: 'Il existe déjà un {thing} : choisissez un autre identifiant.' },
  },
  contended: {
    status: 409,
    title: later,
    detail: {
      en: 'Others are deciding on the same thing at this moment. Nothing was recorded; send it again, with the same Idempotency-Key.',
      fr: 'D’autres décident de la même chose en ce moment. Rien n’a été enregistré ; renvoyez la requête avec la même Idempotency-Key.',
    },
  },
  'version-stale': {
    status: 412,
    title: { en: 'It has changed since you read it', fr: 'Cela a changé depuis votre lecture' },
    detail: {
      en: 'It is at version {version} now. Read it again, and decide on what it says then.',
      fr: 'La version est maintenant {version}. Relisez, puis décidez sur cette base.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { en: 'The body is too large', fr: 'Le corps est trop grand' },
    detail: { en: 'A command takes at most {limit}.', fr: 'Une commande ne peut pas dépasser {limit}.' },
  },
  'media-type-unsupported': {
    status: 415,
    title: { en: 'Send JSON', fr: 'Envoyez du JSON' },
    detail: {
      en: 'Send the body as JSON, with Content-Type: application/json.',
      fr: 'Envoyez le corps en JSON, avec Content-Type: application/json.',
    },
  },
  'attachment-unknown': {
    status: 404,
    title: missing,
    detail: {
      en: 'The project refers to no such file, or to none that you may see: take the address from the project’s page.',
      fr: 'Le projet ne mentionne pas ce fichier, ou aucun que vous puissiez voir : prenez l’adresse sur la page du projet.',
    },
  },
  'attachment-not-stored': {
    status: 404,
    title: missing,
    detail: {
      en: 'The project refers to this file, and its bytes are not stored: whoever attached it has to send them again.',
      fr: 'Le projet mentionne ce fichier, mais son contenu n’est pas conservé : la personne qui l’a joint doit le renvoyer.',
    },
  },
  'attachment-not-sent': {
    status: 422,
    title: { en: 'A file is missing', fr: 'Un fichier manque' },
    detail: {
      en: 'The bytes of the file {hash} were not sent: send them to /v1/attachments first, then ask again.',
      fr: 'Le contenu du fichier {hash} n’a pas été envoyé : envoyez-le d’abord à /v1/attachments, puis renouvelez la demande.',
    },
  },
  'attachment-empty': {
    status: 400,
    title: badRequest,
    detail: { en: 'The file is empty: send its bytes as the body.', fr: 'Le fichier est vide : envoyez son contenu comme corps de la requête.' },
  },
  'attachment-too-large': {
    status: 413,
    title: { en: 'The file is too large', fr: 'Le fichier est trop grand' },
    detail: { en: 'A file of this type ({ending}) may have at most {limit}.', fr: 'Un fichier de ce type ({ending}) ne peut pas dépasser {limit}.' },
  },
  'attachment-type-unsupported': {
    status: 415,
    title: { en: 'This type of file is not taken', fr: 'Ce type de fichier n’est pas accepté' },
    detail: {
      en: 'Send the file with its own Content-Type; these are taken: {types}.',
      fr: 'Envoyez le fichier avec son propre Content-Type ; sont acceptés : {types}.',
    },
  },
  'attachment-not-its-type': {
    status: 422,
    title: { en: 'The file is not of its type', fr: 'Le fichier n’est pas de son type' },
    detail: {
      en: 'The bytes are not those of a {ending} file, or it holds macros. Save it anew as {ending} and send that.',
      fr: 'Le contenu n’est pas celui d’un fichier {ending}, ou il contient des macros. Enregistrez-le à nouveau en {ending} et renvoyez-le.',
    },
  },
  'attachment-infected': {
    status: 422,
    title: { en: 'The file holds malware', fr: 'Le fichier contient un programme malveillant' },
    detail: {
      en: 'The scan found {found} in the file, which was not kept. Clean the machine that it comes from, and send a sound copy.',
      fr: 'L’analyse a trouvé {found} dans le fichier, qui n’a pas été conservé. Assainissez le poste dont il provient, puis envoyez une copie saine.',
    },
  },
  'attachments-unavailable': {
    status: 503,
    title: later,
    detail: {
      en: 'Files cannot be stored or read for the moment. Try again shortly; decisions are not affected.',
      fr: 'Les fichiers ne peuvent être ni conservés ni lus pour le moment. Réessayez sous peu ; les décisions ne sont pas touchées.',
    },
  },
  'key-reused': {
    status: 422,
    title: { en: 'This key was used for another command', fr: 'Cette clé a servi à une autre commande' },
    detail: {
      en: 'You sent this Idempotency-Key before, with another body or to another address. Choose a new key for a new command.',
      fr: 'Vous avez déjà envoyé cette Idempotency-Key avec un autre corps ou à une autre adresse. Choisissez une nouvelle clé pour une nouvelle commande.',
    },
  },
  'out-of-order': {
    status: 422,
    title: { en: 'It would take effect too early', fr: 'L’effet serait trop ancien' },
    detail: {
      en: 'Later decisions of this thing have taken effect already: it can take effect from {earliest} on.',
      fr: 'Des décisions plus récentes ont déjà pris effet : l’effet est possible à partir de {earliest}.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: later,
    detail: {
      en: 'Your account sends too many requests: wait {seconds} seconds.',
      fr: 'Votre compte envoie trop de requêtes : attendez {seconds} secondes.',
    },
  },
  internal: {
    status: 500,
    title: { en: 'Something broke on our side', fr: 'Une erreur s’est produite chez nous' },
    detail: {
      en: 'Send it again with the same Idempotency-Key. If it stays so, give the reference to whoever runs this service.',
      fr: 'Renvoyez la requête avec la même Idempotency-Key. Si l’erreur persiste, donnez la référence à l’exploitant du service.',
    },
  },
  'log-unavailable': {
    status: 503,
    title: later,
    detail: {
      en: 'Decisions cannot be recorded or read at this moment. Send it again with the same Idempotency-Key: it will be recorded once.',
      fr: 'Les décisions ne peuvent être ni enregistrées ni lues en ce moment. Renvoyez la requête avec la même Idempotency-Key : elle sera enregistrée une seule fois.',
    },
  },
  'service-unfit': {
    status: 503,
    title: later,
    detail: {
      en: 'This service has stopped deciding until its operator puts it right. Give them the reference.',
      fr: 'Ce service a cessé de décider jusqu’à l’intervention de son exploitant. Donnez-lui la référence.',
    },
  },
  'identity-provider-unavailable': {
    status: 503,
    title: later,
    detail: {
      en: 'The identity provider does not answer, so your token cannot be checked. Try again shortly.',
      fr: 'Le fournisseur d’identité ne répond pas : votre jeton ne peut pas être vérifié. Réessayez sous peu.',
    },
  },
  'view-behind': {
    status: 503,
    title: later,
    detail: {
      en: 'This view has not yet taken in what you asked it to wait for. Your decision is recorded; read again shortly.',
      fr: 'Cette vue ne reflète pas encore ce que vous attendez. Votre décision est enregistrée ; relisez sous peu.',
    },
  },
});

export type ProblemCode = keyof typeof problemKinds;

/** The title under which every refusal of a rule is told. */
export const refusedTitle: Words = { en: 'The rules of the programme refuse this', fr: 'Les règles du programme le refusent' };
