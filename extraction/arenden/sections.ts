/** An ärende's lines divided into its sections by their headings. */
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Section } from '../vocabulary/section.ts';

export interface SectionBlock {
  /** null: what stands before the first heading. */
  section: Section | null;
  /** The heading's own line; null where a section has none. */
  heading: Line | null;
  lines: Line[];
  /** The bodies that its clauses go through, where its heading says so. */
  kedja?: string[];
}

/** Sections whose heading may share its line with what it holds: "Expedieras till: Akten". */
const INLINE: Section[] = [
  'beslut',
  'forslag',
  'expediering',
  'underlag',
  'reservation',
  'yrkanden',
  'votering',
  'jav',
];

/** "Beslutsunderlag: Tjänsteskrivelse 2019-01-02" → heading and rest; null for any other line. */
function inlineHeading(
  line: Line,
  current: Section | null,
): { section: Section; heading: Line; rest: Line } | null {
  const m = /^([^:]{3,45}):\s+(\S.*)$/.exec(line.text) ?? /^(Exp)\.\s+(\p{Lu}.*)$/u.exec(line.text);
  if (!m?.[1] || !m[2]) return null;
  const section = headingOf(m[1]);
  if (!section || !INLINE.includes(section) || section === current) return null;
  // "Bilaga: …" among documents and "Förslag: …" in prose are no headings
  if (/^(bilag|handling|dokument|förslag$|utdrag$|yttrande)/i.test(m[1])) return null;
  if (current === 'underlag' && /^protokollsutdrag$/i.test(m[1])) return null;
  return {
    section,
    heading: { ...line, text: `${m[1]}:` },
    rest: { ...line, text: m[2], gap: 0 },
  };
}

/** A heading set over two lines ("Förslag till beslut på" / "sammanträdet"). */
function twoLineHeading(line: Line, next: Line | undefined): Section | null {
  if (!next || line.text.length > 40 || next.text.length > 40 || next.gap > 0.6) return null;
  if (headingOf(line.text) !== null || !/^\p{Ll}/u.test(next.text)) return null;
  return headingOf(`${line.text} ${next.text}`);
}

/** Lists that a member's statement under them does not belong to. */
const SILENT = new Set<Section | null>(['underlag', 'bilagor', 'expediering', 'tidigare']);
const STATEMENT = ord(
  /^(?:\p{Lu}[\p{L}-]+\s){1,4}\(\S{1,6}\).*\b(?:reserverar|deltar|deltog|deltager|anmäler|anmälde|antecknar|avstår)\b/u,
);

/** Papers that are called what the sections of a letter are called. */
const PAPER = ord(
  /(?:analys|beskrivning|utredning|remissyttranden|remissvar|yttranden?|tidplan|sammanfattning)$/iu,
);
const PAPERS = new Set<Section | null>(['underlag', 'bilagor']);

/**
 * "Barnkonsekvensanalys" in a list of documents is one of them: it stands as close as they do and is set alike, and
 * no text stands under it.
 */
function isDocument(lines: Line[], i: number, { section, lines: listed }: SectionBlock): boolean {
  const line = lines[i] as Line;
  const before = listed.at(-1);
  if (!PAPERS.has(section) || !before || !PAPER.test(line.text) || headingOf(line.text) !== 'bakgrund')
    return false;
  const usual = listed.length > 1 ? before.gap : line.gap;
  if (line.bold !== before.bold || line.gap > Math.max(usual, 0.5) + 0.4) return false;
  const next = lines[i + 1];
  if (!next || headingOf(next.text) !== null || next.gap > line.gap + 0.4 || next.pageStart) return true;
  return (
    next.text.length < 60 &&
    !/[.:]$/.test(next.text) &&
    lines[i + 2]?.text !== undefined &&
    !/^\p{Ll}/u.test(lines[i + 2]?.text ?? '')
  );
}

/** Divides lines at their headings, in order. Lines before the first heading come first, with section null. */
export function sectionsOf(lines: Line[]): SectionBlock[] {
  const blocks: SectionBlock[] = [{ section: null, heading: null, lines: [] }];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const current = blocks.at(-1) as SectionBlock;
    const section = isDocument(lines, i, current) ? null : headingOf(line.text);
    if (section) {
      blocks.push({ section, heading: line, lines: [] });
      continue;
    }
    const wrapped = twoLineHeading(line, lines[i + 1]);
    if (wrapped) {
      blocks.push({ section: wrapped, heading: line, lines: [] });
      i++;
      continue;
    }
    if (SILENT.has(current.section) && STATEMENT.test(line.text)) {
      blocks.push({ section: 'anteckning', heading: null, lines: [line] });
      continue;
    }
    const inline = inlineHeading(line, current.section);
    if (inline) blocks.push({ section: inline.section, heading: inline.heading, lines: [inline.rest] });
    else current.lines.push(line);
  }
  return blocks;
}
