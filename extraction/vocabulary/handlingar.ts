/** Words by which templates name the kinds of handlingar. Each matches a line. */
import { ord } from '../language/ord.ts';

/** A line that names minutes or an extract of them. */
export const PROTOKOLL = ord(
  /^(?:sammanträdes|mötes|närvaro)?protokoll(?:sutdrag|\s*nr\.?)?\b(?! från| skickas)[^.]{0,40}$|^p\s?r\s?o\s?t\s?o\s?k\s?o\s?l\s?l$|^utdrag ur (?:\p{L}+)?protokoll|^(?:möte|sammanträde) med \p{Lu}/iu,
);
/**
 * Minutes named beside the body or the municipality: "Tekniska nämnden Protokoll", "Storby stad Protokoll 3/2022"; not
 * the matter of a § ("§ 50 Föregående protokoll").
 */
export const PROTOKOLL_BESIDE = ord(
  /^(?!.*\b(?:från|ur|skickas|justera\p{L}*|enligt|se|till|föregående)\b|\p{L}{0,6}\.?\s?§\s?\d|\d{1,4}\s?§)(?=.{0,90}$)(?:.*\s)?(?:sammanträdes)?protokoll(?:sutdrag)?\b(?:\s+(?:nr\s*)?\d{1,4}(?:\/\d{2,4})?)?(?:\s+(?:sida|sid|blad)?\s*\d*\s*(?:[([/]\s*)?\d*\s*[)\]]?)?$/iu,
);
/** Signing lines at the foot of minutes. */
export const PROTOKOLL_FOOT =
  /^(?:justerandes? sign|justerarsignatur|ordförandes? sign|justerares? sign|utdragsbestyrkande|utdraget bestyrks)/i;
/** The labels of the front page of minutes. Three of them say what a page is that bears no title. */
export const FRONT_LABELS: RegExp[] = [
  ord(/\b(?:Beslutande|Närvarande(?: ledamöter)?)\b/u),
  ord(/\b(?:Plats och tid|Tid och plats)\b/u),
  ord(/\b(?:Utses att justera|Utsedda? att justera|Justerare|Justerande|Protokolljusterare)\b/u),
  ord(/\b(?:Underskrift(?:er)?|Justeringens (?:plats|tid))\b/u),
  ord(/\b(?:Paragrafer|Justerade paragrafer|Paragrafnummer)\b/u),
  ord(
    /\b(?:ANSLAG|Anslag)(?:SBEVIS|sbevis|\s?\/\s?(?:BEVIS|[Bb]evis))|\bAnslaget (?:sätts|uppsatt|den)\b|\bProtokollet (?:är justerat|har justerats)\b|\bBevis om anslag\b/u,
  ),
  ord(/\b(?:Övriga (?:närvarande|deltagande|deltagare)|Tjänstgörande ersättare|Ej tjänstgörande)\b/u),
];
/** The summons of a body, or the list of what it will take up. */
export const KALLELSE = ord(
  /\bkallas (?:till|härmed)\b|^kallelse\b|^föredragningslista\b|^dagordning\b|^ärendelista\b|^anmälningslis ?ta\b|\bkallelse\/föredragningslista\b|^kungörelse\b|^(?:kallelse|inbjudan) till (?:sammanträde|möte)/iu,
);
/** An official's letter with a proposal. */
export const TJANSTESKRIVELSE =
  /^(?:tjänste(?:skrivelse|utlåtande|mannaskrivelse|mannautlåtande|yttrande|utlåtandet)|tjänstepersonsskrivelse|tjänstepersonsutlåtande|tjänstemannaförslag|ordförandeförslag|ordförandeskrivelse|beslutsförslag|missiv|handling \d{4} nr \d+|(?:utlåtande|pm) \d{4}(?::\s?\d{0,4})?)(?:\s.*)?$/iu;
