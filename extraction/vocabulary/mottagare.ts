/**
 * What recipients are called that are no deciding bodies of their own huvudman. Data only, lower case; the entries of
 * lists with a `re` in their name are parts of regular expressions over a whole name.
 */

/** Places in the administration that a copy goes to, not somebody who acts on it. */
export const FUNKTIONER_RE: readonly string[] = [
  'diari(?:et|um)',
  '(?:central|närings?)?arkiv(?:et)?',
  '(?:dokument|person|ärende)?akt(?:en)?',
  'ärendet',
  'registrator(?:n)?',
  '(?:(?:kommun|region|landsting)(?:en|et)?s |kommunala )?författningssamling(?:en)?',
  'anslagstavla(?:n)?',
  'intranät(?:et)?',
  '(?:hem|webb)(?:sidan|platsen)',
  'webben',
  'pärm(?:en)?',
  'protokoll(?:et|spärmen)?',
  'brevlåda(?:n)?',
  '(?:\\p{L}{2,4} )?handling(?:ar)? \\d{4} nr \\d+',
  'styrande dokument',
];

/** People told of by what they are in the matter; who they are stands elsewhere in it. */
export const PARTER_RE: readonly string[] = [
  'motionär(?:en|erna|er)?',
  'förslagsställare(?:n|na)?',
  'initiativtagare(?:n|na)?',
  'interpellant(?:en|erna)?',
  'fråge?ställare(?:n|na)?',
  'sökande(?:n|na)?',
  'klagande(?:n|na)?',
  'anmälare(?:n|na)?',
  'part(?:en|erna)',
  'berörda?(?: \\p{L}+){0,2}',
  '(?:den|de) (?:enskilde|enskilda|valda|valde|utsedda|berörda?)',
  '(?:samtliga |ordinarie )?(?:ledamöter(?:na)?|ersättare(?:n|na)?)(?: och ersättare(?:na)?)?',
];

/** What ends a word in the name of something outside the huvudman: authorities of the state, associations, unions of municipalities. */
export const UTANFOR_SLUT: readonly string[] = [
  'myndigheten',
  'inspektionen',
  'departementet',
  'domstolen',
  'ombudsmannen',
  'universitetet',
  'universitet',
  'högskolan',
  'högskola',
  'förvaltningsrätten',
  'kammarrätten',
  'tingsrätten',
  'hovrätten',
  'förbundet',
  'förbund',
  'föreningen',
  'förening',
  'stiftelsen',
  'stiftelse',
  'församlingen',
  'församling',
  'pastorat',
  'hospital',
  'jouren',
  'kommunerna',
];

/** Words that are the name of something outside the huvudman by themselves, or open it. */
export const UTANFOR: readonly string[] = [
  'länsstyrelsen',
  'socialstyrelsen',
  'trafikverket',
  'skolverket',
  'boverket',
  'naturvårdsverket',
  'livsmedelsverket',
  'jordbruksverket',
  'skatteverket',
  'migrationsverket',
  'läkemedelsverket',
  'lantmäteriet',
  'polisen',
  'regeringen',
  'riksdagen',
  'försäkringskassan',
  'arbetsförmedlingen',
  'kronofogden',
  'riksantikvarieämbetet',
  'skr',
  'skl',
  'sobona',
  'inera',
  'jo',
  'ivo',
];

/** What ends the name of a company. */
export const BOLAG_RE = '(?:^|\\s)(?:AB|HB|KB)(?:$|[\\s,)])|aktiebolag(?:et)?s?$|bolaget$';

/** Last parts of large parts of the administration; other offices (KONTOR_SLUT) are units. */
export const FORVALTNING_SLUT: readonly string[] = ['förvaltning', 'kontor', 'sektor'];

/** Last parts of what the huvudman runs: schools, hospitals. Units like its offices. */
export const VERKSAMHET_SLUT: readonly string[] = [
  'skola',
  'gymnasium',
  'sjukhus',
  'sjukhem',
  'vårdcentral',
  'hälsocentral',
  'mottagning',
  'klinik',
  'museum',
  'badhus',
];

/** Before a recipient's name: how it is told. */
export const SANDS_RE = '(?:skrivelse|kopia|svar|svar skickas|skickas|delges) till\\s+';
