/** Words of what stands around every page. Each view has its own beside it; a Swedish word without an English one does not compile. */
import type { Sprak } from './sprak.ts';

/** The same words in both languages; those that need figures are functions. */
export type Words<T> = { readonly [sprak in Sprak]: T };

const sv = {
  skip: 'Till innehållet',
  menu: 'Huvudmeny',
  sok: 'Sök',
  organ: 'Organ',
  inkorgar: 'Inkorgar',
  granska: 'Granska',
  lasIn: 'Läs in',
  laget: 'Läget',
  sokHela: 'Sök i handlingarna',
  sokExempel: 'ord, ”fras”, diarienummer …',
  language: 'In English',
  languageCode: 'en' as Sprak,
  light: 'Ljust',
  dark: 'Mörkt',
  auto: 'Som datorn',
  theme: 'Utseende',
  foot: 'Läst av maskin. Det som inte är bekräftat är märkt.',
  loggaUt: 'Logga ut',
  loggaIn: 'Logga in',
  roll: { lasare: 'läsare', registrator: 'registrator' },
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    skip: 'To the content',
    menu: 'Main menu',
    sok: 'Search',
    organ: 'Bodies',
    inkorgar: 'Inboxes',
    granska: 'Review',
    lasIn: 'Take in',
    laget: 'Status',
    sokHela: 'Search the documents',
    sokExempel: 'words, “phrase”, case number …',
    language: 'På svenska',
    languageCode: 'sv',
    light: 'Light',
    dark: 'Dark',
    auto: 'As this computer',
    theme: 'Appearance',
    foot: 'Read by machine. What is not confirmed is marked.',
    loggaUt: 'Log out',
    loggaIn: 'Log in',
    roll: { lasare: 'reader', registrator: 'registrar' },
  },
};
