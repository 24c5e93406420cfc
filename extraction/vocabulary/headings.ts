/**
 * What the templates of municipalities and regions call the parts of a record. Data: a municipality with other
 * words is a new entry here. Each entry is matched against a whole line, case-blind, a colon at its end and
 * a leading "X:s" or "Xs" (whose proposal, whose decision) aside. An installation's own words come first.
 */

import { ownHeadingOf } from './own-words.ts';
import type { Section } from './section.ts';

/** Whose a proposal, a decision or a discussion is: a body, an office or an official, up to eight words, in the genitive. */
const WHOSE =
  '(\\p{L}+[-,]? ){0,7}\\p{L}*(nämndens|nämnds|styrelsens|utskottets|fullmäktiges|beredningens|direktionens|rådets|presidiets|förbundets|landstingets|förvaltningens|kontorets|avdelningens|enhetens|sektorns|stabens|kansliets|verksamhetens|bolagets|direktörens|chefens|ordförandens|revisorernas|sekreterarens|inspektörens|ingenjörens|handläggarens|arkitektens)';

/** What of a decision its recipients get, that it is sent, and what for. */
const NOTIFIED =
  '(beslut|beslutet|besluten|protokoll|protokollet|protokollsutdrag|protokollsutdraget|paragrafen|ärendet|kopia|kopior|utdrag|utdraget|avskrift|utdrag ur protokollet|(kopia|utdrag|avskrift) (på|av) (beslutet|protokollet))';
const SENT =
  '((har|ska|skall|att) )?(skickas|skickats|skickat|sänds|sändes|sändas|sänts|sänt|delges|delgives|delgivs|delgivas|delgivits|expedieras|expedierats|meddelas|lämnas|översänds|översändas|tillsänds|tillsändas|tillställs|tillställes|tillstelles|distribueras|distribuerats|ges)';
const WHY =
  '( digitalt| med beslutet| (endast )?för (kännedom|åtgärd|verkställighet|handläggning)( och (kännedom|åtgärd|verkställighet))?)?';

