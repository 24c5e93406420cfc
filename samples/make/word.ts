/**
 * The same content as a Word document, as a municipality's template has it: the number of each § and of each clause set
 * by the program, heads with date and number that stand nowhere else, attendance and votes as tables.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  type Handling,
  type Lista,
  namn,
  type Person,
  type Sample,
  type Votering,
} from './content.ts';
import type { Layout } from './layout.ts';

type Child = Paragraph | Table;

const level = (format: ILevelsOptions['format'], text: string, start = 1): ILevelsOptions => ({
  level: 0,
  format: format ?? LevelFormat.DECIMAL,
  text,
  start,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 400, hanging: 400 } } },
});

/** The lists of a document: a reference for each way to mark entries, an instance for each list. */
const LISTS: { readonly [lista in Exclude<Lista, 'ingen'>]: ILevelsOptions } = {
  'nr.': level(LevelFormat.DECIMAL, '%1.'),
  nr: level(LevelFormat.DECIMAL, '%1'),
  'nr)': level(LevelFormat.DECIMAL, '%1)'),
  streck: level(LevelFormat.BULLET, '–'),
  punkt: level(LevelFormat.BULLET, '\uf0b7'),
};

/** One document: what it numbers, and which pages its parts are on. */
interface Writer {
  instance: number;
  page: number;
  sample: Sample;
}

const plain = (text: string, options: IParagraphOptions = {}) => new Paragraph({ ...options, text });
const heading = (text: string) => plain(text, { heading: HeadingLevel.HEADING_2 });

function list(writer: Writer, lista: Lista, entries: readonly string[], from = 1): Child[] {
  // What begins with another number goes on with the list before it.
  if (from === 1) writer.instance++;
  if (lista === 'ingen') return entries.map((entry) => plain(entry));
  const numbering = { reference: lista, level: 0, instance: writer.instance };
  return entries.map((entry) => plain(entry, { numbering }));
}

function blockOf(writer: Writer, block: Block): Child[] {
  if (block.typ === 'fyll') return [];
  const head = block.rubrik ? [heading(block.rubrik)] : [];
  switch (block.typ) {
    case 'text':
      return [...head, ...block.stycken.map((text) => plain(text))];
    case 'lista':
    case 'underlag':
      return [...head, ...list(writer, block.lista, block.poster)];
    case 'attsatser':
      return [
        ...head,
        ...(block.ledtext ? [plain(block.ledtext)] : []),
        ...list(writer, block.lista, block.satser, block.fran),
      ];
    case 'yrkanden':
    case 'reservationer':
    case 'anteckningar':
      return [...head, ...block.inlagg.map(({ text }) => plain(text))];
    case 'votering':
      return [
        ...head,
        ...block.stycken.map((text) => plain(text)),
        ...(block.tabell ? [votes(block.votering)] : []),
      ];
    case 'expediering':
      return [
        ...head,
        ...(block.lista === 'komma'
          ? [plain(block.mottagare.join(', '))]
          : list(writer, block.lista, block.mottagare)),
      ];
  }
}

const cell = (children: Child[], width: number) =>
  new TableCell({ children, width: { size: width, type: WidthType.PERCENTAGE } });

const table = (widths: readonly number[], rows: readonly (readonly Child[][])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((cells, i) => cell(cells, widths[i] ?? 20)) })),
  });

function votes(votering: Votering): Table {
  const columns = (['ja', 'nej', 'avstar'] as const).filter(
    (rost) => rost !== 'avstar' || votering.roster.some((r) => r.rost === rost),
  );
  const names = { ja: 'Ja', nej: 'Nej', avstar: 'Avstår' };
  return table(
    [55, 15, 15, 15],
    [
      [[plain('Ledamot')], ...columns.map((rost) => [plain(names[rost])])],
      ...votering.roster.map((r) => [
        [plain(r.person)],
        ...columns.map((rost) => [plain(r.rost === rost ? 'X' : '')]),
      ]),
      [[plain('Summa')], ...columns.map((rost) => [plain(String(votering[rost] ?? 0))])],
    ],
  );
}

const withRole = (p: Person) => plain(p.roll ? `${namn(p)}, ${p.roll}` : namn(p));

