/** XML parts of a DOCX as small trees whose names do not depend on the prefixes that a program chose. */
import { TextDecoder } from 'node:util';
import { XMLParser } from 'fast-xml-parser';
import { Refusal } from '../../refusal.ts';

/** An element: its name with the prefix that this house uses for its namespace ("w:p"), attributes named likewise. */
export interface Node {
  name: string;
  attributes: { readonly [name: string]: string };
  children: (Node | string)[];
}

const W = 'w';
/** Namespaces of the two kinds of Office Open XML, transitional and strict (ISO/IEC 29500-1 and -4), and of their extensions. */
const PREFIXES: { readonly [namespace: string]: string } = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': W,
  'http://purl.oclc.org/ooxml/wordprocessingml/main': W,
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // The five signs of XML and those by number. There are no others: a part that declares some is refused.
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 1000,
});

/** Parses a part. Throws a Refusal when it is no XML, or declares entities, which office documents never do. */
export function parseXml(bytes: Uint8Array): Node {
  const text = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('damaged');
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch (error) {
    throw new Refusal('damaged', null, { cause: error });
  }
  const root = Array.isArray(parsed)
    ? parsed.map((raw) => nodeOf(raw, {})).find((n) => typeof n !== 'string')
    : null;
  if (!root || typeof root === 'string') throw new Refusal('damaged');
  return root;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** As the parser gives an element: its name with its children, and its attributes under ":@". */
type Raw = { readonly [key: string]: unknown };
type Namespaces = { readonly [prefix: string]: string };

function nodeOf(raw: unknown, outer: Namespaces): Node | string {
  const element = raw as Raw;
  if (typeof element['#text'] === 'string') return element['#text'];
  const own = (element[':@'] ?? {}) as { readonly [name: string]: string };
  const namespaces = declared(own, outer);
  const attributes: { [name: string]: string } = Object.create(null);
  for (const [name, value] of Object.entries(own)) {
    if (!name.startsWith('xmlns')) attributes[known(name, namespaces, false)] = value;
  }
  const name = Object.keys(element).find((key) => key !== ':@') ?? '';
  const children = Array.isArray(element[name]) ? (element[name] as unknown[]) : [];
  return {
    name: known(name, namespaces, true),
    attributes,
    children: children.map((child) => nodeOf(child, namespaces)),
  };
}

function declared(own: { readonly [name: string]: string }, outer: Namespaces): Namespaces {
  const names = Object.keys(own).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (names.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(names.map((name) => [name.slice(6), own[name] as string])) };
}

function known(name: string, namespaces: Namespaces, isElement: boolean): string {
  const [prefix, local] = name.includes(':') ? (name.split(':', 2) as [string, string]) : ['', name];
  // Attributes without a prefix belong to their element, not to its default namespace.
  if (prefix === '' && !isElement) return local;
  const short = PREFIXES[namespaces[prefix] ?? ''];
  return short ? `${short}:${local}` : name;
}

/** The elements among a node's children. */
export const elements = (node: Node | undefined): Node[] =>
  (node?.children ?? []).filter((child): child is Node => typeof child !== 'string');

/** The first child element of a name; with several names, a way down. */
export function child(node: Node | undefined, ...way: string[]): Node | undefined {
  return way.reduce<Node | undefined>((at, name) => elements(at).find((e) => e.name === name), node);
}

/** The `w:val` of a child element. */
export const valueIn = (node: Node | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val'];

/** A property that is on or off: undefined where it is not told (ISO/IEC 29500-1, 17.17.4). */
export function isOn(node: Node | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '');
}

/** A whole number; undefined where it is none. */
export function toNumber(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isFinite(number) ? number : undefined;
}
