/**
 * What makes an item doubtful, by the name that the calibration counts under, said to the person who is asked to
 * look at it. Each is something that can be seen in the finished record.
 */
export const DOUBTS = {
  /** Any item's text. */
  text: {
    foot: 'en adress, webbadress eller sidnummer står inne i texten',
    runningHead: 'kan vara sidhuvudet: organets eller kommunens namn och ordet protokoll',
    repeated: 'samma rad står under flera paragrafer, som ett sidhuvud',
    strangeStart: 'börjar inte som en text börjar',
    pageBreak: 'texten går över en sidbrytning',
  },
  /** Clauses of proposals and decisions. */
  clauses: {
    headingInside: 'en rubrik kan ha kommit med i texten',
    openEnd: 'texten slutar inte som en mening',
    sentences: 'texten är flera meningar',
    report: 'texten kan berätta om mötet i stället för att besluta',
    noLead: 'ingen rad som "nämnden beslutar" och inget nummer inleder',
    noMark: 'varken nummer eller "att" inleder',
    mixedList: 'är utan nummer i en numrerad lista',
    fewWords: 'är för kort för att vara ett beslut',
    oddLead: 'raden som inleder nämner inget beslut',
    noChain: 'det är oklart vilket organ som beslutar',
    doubledBody: 'samma organ är nämnt två gånger i kedjan',
    otherBody: 'ett annat organ än det som håller mötet är nämnt först',
    bareBody: 'organet är bara kallat nämnden, styrelsen eller liknande',
    manyClauses: 'flera att-satser eller punkter kan ha blivit en',
    lastSamt: 'slutar med samt eller och, men är den sista',
    colon: 'texten har ett kolon: en lista eller ett citat kan följa',
    inMinutes: 'förslaget står i ett protokoll och kan vara återgivet',
  },
  /** Yrkanden, reservationer and anteckningar. */
  moved: {
    headingInside: 'en rubrik kan ha kommit med i texten',
    openEnd: 'texten slutar inte som en mening',
    sentences: 'texten är flera meningar',
    oddMover: 'namnet på den som yrkar eller anmäler är osäkert',
    noMover: 'ingen namngiven har yrkat eller anmält',
    noParty: 'den som yrkar eller anmäler har inget parti',
    manyMotions: 'flera yrkanden kan ha blivit ett',
    moreParties: 'texten nämner fler partier än personer',
    andOthers: 'fler än de namngivna kan stå bakom (m.fl.)',
    openKind: 'det är oklart vad yrkandet går ut på',
    inTurn: 'yrkandet har flera led (i första hand, i andra hand)',
    addition: 'tillägg och bifall kan vara blandade',
    noMotionVerb: 'ordet yrkar saknas',
  },
  /** Recipients and documents. */
  listed: {
    likeHeading: 'ser ut som en rubrik, ett nummer eller ett ärende',
    likeClause: 'ser ut som en att-sats',
    likeRecipient: 'ser ut som en mottagare, inte en handling',
    person: 'ser ut som en person, som i en underskrift',
    likeDocument: 'ser ut som en handling, inte en mottagare',
    figures: 'har siffror, som adresser och telefonnummer har',
    wordy: 'är längre än sådana rader brukar vara',
    prose: 'är löpande text',
    smallLetter: 'börjar med liten bokstav',
    nameless: 'nämner ingen handling',
    longList: 'listan är ovanligt lång',
    inSummons: 'står i en kallelse, där rader kan höra till nästa ärende',
  },
  /** Voteringar. */
  votes: {
    unanimous: 'en votering utan nej är ovanlig',
    unequal: 'de uppräknade rösterna är inte lika många som siffrorna säger',
  },
  /** The document and the matter it stands in. */
  round: {
    noHuvudman: 'kommunen eller regionen framgår inte',
    noOrgan: 'organet eller dagen framgår inte',
    noNumbers: 'inget ärende i handlingen har diarienummer',
    noApprovers: 'justerarna har inte hittats: mallen kan vara okänd',
    foreignBody: 'organet hör inte till kommunen eller regionen',
    company: 'mycket annat i handlingen är osäkert: mallen kan vara okänd',
    badCompany: 'det mesta i handlingen är osäkert: mallen är troligen okänd',
    undecided: 'många paragrafer i handlingen är utan beslut: mallen kan vara okänd',
    gaps: 'paragrafer saknas i följden',
    noTitle: 'ärendet har ingen rubrik, eller en orimligt lång',
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

const REASONS = Object.assign({}, ...Object.values(DOUBTS)) as { readonly [doubt in Doubt]: string };

/** What a doubt says, in Swedish. */
export const reasonOf = (doubt: Doubt): string => REASONS[doubt];