/** The first page of whole minutes. */
function front(h: Handling): Child[] {
  const { tryck = {}, narvaro, anslag, justerare = [] } = h;
  if (!narvaro) return [];
  const rows: [string, Child[]][] = [
    ['Plats och tid', [plain(tryck['plats'] ?? '')]],
    ['Beslutande', narvaro.ledamoter.map(withRole)],
    ['', narvaro.ersattare.filter((p) => p.roll).map(() => plain(tryck['tjanstgor'] ?? ''))],
    ['Ersättare', narvaro.ersattare.filter((p) => !p.roll).map(withRole)],
    ['Övriga närvarande', narvaro.ovriga.map(withRole)],
    ['Utses att justera', justerare.map((p) => plain(namn(p)))],
    ['Justeringens plats och tid', [plain(tryck['justeringsplats'] ?? '')]],
    ['Sekreterare', [plain(tryck['sekreterare'] ?? '')]],
    ['Ordförande', [plain(tryck['ordforande'] ?? '')]],
    ['Justerande', justerare.map((p) => plain(namn(p)))],
    ['Paragrafer', [plain(tryck['paragrafer'] ?? '')]],
  ];
  return [
    table(
      [30, 70],
      rows
        .filter(([, children]) => children.length > 0)
        .map(([label, children]) => [[plain(label)], children]),
    ),
    plain('BEVIS', { heading: HeadingLevel.HEADING_2 }),
    plain('Justeringen har tillkännagivits genom anslag'),
    table(
      [30, 70],
      [
        ['Organ', h.organ],
        ['Sammanträdesdatum', h.datum],
        ['Anslaget sätts upp', anslag?.uppsatt],
        ['Anslaget tas ned', anslag?.nedtas],
      ].map(([label, value]) => [[plain(label ?? '')], [plain(value ?? '')]]),
    ),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

const pageOf = () =>
  new Paragraph({
    children: [
      new TextRun({ children: ['Sida ', PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES_IN_SECTION, ')'] }),
    ],
  });

/** Date, number and body stand here and nowhere else. */
function head(h: Handling): Header {
  const what = h.kind === 'protokoll' ? 'SAMMANTRÄDESPROTOKOLL' : 'TJÄNSTESKRIVELSE';
  const when = h.kind === 'protokoll' ? ['Sammanträdesdatum', h.datum] : ['Datum', h.datum];
  const right = h.kind === 'protokoll' ? [] : [plain('Diarienummer'), plain(h.diarienummer ?? '')];
  return new Header({
    children: [
      table(
        [45, 30, 25],
        [
          [[plain(h.huvudman ?? '')], [plain(what)], [pageOf()]],
          [[plain(h.organ ?? h.avsandare ?? '')], when.map((text) => plain(text ?? '')), right],
        ],
      ),
    ],
  });
}

const foot = () =>
  new Footer({
    children: [
      new Paragraph({
        children: [new TextRun({ children: ['Justerandes sign', new Tab(), 'Utdragsbestyrkande'] })],
      }),
    ],
  });

function section(writer: Writer, h: Handling, index: number, layout: Layout): ISectionOptions {
  if (index > 0) writer.page++;
  const first = writer.page;
  const children: Child[] = [];
  if (h.kind === 'tjansteskrivelse') {
    children.push(plain(h.tryck?.['handlaggare'] ?? ''));
    children.push(...(h.till ?? []).map((till) => plain(till, { indent: { left: 5100 } })));
  }
  const opening = front(h);
  if (opening.length > 0) writer.page++;
  children.push(...opening);
  const arenden: [number, number][] = [];
  for (const a of h.arenden) {
    arenden.push([writer.page, writer.page]);
    const numbering = h.kind === 'protokoll' ? { reference: `paragrafer-${index}`, level: 0 } : undefined;
    children.push(plain(a.rubrik, { heading: HeadingLevel.HEADING_1, ...(numbering && { numbering }) }));
    if (h.kind === 'protokoll' && a.diarienummer) children.push(plain(`Dnr ${a.diarienummer}`));
    for (const block of a.block) children.push(...blockOf(writer, block));
  }
  for (const p of h.undertecknare ?? []) {
    children.push(plain(''), plain(p.namn ?? ''), plain(p.roll ?? ''));
  }
  layout.handlingar.push({ pages: [first, writer.page], arenden });
  return {
    properties: { page: { pageNumbers: { start: 1 } } },
    headers: { default: head(h) },
    ...(h.kind === 'protokoll' && { footers: { default: foot() } }),
    children,
  };
}

/** The document and where everything came to stand, by its own page breaks. */
export async function asWord(sample: Sample): Promise<{ bytes: Buffer; layout: Layout }> {
  const writer: Writer = { instance: 0, page: 1, sample };
  const layout: Layout = { handlingar: [] };
  const sections = sample.handlingar.map((h, i) => section(writer, h, i, layout));
  const paragrafer = sample.handlingar.map((h, i) => ({
    reference: `paragrafer-${i}`,
    levels: [level(LevelFormat.DECIMAL, '§ %1', Number(h.arenden[0]?.paragraf ?? 1))],
  }));
  const document = new Document({
    creator: 'Expediera',
    numbering: {
      config: [
        ...Object.entries(LISTS).map(([reference, own]) => ({ reference, levels: [own] })),
        ...paragrafer,
      ],
    },
    styles: {
      default: {
        document: { paragraph: { spacing: { after: 120 } }, run: { size: 22, font: 'Calibri' } },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 60 } } },
      },
    },
    sections,
  });
  return { bytes: await Packer.toBuffer(document), layout };
}
