import { amountInWords, dayInWords } from '../telling/in-words.ts';
import type { Notice } from '../telling/notice.ts';

type Language = 'fr' | 'en';

/** Both languages stand in every mail: an institution's mailbox has readers of either. */
const languages: readonly Language[] = ['fr', 'en'];

const words = {
  fr: {
    share: 'Votre part',
    programme: 'Programme',
    call: 'Appel',
    project: 'Projet',
    decided: 'Décision du',
    read: 'Consulter dans Jalon',
    why: (funder: string) =>
      `Ce message est adressé à ${funder}, qui cofinance ce programme. Il est envoyé automatiquement ; merci de ne pas y répondre.`,
    demonstration: 'Démonstration : rien de ce qui suit n’est réel.',
  },
  en: {
    share: 'Your share',
    programme: 'Programme',
    call: 'Call',
    project: 'Project',
    decided: 'Decided on',
    read: 'Read in Jalon',
    why: (funder: string) => `This message goes to ${funder}, which co-funds this programme. It is sent automatically; please do not answer it.`,
    demonstration: 'Demonstration: nothing of what follows is real.',
  },
} as const;

/** A line of a mail: a plain sentence, a named value, or the link. */
type Line = { readonly text: string } | { readonly name: string; readonly value: string } | { readonly link: string; readonly label: string };

function linesIn(language: Language, notice: Notice): Line[] {
  const say = words[language];
  return [
    ...(notice.demonstration ? [{ text: say.demonstration }] : []),
    { text: notice.says[language] },
    ...(notice.share ? [{ name: say.share, value: amountInWords(notice.share.amount, notice.share.currency)[language] }] : []),
    { name: say.programme, value: notice.programme.title[language] },
    { name: say.call, value: notice.call.title[language] },
    ...(notice.project ? [{ name: say.project, value: notice.project.title[language] }] : []),
    { name: say.decided, value: dayInWords(notice.decidedOn)[language] },
    ...(notice.note !== undefined ? [{ text: notice.note }] : []),
    { link: notice.link, label: say.read },
    { text: say.why(notice.funder.title[language]) },
  ];
}

/** Text that somebody wrote, made safe inside HTML text and attributes. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '');

const asText = (line: Line): string => {
  if ('link' in line) return `${line.label}: ${line.link}`;
  return 'name' in line ? `${line.name}: ${line.value}` : line.text;
};

const asHtml = (line: Line): string => {
  if ('link' in line) return `<p><a href="${escaped(line.link)}">${escaped(line.label)}</a></p>`;
  return 'name' in line ? `<p><strong>${escaped(line.name)}:</strong> ${escaped(line.value)}</p>` : `<p>${escaped(line.text)}</p>`;
};

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A notice as a mail: French, then English, as plain text and as HTML. */
export function mailOf(notice: Notice): MailWords {
  const title = (notice.project ?? notice.call).title;
  const names = title.fr === title.en ? title.fr : `${title.fr} / ${title.en}`;
  const sections = languages.map((language) => ({ language, lines: linesIn(language, notice) }));
  return {
    subject: `Décision / Decision: ${names}`.replace(/\s+/g, ' '),
    text: sections.map(({ lines }) => lines.map(asText).join('\n\n')).join('\n\n----\n\n'),
    html: `<!doctype html><html lang="fr"><body>${sections
      .map(({ language, lines }) => `<div lang="${language}">${lines.map(asHtml).join('')}</div>`)
      .join('<hr>')}</body></html>`,
  };
}
