/**
 * What makes an item doubtful, by the name that the calibration counts under, said to the person who is asked to
 * look at it, in Swedish and English. Each is something that can be seen in the finished record.
 */
export const DOUBTS = {
  /** Any item's text. */
  text: {
    foot: [
      'en adress, webbadress eller sidnummer står inne i texten',
      'an address, web address or page number stands inside the text',
    ],
    runningHead: [
      'kan vara sidhuvudet: organets eller kommunens namn och ordet protokoll',
      "may be the page's head: the body's or municipality's name and the word protokoll",
    ],
    repeated: [
      'samma rad står under flera paragrafer, som ett sidhuvud',
      "the same line stands under several paragraphs, as a page's head does",
    ],
    strangeStart: ['börjar inte som en text börjar', 'does not begin as a text begins'],
    pageBreak: ['texten går över en sidbrytning', 'the text runs over a page break'],
  },
  /** Clauses of proposals and decisions. */
  clauses: {
    headingInside: ['en rubrik kan ha kommit med i texten', 'a heading may have come into the text'],
    openEnd: ['texten slutar inte som en mening', 'the text does not end as a sentence'],
    sentences: ['texten är flera meningar', 'the text is several sentences'],
    report: [
      'texten kan berätta om mötet i stället för att besluta',
      'the text may tell of the meeting instead of deciding',
    ],
    noLead: [
      'ingen rad som "nämnden beslutar" och inget nummer inleder',
      'no line like "the committee decides" and no number leads in',
    ],
    noMark: ['varken nummer eller "att" inleder', 'neither a number nor "att" leads in'],
    mixedList: ['är utan nummer i en numrerad lista', 'has no number in a numbered list'],
    fewWords: ['är för kort för att vara ett beslut', 'is too short for a decision'],
    oddLead: ['raden som inleder nämner inget beslut', 'the line that leads in names no decision'],
    noChain: ['det är oklart vilket organ som beslutar', 'it is not clear which body decides'],
    doubledBody: ['samma organ är nämnt två gånger i kedjan', 'the same body is named twice in the chain'],
    otherBody: [
      'ett annat organ än det som håller mötet är nämnt först',
      'another body than the one that meets is named first',
    ],
    bareBody: [
      'organet är bara kallat nämnden, styrelsen eller liknande',
      'the body is only called the committee, the board or the like',
    ],
    manyClauses: ['flera att-satser eller punkter kan ha blivit en', 'several clauses may have become one'],
    lastSamt: ['slutar med samt eller och, men är den sista', 'ends in "and" but is the last'],
    colon: [
      'texten har ett kolon: en lista eller ett citat kan följa',
      'the text has a colon: a list or a quote may follow',
    ],
    inMinutes: [
      'förslaget står i ett protokoll och kan vara återgivet',
      'the proposal stands in minutes and may be told again',
    ],
  },
  /** Yrkanden, reservationer and anteckningar. */
  moved: {
    headingInside: ['en rubrik kan ha kommit med i texten', 'a heading may have come into the text'],
    openEnd: ['texten slutar inte som en mening', 'the text does not end as a sentence'],
    sentences: ['texten är flera meningar', 'the text is several sentences'],
    oddMover: [
      'namnet på den som yrkar eller anmäler är osäkert',
      'the name of who moves or notes is uncertain',
    ],
    noMover: ['ingen namngiven har yrkat eller anmält', 'nobody named has moved or noted it'],
    noParty: ['den som yrkar eller anmäler har inget parti', 'who moves or notes has no party'],
    manyMotions: ['flera yrkanden kan ha blivit ett', 'several motions may have become one'],
    moreParties: ['texten nämner fler partier än personer', 'the text names more parties than persons'],
    andOthers: ['fler än de namngivna kan stå bakom (m.fl.)', 'more than those named may be behind it'],
    openKind: ['det är oklart vad yrkandet går ut på', 'it is not clear what the motion asks for'],
    inTurn: [
      'yrkandet har flera led (i första hand, i andra hand)',
      'the motion has several parts (in the first place, in the second)',
    ],
    addition: ['tillägg och bifall kan vara blandade', 'an addition and a support may be mixed'],
    noMotionVerb: ['ordet yrkar saknas', 'the word "yrkar" is missing'],
  },
  /** Recipients and documents. */
  listed: {
    likeHeading: [
      'ser ut som en rubrik, ett nummer eller ett ärende',
      'looks like a heading, a number or a matter',
    ],
    likeClause: ['ser ut som en att-sats', 'looks like a clause'],
    likeRecipient: ['ser ut som en mottagare, inte en handling', 'looks like a recipient, not a document'],
    person: ['ser ut som en person, som i en underskrift', 'looks like a person, as in a signature'],
    likeDocument: ['ser ut som en handling, inte en mottagare', 'looks like a document, not a recipient'],
    figures: [
      'har siffror, som adresser och telefonnummer har',
      'has figures, as addresses and telephone numbers have',
    ],
    wordy: ['är längre än sådana rader brukar vara', 'is longer than such lines usually are'],
    prose: ['är löpande text', 'is running text'],
    smallLetter: ['börjar med liten bokstav', 'begins with a small letter'],
    nameless: ['nämner ingen handling', 'names no document'],
    longList: ['listan är ovanligt lång', 'the list is unusually long'],
    inSummons: [
      'står i en kallelse, där rader kan höra till nästa ärende',
      'stands in a summons, where lines may belong to the next matter',
    ],
  },
  /** Voteringar. */
  votes: {
    unanimous: ['en votering utan nej är ovanlig', 'a vote without any no is unusual'],
    unequal: [
      'de uppräknade rösterna är inte lika många som siffrorna säger',
      'the votes by name are not as many as the figures say',
    ],
  },
  /** The document and the matter it stands in. */
  round: {
    noHuvudman: ['kommunen eller regionen framgår inte', 'the municipality or region is not told'],
    noOrgan: ['organet eller dagen framgår inte', 'the body or the day is not told'],
    noNumbers: ['inget ärende i handlingen har diarienummer', 'no matter of the document has a number'],
    noApprovers: [
      'justerarna har inte hittats: mallen kan vara okänd',
      'who approves the minutes was not found: the template may be unknown',
    ],
    foreignBody: [
      'organet hör inte till kommunen eller regionen',
      'the body is not one of the municipality or region',
    ],
    company: [
      'mycket annat i handlingen är osäkert: mallen kan vara okänd',
      'much else in the document is uncertain: the template may be unknown',
    ],
    badCompany: [
      'det mesta i handlingen är osäkert: mallen är troligen okänd',
      'most of the document is uncertain: the template is probably unknown',
    ],
    undecided: [
      'många paragrafer i handlingen är utan beslut: mallen kan vara okänd',
      'many paragraphs of the document have no decision: the template may be unknown',
    ],
    gaps: ['paragrafer saknas i följden', 'paragraphs are missing from the row'],
    noTitle: [
      'ärendet har ingen rubrik, eller en orimligt lång',
      'the matter has no title, or an absurdly long one',
    ],
  },
} as const;