/** Address lines of a letterhead. */
export const LETTERHEAD = ord(
  /^(?:handläggare|tfn|tel|telefon|e-?post|mobil|direktnr|kontaktperson|vår handläggare|utfärdat|upprättad|datum)\b/iu,
);
/** Answers to somebody's remiss. */
export const REMISSVAR = ord(
  /^(?:remissvar|remissyttrande|svar på remiss|(?:\p{Lu}.{2,60}s\s+)?yttrande (?:över|angående|avseende|i ärende)|yttrande(?:\s+\d{1,2}\s?\(\d{1,2}\))?$|remiss(?:en)?\s.{0,60}\byttrande)|\b(?:getts|givits|beretts|fått|erbjudits|ombetts|inbjudits)\s+(?:(?:tillfälle|möjlighet)\s+)?(?:till )?att (?:inkomma|yttra|lämna (?:in )?synpunkter|avge|svara)|\b(?:har|är) inbju(?:dit|den|dna)\b.{0,120}\b(?:lämna synpunkter|yttra sig)|\b(?:lämnar|avger|vill lämna|önskar avge) (?:följande |ett )(?:yttrande|synpunkter|svar)\b/iu,
);
/** Papers with proposals of their own that are no records of the body: motions and the like. */
export const INITIATIV = ord(
  /^(?:motion(?:en)?\b|medborgarförslag\b|interpellation\b|enkel fråga\b|fråga (?:till|om)\b|e-förslag\b|initiativ(?:ärende)?\b|skrivelse från\b|insändare\b)/iu,
);
/** How a signature opens, or what an official is called beneath the name. */
export const SIGNATURE = ord(
  /^(?=.{0,120}$)(?:(?:i tjänsten|enligt uppdrag|(?:\p{Lu}\p{L}+\s)?(?:enligt ovan|dag som ovan)|underskrift(?:er)?)$|^\p{L}[\p{L}/-]*(?:\s[\p{L}/-]+){0,5}?\s?[\p{L}-]*(?:direktör|chef|sekreterare|handläggare|strateg|utredare|controller|jurist|samordnare|planerare|ingenjör|arkitekt|ekonom|ordförande|rektor)(?:\/.*)?(?:\s.{0,60})?)$/iu,
);
/** An office of the administration. */
export const OFFICE = ord(
  /(?:förvaltning(?:en)?|avdelning(?:en)?|enhet(?:en)?|kontor(?:et)?|kansli(?:et)?|sekretariat(?:et)?|stab(?:en)?|direktör(?:en)?|sektor(?:n)?|verksamhet(?:en)?|bolag(?:et)?|nära vård|ekonomienhet|stadsdirektör|regiondirektör)\b/iu,
);
/** Minutes end here: signatures follow. */
export const PROTOKOLL_END = ord(
  /^(?:vid protokollet|justeras|justerat|underskrifter?|sekreterare\b|protokollsförare\b)/iu,
);
/** How a letter closes, above its signatures. */
export const CLOSING = ord(
  /^(?:i tjänsten|enligt uppdrag|på (?:\p{L}+s )?vägnar|underskrift(?:er)?|för \p{L}+(?:förvaltningen|kontoret|nämnden|styrelsen)|\p{Lu}\p{L}+ (?:enligt|dag som) ovan|(?!\p{L}*(?:utlåtande|skrivelse|yttrande|protokoll|rapport|yrkande|motion)\b)\p{Lu}\p{L}+ den \d{1,2} \p{L}+ \d{4}|organisation\/person som .*)[.,]?$/iu,
);
/** The municipality or region alone on a line. */
export const HUVUDMAN_LINE = ord(
  /^(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:kommun|stad|läns landsting)|region \p{L}+(?: \p{L}+)?|landstinget \p{L}.{2,30})(?:\s+\p{Lu}{4,})?(?:\s+\d{1,3}\s?\(\d{1,3}\))?$/iu,
);
/** The label of a paper by members: "Yrkande", "Tilläggsyrkande ärende 5". */
export const PARTY_PAPER = ord(
  /^(?:(?:tilläggs|ändrings|återremiss|avslags)?yrkande|reservation|motion|interpellation|enkel fråga|initiativ(?:ärende)?|nämndinitiativ|protokollsbilaga)(?:\s+(?:ärende|punkt|nr|till)\b.{0,30}|\s+\d{1,4})?$/iu,
);
