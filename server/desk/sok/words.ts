import { ITEM_TYPER, type ItemTyp } from '../../../extraction/item-types.ts';
import type { HandlingKind } from '../../../extraction/record.ts';
import type { Ordning, Utfall } from '../../../store/search.ts';
import type { Words } from '../words.ts';
import type { FILTER } from './fraga.ts';

type Filter = (typeof FILTER)[number];

/** Kinds of item that stand in the §§ of minutes. */
const OF_MINUTES: readonly ItemTyp[] = [
  ...(['beslut', 'yrkanden', 'reservationer', 'anteckningar', 'voteringar'] as const),
];
const ofMinutes = (typ: readonly ItemTyp[] | undefined): boolean =>
  (typ ?? ITEM_TYPER).every((one) => OF_MINUTES.includes(one));

const sv = {
  title: 'Sök',
  lead: 'Sök i handlingarna',
  label: 'Vad söker du?',
  submit: 'Sök',
  hits: ['träff', 'träffar'],
  perParagraf: (typ: readonly ItemTyp[] | undefined): readonly [string, string] =>
    ofMinutes(typ) ? ['paragraf', 'paragrafer'] : ['paragraf eller ärende', 'paragrafer eller ärenden'],
  counted: 'Räkna',
  countedBy: { traff: 'Varje träff', paragraf: 'En per paragraf' },
  on: 'på',
  narrowedBy: 'Urval',
  remove: 'Ta bort',
  removeAll: 'Ta bort hela urvalet',
  narrow: 'Begränsa',
  filter: {
    ...{ typ: 'Slag', organ: 'Organ', huvudman: 'Huvudman', ar: 'År', parti: 'Parti' },
    ...{ person: 'Person', utfall: 'Utfall', diarienummer: 'Diarienummer' },
  } as { readonly [name in Filter]: string },
  more: (n: number) => `Visa ${n} till`,
  order: 'Ordning',
  ordning: { relevans: 'Relevans', datum: 'Nyast', inlast: 'Senast inläst' } as {
    readonly [ordning in Ordning]: string;
  },
  feed: 'Atom-flöde: få veta när det kommer fler',
  open: (page: number | null, fileName: string) =>
    page === null ? `Öppna ${fileName}` : `Öppna sidan ${page} i ${fileName}`,
  permanent: 'Permanent länk och hänvisning',
  arende: 'Ärendet',
  noHeading: 'Utan rubrik',
  by: {
    ...{ yrkanden: 'Yrkat av', reservationer: 'Reservation av', anteckningar: 'Av' },
    voteringar: 'Röstade',
  } as { readonly [typ: string]: string },
  andMore: (n: number) => `och ${n} till`,
  yrkandeUtfall: { bifall: 'yrkandet bifölls', avslag: 'yrkandet avslogs' } as {
    readonly [u: string]: string;
  },
  utfall: {
    ...{ bifall: 'bifall', avslag: 'avslag', aterremiss: 'återremiss', bordlagt: 'bordlagt' },
  } as { readonly [utfall in Utfall]: string },
  arendetsUtfall: 'ärendet',
  votesAbove: 'Voteringen i samma paragraf står vid träffen ovan.',
  alsoIn: 'Står också i',
  approved: (day: string) => `justerat ${day}`,
  samePlace: (page: number | null) => (page === null ? 'samma fil' : `sidan ${page} i samma fil`),
  sourceKind: {
    ...{ protokoll: 'protokoll', kallelse: 'kallelse', tjansteskrivelse: 'tjänsteskrivelse' },
    ...{ remissvar: 'remissvar', annat: 'handling' },
  } as { readonly [kind in HandlingKind]: string },
  countedOnce: 'Det som står likadant i flera filer räknas en gång.',
  countedPer: 'Siffrorna räknar paragrafer (eller ärenden i en handling), inte träffar.',
  against: 'Mot',
  decided: 'Beslutet',
  wholeDecision: 'hela beslutet',
  clauses: (nr: readonly number[]) => `att-sats ${nr.join(', ')}`,
  moreClauses: (n: number) => `, ${n} att-sats${n === 1 ? '' : 'er'} till`,
  secret: 'sekretess',
  unsure: 'obekräftat',
  fields: {
    ...{ text: 'texten', datum: 'datum', paragraf: 'paragraf', rubrik: 'rubrik' },
    diarienummer: 'diarienummer',
  } as { readonly [field: string]: string },
  vote: 'Votering',
  yes: 'ja',
  no: 'nej',
  abstained: 'avstår',
  absent: 'frånvarande',
  withoutParty: 'utan parti',
  won: { ja: 'ja-sidan vann', nej: 'nej-sidan vann' } as { readonly [u: string]: string },
  tooLong:
    'Frågan är lång, så bara början av den har använts. Sök på några få ord som säkert står i det du letar efter.',
  nothing: 'Inga träffar',
  nothingText: 'Inget i handlingarna stämmer med allt du sökte på.',
  didYouMean: 'Menade du',
  withoutFilter: (what: string) => `utan ${what}`,
  onlyWord: (word: string) => `med bara ”${word}”`,
  eitherWord: 'med något av orden i stället för alla',
  tryThese: 'Det här finns',
  howTitle: 'Så kan du söka',
  how: [
    ['patientavgift', 'hittar också patientavgifterna; avgift hittar också patientavgift'],
    ['”avslå motionen”', 'orden intill varandra, i den ordningen'],
    ['taxa OR avgift', 'det ena eller det andra'],
    ['skola -motion', 'skola, men inte där motion står'],
    ['KS 2024/17', 'allt i ärendet med det diarienumret'],
  ] as readonly (readonly [query: string, means: string])[],
  browse: 'Eller börja här',
  bodies: 'Alla organ',
  emptyTitle: 'Här finns inget att söka i än',
  emptyText: 'När handlingar har lästs in kan du söka i allt som har föreslagits, yrkats och beslutats.',
};

