/** What the cover calls things. */
import type { UtdragInfo, UtdragInlagg, UtdragVotering } from './info.ts';

export const MADE_BY =
  'Utdraget är gjort av Expediera ur protokollet. Det ersätter inte det undertecknade protokollet.';

export const UNCONFIRMED = 'läst ur en skannad sida, inte bekräftat';

/** A yrkande or reservation is told in short: this many signs of it. */
const SHORT = 600;

/** At most so many signs, cut between two words. */
export function inShort(text: string): string {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).trimEnd()} […]`;
}

const UTFALL = {
  bifall: 'Bifall',
  avslag: 'Avslag',
  aterremiss: 'Återremiss',
  bordlagt: 'Bordlagt',
} as const;

export const utfallWord = (utfall: UtdragInfo['utfall']): string | null =>
  utfall === null ? null : UTFALL[utfall];

const INLAGG = {
  yrkande: 'Yrkande',
  reservation: 'Reservation',
  protokollsanteckning: 'Protokollsanteckning',
  sarskilt_yttrande: 'Särskilt yttrande',
  deltar_ej: 'Deltar inte i beslutet',
  jav: 'Jäv',
} as const;

/** "Karin Alm (M) och Bo Sjödin (C)" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} och ${last}`;
}

/** Who, and what became of it: the line above a yrkande, a reservation or a note; "" when its text says all of that. */
export function inlaggHead({ typ, av, utfall, mot, text }: UtdragInlagg): string {
  const what = typ === 'yrkande' || typ === 'reservation' ? '' : INLAGG[typ];
  const against = mot.length === 0 ? '' : `Mot punkt ${listed(mot.map(String))}`;
  const end = utfall === null ? '' : utfall === 'bifall' ? 'Bifölls' : 'Avslogs';
  const parts = [what, listed(av), against, end].filter((part) => part !== '');
  const saidInText = parts.length === 1 && av.length > 0 && av.every((name) => text.includes(name));
  return saidInText ? '' : parts.join(' · ');
}

/** "21 ja, 18 nej, 2 avstår" */
export function voteText({ ja, nej, avstar }: UtdragVotering): string {
  return [`${ja} ja`, `${nej} nej`, ...(avstar === null ? [] : [`${avstar} avstår`])].join(', ');
}

/** "sida 12–13 av 40" */
export function pagesText({ pages: [first, last], pageCount }: UtdragInfo['kalla']): string {
  return `${first === last ? `sida ${first}` : `sida ${first}–${last}`} av ${pageCount}`;
}

/** What a file list and a window title call it: "Protokollsutdrag: Kommunstyrelsen § 12, 2024-03-05". */
export function titleOf({ organ, paragraf, datum }: UtdragInfo): string {
  const head = [organ, paragraf === null ? null : `§ ${paragraf}`].filter(Boolean).join(' ');
  return `Protokollsutdrag: ${[head, datum].filter(Boolean).join(', ')}`.replace(/: $/, '');
}

/** A name for the file that a person knows it by: "Kommunstyrelsen 2024-03-05 § 12-24 KS-2023-41.pdf", in letters that any system takes. */
export function utdragFileName({ organ, datum, paragraf, diarienummer }: UtdragInfo): string {
  const parts = [organ ?? 'Beslut', datum, paragraf === null ? null : `§ ${paragraf}`, diarienummer];
  const name = parts
    .filter((part) => part !== null)
    .join(' ')
    .replace(/[^\p{L}\p{N}§ ._-]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s-]+$/g, '');
  return `${[...name].slice(0, 100).join('').trim() || 'Beslut'}.pdf`;
}
