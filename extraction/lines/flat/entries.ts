/** Entries in a row without any mark between them: recipients, documents, what members state. */
import { ord } from '../../language/ord.ts';
import { APART, type Cuts, endsSentence, RUNNING, wordBefore } from './split-line.ts';

/** The end of a name that stands alone: the next capital begins another recipient. */
const RECIPIENT_END =
  /^(?:(?!(?:Elisabet|Harriet|Margaret|Torsten|Kirsten|Kristen)$)\p{L}{4,}(?:en|et|arna|erna|orna)|\p{L}*(?:chef|direktör|kontor|förvaltning|avdelning|nämnd|styrelse|utskott|fullmäktige|handläggare|sekreterare|strateg|revisorer|akt|parter|ekonom|controller|samordnare|jurist|ingenjör|verket|bolag|förbund|rektorer|kansli|bibliotek|ekonomi)|AB|MSB|SKR|IFO|HR|IT)$/iu;
const RECIPIENT_OPEN =
  /^(?:region|västra|östra|norra|södra|norr|söder|öst|väst|stiftelsen|föreningen|ab|tekniske|nya|gamla|stora|lilla|sankt|\p{L}*(?:förbundet|föreningen|bolaget))$/iu;

/** Offices and bodies that no name ends in: a capital before one of them ends a name. */
const OFFICE =
  /^(?:\p{Lu}\p{Ll}{3,}(?:styrelsen|nämnden|förvaltningen|kontoret|avdelningen|enheten|utskottet|fullmäktige|verket|chefen|direktören)(?!\p{L})|(?:Nämnden|Styrelsen|Direktionen)\sför\s)/u;

/** Recipients in a row without anything between them: a capital after a finished name begins the next. */
export function recipientCuts(text: string, cuts: Cuts): void {
  let begun = 0;
  for (const m of text.matchAll(/(?<=(\S+)\s)(?=[\p{Lu}])/gu)) {
    if (cuts.has(m.index)) begun = m.index;
    const before = m[1] ?? '';
    // "Norrby Bostads AB": what opens a name elsewhere ends this one
    const opens = RECIPIENT_OPEN.test(before) && text.slice(begun, m.index).trim() === before;
    if (/[,;(]$|^[-–•]$|^\d+[.)]$/u.test(before) || opens) continue;
    const office =
      OFFICE.test(text.slice(m.index)) && !/^(?:och|för|av|till|i|samt|på|vid|hos)$/u.test(before);
    const ended = /^\p{Ll}/u.test(before)
      ? !/^(?:och|för|av|till|i|samt|på|vid|m|med|via|c\/o)$/u.test(before)
      : RECIPIENT_END.test(before) || /[).]$/.test(before);
    if (!office && !ended) continue;
    cuts.set(m.index, RUNNING);
    begun = m.index;
  }
}

const DOCUMENT =
  /^(?:Tjänste(?:skrivelse|utlåtande|yttrande)|Protokoll|Protokollsutdrag|Bilaga|Yttrande|Skrivelse|Remiss|Rapport|Motion|Medborgarförslag|Förslag|Ansökan|Avtal|Karta|Beslut|Delårs|Årsredovisning|Missiv|Reglemente|Promemoria|PM|Sammanställning|Detaljplan|Plan|Granskning|Revisions|Budget|Utredning|Policy|Riktlinje|Taxa|\p{Lu}[\p{Ll}-]+(?: (?:och|samt) \p{Ll}+)?(?:s|ns) (?:beslut|protokoll|yttrande|tjänste|rapport|skrivelse|förslag)|\p{Lu}[\p{L}-]*(?:utredning|bilaga|rapport|plan|protokoll|skrivelse|karta|avtal|kontrakt|kalkyl|analys|redovisning|berättelse|yrkande)(?=[\s,]|$))/u;

/** "a) Protokoll b) Karta": the letters of a list of documents, in their order. */
function letterCuts(text: string, cuts: Cuts): boolean {
  const marks = [...text.matchAll(/(?<=^|\s)([a-z])\)\s+(?=\p{L})/gu)].filter(
    (m, i) => m[1] === String.fromCharCode(97 + i),
  );
  if (marks.length < 2) return false;
  for (const { index } of marks) cuts.set(index, APART);
  return true;
}

/** Documents in a row: an entry ends with a stop or a figure, and where the next one names itself. */
export function documentCuts(text: string, cuts: Cuts): void {
  if (letterCuts(text, cuts)) return;
  if (/^(?:[*•·▪■●○◦‣\uf0b7\uf0a7-]|–|\d+[.)])\s/u.test(text)) return;
  for (const m of text.matchAll(/(?<=(\S+)\s)(?=\p{Lu})/gu)) {
    const before = m[1] ?? '';
    const named =
      DOCUMENT.test(text.slice(m.index, m.index + 60)) &&
      /[\d\p{L})]$/u.test(before) &&
      !/^(?:av|om|till|för|från|över|på|i|och|med|gällande|angående|avseende|[Dd]nr)$/u.test(before);
    if (named || /\d$/.test(before) || (/[.;]$/.test(before) && endsSentence(before)))
      cuts.set(m.index, RUNNING);
  }
}

/** What members state: "Anna Berg (S) yrkar …", "Mot beslutet reserverar sig …". */
const STATES = ord(
  /^[^.]{0,160}?\b(?:reserverar|reserverade|deltar|deltager|deltog|anmäler|anmäls|yrkar|yrkade|antecknar|avstår|medges)\b|^(?:(?:Ordföranden?|Ledamoten|Tjänstgörande ersättaren?)\s)?(?:\p{Lu}[\p{L}-]+\s){2,4}\(\p{L}{1,5}\)|^Följande\s\p{L}+\s(?:anmäls|anmäldes|anmäles|redovisas|redovisades|föreligger|har)\b|^Ordföranden\s(?:ställer|ställde|frågar|finner|konstaterar)\b/u,
);

/** Before each sentence in which members state something, and before the chair's putting of the question. */
export function statementCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(/(?<=[.!?]["”]?\s)(?=\p{Lu})/gu)) {
    if (endsSentence(wordBefore(text, m.index)) && STATES.test(text.slice(m.index, m.index + 260)))
      cuts.set(m.index, APART);
  }
}