export const words: Words<typeof sv> = {
  sv,
  en: {
    title: 'Search',
    lead: 'Search the documents',
    label: 'What are you looking for?',
    submit: 'Search',
    hits: ['hit', 'hits'],
    perParagraf: (typ) =>
      ofMinutes(typ) ? ['section', 'sections'] : ['section or matter', 'sections or matters'],
    counted: 'Count',
    countedBy: { traff: 'Every hit', paragraf: 'One a section' },
    on: 'for',
    narrowedBy: 'Selection',
    remove: 'Remove',
    removeAll: 'Remove the whole selection',
    narrow: 'Narrow down',
    filter: {
      ...{ typ: 'Kind', organ: 'Body', huvudman: 'Authority', ar: 'Year', parti: 'Party' },
      ...{ person: 'Person', utfall: 'Outcome', diarienummer: 'Case number' },
    },
    more: (n) => `Show ${n} more`,
    order: 'Order',
    ordning: { relevans: 'Relevance', datum: 'Newest', inlast: 'Latest taken in' },
    feed: 'Atom feed: be told when there is more',
    open: (page, fileName) => (page === null ? `Open ${fileName}` : `Open page ${page} of ${fileName}`),
    permanent: 'Permanent link and citation',
    arende: 'Matter',
    noHeading: 'Without a heading',
    by: { yrkanden: 'Moved by', reservationer: 'Reservation by', anteckningar: 'By', voteringar: 'Voted' },
    andMore: (n) => `and ${n} more`,
    yrkandeUtfall: { bifall: 'motion carried', avslag: 'motion rejected' },
    utfall: { bifall: 'approved', avslag: 'rejected', aterremiss: 'referred back', bordlagt: 'postponed' },
    arendetsUtfall: 'the matter',
    votesAbove: 'The vote of the same § stands at the hit above.',
    alsoIn: 'Also stands in',
    approved: (day) => `approved ${day}`,
    samePlace: (page) => (page === null ? 'the same file' : `page ${page} of the same file`),
    sourceKind: {
      ...{ protokoll: 'minutes', kallelse: 'summons', tjansteskrivelse: 'memorandum' },
      ...{ remissvar: 'consultation reply', annat: 'document' },
    },
    countedOnce: 'What several files say alike is counted once.',
    countedPer: 'The figures count sections (or matters of a document), not hits.',
    against: 'Against',
    decided: 'The decision',
    wholeDecision: 'the whole decision',
    clauses: (nr) => `clause ${nr.join(', ')}`,
    moreClauses: (n) => `, ${n} more clause${n === 1 ? '' : 's'}`,
    secret: 'secrecy',
    unsure: 'unconfirmed',
    fields: {
      ...{ text: 'the text', datum: 'date', paragraf: 'section', rubrik: 'heading' },
      diarienummer: 'case number',
    },
    vote: 'Vote',
    yes: 'yes',
    no: 'no',
    abstained: 'abstains',
    absent: 'absent',
    withoutParty: 'no party',
    won: { ja: 'the yes side won', nej: 'the no side won' },
    tooLong:
      'The question is long, so only its beginning was used. Search for a few words that surely stand in what you are looking for.',
    nothing: 'No hits',
    nothingText: 'Nothing in the documents matches all that you searched for.',
    didYouMean: 'Did you mean',
    withoutFilter: (what) => `without ${what}`,
    onlyWord: (word) => `with only “${word}”`,
    eitherWord: 'with any of the words instead of all',
    tryThese: 'There is',
    howTitle: 'How to search',
    how: [
      ['patientavgift', 'also finds patientavgifterna; avgift also finds patientavgift'],
      ['”avslå motionen”', 'the words side by side, in that order'],
      ['taxa OR avgift', 'one or the other'],
      ['skola -motion', 'skola, but not where motion stands'],
      ['KS 2024/17', 'everything in the matter of that case number'],
    ],
    browse: 'Or begin here',
    bodies: 'All bodies',
    emptyTitle: 'There is nothing to search yet',
    emptyText: 'Once documents are taken in, you can search everything proposed, moved and decided.',
  },
};