/** Whole-line headings. `(…)` in a pattern is an ordinary regular expression. */
const HEADINGS: { section: Section; words: string[] }[] = [
  {
    section: 'forslag',
    words: [
      'förslag till (\\p{L}+ ){0,3}(beslut|beslutet|ställningstagande|yttrande och beslut|beslutsformulering)',
      '(?!(?:ledamöternas|partiernas|framlagda|lämnade|inlämnade|framställda|framförda|ytterligare|övriga|nya) )(\\p{L}+[- ]){0,5}förslag till (beslut|kommunfullmäktige|kommunstyrelsen?|fullmäktige|regionfullmäktige|regionstyrelsen|nämnden)',
      '(\\p{L}+[- ]){0,4}(förvaltningens|kontorets|direktörens|chefens|ordförandens?|nämndens|styrelsens|utskottets|presidiets|beredningens|avdelningens|enhetens|revisorernas|styrelsens) förslag',
      '\\p{L}*(förvaltningens|kontorets|direktörens|chefens|ordförandens?|nämndens|styrelsens|utskottets|presidiets|beredningens)( \\p{L}+)? förslag( till \\p{L}+)?',
      // "Kommunstyrelsens förslag till beslut i kommunfullmäktige", "Nämndens förslag till kommunfullmäktige för beslut"
      '([\\p{L}-]+ ){0,6}förslag till (beslut (i|för|av|till) )?([\\p{L}-]+ ){0,4}\\p{L}*(fullmäktige|styrelsen?|nämnden|direktionen|landstinget|utskottet)( för beslut)?',
      // "Teknik- och servicekontorets förslag till beslut i nämnden", "Kommunstyrelsens förslag 2022-10-03, § 201"
      `${WHOSE} (eget |egna )?förslag( till (beslut|yttrande))?( (i|för|till|av) (\\p{L}+-? ){0,5}\\p{L}+)?( (den )?\\d{4}-\\d{2}-\\d{2})?(,? § ?\\d+(/\\d+)?)?`,
      'beslutsförslag',
      'förslag',
      'förslag till beslut (i|för) \\p{L}+-?(\\s\\p{L}+-?){0,4}',
      'hemställan',
    ],
  },
  {
    section: 'beslut',
    words: [
      'beslut',
      'beslutet',
      '(\\p{L}+[-–]? ){0,6}\\p{L}+s beslut',
      'beslut i ärendet',
      `${WHOSE} (eget )?beslut( för (egen|sin) del)?`,
      'beslutar',
      'beslut/(beslutar|åtgärd)',
      'beslut och åtgärd(er)?',
      'nämndens beslut',
      'avgörande',
    ],
  },
  {
    section: 'yrkanden',
    words: [
      'yrkanden?( och (förslag|beslutsgång))?',
      'yrkanden? från \\p{L}+( \\p{L}+){0,2}',
      'ledamöternas (förslag|yrkanden)( till beslut)?',
      '(framlagda|lämnade|inlämnade|framställda|framförda|ytterligare|övriga|nya) (förslag|yrkanden)( till beslut)?',
      'yrkanden?/förslag( till beslut( på sammanträdet)?)?',
      'förslag och yrkanden?',
      'yrkanden? (på|vid|under) (dagens )?(sammanträdet|mötet|sammanträde)',
      'förslag till beslut (på|vid|under) (dagens )?(sammanträdet|mötet|sammanträde)',
      'förslag (på|vid|under) (dagens )?(sammanträdet|mötet|sammanträde)',
      'behandling (på|vid|under) (dagens )?(sammanträdet|mötet|sammanträde)',
      'ändringsyrkanden?',
      'tilläggsyrkanden?',
      'återremissyrkanden?',
      'ytterligare (förslag|yrkanden)',
      'framställda yrkanden',
      'inlägg och yrkanden',
      'överläggning(en|ar)?( och yrkanden| i ärendet| (i|vid|under) \\p{L}+)?',
      'dagens (sammanträde|yrkanden)',
      'sammanträdet',
      'ledamöternas förslag( till beslut)?( på sammanträdet)?',
    ],
  },
  {
    section: 'beslutsgang',
    words: [
      '(första |andra |tredje )?beslutsgång(en)?( \\d)?',
      'propositionsordning(en)?',
      'propositionsordningar',
      'proposition(er)?( och beslut)?',
      '(\\p{L}+s )?beslutsordning',
      'ärendets behandling( (i|på|vid|under) \\p{L}+)?',
      `${WHOSE} (behandling|överläggning)( av ärendet)?`,
      'överläggning och beslut',
      'propositioner och beslut',
      'voterings- och propositionsordning',
    ],
  },
  {
    section: 'votering',
    words: [
      '(huvud|för)?(votering(en)?|omröstning(en)?)( \\d)?',
      'omröstningsresultat(et)?',
      'voteringsresultat(et)?',
      'omröstningslista',
      // "Voteringslista: § 92" at the head of the list's own page
      'voteringslista(:? ?§ ?\\d+(/\\d+)?)?',
      'voteringsordning(en)?',
      'voteringsproposition',
      'sluten omröstning',
      'röstning',
    ],
  },
  {
    section: 'reservation',
    words: [
      'reservation(er)?( mot beslutet)?',
      'reservation(er)?( och|, )( ?särskil(t|da))? ?(uttalanden?|yttranden?|protokollsanteckning(ar)?)',
      'reservation(er)?( \\p{L}+)?/särskil(t|da) (uttalanden?|yttranden?)',
      'reservation från .{1,40}',
    ],
  },
  {
    section: 'anteckning',
    words: [
      'protokollsanteckning(ar)?( till protokollet)?',
      'anteckning(ar)? till protokollet',
      'till protokollet antecknas',
      'särskil(t|da) (yttranden?|uttalanden?)( i .{1,40}| från .{1,40})?',
      'röstförklaring(ar)?',
      'anteckning(ar)?',
      'ersättaryttranden?',
      'deltar (ej|inte) i beslut(et)?',
      'deltagande i beslut(et)?',
      'ej deltagande( i beslut(et)?)?',
      'deltar (ej|inte)',
      'yttranden? till protokollet',
    ],
  },
  { section: 'jav', words: ['jäv', 'jävsanmälan', 'anmälan om jäv', 'jäv och deltagande', 'anmäld jäv'] },
  {
    section: 'expediering',
    words: [
      // "Beslutet skickas till", "Utdrag ur protokollet har översänts för kännedom till", "Kopia för åtgärd till"
      `${NOTIFIED} ${SENT}${WHY}( till)?`,
      `${NOTIFIED}${WHY} till${WHY}`,
      `(ska )?(skickas|sänds|delges|delgivs|delgivas|delgivning|expedier(as|at|ing|ade)|expedition|meddelas|underrättas|översänds|tillsänds|distribueras)( den)?${WHY}( till)?`,
      'exp(\\. till)?',
      'meddelande till',
      '(meddelande|underrättelse) om beslut(et)?( till)?',
      '(sänd|expedierings|delgivnings|distributions)lista( för beslutet)?',
      '(kopia|utdrag|protokollsutdrag|kopior|avskrift|beslut)( på beslut(et)?| av beslut(et)?| av protokollet)?( skickas| sänds| ges)?( för kännedom)?( och verkställighet)? till',
      'protokollsutdrag',
      'utdrag',
      'delgivningar',
      'besluts(expediering|delgivning|mottagare)',
      'mottagare( av beslutet)?',
      '(kopi(a|or) )?för (kännedom|verkställighet|åtgärd)( till)?',
      'expediering av beslut(et)?',
    ],
  },
  {
    section: 'underlag',
    words: [
      '(besluts)?underlag(et)?( för beslut(et)?)?( i ärendet)?',
      'beslutsunderlag och bilagor',
      'handling(ar)?( (som ingår )?(i|till) ärendet?)?',
      '(tillhörande|aktuella|utsända|utskickade|föreliggande|bakomliggande) (handlingar|dokument|underlag)',
      'ärende(ts )?handlingar',
      'ärendets underlag',
      'dokument i ärendet',
      'underlag till beslut(et)?',
      '(besluts)?underlag(et)? (består av|utgörs av)',
      '(till|som) grund för beslutet( ligger)?',
      'underlagsmaterial',
      '(i|till) ärendet (redovisas|finns|hör|bifogas) följande (dokument|handlingar|bilagor|underlag)',
      'handlingar som (ligger till grund för beslutet|beslutet grundas på|ingår i (beslutet|ärendet))',
      'beslutshandlingar',
      'följande handlingar (ligger|har legat) till grund för (beslutet|ärendet)',
      'skriftligt underlag',
      'underlag och handlingar',
      'dokument',
    ],
  },
  {
    section: 'bilagor',
    words: [
      'bilag(a|or)( till (beslutet|ärendet|protokollet|tjänsteskrivelsen))?',
      'bilagda handlingar',
      'bifogade handlingar',
    ],
  },
  {
    section: 'tidigare',
    words: [
      'tidigare (behandling|beslut|handläggning|beredning|behandlat)',
      'tidigare behandling av ärendet',
      `${WHOSE} tidigare (behandling|beslut)( av ärendet)?`,
      'ärendets (tidigare )?(beredning|gång|tidigare behandling|behandling)',
      'ärendets beredning(sprocess)?',
      'beredning( av ärendet)?',
      'beredningsprocess',
      'ärendegång',
    ],
  },
  { section: 'justering', words: ['(omedelbar )?justering', 'omedelbart justerat', 'direktjustering'] },
  {
    section: 'anslag',
    words: [
      'anslag/bevis',
      'anslag(sbevis)?',
      'bevis( om anslag(sdag)?( av (protokoll|justering).*)?)?',
      'bevis/anslag',
      'tillkännagivande av protokollsjustering',
      'protokollsanslag',
    ],
  },
  {
    section: 'narvaro',
    words: [
      'beslutande( ledamöter)?',
      'närvarande( ledamöter)?( och (tjänstgörande )?ersättare)?',
      'närvarolista',
      'närvaro',
      'övriga (närvarande|deltagande|deltagare)',
      'tjänstgörande ersättare',
      '(ej|icke) tjänstgörande ersättare',
      'ledamöter',
      'ersättare',
    ],
  },
  {
    section: 'bakgrund',
    words: [
      'sammanfattning( av ärendet)?',
      'ärendebeskrivning',
      'ärendesammanfattning',
      'beskrivning( av ärendet)?( och skäl(en)? (för|till) (beslutet|förslaget))?',
      'bakgrund( till .{1,50})?( och .{1,40})?',
      'överväganden?',
      'ärendet?',
      'ärendet i korthet',
      'information i ärendet',
      'beredningsansvariga?',
      'kort om ärendet',
      'bedömning(en)?( .{1,60})?',
      '(\\p{L}+[- ]){0,3}\\p{L}+s (bedömning|synpunkter|yttrande|överväganden?|kommentar(er)?|motivering|ställningstagande|sammanfattning)',
      'konsekvens(er|analys|beskrivning|bedömning)( .{1,60})?',
      'ekonomi(sk(a|t))?( konsekvenser(na)?| bedömning| påverkan| dimension)?( .{1,40})?',
      'finansiering',
      'barnkonsekvensanalys',
      'barn(ets )?(perspektiv|rätts.{1,30})',
      'barnperspektiv(et)?',
      'jämställdhet(sperspektiv.*|sanalys)?',
      'miljökonsekvenser',
      'juridiska? .{1,40}',
      'motiv(ering)?( till beslut(et)?| till förslag(et)?)?',
      'skäl(en)? (för|till) (beslut(et)?|förslag(et)?)',
      'beslutsmotivering',
      'redogörelse( för ärendet)?',
      'utredning(en)?',
      'utredning och bedömning',
      'yttrande',
      'inledning',
      'yttranden',
      'beslutsplanering',
      'ajournering(ar)?',
      'föredrag(ning|ande)',
      'analys',
      'nuläge',
      'information',
      'syfte',
      'slutsats(er)?',
      'samråd',
      'samverkan',
      'remiss(instanser|yttranden|svar)',
      'uppföljning( av beslutet)?',
      'tidplan',
      'lagrum',
      'bestämmelser( som beslutet grundas på)?',
      'lagstöd',
      'beslutet grundas på',
      'upplysning(ar)?( till beslutet)?',
      'hur man överklagar( beslutet)?',
      'överklagande(hänvisning)?',
      'handläggning',
      'ärendet på sammanträdet',
      'anföranden?',
      'debatt',
      'inlägg',
      'diskussion',
      'perspektiv',
      'bedömning ur .{1,60}',
      'sekretess',
      'social(a)? (dimension|konsekvenser)',
    ],
  },
];

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})\\s*[:.]?$`, 'iu');

/** Each section's headings as one expression, and entry by entry for whoever tries the vocabulary without some. */
export const COMPILED: readonly {
  section: Section;
  words: readonly string[];
  re: RegExp;
  whole: typeof whole;
}[] = HEADINGS.map(({ section, words }) => ({ section, words, re: whole(words.join('|')), whole }));

/** Longest line that can be a heading, in characters. */
const LONGEST = 110;

/** A sentence that ends in a heading's words: "Nämnden bifaller förvaltningens förslag.", "Enligt utskottets förslag:". */
const SENTENCE =
  /^(?:enligt|på|efter|med|i enlighet|utöver)\s|\s(?:avslår|beslutar|bifaller|tillstyrker|godkänner|antar|yrkar|avstyrker|ställer|finner|frågar|konstaterar|föreslår|kan|enligt)\s|\s\S+\s\S+\.$/iu;

/** "s beslut": a conversion that deleted the running head's words everywhere left this of "Valnämndens beslut". */
const HALF_DELETED = /^s (?=(?:beslut|förslag till beslut)(?![\p{L}-]))/u;

/** The section that a line opens, or null. "Beslutet ska skickas till:" → expediering. */
export function headingOf(line: string): Section | null {
  const own = ownHeadingOf(line);
  if (own) return own;
  const text = line.replace(/\s+/g, ' ').trim().replace(HALF_DELETED, 'Nämndens ');
  if (text.length > LONGEST || !/^[\p{Lu}\p{Ll}\d]/u.test(text)) return null;
  if (!/^\p{Lu}/u.test(text) || SENTENCE.test(text)) return null;
  for (const { section, re } of COMPILED) if (re.test(text)) return section;
  return null;
}

export const isHeading = (line: string) => headingOf(line) !== null;
