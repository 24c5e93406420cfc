/** What of a page is in which language: its texts and the attributes that people are read, each with the nearest `lang` around it. */

/** A text or a spoken attribute of a page. */
export interface Part {
  text: string;
  /** Of the nearest element that says it. */
  lang: string;
  /** The elements it stands in, the innermost last; for an attribute its name behind @. */
  where: string;
  /** In a drawing. */
  drawn: boolean;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/giu;
const VOID = /^(?:area|br|col|hr|img|input|link|meta|source|wbr|path|rect|line|circle)$/iu;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/giu;
const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'placeholder',
  'title',
  'data-lost',
  'data-added',
]);
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => ENTITIES[name] ?? '');

/** Parts of a page of ours, which is well formed: what is open is closed, and everything from outside is escaped. */
export function partsOf(page: string): Part[] {
  const html = page.replaceAll(/<style>[^<]*<\/style>|<!doctype html>/giu, '');
  const open: { name: string; lang: string }[] = [];
  const parts: Part[] = [];
  const langNow = (): string => open.at(-1)?.lang ?? '';
  const add = (text: string, lang: string, where: string): void => {
    const said = plain(text).replaceAll(/\s+/gu, ' ').trim();
    if (said !== '') parts.push({ text: said, lang, where, drawn: open.some(({ name }) => name === 'svg') });
  };
  const place = (): string =>
    open
      .map(({ name }) => name)
      .slice(-3)
      .join(' ');
  let from = 0;
  for (const { index, 0: tag, 1: closing, 2: name = '', 3: rest = '' } of html.matchAll(TAG)) {
    add(html.slice(from, index), langNow(), place());
    from = index + tag.length;
    if (closing) {
      const top = open.pop();
      if (top?.name !== name) throw new Error(`</${name}> closes ${top?.name} in ${place()}`);
      continue;
    }
    const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]));
    const lang = attributes.get('lang') ?? langNow();
    for (const [key, value] of attributes)
      if (SPOKEN.has(key)) add(value, lang, `${place()} ${name} @${key}`);
    if (name === 'input' && attributes.get('type') === 'submit')
      add(attributes.get('value') ?? '', lang, 'input');
    if (!VOID.test(name) && !rest.trimEnd().endsWith('/')) open.push({ name, lang });
  }
  return parts;
}
