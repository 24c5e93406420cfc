/** The same content as a plain text file: pages by form feed, each with its header and footer. */
import type { Block, Handling, Lista, Sample } from './content.ts';
import { namn } from './content.ts';
import type { Layout } from './layout.ts';

const BREDD = 78;
const RADER = 52;

function wrap(text: string, first = '', rest = ''): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.replaceAll('\u00ad', '').split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > BREDD) {
      lines.push(line);
      line = rest + word;
    } else {
      line += empty ? word : ` ${word}`;
      empty = false;
    }
  }
  lines.push(line);
  return lines;
}

function list(lista: Lista, entries: string[], from = 1): string[] {
  return entries.flatMap((entry, i) => {
    const mark =
      lista === 'ingen'
        ? ''
        : lista === 'nr)'
          ? `${from + i}) `
          : lista === 'streck'
            ? '- '
            : `${from + i}. `;
    return wrap(entry, mark, ' '.repeat(mark.length));
  });
}

function printed(b: Block): string[] {
  if (b.typ === 'fyll') return [];
  const head = b.rubrik ? [b.rubrik] : [];
  const paragraphs = (texts: string[]) => texts.flatMap((t) => wrap(t));
  switch (b.typ) {
    case 'text':
      return [...head, ...paragraphs(b.stycken), ''];
    case 'lista':
    case 'underlag':
      return [...head, ...list(b.lista, b.poster), ''];
    case 'attsatser':
      return [...head, ...(b.ledtext ? wrap(b.ledtext) : []), ...list(b.lista, b.satser, b.fran), ''];
    case 'yrkanden':
    case 'reservationer':
    case 'anteckningar':
      return [...head, ...paragraphs(b.inlagg.map((i) => i.text)), ''];
    case 'votering':
      return [...head, ...paragraphs(b.stycken), ''];
    case 'expediering':
      return [
        ...head,
        ...(b.lista === 'komma' ? wrap(b.mottagare.join(', ')) : list(b.lista, b.mottagare)),
        '',
      ];
  }
}

function front(h: Handling): string[] {
  const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
  const people = (label: string, all: typeof n.ledamoter) =>
    all.map((p, i) => `${(i === 0 ? label : '').padEnd(20)}${namn(p)}${p.roll ? `, ${p.roll}` : ''}`);
  return [
    `Plats och tid       ${h.tryck?.plats}`,
    ...people('Beslutande', n.ledamoter),
    ...people('Ersättare', n.ersattare),
    ...people('Övriga deltagare', n.ovriga),
    ...people('Utses att justera', h.justerare ?? []),
    `Paragrafer          ${h.tryck?.paragrafer}`,
    '',
  ];
}

/** The text file and where everything came to stand. */
export async function asPlainText(sample: Sample): Promise<{ bytes: Buffer; layout: Layout }> {
  const pages: string[][] = [];
  const layout: Layout = { handlingar: [] };
  for (const h of sample.handlingar) {
    const newPage = () => pages.push([]);
    const write = (line: string) => {
      if ((pages.at(-1)?.length ?? 0) >= RADER) newPage();
      pages.at(-1)?.push(line);
    };
    newPage();
    const first = pages.length;
    for (const line of front(h)) write(line);
    const arenden: [number, number][] = [];
    for (const a of h.arenden) {
      write(`Mbn § ${a.paragraf}${a.diarienummer ? `   Dnr ${a.diarienummer}` : ''}`);
      for (const line of [...wrap(a.rubrik), '']) write(line);
      const start = pages.length;
      for (const line of a.block.flatMap(printed)) write(line);
      arenden.push([start, pages.length]);
    }
    layout.handlingar.push({ pages: [first, pages.length], arenden });
  }
  const h = sample.handlingar[0];
  const text = pages
    .map((lines, i) =>
      [
        `${h?.huvudman?.toUpperCase()}        SAMMANTRÄDESPROTOKOLL        Sida ${i + 1}(${pages.length})`,
        `${h?.organ}        Sammanträdesdatum ${h?.datum}`,
        '',
        ...lines,
        '',
        'Justerandes sign                                  Utdragsbestyrkande',
      ].join('\n'),
    )
    .join('\n\f');
  return { bytes: Buffer.from(`${text}\n`, 'utf8'), layout };
}
