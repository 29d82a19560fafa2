import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, type Language, languages, type Words } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Words;
    enableSelector: false;
  }
}

const files = import.meta.glob<Readonly<Record<string, object>>>(['./fr/*.ts', './en/*.ts']);

/** Texts of an area come with the page that first asks for them, in the language in use only. */
const byArea: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, area, done) {
    const load = files[`./${language}/${area}.ts`];
    if (!load) return done(new Error(`There are no texts for ${language}/${area}.`), false);
    load().then(
      (module) => done(null, module[area as Area] ?? {}),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    );
  },
};

const KEPT_AS = 'jalon.language';

/** French, unless one chose English before, or the browser asks for English before French. */
function preferred(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  const wanted = kept ? [kept] : navigator.languages;
  return languages.find((language) => language === wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en')) ?? 'fr';
}

export async function startWords(): Promise<void> {
  await i18next
    .use(byArea)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      supportedLngs: [...languages],
      ns: ['shell', 'terms'],
      defaultNS: 'shell',
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = i18next.language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language in use, for what is not inside a component. */
export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'fr');
