/** Sentences that decide by themselves, right under a title and with no heading: what most short matters consist of. */
import { ord } from '../language/ord.ts';

const PERSONS = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2}(?: ?\(\p{L}{1,5}\))?`;
const BODY = String.raw`(?:\p{L}+-? (?:och )?){0,5}\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet)`;

/**
 * One such sentence: "Informationen läggs till handlingarna.", "Bo Ek (S) utses att justera protokollet.",
 * "Nämnden godkänner dagordningen.", "Efter tillägg av … beslutar styrelsen att fastställa dagordningen." What a
 * sentence only tells ("Redovisningen godkändes av revisorerna i maj.") ends otherwise.
 */
export const DECIDES_ALONE = ord(
  new RegExp(
    [
      // what is taken note of
      String.raw`^(?:\p{Lu}\p{L}+(?:en|et|na)|\p{Lu}\p{L}+ (?:\p{L}+ )?\p{L}+(?:en|et|na)) (?:\p{L}+ ){0,4}?(?:läggs|lades|noteras|noterades|godkänns|godkännes|godkändes|antecknas|antecknades|fastställs|fastställdes|bordläggs|utgår)(?: (?:med \p{L}+ |därmed )?till (?:protokollet|handlingarna))?\.?$`,
      // who is chosen
      String.raw`^${PERSONS}(?:,? (?:och|samt) ${PERSONS})* (?:utses|utsågs|väljs|valdes) (?:att|till|som)\b.{3,140}$`,
      String.raw`^(?:Till|Som|Att jämte)\b.{3,140}\b(?:utses|väljs|utsågs|valdes)\b.{0,80}$`,
      // what the meeting does
      String.raw`^${BODY} (?:noterar|godkänner|tackar|antecknar|fastställer|utser|väljer|bifaller|avslår|bordlägger|lägger|medger|beviljar|antar|förklarar|konstaterar|vitsord(?:ar|ade))\b.{3,240}$`,
      String.raw`^(?:Efter|Med|Mot|Utifrån|Under)\b.{5,260}\bbeslutar ${BODY} (?:att )?\p{Ll}.{3,200}$`,
    ].join('|'),
    'u',
  ),
);

/** When and where the minutes are approved, told behind who does it. */
export const APPROVAL_TIME = ord(/^Juster(?:ingen|ing av protokollet) (?:äger rum|sker|görs)\b.{3,160}$/u);
