import type { HandlingKind } from '../../../extraction/record.ts';
import type { Words } from '../words.ts';

const sv = {
  cite: 'Hänvisa hit',
  copy: 'Kopiera hänvisningen',
  copied: 'Hänvisningen är kopierad.',
  notCopied: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
  in: 'i',
  kind: {
    ...{ protokoll: 'protokoll', kallelse: 'kallelse', tjansteskrivelse: 'tjänsteskrivelse' },
    ...{ remissvar: 'remissvar', annat: 'handling' },
  } as { readonly [kind in HandlingKind]: string },
  page: (n: number) => `s. ${n}`,
  unsure: 'obekräftat',
  unsureText:
    'Läst ur en skannad sida, och inget annat bekräftar det. Jämför med sidan innan du använder det:',
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
    'Det här är samma punkt, men filen har lästs om eller rättats. Den som länkade hit tidigare kan ha sett de här orden:',
  until: (when: string) => `till ${when}`,
  otherCounted: 'Kommer id:t ur ett program eller en lista? I dagens läsning har en annan punkt det.',
  showOther: 'Visa den',
  gone: 'Punkten finns inte längre',
  goneText: (when: string) =>
    `Länken är riktig, men sedan ${when} finns punkten inte i läsningen av filen: filen har lästs om, eller så har någon avvisat punkten. Så här löd den:`,
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
      ...{ remissvar: 'consultation reply', annat: 'document' },
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
      'This is the same item, but the file has been read anew or corrected. Who linked here earlier may have seen these words:',
    until: (when) => `until ${when}`,
    otherCounted: "Does the id come from a program or a list? In today's reading another item has it.",
    showOther: 'Show that one',
    gone: 'The item is no longer there',
    goneText: (when) =>
      `The link is right, but since ${when} the item is not in the reading of the file: the file was read anew, or somebody rejected the item. This is what it said:`,
    wherePlace: 'Where it stood',
    heading: 'Heading',
    number: 'Case number',
    goOn: 'How to go on',
    openPage: (page) => `See on page ${page} what stands there`,
    openMatter: 'Follow the matter',
    seek: 'Search for the words',
  },
};
