/**
 * What minutes say of every matter, in words that stand in no heading: the titles that each meeting begins and goes on
 * with, and the verbs that tell a decision. They tell a matter's number from any other in a text without line breaks.
 */
import { ord } from '../../language/ord.ts';

/** Titles of matters that every meeting has: its own order, what it is told, what it only takes note of. */
const STANDING_TITLE = ord(
  /^(?:(?:Val|Utseende) av (?:protokolls?)?juster(?:are|ingspersone?r?|ingsmän)|(?:Protokolls)?[Jj]ustering(?: av protokoll(?:et)?)?|Upprop|(?:Mötets|Sammanträdets)? ?[Öö]ppnande|(?:Mötet|Sammanträdet) öppna(?:s|des)|(?:Godkännande|Fastställande|Ändring) av (?:(?:dagens|kallelse och) )?(?:dagordning|föredragningslista|ärendelista|kallelse|kungörelse)\p{L}*|Föredragningslistan?|Dagordning(?:en)?|Tillkommande ärenden|Anmälan (?:av|om) (?:nya|inkallade|informations|inkomna|delegations|protokoll|motioner|interpellationer|frågor)\p{L}*|Anmälningsärenden|Delegationsbeslut|Delgivningar|Information(?:särenden| från| om)|Aktuell information|Föregående (?:mötes )?protokoll)\b/u,
);
/** A sentence that decides: a body and its verb, or what is decided and its verb in the passive. */
const DECIDED = ord(
  /\b(?:beslutar|beslutade|beslutades|BESLUTAR|föreslår|godkänner|godkänns|godkändes|fastställer|fastställs|fastställdes|utser|utses|utsågs|väljs|valdes|antecknar|antecknas|noterar|noteras|bifaller|avslår|antas|lägger|läggs|lades|tackar|fattar inte|tar emot|överlämnar|utse|godkänna|notera|anteckna|fastställa)\b/iu,
);
/** Persons with their party stand in rows of names, under numbers of the matters that they were away from. */
const PERSON = /^(?:\p{Lu}[\p{L}.-]*\s){1,3}\(\p{L}{1,4}\)/u;

/** How far behind its number a matter's decision is looked for, in letters. */
const NEAR = 400;

/** The behind of a number is the row of names that a front page holds. */
export const isPerson = (behind: string): boolean => PERSON.test(behind.trimStart());
export const isStandingTitle = (behind: string): boolean => STANDING_TITLE.test(behind.trimStart());
export const tellsDecision = (text: string): boolean => DECIDED.test(text.slice(0, NEAR));
