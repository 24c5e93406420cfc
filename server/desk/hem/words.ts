import type { Words } from '../words.ts';

const sv = {
  title: 'Start',
  lead: 'Vad beslutades, vem yrkade och reserverade sig, och vart gick ärendet?',
  search: 'Sök i handlingarna',
  example: 'patientavgift, ”avslå motionen”, KS 2024/17 …',
  submit: 'Sök',
  files: ['inläst fil', 'inlästa filer'],
  arenden: ['ärende', 'ärenden'],
  kinds: 'Det som lästs',
  emptyTitle: 'Här är tomt än',
  emptyText:
    'Läs in protokoll, tjänsteskrivelser och kallelser som PDF, TIFF, DOCX, bild, text eller ZIP. Expediera läser dem, även inskannade, och visar vad som beslutades och vart besluten ska.',
  emptyReader: 'En registrator behöver läsa in handlingar först.',
  takeIn: 'Läs in filer',
  running: ['fil läses nu', 'filer läses nu'],
  nothingYet: 'Filerna läses nu. Det som lästs visas här allteftersom: ladda om sidan om en stund.',
  nothingFound: 'Det finns inga beslut, yrkanden eller annat i filerna. Inläsningen säger varför.',
  toIntakes: 'Se inläsningarna',
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    title: 'Home',
    lead: 'What was decided, who moved it and who dissented, and where did the matter go?',
    search: 'Search the documents',
    example: 'patientavgift, “avslå motionen”, KS 2024/17 …',
    submit: 'Search',
    files: ['file taken in', 'files taken in'],
    arenden: ['matter', 'matters'],
    kinds: 'What was read',
    emptyTitle: 'Nothing here yet',
    emptyText:
      'Take in minutes, memoranda and summonses as PDF, TIFF, DOCX, picture, text or ZIP. Expediera reads them, scans too, and shows what was decided and where it goes.',
    emptyReader: 'A registrar has to take documents in first.',
    takeIn: 'Take files in',
    running: ['file is being read', 'files are being read'],
    nothingYet:
      'The files are being read. What is read is shown here as it comes: load the page again in a while.',
    nothingFound: 'There are no decisions, motions or the like in the files. The intake says why.',
    toIntakes: 'See the intakes',
  },
};
