import { ALLA, ALLA_ORGAN, ALLA_OVRIGA, type Kanal, type KanalHandelse } from '../../store/expediering.ts';
import { table } from '../terminal/layout.ts';
import { moment } from './moment.ts';
import { KANAL_LAGE, KANAL_SLAG_ORD } from './words.ts';

const toWhom = (mottagare: string): string =>
  ({ [ALLA]: 'alla utan egen kanal', [ALLA_ORGAN]: 'alla organ', [ALLA_OVRIGA]: 'alla utom organ' })[
    mottagare
  ] ?? mottagare;

/** All channels and where each stands. */
export function kanalerText(rows: readonly Kanal[]): string {
  if (rows.length === 0) return 'Inga kanaler än: alla mottagare har sin inkorg här.';
  const columns = [
    ...[{ title: 'Kanal' }, { title: 'Läge' }, { title: 'Till', max: 40 }, { title: 'Slag' }],
    ...[{ title: 'Adress', max: 50 }, { title: 'Huvudman' }, { title: 'Ändrad' }],
  ];
  return table(
    columns,
    rows.map((one) => [
      ...[one.namn, KANAL_LAGE[one.lage], toWhom(one.mottagare), KANAL_SLAG_ORD[one.slag]],
      ...[one.adress || null, one.huvudman, `${moment(one.andrad)} av ${one.andradAv}`],
    ]),
  ).join('\n');
}

const NEXT: { readonly [lage in Kanal['lage']]: (namn: string) => string } = {
  av: (namn) => `Inget skickas. Slå på den för en provkörning med: expediera kanal prova "${namn}"`,
  prov: (namn) =>
    `Det första som ska skickas skrivs i mappen provkorningar i stället. Titta, och godkänn sedan med: expediera kanal godkann "${namn}"`,
  pa: () => 'Det som väntar skickas nu, och allt som kommer sedan.',
};

/** One channel after a change, and what can be done next. */
export function kanalText({ namn, lage, slag, mottagare }: Kanal): string {
  const head = `Kanalen ${namn} (${KANAL_SLAG_ORD[slag]}, till ${toWhom(mottagare)}) är ${KANAL_LAGE[lage]}.`;
  return slag === 'inkorg' ? head : `${head} ${NEXT[lage](namn)}`;
}

const WHAT: { readonly [vad in KanalHandelse['vad']]: string } = {
  skapad: 'skapad',
  ersatt: 'ändrad',
  av: 'satt av',
  prov: 'satt på prov',
  pa: 'godkänd',
};

/** Every change, the first one first. */
export function kanalHandelserText(rows: readonly KanalHandelse[]): string {
  if (rows.length === 0) return 'Inga kanaler än.';
  const columns = [
    { title: 'När' },
    { title: 'Kanal' },
    { title: 'Vad' },
    { title: 'Av' },
    { title: 'Adress' },
  ];
  return table(
    columns,
    rows.map(({ at, namn, vad, av, kanal }) => [moment(at), namn, WHAT[vad], av, kanal.adress || null]),
  ).join('\n');
}
