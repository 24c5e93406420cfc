/**
 * What templates call the parts of an attendance list, the approval of the minutes and their notice. The
 * entries are parts of regular expressions over one line, lower case.
 */

export type NarvaroGrupp = 'ledamoter' | 'ersattare' | 'ovriga';

/** Labels of attendance, the more particular first; `roll` is what everybody under it is. */
export const NARVARO_RUBRIKER: readonly { grupp: NarvaroGrupp; ord: string; roll?: string }[] = [
  {
    grupp: 'ersattare',
    ord: '(?:närvarande,? )?(?:ej|icke|inte) (?:tjänstg(?:örande|\\.)?|tjg\\.?|tj\\.?)(?: ersättare| suppleanter| ers\\.?)?',
  },
  {
    grupp: 'ersattare',
    ord: '(?:närvarande )?(?:tjänstgörande|tjänstg\\.|tjg\\.?|tj\\.?|beslutande) (?:ersättare|suppleanter|ers\\.?)',
    roll: 'tjänstgörande ersättare',
  },
  {
    grupp: 'ersattare',
    ord: '(?:närvarande |övriga )?(?:ersättare|suppleanter)(?: närvarande)?',
  },
  {
    grupp: 'ovriga',
    ord: '(?:övriga|även|dessutom|också)(?: (?:närvarande|deltagande|deltagare|medverkande|tjänstemän|tjänstepersoner|ej beslutande))*',
  },
  {
    grupp: 'ovriga',
    ord: '(?:närvarande |deltagande )?(?:tjänstemän|tjänstepersoner|föredragande|inbjudna|adjungerade|gäster|(?:fackliga|personal)\\s?(?:företrädare|representanter)|insynsplats(?:er)?|insynsledamöter|åhörare|revisorer|från förvaltningen)',
  },
  { grupp: 'ovriga', ord: 'ej beslutande' },
  {
    grupp: 'ledamoter',
    ord: '(?:beslutande|närvarande|ordinarie|tjänstgörande|deltagande)(?: (?:beslutande|ledamöter|förtroendevalda|politiker|deltagare))*(?: och (?:tjänstgörande )?ersättare)?',
  },
  { grupp: 'ledamoter', ord: 'ledamöter(?: närvarande)?' },
  {
    grupp: 'ledamoter',
    ord: 'närvaro(?:lista|förteckning)?(?: och (?:omröstningslista|voteringslista))?|upprop(?:slista)?|deltagare',
  },
  {
    grupp: 'ledamoter',
    ord: '(?=(?:\\d:[ea] |förste |andre |första |andra )?(?:v\\.? |vice )?ordförande:?\\s)',
  },
  { grupp: 'ovriga', ord: '(?=(?:nämnd|kommun|mötes)?sekreterare:?\\s)' },
  {
    grupp: 'ledamoter',
    ord: '.{0,40}följande (?:ledamöter|personer)(?: och ersättare)? (?:var )?närvarande',
  },
];

/** A label that is finished by the next line: "Övriga" over "närvarande". */
export const NARVARO_FORTSATTNING =
  '(?:närvarande|deltagande|deltagare|ersättare|ledamöter|tjänstgörande|tjänstemän)';

/** What ends an attendance list. */
export const NARVARO_SLUT: readonly string[] = [
  'plats(?: och tid)?',
  'tid(?: och plats)?',
  'sammanträdes?(?:tid|plats|datum)',
  'utse(?:s|dda) att justera',
  'till att justera',
  '(?:protokolls?)?juster(?:are|ande|at|ing\\p{L}*|as|ades)',
  'underskrift(?:er)?',
  'paragraf(?:er)?',
  'anslag\\p{L}*',
  'bevis',
  'ärende(?:n|lista|förteckning)?',
  'föredragningslista',
  'innehåll\\p{L}*',
  'dagordning',
  'beslut',
  'sekreterare',
  'protokollet (?:är )?justerat',
  'förvaring\\p{L}*',
  'organ',
  'nämnd/styrelse',
  'frånvarande(?: ledamöter)?',
  'anmält förhinder',
  'förhinder',
  'utdrag\\p{L}*',
  'sida',
];

/** Words of places, rooms and headings that look like names because of their capitals. */
export const EJ_NAMN =
  /(?:^|\s)(?:region|regionen|kommun|kommunen|kommunhuset|stadshuset|regionens|landstinget|rum|rummet|sal|salen|sessionssalen|lokal|teams|zoom|skype|bilaga|sida|sidan|enligt|se|särskild|närvarolista|sammanträde|sammanträdesrum|protokoll|digitalt|digital|distans|plats|tid|klockan|kl|paragraf|beslut|ärende|dnr|diarienummer|datum|förvaltningen|kontoret|vakant|gatan|vägen|torget|nämnden|styrelsen)(?:\s|$)|\d/iu;

/** Labels before the names of those who approve the minutes. */
export const JUSTERARE_RUBRIKER: readonly string[] = [
  'utse(?:s|dda|dd) (?:till |som )?(?:att justera(?: protokollet| dagens protokoll)?|(?:protokolls?)?justerare|justeringspersoner?)',
  '(?:till|val av) (?:att justera|(?:protokolls?)?justerare|justeringspersoner?|justeringsmän)(?: av protokollet?)?',
  '(?:protokolls?)?justerare',
  'justerande',
  'justering',
  'justeringspersoner?',
  'justeringsmän',
  'justeras? av',
  'justerat av',
];

/** Labels of days in approval and notice. `annat` takes a day that is none of these. */
export const ANSLAG_RUBRIKER: readonly {
  falt: 'justerad' | 'uppsatt' | 'nedtas' | 'tid' | 'annat';
  ord: string;
}[] = [
  { falt: 'tid', ord: 'anslagstid|(?:anslag\\p{L}* |anslås )?under tiden|anslagsperiod' },
  {
    falt: 'nedtas',
    ord: '(?:datum (?:då|när|för) )?(?:anslag\\p{L}*s? |protokollet |beviset )?(?:tas|tages|togs|tagits|får tas|kan tas) (?:ned|ner)|(?:datum för )?(?:anslag\\p{L}*s? )?(?:nedtag\\p{L}*|nedtas|ned-?tagning\\p{L}*|avanslag\\p{L}*)|t\\.?\\s?o\\.?\\s?m\\.?(?= \\d)',
  },
  {
    falt: 'uppsatt',
    ord: '(?:datum (?:då|när|för) )?(?:anslag\\p{L}*s? |protokollet |beviset |justeringen )?(?:(?:är )?uppsatt|sätts upp|sattes upp|satts upp|upps[äa]tt\\p{L}*|tillkännagivits|tillkännages)|anslagsd(?:atum|ag)|(?:har )?anslagits(?: på [^.\\d]{0,60})?|anslagen|anslås|publicer(?:as|ats|ad|ing)\\p{L}*|anslaget (?:den )?(?=\\d)',
  },
  {
    falt: 'justerad',
    ord: 'justerings?(?:ens|datum|dag|tid)(?: (?:plats och )?(?:tid|datum|dag)(?: och plats)?)?|tid och plats för justering|plats och tid för justering|datum för justering|protokollet (?:är |har )?justera(?:t|des|s|ts)|(?:digitalt |omedelbart )?justera(?:t|d|des|s)(?= (?:den |\\d))|digital justering',
  },
  {
    falt: 'annat',
    ord: 'sammanträdes?(?:datum|dag|tid)|datum för sammanträde\\p{L}*|mötesdatum|plats och tid|tid och plats|överklag\\p{L}*|laga kraft',
  },
];
