/** Clauses of a decision or a proposal inside flat text that no numbers nor dashes part, and what leads into them. */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { BESLUTSVERB, INFINITIV } from '../../vocabulary/beslutsverb.ts';
import { LEADS_IN } from './lead-ins.ts';
import { APART, type Cuts, endsSentence, wordBefore } from './split-line.ts';

/** A clause of its own: "att" and an infinitive, an adverb between them or not, or what shall be; "att gälla" goes on. */
const ATT = new RegExp(
  [
    String.raw`(?<=[,;]\s)att\s(?=\p{L}+(?:s|en|et|na|:s)\s)`,
    `${String.raw`(?<=\s)att\s(?!\p{L}+s\s|gälla(?!\p{L}))`}(?:${[
      String.raw`(?:\p{Ll}+t\s|med \p{L}+ )?${INFINITIV}(?=\s)`,
      String.raw`(?:[\p{L}-]+\s){1,4}skall?\s`,
    ].join('|')})`,
  ].join('|'),
  'gu',
);
/** Verbs that an "att" of their own belongs to, once. */
const TAKES_ATT = ord(
  new RegExp(
    String.raw`\b(?:${[
      'uppdra(?:ga|r)?|uppdrag|uppmanar?|bemyndigar?|anmodar?|ålägger?|ålägga|delegerar?',
      'föreslår?|begära?|hemställer?|rekommenderar?|ber|be|erbjuder?|erbjuda',
      'medger?|tillåter?|tillåta|beviljar?|avser?|kommer',
    ].join('|')})\b`,
    'iu',
  ),
);
/** Words that "att" belongs to, right behind them. */
const WANTS_ATT = ord(
  new RegExp(
    `(?:${[
      String.raw`\b(?:${[
        'förslag|uppdrag|beslut|begäran|ansökan|motion|yrkande|initiativ|tillstånd|fullmakt|frågan?',
        'möjlighet|rätt|behov|syfte|krav|ansvar|avsikt|vilja|skyldighet|uppgift|risk|mål',
      ].join('|')})\p{L}{0,4}`,
      String.raw`\b(?:om|av|för|på|till|från|utan|med|genom|i|och|eller|så)`,
      String.raw`\b(?:innebär|medför|upphör|möjligt|viktigt|svårt)`,
    ].join('|')})$`,
    'iu',
  ),
);

/**
 * Before each "att" that begins a clause of a decision: behind a comma, behind the deciding verb, and behind a finished
 * clause; not inside the clauses of a numbered list, which whoever numbered them has told apart.
 */
export function attCuts(text: string, numbered: boolean, cuts: Cuts): void {
  if (numbered) return;
  let from = -1;
  const end = textBehind(text);
  if (end !== null) cuts.set(end, APART);
  for (const m of text.slice(0, end ?? text.length).matchAll(ATT)) {
    const before = wordBefore(text, m.index);
    const clause = text.slice(Math.max(from, 0), m.index);
    const opens = from < 0;
    from = from < 0 || /[.:]\s/u.test(clause) ? m.index : from;
    if (opens || /^(?:\d+[.)]?|[-–•*])$/u.test(before)) continue;
    const joined =
      /(?:,|;)\s+(?:(?:och|samt|dels)\s+)?$/u.test(clause) ||
      /^(?:besluta[rt]?|beslutade|samt)$/u.test(before);
    const finished = !TAKES_ATT.test(clause) && !WANTS_ATT.test(before) && clause.split(' ').length > 3;
    if (!joined && !finished) continue;
    cuts.set(m.index, APART);
    from = m.index;
  }
}

/** So much text behind the full stop of the last clause is no part of it, in letters. */
const TEXT = 250;
/** The lead-in and the first clause. */
const ATT_OPENS = ord(/\b(?:besluta[rt]?|beslutade|föreslår|följande):?\s(?=att\s)/u);
/** A clause that begins anew. */
const ATT_AGAIN = /(?<=[.;]\s)att\s|^Att\s/u;

/** Where the text goes on under no heading behind the "att" clauses of a decision or proposal; null where it does not. */
function textBehind(text: string): number | null {
  const first = ATT_OPENS.exec(text)?.index;
  if (first === undefined) return null;
  for (const m of text.slice(first).matchAll(/(?<=\p{L}{3}\.\s)(?=\p{Lu})/gu)) {
    const at = first + m.index;
    const rest = text.slice(at);
    if (rest.length < TEXT || ATT_AGAIN.test(rest.slice(0, 2 * TEXT))) return null;
    const organ = findOrganer(rest.slice(0, 90))[0];
    if (organ?.start === 0 && LEADS_IN.test(rest.slice(organ.end))) continue;
    if (endsSentence(wordBefore(text, at))) return at;
  }
  return null;
}

/** "… besluta inrätta", "… besluta Avslå": the lead-in of clauses without "att", and the first of them. */
const BARE_FIRST = ord(
  new RegExp(
    String.raw`\b(?:besluta|beslutar|föreslås)\s+(?=(?!föreslå|hemställa|rekommendera)${BESLUTSVERB}\b)`,
    'iu',
  ),
);
/** Each further one. */
const BARE_CLAUSE = ord(new RegExp(String.raw`(?<=\s)(?:omedelbart )?${BESLUTSVERB}\b`, 'gu'));
/** What an infinitive belongs to that begins no clause. */
const TAKES_INFINITIVE =
  /^(?:att|och|eller|samt|ska|skall|kan|får|bör|vill|måste|kunna|skulle|kommer|låta|även|inte|ej|genom|för|av|om|[\p{L}-]+,)$/iu;

/**
 * Clauses in the infinitive from whose row the conversion deleted each "att", as it does with words of a page's head:
 * "… besluta inrätta förbundet fastställa förbundsordning utse revisorer".
 */
export function bareCuts(text: string, cuts: Cuts): void {
  const first = BARE_FIRST.exec(text);
  if (!first || /(?<!\p{L})att\s/iu.test(text)) return;
  const from = first.index + first[0].length;
  const row = [...text.matchAll(BARE_CLAUSE)].filter(
    (m) => m.index > from && !TAKES_INFINITIVE.test(wordBefore(text, m.index)),
  );
  if (row.length === 0) return;
  cuts.set(from, APART);
  for (const { index } of row) cuts.set(index, APART);
}

/** The verb of a sentence that decides without a subject, as the last of a § does: "Informationen noteras." */
const CLOSES = ord(
  /\b(?:fastställ(?:s|es|des)|godkänn(?:s|es)|godkändes|notera(?:s|des)|anteckna(?:s|des)|lägg(?:s|es)|lades|utses|utsågs|bifall(?:s|es)|avslås|återremittera(?:s|des)|överlämna(?:s|des))\b/u,
);

/** Before the last sentence of a line, where it decides: it was a paragraph. */
export function closingCut(text: string, cuts: Cuts): void {
  const last = [...text.matchAll(/(?<=[.:]\s)(?=\p{Lu})/gu)]
    .filter((m) => endsSentence(wordBefore(text, m.index)))
    .at(-1);
  if (last && text.length - last.index < 140 && CLOSES.test(text.slice(last.index)))
    cuts.set(last.index, APART);
}

/** "… till protokollet. ska besluta vem som …": the conversion deleted the body's name at the sentence's head. */
export function subjectlessCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(/(?<=\p{Ll}{3}\.\s)(?=\p{Ll}{3,}\s)/gu))
    if (endsSentence(wordBefore(text, m.index))) cuts.set(m.index, APART);
}
