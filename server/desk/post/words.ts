import type { HandlingKind } from '../../../extraction/record.ts';
import type { Words } from '../words.ts';

const sv = {
  cite: 'Hänvisa hit',
  copy: 'Kopiera hänvisningen',
  copied: 'Hänvisningen är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera texten och kopiera den därifrån.',
  in: 'i',
  kind: {
    ...{ protokoll: 'protokoll', kallelse: 'kallelse', tjansteskrivelse: 'tjänsteskrivelse' },
    ...{ remissvar: 'remissvar', annat: 'handling' },
  } as { readonly [kind in HandlingKind]: string },
  page: (n: number) => `s. ${n}`,
  unsure: 'obekräftat',
  unsureText:
    'Läst ur en inskannad sida, och inget annat bekräftar det. Jämför med sidan innan du använder det:',
  beside: 'I samma paragraf',
  besideOther: 'I samma ärende i handlingen',
  this: 'den här',
  place: 'Var det står',
  open: (page: number | null) => (page === null ? 'Öppna handlingen' : `Öppna sidan ${page}`),
  file: 'Fil',
  handling: 'Handling',
  arende: 'Ärende',
  withoutNumber: 'utan diarienummer',
  taken: 'Inläst',
  before: 'Tidigare läst så',
  beforeText:
    'Filen har lästs om eller rättats. Den som länkade hit tidigare kan ha sett de här orden på samma ställe:',
  until: (when: string) => `till ${when}`,
  otherCounted: 'Kommer id:t ur ett program eller en lista? I dagens läsning hör det till något annat.',
  showOther: 'Visa det',
  gone: 'Det som länken gick till finns inte längre',
  goneText: (when: string) =>
    `Länken är riktig, men sedan ${when} finns det inte med: filen har lästs om, eller så har läsningen strukits. Så här löd det:`,
  wherePlace: 'Var det stod',
  heading: 'Rubrik',
  number: 'Diarienummer',
  goOn: 'Så går du vidare',
  openPage: (page: number) => `Se på sidan ${page} vad som står där`,
  openMatter: 'Följ ärendet',
  seek: 'Sök efter orden',
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    cite: 'Cite this',
    copy: 'Copy the citation',
    copied: 'The citation is copied.',
    notCopied: 'It could not be copied. Select the text and copy it yourself.',
    in: 'of',
    kind: {
      ...{ protokoll: 'minutes', kallelse: 'summons', tjansteskrivelse: 'memorandum' },
      ...{ remissvar: 'consultation response', annat: 'document' },
    },
    page: (n) => `p. ${n}`,
    unsure: 'unconfirmed',
    unsureText:
      'Read from a scanned page, and nothing else confirms it. Compare with the page before you use it:',
    beside: 'In the same section',
    besideOther: 'In the same matter of the document',
    this: 'this one',
    place: 'Where it stands',
    open: (page) => (page === null ? 'Open the document' : `Open page ${page}`),
    file: 'File',
    handling: 'Document',
    arende: 'Matter',
    withoutNumber: 'without a case number',
    taken: 'Taken in',
    before: 'Read before as',
    beforeText:
      'The file has been read again or corrected. Whoever linked here earlier may have seen these words in the same place:',
    until: (when) => `until ${when}`,
    otherCounted:
      "Does the id come from a program or a list? In today's reading it belongs to something else.",
    showOther: 'Show it',
    gone: 'What the link went to is no longer there',
    goneText: (when) =>
      `The link is right, but since ${when} it is not there: the file was read again, or the reading was struck. This is what it said:`,
    wherePlace: 'Where it stood',
    heading: 'Heading',
    number: 'Case number',
    goOn: 'How to go on',
    openPage: (page) => `See on page ${page} what stands there`,
    openMatter: 'Follow the matter',
    seek: 'Search for the words',
  },
};
