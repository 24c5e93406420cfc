import { shownName } from '../../diarium/bild/ord.ts';
import type { Leverans, LeveransHandelse, LeveransStatus } from '../../store/expediering.ts';
import { LEVERANS_HANDELSE_ORD } from '../../store/leverans-ord.ts';
import { amount, table, wrap } from '../terminal/layout.ts';
import { moment } from './moment.ts';
import { countOfStatus, KANAL_SLAG_ORD, LEVERANS_STATUS_ORD } from './words.ts';

type Group = LeveransStatus | 'andrad';

const TITLES: { readonly [group in Group]: string } = {
  misslyckad: 'Misslyckade (skicka om: expediera expediering skicka-om NYCKEL)',
  andrad: 'Ändrade efter leverans (skicka om: expediera expediering skicka-om NYCKEL)',
  vantar_granskning: 'Väntar på åtgärd',
  vantar_kanal: 'Väntar på kanalen',
  provkord: 'Provkörda (titta, och godkänn kanalen: expediera kanal godkann NAMN)',
  skickas: 'Skickas',
  levererad: 'Levererade',
};

const groupOf = ({ status, andrad }: Leverans): Group =>
  andrad && status === 'levererad' ? 'andrad' : status;

/** The shortest beginning of a key that people are shown. */
const SHORT = 8;

/** Of what arrived, the latest: nobody has to do anything about it. */
const SHOWN_DELIVERED = 20;

/**
 * All deliveries, those first that a person has to see to.
 *
 * @param all also everything that was delivered
 */
export function expedieringText(rows: readonly Leverans[], columns: number, all = false): string {
  if (rows.length === 0) return deliveriesLine(rows);
  const groups = Map.groupBy(rows, groupOf);
  return [
    deliveriesLine(rows),
    ...ORDER.flatMap((group) => {
      const own = groups.get(group) ?? [];
      const shown = all || group !== 'levererad' ? own : latest(own);
      const more = own.length - shown.length;
      const rest = more > 0 ? [`  … och ${more} till: expediera expediering --status levererad`] : [];
      return own.length > 0 ? [[TITLES[group], ...groupLines(shown, columns), ...rest].join('\n')] : [];
    }),
  ].join('\n\n');
}

const ORDER = Object.keys(TITLES) as Group[];

/** How many deliveries there are, and how they stand, in one line. */
export function deliveriesLine(rows: readonly Leverans[]): string {
  if (rows.length === 0) return 'Inget är expedierat, och inget väntar.';
  const groups = Map.groupBy(rows, groupOf);
  const counts = ORDER.flatMap((group) => {
    const n = groups.get(group)?.length;
    return n === undefined ? [] : [countOfStatus(n, group)];
  });
  return `${amount(rows.length, 'leverans', 'leveranser')}: ${counts.join(', ')}`;
}

const latest = (rows: readonly Leverans[]): Leverans[] =>
  rows.toSorted((a, b) => ((a.levererad ?? '') > (b.levererad ?? '') ? -1 : 1)).slice(0, SHOWN_DELIVERED);

function groupLines(rows: readonly Leverans[], columns: number): string[] {
  const heads = table(
    [{}, { max: 60 }, {}, { max: 50 }, {}],
    rows.map((one) => [
      ...[`  ${one.nyckel.slice(0, SHORT)}`, shownDecision(one), one.diarienummer ?? 'utan diarienummer'],
      ...[`→ ${shownName(one.mottagare)}`, shownWay(one)],
    ]),
  );
  const indent = ' '.repeat(SHORT + 4);
  return rows.flatMap((one, i) => [
    heads[i] as string,
    ...whyLines(one).flatMap((line) => wrap(line, columns, indent)),
  ]);
}

/** "Tekniska nämnden § 32, 2031-05-07". */
const shownDecision = ({ fran, paragraf, datum }: Leverans): string =>
  [
    [fran === null ? 'Organet framgår inte' : shownName(fran), paragraf === null ? null : `§ ${paragraf}`]
      .filter(Boolean)
      .join(' '),
    datum,
  ]
    .filter(Boolean)
    .join(', ');

const shownWay = ({ kanal, slag }: Leverans): string =>
  kanal === null ? 'inkorgen här' : `${KANAL_SLAG_ORD[slag]} (${kanal})`;

/** Why it waits or failed, or what the receiver answered. */
function whyLines(one: Leverans): string[] {
  const { status, hinder, fel, kvitto, forsok, provkorning, levererad, kanal, version } = one;
  const answer = (kvitto as { vad?: unknown } | null)?.vad;
  return [
    ...(one.rubrik === null ? [] : [one.rubrik]),
    ...(version > 1 ? [`Version ${version}: skickas igen för att någon begärt det.`] : []),
    ...hinder.map(({ sv, slappbar, kod }) =>
      slappbar && !one.slappt.includes(kod)
        ? `${sv} (Kan skickas ändå: expediera expediering slapp NYCKEL)`
        : sv,
    ),
    ...(status === 'vantar_kanal' ? [`Kanalen ${kanal ?? ''} är inte godkänd.`] : []),
    ...(status === 'provkord' && provkorning !== null ? [`Provkörningen: ${provkorning}`] : []),
    ...(fel === null ? [] : [fel]),
    ...(forsok > 1 || status === 'misslyckad' ? [amount(forsok, 'försök', 'försök')] : []),
    ...(one.paminnelser > 0 && status !== 'levererad'
      ? [amount(one.paminnelser, 'påminnelse', 'påminnelser')]
      : []),
    ...(status === 'levererad'
      ? [[levererad === null ? null : moment(levererad), answer].filter(Boolean).join(': ')]
      : []),
  ];
}

/** One delivery with all that happened to it. */
export function leveransText(
  one: Leverans,
  of: { handelser: readonly LeveransHandelse[]; utdrag: string | null },
  columns: number,
): string {
  const { handelser, utdrag } = of;
  const events = table(
    [{}, {}, {}, {}],
    handelser.map(({ at, vad, av, uppgift }) => [
      `  ${moment(at)}`,
      LEVERANS_HANDELSE_ORD[vad],
      av === null ? '' : `av ${av}`,
      uppgift ?? '',
    ]),
  );
  return [
    `${shownDecision(one)} → ${shownName(one.mottagare)}, ${shownWay(one)}: ${LEVERANS_STATUS_ORD[groupOf(one)]}`,
    `Nyckel: ${one.nyckel}`,
    ...whyLines(one).flatMap((line) => wrap(line, columns)),
    ...(utdrag === null ? [] : [`Protokollsutdraget: ${utdrag}`]),
    ...(events.length > 0 ? ['', 'Vad som har hänt', ...events] : []),
  ].join('\n');
}
