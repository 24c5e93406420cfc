/** Makes Word documents for tests out of XML written by hand, with the parts that a document must have beside it. */
import { type Member, makeZip } from './make-zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxSpec {
  /** What stands in w:body. */
  body: string;
  /** What stands in w:styles, w:numbering, w:footnotes, w:settings. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  settings?: string;
  /** What stands in heads and feet, by the ids that w:headerReference and w:footerReference name. */
  headers?: { readonly [id: string]: string };
  footers?: { readonly [id: string]: string };
  /** Pictures, by the ids that drawings name. */
  pictures?: { readonly [id: string]: Uint8Array };
  /** Other members, or others instead of those above. */
  members?: readonly Member[];
  /** The main part's place in the package. */
  main?: string;
}

/** Namespaces as Word declares them. */
export const NAMESPACES =
  `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"';

const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${content}</w:${root}>`;

const relations = (all: readonly [id: string, kind: string, target: string][]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export function makeDocx(spec: DocxSpec): Uint8Array {
  const main = spec.main ?? 'word/document.xml';
  const members = new Map<string, string | Uint8Array>();
  const related: [string, string, string][] = [];
  const add = (kind: string, name: string, content: string | Uint8Array, id = `rIdX${related.length}`) => {
    members.set(`word/${name}`, content);
    related.push([id, kind, name]);
  };
  members.set(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  members.set('_rels/.rels', relations([['rId1', 'officeDocument', main]]));
  members.set(main, part('document', `<w:body>${spec.body}</w:body>`));
  for (const root of ['styles', 'numbering', 'footnotes', 'settings'] as const) {
    const content = spec[root];
    if (content !== undefined) add(root, `${root}.xml`, part(root, content));
  }
  for (const [id, content] of Object.entries(spec.headers ?? {}))
    add('header', `h${id}.xml`, part('hdr', content), id);
  for (const [id, content] of Object.entries(spec.footers ?? {}))
    add('footer', `f${id}.xml`, part('ftr', content), id);
  for (const [id, content] of Object.entries(spec.pictures ?? {}))
    add('image', `media/${id}.png`, content, id);
  const slash = main.lastIndexOf('/') + 1;
  members.set(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`, relations(related));
  const own = new Map((spec.members ?? []).map((member) => [member.name, member]));
  return makeZip([
    ...[...members].flatMap(([name, content]) => (own.has(name) ? [] : [{ name, content }])),
    ...own.values(),
  ]);
}

/** A paragraph with plain text and, before it, marks of the paragraph. */
export const p = (text: string, marks = ''): string =>
  `<w:p>${marks ? `<w:pPr>${marks}</w:pPr>` : ''}${text === '' ? '' : run(text)}</w:p>`;

export const run = (text: string, marks = ''): string =>
  `<w:r>${marks ? `<w:rPr>${marks}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of a list. */
export const li = (text: string, numId: number | string, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A table of rows of cells; a cell that is not XML is a paragraph. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((c) => (c.startsWith('<w:tc>') ? c : cell(c))).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

export const cell = (content: string, marks = ''): string =>
  `<w:tc>${marks ? `<w:tcPr>${marks}</w:tcPr>` : ''}${content.startsWith('<') ? content : p(content)}</w:tc>`;

/** A level of a list. */
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const list = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

/** A picture of so many points in a paragraph. */
export const picture = (id: string, width: number, height: number): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${width * 12700}" cy="${height * 12700}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
