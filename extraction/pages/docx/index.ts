/**
 * Word documents (DOCX) as pages of text: what stands in them, in reading order, as it would be printed. Which page a line
 * is on is what the program that saved the file saw last, where it says so; else what its writer broke.
 */
import type { Warning } from '../../record.ts';
import { Refusal } from '../../refusal.ts';
import type { Limits } from '../limits.ts';
import type { Page } from '../page.ts';
import { type Block, type Context, isBlank, readBlocks } from './blocks.ts';
import { type LaidPage, layOut } from './lay-out.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type Package, type Relation } from './package.ts';
import { sectionsOf } from './sections.ts';
import type { SetLine } from './set-line.ts';
import { setLines } from './set-lines.ts';
import { readStyles } from './styles.ts';
import { child, elements, type Node } from './xml.ts';

/** A page that holds less text than this beside a picture is the picture's. */
const FEW_CHARS = 100;

const FOREIGN: Warning = {
  code: 'part-not-read',
  message:
    'Dokumentet innehåller en del i ett annat format, som inte har lästs. (The document holds a part in another format, which has not been read.)',
  page: null,
};

export interface DocxText {
  pages: Page[];
  /** Pages that are pictures. */
  pictured: number[];
  warnings: Warning[];
}

/** Reads a DOCX. Throws a Refusal when it is at fault or beyond the limits. */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<DocxText> {
  const { laid, warnings } = await read(bytes);
  if (laid.length > limits.maxPages) throw new Refusal('too-many-pages');
  const sizes = laid.map(({ page }) => charsOf(page));
  if (sizes.some((size) => size > limits.maxPageChars)) throw new Refusal('bomb');
  const pictured = laid.filter((one) => one.picture !== null && isPicture(one)).map(({ page }) => page.page);
  const pages = laid.map(({ page }) => page);
  const isEmpty = pictured.length === 0 && sizes.every((size) => size === 0);
  if (isEmpty) throw new Refusal('empty');
  return { pages, pictured, warnings };
}

/** The picture that page `no` (1-based) of a DOCX is; null when it is none. */
export async function pictureInDocx(bytes: Uint8Array, no: number): Promise<Uint8Array | null> {
  const { laid, office, relations } = await read(bytes);
  const target = relations.get(laid[no - 1]?.picture ?? '')?.target;
  return target ? office.bytes(target) : null;
}

const charsOf = ({ lines }: Page): number => lines.reduce((sum, { text }) => sum + text.trim().length, 0);
const isPicture = ({ page }: LaidPage): boolean => charsOf(page) < FEW_CHARS;

interface Read {
  laid: LaidPage[];
  warnings: Warning[];
  office: Package;
  relations: Map<string, Relation>;
}

async function read(bytes: Uint8Array): Promise<Read> {
  const office = await openPackage(bytes);
  const main = [...(await office.relations('')).values()].find(
    ({ kind }) => kind === 'officeDocument',
  )?.target;
  const path = main ?? 'word/document.xml';
  const document = await office.xml(path);
  const body = child(document ?? undefined, 'w:body');
  if (!body) throw new Refusal('damaged');
  const relations = await office.relations(path);
  const part = async (kind: string): Promise<Node | null> => {
    const target = [...relations.values()].find((relation) => relation.kind === kind)?.target;
    return target ? office.xml(target) : null;
  };
  const styles = readStyles(await part('styles'));
  let foreign = false;
  const context: Context = {
    styles,
    numbering: readNumbering(await part('numbering'), styles),
    onForeign: () => {
      foreign = true;
    },
  };
  const blocks = readBlocks(body, context);
  const furniture = await furnitureOf(blocks, relations, office, context);
  const settings = await part('settings');
  const notes = new Map([
    ...notesOf(await part('footnotes'), 'f', context),
    ...notesOf(await part('endnotes'), 'e', context),
  ]);
  const sections = sectionsOf(
    blocks,
    furniture,
    child(settings ?? undefined, 'w:evenAndOddHeaders') !== undefined,
  );
  return { laid: layOut(sections, notes), warnings: foreign ? [FOREIGN] : [], office, relations };
}

/** Blocks of the heads and feet that sections refer to, by the ids that they do it by. */
async function furnitureOf(
  blocks: readonly Block[],
  relations: ReadonlyMap<string, Relation>,
  office: Package,
  context: Context,
): Promise<Map<string, Block[]>> {
  const parts = new Map<string, Block[]>();
  const found = new Map<string, Block[]>();
  for (const section of blocks.filter((block) => block.kind === 'section')) {
    for (const { attributes } of elements(section.properties)) {
      const id = attributes['r:id'];
      const target = relations.get(id ?? '')?.target;
      if (!id || !target) continue;
      const tree = parts.has(target) ? null : await office.xml(target);
      if (tree) parts.set(target, readBlocks(tree, context));
      found.set(id, parts.get(target) ?? []);
    }
  }
  return found;
}

/** Notes by the ids that texts refer to them by; the first ones are the lines above them. */
function notesOf(tree: Node | null, prefix: string, context: Context): [string, SetLine[]][] {
  return elements(tree ?? undefined).flatMap((note): [string, SetLine[]][] => {
    const id = note.attributes['w:id'];
    if (id === undefined || note.attributes['w:type'] !== undefined) return [];
    const blocks = readBlocks(note, context).filter((block) => !isBlank(block));
    return [[`${prefix}${id}`, setLines(blocks)]];
  });
}
