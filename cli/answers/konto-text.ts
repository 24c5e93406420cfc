import type { Konto, Nyckel } from '../../store/konton.ts';
import { table } from '../terminal/layout.ts';
import { dayOfMoment, moment } from './moment.ts';
import { ROLL } from './words.ts';

const state = (stangd: string | null): string =>
  stangd === null ? 'öppet' : `stängt ${dayOfMoment(stangd)}`;

/** All accounts, open and closed. */
export function kontonText(rows: readonly Konto[]): string {
  if (rows.length === 0)
    return 'Inga konton än: på den egna maskinen behöver ingen logga in. Gör ett med: expediera konto lagg-till NAMN --roll registrator';
  return table(
    [
      { title: 'Konto' },
      { title: 'Roll' },
      { title: 'Läge' },
      { title: 'Senast inloggad' },
      { title: 'Lösenord från' },
    ],
    rows.map(({ namn, roll, stangd, senast, losenordAt }) => [
      ...[namn, ROLL[roll], state(stangd), senast && moment(senast), dayOfMoment(losenordAt)],
    ]),
  ).join('\n');
}

/** All keys, open and closed. */
export function nycklarText(rows: readonly Nyckel[]): string {
  if (rows.length === 0) return 'Inga nycklar än. Gör en med: expediera nyckel ny NAMN --roll lasare';
  return table(
    [
      { title: 'Nyckel' },
      { title: 'Namn' },
      { title: 'Roll' },
      { title: 'Läge' },
      { title: 'Senast använd' },
      { title: 'Gjord' },
    ],
    rows.map(({ id, namn, roll, stangd, senast, skapad, skapadAv }) => [
      ...[`${id}…`, namn, ROLL[roll], state(stangd).replace('öppet', 'öppen').replace('stängt', 'stängd')],
      ...[senast && moment(senast), `${dayOfMoment(skapad)} av ${skapadAv}`],
    ]),
  ).join('\n');
}

/** A new key: the only time that it is shown. */
export const nyNyckelText = (key: string, { namn, roll }: Nyckel): string =>
  `${key}\nNyckeln för ${namn} (${ROLL[roll]}). Den visas bara nu: spara den där programmet finns.\nSå används den: curl -H "Authorization: Bearer NYCKELN" https://…/sok.jsonl?q=…`;