type Keys<T> = T extends unknown ? keyof T : never;
export type Doubt = Keys<(typeof DOUBTS)[keyof typeof DOUBTS]>;

/** Doubts that hardly leave an item standing, as judged before anything was counted. */
export const GRAVE: ReadonlySet<Doubt> = new Set<Doubt>([
  'foot',
  'headingInside',
  'runningHead',
  'strangeStart',
  'report',
  'fewWords',
  'noChain',
  'bareBody',
  'oddMover',
  'noMover',
  'likeHeading',
  'prose',
  'unequal',
  'doubledBody',
  'foreignBody',
  'manyClauses',
  'likeClause',
  'badCompany',
]);

/** Types of items whose doubts are alike. */
export type Group = 'clauses' | 'moved' | 'listed' | 'votes';

/** The doubts that items of a group can have. */
export const doubtsOf = (group: Group): Doubt[] =>
  [DOUBTS.text, DOUBTS[group], DOUBTS.round].flatMap((own) => Object.keys(own) as Doubt[]);

const REASONS = Object.assign({}, ...Object.values(DOUBTS)) as {
  readonly [doubt in Doubt]: readonly [sv: string, en: string];
};

/** What a doubt says, in Swedish and in English. */
export const reasonOf = (doubt: Doubt): { sv: string; en: string } => {
  const [sv, en] = REASONS[doubt];
  return { sv, en };
};
