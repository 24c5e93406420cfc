/** One thing that a person is to decide on, and what was decided. */
import { shownName } from '../../diarium/bild/ord.ts';
import type { Falt, Rattelse } from '../../diarium/rattelser/index.ts';
import type { Person } from '../../extraction/record.ts';
import type { MalVy } from '../../store/rattelser.ts';
import { wrap } from '../terminal/layout.ts';
import { moment } from './moment.ts';
import { place, typOne } from './words.ts';

/** As much of an id as tells it from others, as a rule. */
export const shortId = (id: string): string => (/^[0-9a-f-]{20,}$/.test(id) ? id.slice(0, 8) : id);

const ABOUT: { readonly [typ: string]: string } = {
  ...{ fil: 'fil', varning: 'varning', handling: 'handling', arende: 'ärende', rattelse: 'rättelse' },
};

/** What a thing is called; an item by its type. */
export const thing = (typ: string): string => ABOUT[typ] ?? typOne(typ);

const NAMES: { readonly [field: string]: string } = {
  av: 'av',
  mottagare: 'mottagare',
  next: 'nästa organ',
  kedja: 'kedja',
  kind: 'slag',
  datum: 'dag',
  avsandare: 'avsändare',
  avstar: 'avstår',
  roster: 'röster',
};

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(', ');
  if (typeof value !== 'object') return String(value);
  if ('organ' in value) return String(value.organ);
  if ('person' in value) return `${shown(value.person)}: ${shown((value as { rost?: unknown }).rost)}`;
  if ('namn' in value) {
    const { namn, parti, roll } = value as Person;
    return namn === null ? (parti ?? roll ?? '–') : parti === null ? namn : `${namn} (${parti})`;
  }
  return JSON.stringify(value);
}

const fieldLines = (falt: Falt, columns: number): string[] =>
  Object.entries(falt).flatMap(([name, value]) =>
    wrap(shown(value), columns, '    ', `  ${NAMES[name] ?? name}: `),
  );

/** What a decision did, in a few words. */
function done({ atgard }: Rattelse): string {
  switch (atgard.typ) {
    case 'godkann':
      return atgard.falt.length === 0 ? 'godkände' : `godkände ${atgard.falt.join(', ')}`;
    case 'ratta':
      return `rättade ${Object.entries(atgard.falt)
        .map(([name, value]) => `${NAMES[name] ?? name} till "${shown(value)}"`)
        .join(', ')}`;
    case 'avvisa':
      return `strök läsningen: ${atgard.skal}`;
    case 'dela':
      return `delade i ${atgard.texter.length}: ${atgard.texter.map((text) => `"${text}"`).join(', ')}`;
    case 'sla_ihop':
      return `slog ihop med ${atgard.med.map(shortId).join(', ')}`;
    case 'lagg_till':
      return `lade till ${typOne(atgard.punkt)}: ${shown(Object.values(atgard.falt).find((x) => typeof x === 'string'))}`;
  }
}

/** A decision in a line or two: when, who, what, on what, its id; and who took it back. */
export function rattelseLines(rattelse: Rattelse, columns: number, about = true): string[] {
  const { id, av, at, mal, angrad } = rattelse;
  const what = about ? ` · ${thing(mal.typ)} ${shortId(mal.id)} "${mal.ankare.text}"` : '';
  return [
    ...wrap(`${moment(at)} ${av} ${done(rattelse)}${what} · rättelse ${shortId(id)}`, columns, '    ', '  '),
    ...(angrad === null ? [] : wrap(`ångrad ${moment(angrad.at)} av ${angrad.av}`, columns, '    ')),
  ];
}

/** One thing: where it stands, what was read, why a person is asked, what was decided before. */
export function visaText(vy: MalVy, columns: number): string {
  const { typ, id, organ, datum, paragraf, huvudman, falt, confidence, rader, historik, bbox } = vy;
  const marks = [
    `${thing(typ).toUpperCase()} ${id}`,
    organ === null ? null : shownName(organ),
    datum,
    paragraf === null ? null : `§ ${paragraf}`,
    huvudman,
  ].filter((mark) => mark !== null);
  const where =
    bbox === null ? '' : `, ${bbox.map((x) => Math.round(x)).join(' ')} pt från sidans övre vänstra hörn`;
  return [
    ...wrap(marks.join(' · '), columns),
    ...wrap(`${place(vy.path ?? vy.fileName, vy.page)}${where}`, columns, '  '),
    ...rader.flatMap(({ reason }) => wrap(reason, columns, '  ')),
    ...(rader.length === 0 ? ['  Väntar inte på någon.'] : []),
    'Uppgifter',
    ...fieldLines(falt, columns),
    ...(confidence === null
      ? []
      : [`  säkerhet: ${String(Math.floor(confidence * 100) / 100).replace('.', ',')}`]),
    ...(historik.length === 0
      ? []
      : ['Beslut', ...historik.flatMap((one) => rattelseLines(one, columns, false))]),
  ].join('\n');
}
