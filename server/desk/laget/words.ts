import type { Words } from '../words.ts';

const sv = {
  title: 'Läget',
  files: 'Filer',
  items: 'Det som lästs',
  arenden: 'Ärenden',
  total: 'mottagna',
  program: 'Programmet',
  version: 'Version',
  engine: 'Driftsida (Temporal)',
  kind: 'Slag',
  number: 'Antal',
  nothing: 'Inget är inläst än.',
  takeIn: 'Läs in filer',
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    title: 'Status',
    files: 'Files',
    items: 'What was read',
    arenden: 'Matters',
    total: 'received',
    program: 'The program',
    version: 'Version',
    engine: 'Operations page (Temporal)',
    kind: 'Kind',
    number: 'Number',
    nothing: 'Nothing is taken in yet.',
    takeIn: 'Take files in',
  },
};
