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
  },
};
