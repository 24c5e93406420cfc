/**
 * Makes a page of an opened PDF refer to nothing but what is seen on it. Links, form fields, tags and shared lists of pictures all lead
 * on to other pages, and a copier follows them: the extract of one § would hold, unseen, the § that is secret.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** What a page needs to be seen (ISO 32000-1, table 30). */
const OF_PAGE = new Set([
  ...['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'],
  ...['Contents', 'Rotate', 'Group', 'Annots', 'UserUnit'],
]);
/** What an annotation needs to be seen: where, and how it looks, or from what a reader draws it. */
const OF_ANNOTATION = new Set([
  ...['Type', 'Subtype', 'Rect', 'F', 'AP', 'AS', 'C', 'CA', 'IC', 'Border', 'BS', 'BE', 'H', 'RD', 'LE'],
  ...['QuadPoints', 'InkList', 'L', 'Vertices'],
]);
/** The parts of resources that streams name. */
const NAMED = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'Properties'];
const MAX_DEPTH = 8;

/** Changes `page` in the opened document, which is not to be used for anything else. Throws when the page cannot be looked through. */
export function barePage(doc: PDFDocument, page: PDFPage): void {
  const { node } = page;
  // Inherited ones become the page's own, so that they can be cut down for it alone.
  for (const name of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
    const value = node.getInheritableAttribute(PDFName.of(name));
    if (value) node.set(PDFName.of(name), value);
  }
  for (const key of node.keys()) if (!OF_PAGE.has(key.decodeText())) node.delete(key);
  bareAnnotations(doc, node);
  const resources = node.Resources();
  if (!resources) return;
  const contents = node.Contents();
  const names = new Set<string>();
  for (const stream of streamsOf(doc, contents)) addNames(names, stream);
  node.set(PDFName.of('Resources'), bareResources(doc, resources, names, 0));
}

function bareAnnotations(doc: PDFDocument, node: PDFDict): void {
  const annotations = doc.context.lookupMaybe(node.get(PDFName.of('Annots')), PDFArray);
  node.delete(PDFName.of('Annots'));
  if (!annotations) return;
  const kept: PDFDict[] = [];
  for (let i = 0; i < annotations.size(); i++) {
    const annotation = doc.context.lookup(annotations.get(i));
    if (!(annotation instanceof PDFDict)) continue;
    // The window of a note is not on paper either.
    if (annotation.get(PDFName.of('Subtype')) === PDFName.of('Popup')) continue;
    const bare = doc.context.obj({});
    for (const [key, value] of annotation.entries()) {
      if (OF_ANNOTATION.has(key.decodeText())) bare.set(key, value);
    }
    keepWebAddress(doc, annotation, bare);
    bareAppearance(doc, bare);
    kept.push(bare);
  }
  if (kept.length > 0) node.set(PDFName.of('Annots'), doc.context.obj(kept));
}

/** A link out of the file goes on working; one to another page leads nowhere here. */
function keepWebAddress(doc: PDFDocument, annotation: PDFDict, bare: PDFDict): void {
  const action = doc.context.lookup(annotation.get(PDFName.of('A')));
  if (!(action instanceof PDFDict) || action.get(PDFName.of('S')) !== PDFName.of('URI')) return;
  const address = doc.context.lookup(action.get(PDFName.of('URI')));
  if (address) bare.set(PDFName.of('A'), doc.context.obj({ S: 'URI', URI: address }));
}

/** Only the look that is shown now: a checked box does not bring its others. */
function bareAppearance(doc: PDFDocument, annotation: PDFDict): void {
  const looks = doc.context.lookupMaybe(annotation.get(PDFName.of('AP')), PDFDict);
  const normal = looks?.get(PDFName.of('N'));
  if (!normal) {
    annotation.delete(PDFName.of('AP'));
    return;
  }
  annotation.set(PDFName.of('AP'), doc.context.obj({ N: normal }));
  const stream = doc.context.lookup(normal);
  if (stream instanceof PDFStream) bareForm(doc, stream, 0);
  if (stream instanceof PDFDict) {
    for (const [, state] of stream.entries()) {
      const one = doc.context.lookup(state);
      if (one instanceof PDFStream) bareForm(doc, one, 0);
    }
  }
}

