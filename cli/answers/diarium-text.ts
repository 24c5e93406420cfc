import { KIND, shownName } from '../../diarium/bild/ord.ts';
import { missingOf } from '../../diarium/rader/ord.ts';
import type { Bekraftelse, Diarierad, DiariumAnswer } from '../../store/diarium.ts';
import { amount, table, widthOf, wrap } from '../terminal/layout.ts';
import { dayOfMoment } from './moment.ts';
import { withoutHuvudman } from './without-huvudman.ts';
import { place } from './words.ts';

type Falt = Diarierad['saknas'][number];

const FALT: { readonly [falt in Falt]: string } = {
  datum: 'datum',
  nummer: 'diarienummer',
  motpart: 'avsändare eller mottagare',
  innehall: 'vad handlingen rör',
};
const RIKTNING = { inkommen: 'in', upprattad: 'upprättad', expedierad: 'ut' } as const;
const ENLIGT = {
  handlingen: 'handlingens datum',
  sammantradet: 'sammanträdesdagen',
  justeringen: 'justeringsdagen',
  person: 'det som en registrator angett',
} as const;
/** So much of an id names a line, in any register that one installation has. */
const ID = 10;
/** What is longer is told whole below the line. */
const NUMMER = 40;

const falten = (falt: readonly Falt[]): string => falt.map((one) => FALT[one]).join(', ');
const shownId = (id: string): string => id.slice(0, ID);

const ask = (rad: Diarierad, falt: Falt, text: string | null): string =>
  text === null ? '–' : rad.obekraftade.includes(falt) ? `${text}?` : text;

function statusOf({ status, bekraftad }: Diarierad): string {
  if (status === 'foreslagen') return 'föreslagen';
  return bekraftad?.enligt === 'person' ? `bekräftad ${dayOfMoment(bekraftad.at)}` : 'bekräftad enligt regel';
}

/** What kind it is and what it is about, the kind said once. */
function titleOf(rad: Diarierad): string {
  const kind = shownName(KIND[rad.kind]);
  const om = ask(rad, 'innehall', rad.om);
  return om.startsWith(kind) ? om : `${kind}: ${om}`;
}

function motpart({ riktning, avsandare, mottagare }: Diarierad): string {
  const from = avsandare === null ? [] : [`från ${shownName(avsandare)}`];
  const to = mottagare === null ? [] : [`till ${shownName(mottagare)}`];
  return (riktning === 'expedierad' ? [...to, ...from] : [...from, ...to]).join(' ');
}

function details(rad: Diarierad): string[] {
  const [kalla] = rad.kallor;
  const whose = rad.bekraftad?.enligt === 'person' ? [`bekräftad av ${rad.bekraftad.av}`] : [];
  const daySaid = rad.obekraftade.includes('datum') && rad.datumEnligt !== null;
  const nummer = ask(rad, 'nummer', rad.nummer);
  return [
    ...(widthOf(nummer) > NUMMER ? [`Nummer: ${nummer}`] : []),
    ...(rad.saknas.length > 0 ? [`Saknas: ${falten(rad.saknas)}`] : []),
    ...(daySaid && rad.datumEnligt ? [`Datum enligt ${ENLIGT[rad.datumEnligt]}`] : []),
    ...(rad.sekretess === null
      ? rad.maskeras
        ? ['Maskeras i den offentliga delen']
        : []
      : [`Maskeras i den offentliga delen: ${rad.sekretess}`]),
    ...(rad.avviker.length > 0 ? [`Ny läsning skiljer sig: ${falten(rad.avviker)}`] : []),
    ...rad.rattningar.slice(-1).map(({ av, at }) => `rättad av ${av} ${dayOfMoment(at)}`),
    ...whose,
    ...(kalla ? [place(kalla.fileName, kalla.pages[0])] : []),
  ];
}

/** Lines of the register: the four things of the law, and what is to be done with them. */
export function diariumText(answer: DiariumAnswer, columns: number, offset = 0): string {
  const { total, rader, losa } = answer;
  if (total === 0) return ['Inga rader i diariet.', ...losaLines(losa.length)].join('\n\n');
  const heads = table(
    [{ title: 'ID' }, { title: 'Datum' }, {}, { title: 'Nummer', max: NUMMER }, { title: 'Status' }],
    rader.map((rad) => [
      ...[shownId(rad.id), ask(rad, 'datum', rad.datum), rad.riktning ? RIKTNING[rad.riktning] : '?'],
      ...[ask(rad, 'nummer', rad.nummer), statusOf(rad)],
    ]),
  );
  const indent = ' '.repeat(ID + 2);
  const rows = rader.map((rad, i) =>
    [
      heads[i + 1] as string,
      ...wrap(titleOf(rad), columns, indent),
      ...(motpart(rad) === '' ? [] : wrap(motpart(rad), columns, indent)),
      ...(details(rad).length === 0 ? [] : wrap(details(rad).join(' · '), columns, indent)),
    ].join('\n'),
  );
  const cut = rader.length < total ? `, visar ${offset + 1}–${offset + rader.length}` : '';
  const unsure = rader.some(({ obekraftade }) => obekraftade.length > 0);
  return [
    `${amount(total, 'rad', 'rader')} i diariet${rader.length === 0 ? `, inga efter de ${offset} första` : cut}`,
    ...(rader.length === 0 ? [] : [heads[0] as string, ...rows]),
    ...(unsure ? ['? = inget bekräftar att det är vad lagen frågar efter.'] : []),
    ...losaLines(losa.length),
    ...[withoutHuvudman(rader).join('\n')].filter((text) => text !== ''),
  ].join('\n\n');
}

const losaLines = (count: number): string[] =>
  count === 0
    ? []
    : [
        `${amount(count, 'bekräftelse eller rättelse', 'bekräftelser eller rättelser')} hör till rader som inte längre läses ur någon fil. De finns kvar i svaret med --json (losa).`,
      ];

/** What became of lines that were to be confirmed. */
export function bekraftelseText(done: Bekraftelse): string {
  const { bekraftade, redan, ofullstandiga, okanda, flertydiga } = done;
  const lines = [
    ...(bekraftade.length > 0 ? [`${amount(bekraftade.length, 'rad bekräftad', 'rader bekräftade')}.`] : []),
    ...redan.map((id) => `${shownId(id)} var redan bekräftad.`),
    ...ofullstandiga.map(
      ({ id, saknas }) =>
        `${shownId(id)} kan inte bekräftas: ${falten(saknas)} saknas. Ange det med: expediera diarium ratta`,
    ),
    ...okanda.map((id) => `Ingen rad har id ${id}.`),
    ...flertydiga.map((id) => `Flera rader har id som börjar med ${id}. Skriv fler tecken.`),
  ];
  return lines.length === 0 ? 'Inga fullständiga rader att bekräfta.' : lines.join('\n');
}

/** One line after a person has spoken of it. */
export function radText(rad: Diarierad, columns: number): string {
  const lacking = missingOf(rad);
  const done = rad.status === 'foreslagen' && lacking.length > 0 ? [`Saknas än: ${falten(lacking)}.`] : [];
  return [diariumText({ total: 1, rader: [rad], losa: [] }, columns), ...done].join('\n');
}
