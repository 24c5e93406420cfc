/** What tells, in a flat text, that a title has ended: how the sentence or the clause behind it begins. */
import { ord } from '../../language/ord.ts';

/** Small words that open a sentence. */
const SMALL =
  'En|Ett|Den|Det|De|I|Vid|Med|För|Under|Efter|Enligt|På|Av|När|Om|Inför|Genom|Sedan|Detta|Denna|Dessa|Inga|Inget|Ingen';
/** Those who tell a meeting something, by their office. */
const OFFICE = String.raw`(?:Vd|VD|Ordföranden?|Rektor|Ekonomen?|\p{Lu}\p{L}*(?:chef|direktör|sekreterare|strateg|samordnare|ledare|jurist)(?:en)?)`;
/** A name, or a body's, and the party that may follow it. */
const NAME = String.raw`(?:\p{Lu}[\p{L}-]*\s+){1,2}(?:\(\p{L}{1,5}\)\s+)?`;
/** Verbs of a first sentence. */
const VERBS = [
  'är|har|hade|hälsar|öppnar|öppnade|avslutar|förklarar|tackar|förrättas',
  'informerar|informerade|redogör|redogjorde|redovisar|redovisade|presenterar|berättar|meddelar|tillkännager',
  'beslutar|beslutade|BESLUTAR|föreslår|justerar|fattar|överlämnar|lämnar|bifaller|avslår',
  'godkänner|godkänns|godkännes|godkändes|fastställer|fastställs|fastställes|fastställdes',
  'antecknar|antecknas|noterar|noteras|utser|utses|utsågs|väljs|valdes|lägger|läggs|lades',
  'anmäls|anmäldes|anmäler|inkom|inkommit',
].join('|');
/** Where a first sentence begins behind a title: a small word with a capital, or a subject and its verb. */
export const TELLS = ord(
  new RegExp(
    String.raw`(?<=\s)(?:(?:${SMALL})\s+\p{L}|(?:${OFFICE}\s+)?${NAME}(?:\p{Ll}\p{L}*\s+){0,2}?(?:${VERBS})\b)`,
    'gu',
  ),
);

/** What is decided, without a subject. */
export const CLAUSE = ord(
  new RegExp(
    [
      // the first clause of a list
      String.raw`(?<=\p{L}[.,]?\s)1\.\s(?=\p{Lu})`,
      // "Inkomna skrivelser från nämnden godkänns"
      String.raw`(?<=\s)\p{Lu}\p{L}+\s(?:\p{Ll}+\s){3}(?:godkänns|godkändes|fastställs|fastställdes|noteras)\b`,
      `${String.raw`(?<=\s)(?<!(?:att|och|samt|för|av|i|om|,)\s)`}(?:${[
        // a verb in the infinitive
        String.raw`(?:utse|godkänna|notera|anteckna|fastställa|lägga|bevilja|anta|avslå|återremittera)\s`,
        // whom the meeting chose, what was done
        `(?:${[
          'Till(?: att)?|Att|Jämte|Meddelas att|Godkänns|Godkändes|Fastställs|Fastställdes|Noteras|Noterades',
          'Antecknas|Antecknades|Beviljas|Beviljades|Utses|Utsågs|Lades',
        ].join('|')})${String.raw`\s\p{Ll}`}`,
      ].join('|')})`,
    ].join('|'),
    'gu',
  ),
);

/** Behind a title: the first of a list, what came in, what a body that lost its name has been told. */
export const BEHIND_TITLE =
  /(?<=\p{Ll}{4}\s)(?:(?:a|1)\)\s|Inkomna skrivelser(?=\s.{3,160}\banmäls\b)|har tagit del av\s)/u;

/** Words after which a body is in a clause of the same sentence. */
export const SUBORDINATES = /^(?:innan|eftersom|vilket|varvid|medan|sedan|utan|enligt|genom|eller|samt)$/u;