/** Resources with the entries that `names` has; forms among them are cut down in turn. */
function bareResources(doc: PDFDocument, resources: PDFDict, names: Set<string>, depth: number): PDFDict {
  if (depth > MAX_DEPTH) throw new Error('forms within forms without end');
  // A form without resources of its own uses those of what shows it.
  const inherited = (kept: PDFDict | undefined) => {
    for (const [, object] of kept?.entries() ?? []) {
      const form = doc.context.lookup(object);
      if (isDrawing(form) && !form.dict.has(PDFName.of('Resources'))) addNames(names, form);
    }
  };
  for (const part of ['XObject', 'Pattern']) {
    let before = -1;
    while (before !== names.size) {
      before = names.size;
      inherited(chosen(doc, resources, part, names));
    }
  }
  const bare = doc.context.obj({});
  for (const [key, value] of resources.entries()) {
    const part = key.decodeText();
    if (!NAMED.includes(part)) {
      if (part === 'ProcSet') bare.set(key, value);
      continue;
    }
    const kept = chosen(doc, resources, part, names);
    if (!kept) continue;
    bare.set(key, kept);
    for (const [, object] of kept.entries()) {
      const found = doc.context.lookup(object);
      if (found instanceof PDFStream) bareForm(doc, found, depth + 1);
      else if (found instanceof PDFDict) bareDictionary(doc, found, part, depth + 1);
    }
  }
  return bare;
}

/** A form or pattern: a stream of operators. A picture is none, and may be packed in ways that nobody here unpacks. */
function isDrawing(object: PDFObject | undefined): object is PDFStream {
  if (!(object instanceof PDFStream)) return false;
  const { dict } = object;
  return dict.get(PDFName.of('Subtype')) === PDFName.of('Form') || dict.has(PDFName.of('PatternType'));
}

function chosen(doc: PDFDocument, resources: PDFDict, part: string, names: Set<string>): PDFDict | undefined {
  const all = doc.context.lookup(resources.get(PDFName.of(part)));
  if (!(all instanceof PDFDict)) return undefined;
  const kept = doc.context.obj({});
  for (const [key, value] of all.entries()) if (names.has(key.decodeText())) kept.set(key, value);
  return kept;
}

const seen = new WeakSet<PDFStream>();

/** A form, picture or pattern: nothing of it but what is drawn. */
function bareForm(doc: PDFDocument, stream: PDFStream, depth: number): void {
  if (seen.has(stream)) return;
  seen.add(stream);
  for (const name of [
    'PieceInfo',
    'Metadata',
    'StructParent',
    'StructParents',
    'OPI',
    'Ref',
    'AF',
    'Alternates',
  ]) {
    stream.dict.delete(PDFName.of(name));
  }
  const own = stream.dict.get(PDFName.of('Resources'));
  const resources = own ? doc.context.lookup(own) : undefined;
  if (!(resources instanceof PDFDict)) return;
  const names = new Set<string>();
  addNames(names, stream);
  stream.dict.set(PDFName.of('Resources'), bareResources(doc, resources, names, depth));
}

function bareDictionary(doc: PDFDocument, dictionary: PDFDict, part: string, depth: number): void {
  if (part === 'Properties') bareProperties(dictionary);
  if (part === 'ExtGState') {
    const mask = doc.context.lookup(dictionary.get(PDFName.of('SMask')));
    const form = mask instanceof PDFDict ? doc.context.lookup(mask.get(PDFName.of('G'))) : undefined;
    if (form instanceof PDFStream) bareForm(doc, form, depth);
  }
  // A font whose signs are drawn by streams has resources for them.
  const signs = part === 'Font' ? doc.context.lookup(dictionary.get(PDFName.of('CharProcs'))) : undefined;
  const resources = signs ? doc.context.lookup(dictionary.get(PDFName.of('Resources'))) : undefined;
  if (!(signs instanceof PDFDict) || !(resources instanceof PDFDict)) return;
  const names = new Set<string>();
  for (const [, value] of signs.entries()) {
    const sign = doc.context.lookup(value);
    if (sign instanceof PDFStream) addNames(names, sign);
  }
  dictionary.set(PDFName.of('Resources'), bareResources(doc, resources, names, depth));
}

/** Of a layer or a tag, what it is: not the tree that it stands in. */
function bareProperties(properties: PDFDict): void {
  for (const key of properties.keys()) {
    if (!['Type', 'Name', 'OCGs', 'P', 'VE', 'Lang', 'ActualText', 'MCID'].includes(key.decodeText()))
      properties.delete(key);
  }
}

function streamsOf(doc: PDFDocument, contents: PDFObject | undefined): PDFStream[] {
  const found = contents instanceof PDFRef ? doc.context.lookup(contents) : contents;
  if (found instanceof PDFStream) return [found];
  if (!(found instanceof PDFArray)) return [];
  return Array.from({ length: found.size() }, (_, i) => doc.context.lookup(found.get(i))).filter(
    (stream) => stream instanceof PDFStream,
  );
}

/** Every name in a stream's operators; more than are used is harmless, fewer would lose something. */
function addNames(names: Set<string>, stream: PDFStream): void {
  const bytes =
    stream instanceof PDFRawStream
      ? decodePDFRawStream(stream).decode()
      : stream instanceof PDFContentStream
        ? stream.getUnencodedContents()
        : stream.getContents();
  const text = Buffer.from(bytes).toString('latin1');
  for (const [, name = ''] of text.matchAll(/\/([^\s()<>[\]{}/%\0]+)/g))
    names.add(PDFName.of(name).decodeText());
}
