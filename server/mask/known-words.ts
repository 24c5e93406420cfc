/** Words that are written with a capital in records and name nobody. What is not among them is taken for a name. */
import { isPartyAbbreviation } from '../../extraction/language/party.ts';
import { parseRole } from '../../extraction/language/role.ts';
import { organWord } from '../../extraction/routing/organ-words.ts';

/** First words of sentences and headings. None of them is a given name or a common surname: "Per", "Maj", "Bo" are left out. */
const OPENING = `
  att av andra alla allt angående anmälan ansökan ansökningar anteckning arbete avslag avslås avser avskrift
  barn bistånd behandling bakgrund bedömning begäran beredning beslut beslutet besluten beslutas beslutar beslutade
  beslutsgång beslutsunderlag bidrag bifall bifalla bifalles bifogas bilaga bilagor bygglov både
  de delegation delegationsbeslut den denna dessa det detta dialog diarienummer dnr där därefter därför då
  efter eftersom ej ekonomi ekonomiska en enhet enhetligt enligt ersättare ersättning ett expedieras expediering
  familj familjehemsplacering familjehem finns fråga frågan från följande för fördelning förhandling förhandlingssekretess förslag
  förslaget förskola förvaltning förvaltningen förvaltningens föredragning
  genom genomgång godkänna granskning grund gäller
  handling handlingar handlingarna handläggare har hemställan hon hur här hälsa hälso
  i icke inför information inga ingen ingår inkom innan inte inom
   jävs jäv justering justerat
  kommun kommunen kommunens kompletterande kopia kontakt kl kap kallelse
  ledamot ledamöter ledamöterna lag lagen laglighetsprövning lägesrapport lov lämnas
  med meddelande meddelanden men mot motion motionen motivering mottagare myndighet måste
  namn nej nämnd nämnden nämndens nr när närvarande
  och offentlighets offentlighetslagen olika om omedelbart omröstning omsorg ordförande ordföranden orosanmälan ovanstående övrigt övriga
  paragraf paragrafen placering plan personuppgifter proposition propositionsordning protokoll protokollet
  protokollsanteckning protokollsutdrag på punkt punkten prövning
  redogörelse region regionen remiss reservation reservera reserverar rubrik råd
  samt samråd samtliga samråda sammanfattning sammanträde sammanträdet sekretess sekretessbelagd sekretesslag sekretesslagen sedan
  sida sidan sitt sin skrivelse skäl slutligen social socialtjänst socialtjänsten socialtjänstlagen som staden
  stöd status stycket sådan sökande sökanden särskilt skola skolan serveringstillstånd
  tid till tillfälligt tillsyn tjänsteskrivelse tjänsteutlåtande tidigare 
  underlag under ungdom uppdrag uppdras uppföljning upphävs utan utbildning utdrag utifrån utlåtande utredning
  utredningen utskott utskottet
  vad val var vara varje vid vidare vilken vilka vote votering voteringen vård vården vårdnad vårdnadshavare
  yrka yrkande yrkanden yrkar yttrande yttra
  ärende ärendet ärenden ärendena även åtgärd åtgärder återremiss återremittera är år överklagande överklagas
  överenskommelse överläggning övervägande

  aktivitetsplan anföranden ansvaret antagande antecknas avgift avgifter avslutande avsägelse avtal bestämmelser budget
  budgetdirektiv budgetomfördelningar centrum cykel delredovisning delårsrapport diskutera drift etablering fackliga
  fastställande forskning fullmakt förlängning förteckning gemensam genomförande genomförandebeslut godkännande
  hemställningar hyra igångsättningsbeslut inkomna intäkter kapital klimat kommunalförbundet kommuner kostnader lön
  minnesanteckningar månadsuppföljning mötets nationell nationella nivån nominering personal planeringsbeslut rapport
  rapporter redovisning regionalt reglemente remissvar reviderad revidering riktlinjen riktlinjer sammanställning
  sammanträdesplan sammanträdets skrivelser styrgrupp svar taxa tjänstgörande uppdraget upphandling upprop utveckling utöver
  villkorat vårdcentral yrkandet årlig årsredovisning återrapport äldre öppnande överföring
`;
/** Authorities and offices: no surname ends so. */
const OFFICE =
  /.{3}(?:verket|myndigheten|inspektionen|styrelsen|kontoret|förvaltningen|departementet|domstolen|rätten|kansliet|kassan|direktören|chefen|avdelningen|enheten|demokraterna)s?$/u;
/** Laws and what else is always abbreviated, in three letters or more: two may be somebody's initials. */
const SHORT = 'OSL SoL LSS LVU LVM HSL PBL GDPR LOU SFS IVO SKR LPT LRV SkL BrB Dnr';

const KNOWN = new Set(OPENING.split(/\s+/u).filter(Boolean));
const AS_PRINTED = new Set(SHORT.split(' '));

/**
 * Whether a word with a capital is known to be no name.
 *
 * @param inBrackets where the abbreviation of a party stands; elsewhere one letter may be an initial
 */
export function isKnownWord(word: string, inBrackets = false): boolean {
  const small = word.toLowerCase();
  if (KNOWN.has(small) || AS_PRINTED.has(word) || organWord(small) !== null || OFFICE.test(small))
    return true;
  if (inBrackets) return isPartyAbbreviation(word) && word === word.toUpperCase();
  return small.length > 4 && parseRole(small) !== null;
}
