import type { Words } from '../words.ts';

const sv = {
  title: 'Läget',
  files: 'Filer',
  items: 'Uppgifter',
  arenden: 'Ärenden',
  total: 'erbjudna',
  program: 'Programmet',
  version: 'Version',
  engine: 'Motorns egen sida',
  kind: 'Slag',
  number: 'Antal',
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    title: 'Status',
    files: 'Files',
    items: 'Items',
    arenden: 'Matters',
    total: 'offered',
    program: 'The program',
    version: 'Version',
    engine: "The engine's own page",
    kind: 'Kind',
    number: 'Number',
  },
};
