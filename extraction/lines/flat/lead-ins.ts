/** What leads into the clauses of a decision or a proposal inside flat text: a body and its verb. */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { BESLUTAR } from '../../vocabulary/beslutsverb.ts';
import { APART, type Cuts, GOES_ON, RUNNING, wordBefore } from './split-line.ts';

/** "DIREKTIONEN BESLUTAR att …": the lead-in in capitals stands on a line of its own. */
const CAPITALS = /^(?:\p{Lu}{2,}[\s-]){1,6}(?:BESLUTAR|FÖRESLÅR(?:\s\p{Lu}{2,})*)\s(?=att\s|\d|[-•])/u;

/** Behind a lead-in in capitals. */
export function capitalsCut(text: string, cuts: Cuts): void {
  const capitals = CAPITALS.exec(text);
  if (capitals) cuts.set(capitals[0].length, RUNNING);
}

/** What opens a decision and ends in a colon: whose proposal or motion was followed, or who decides. */
const OPENED_BY = ord(
  new RegExp(
    `^(?:${[
      String.raw`(?:I )?[Ee]nligt\b`,
      String.raw`I (?:kommun|region|lands)?\p{L}*(?:styrelsen|nämnden|fullmäktige|utskottet)(?= (?:och|samt) |:)`,
      String.raw`På förslag av\b|Efter förslag\b|I enlighet med\b`,
      String.raw`[^.:]{3,160}\b(?:beslutar|beslutade|besluta|föreslår|hemställer|tillstyrker|avstyrker)\b`,
    ].join('|')})${String.raw`[^.:]{0,160}:\s+(?=\p{Lu})`}`,
    'u',
  ),
);
/** "Arbetsutskottet föreslår direktionen besluta Förslaget antas.": a capital behind the chain's last verb. */
const CHAIN_END = ord(
  new RegExp(
    [
      String.raw`^(?=\p{Lu}[^.:]{3,200}\bföreslår?\b)[^.:]{8,220}?\bbesluta(?: följande)?\s+(?=\p{Lu}\p{Ll})`,
      String.raw`^\p{Lu}[\p{L}\s,-]{4,80}(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen) föreslås(?: besluta)?\s+(?=\p{Lu}\p{Ll})`,
    ].join('|'),
    'u',
  ),
);

/** "Enligt kommunstyrelsens förslag: Ny taxa antas.": the clause behind the colon stood on a line of its own. */
export function colonCut(text: string, cuts: Cuts): void {
  const opened = OPENED_BY.exec(text) ?? CHAIN_END.exec(text);
  if (opened) cuts.set(opened[0].length, APART);
}

/** A letter of a list behind a full stop: "… till handlingarna. a) Protokoll …". */
const LETTER = /(?<=[.:]\s)[a-h]\)\s+(?=\p{L})/gu;
/** A body decides in a sentence of its own, whether a stop was left before it or not. */
const ACTS = ord(new RegExp(String.raw`^\s+${BESLUTAR}\b`, 'u'));
/** Words after which a body is the subject of a subordinate clause. */
const SUBORDINATES =
  /^(?:som|när|där|då|om|innan|eftersom|vilket|vilka|vilken|varvid|varför|medan|sedan|utan|såsom|efter|före|genom|att|och|eller|samt)$/iu;

/** A body's verb that leads into clauses. */
export const LEADS_IN =
  /^\s+(?:beslutar|beslutade|BESLUTAR|föreslår|FÖRESLÅR|föreslog|tillstyrker|hemställer)(?!\p{L})/u;
/** What a body does with a matter in one sentence: where no clauses stand, the decision. */
const DISPOSES =
  /^\s+(?:godkänner|antecknar|noterar|utser|bifaller|avslår|fastställer|överlämnar|lägger|tackar)(?!\p{L})/u;

/** The mark of a list's entry. */
const MARK = /^(?:\d{1,2}|[a-h])[.)]$/u;

/**
 * Before a body and its verb behind a finished clause: the lead-in of the next clauses. `clauses`: the section is a
 * decision or a proposal; elsewhere only a body that acts behind a full stop begins a line.
 */
export function leadInCuts(text: string, clauses: boolean, cuts: Cuts): void {
  if (clauses) for (const m of text.matchAll(LETTER)) cuts.set(m.index, APART);
  const after = clauses ? /(?<=[.,;:]\s|\s(?:och|samt)\s)(?=\p{Lu})/gu : /(?<=[.:]\s)(?=\p{Lu})/gu;
  for (const m of text.matchAll(after)) {
    const organ = findOrganer(text.slice(m.index, m.index + 90))[0];
    // "1. Kommunstyrelsen beslutar": the number is the clause's own mark
    if (organ?.start !== 0 || organ.genitive || MARK.test(wordBefore(text, m.index))) continue;
    const rest = text.slice(m.index + organ.end);
    if (LEADS_IN.test(rest) || (!clauses && DISPOSES.test(rest))) cuts.set(m.index, APART);
  }
  if (!clauses) return;
  for (const organ of findOrganer(text)) {
    if (organ.genitive || !ACTS.test(text.slice(organ.end))) continue;
    // "… i Region Granvik Regionfullmäktige antar": what ended the sentence before is no part of the name
    const own = /(?<=\s)\p{Lu}\p{L}+$/u.exec(text.slice(organ.start, organ.end));
    for (const at of own ? [organ.start, organ.start + own.index] : [organ.start]) {
      const before = wordBefore(text, at);
      if (at === 0 || !/^\p{Lu}/u.test(text.slice(at)) || !/^[\p{L}\d)-]{2,}$/u.test(before)) continue;
      if (SUBORDINATES.test(before) || GOES_ON.test(before)) continue;
      cuts.set(at, APART);
      break;
    }
  }
}
