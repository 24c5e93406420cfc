/** What the public sees: lines that are secret, and those that would tell what is, are masked. */
import { describe, expect, it } from 'vitest';
import { diariet, offentlig } from '../../../diarium/rader/index.ts';
import type { SourcedHandling } from '../../../diarium/way/types.ts';
import { arende } from '../../store/made-up.ts';
import { protokoll, skrivelse, source } from './exempel.ts';

const GROUND = 'sekretess enligt 26 kap. 1 § OSL';
const lines = (...of: SourcedHandling[]) =>
  diariet(of).rader.map((rad) => ({ ...offentlig(rad), before: rad }));
const secretMinutes = (letter: string, over = {}) =>
  source(letter, {
    ...protokoll(),
    arenden: [
      arende({
        paragraf: '15',
        rubrik: 'Vitesföreläggande Ekgatan 4',
        diarienummer: 'KS 2031/70',
        sekretess: GROUND,
        ...over,
      }),
      arende({ paragraf: '16', rubrik: 'Plan för skolskjuts', diarienummer: 'KS 2031/71' }),
    ],
  });

describe('the public part', () => {
  it('has day and number of a secret §, and neither whom it concerns nor what it is about', () => {
    const [minutes, secret, open] = lines(secretMinutes('a'));
    expect(secret).toMatchObject({
      ...{ datum: '2031-03-11', nummer: 'KS 2031/70', avsandare: '[utelämnad]', om: '[utelämnad]' },
      ...{ mottagare: null, sekretess: null, maskeras: true },
      before: { om: '§ 15 Vitesföreläggande Ekgatan 4', sekretess: GROUND },
    });
    expect(open).toMatchObject({ om: '§ 16 Plan för skolskjuts', maskeras: false });
    // the minutes' own line tells of no §
    expect(minutes).toMatchObject({ om: 'Protokoll från Kommunstyrelsens sammanträde 2031-03-04, § 15–16' });
  });

  it('masks the other lines of a secret matter, in any spelling of its number, of the same huvudman only', () => {
    const letter = { rubrik: 'Underlag till vite', diarienummer: 'KS 2031/00070', arenden: [] };
    const masks = lines(
      secretMinutes('a'),
      source('b', skrivelse(letter)),
      source('c', skrivelse({ ...letter, huvudman: 'Lundviks kommun' })),
    ).filter(({ kind }) => kind === 'tjansteskrivelse');
    expect(masks.map(({ huvudman, om }) => [huvudman, om])).toEqual([
      ['Ekbacka kommun', '[utelämnad]'],
      ['Lundviks kommun', 'Underlag till vite'],
    ]);
  });

  it('masks a line without a number that bears the title of a secret one, but no title that every meeting has', () => {
    const titled = (rubrik: string) =>
      lines(
        secretMinutes('a', { diarienummer: null, rubrik }),
        source('b', skrivelse({ rubrik, diarienummer: null, arenden: [] })),
      ).find(({ kind }) => kind === 'tjansteskrivelse')?.om;
    expect(titled('Vitesföreläggande Ekgatan 4')).toBe('[utelämnad]');
    expect(titled('Anmälan av delegationsbeslut')).toBe('Anmälan av delegationsbeslut');
  });

  it('masks a letter of a secret ärende, and minutes whose title is that of their ärende', () => {
    const arenden = [arende({ rubrik: 'Vite', diarienummer: 'KS 2031/62', sekretess: GROUND })];
    expect(lines(source('a', skrivelse({ arenden })))[0]).toMatchObject({
      om: '[utelämnad]',
      mottagare: '[utelämnad]',
    });
    const untold = source('b', { ...protokoll({ organ: null, rubrik: 'Vite Ekgatan 4' }), arenden });
    expect(lines(untold).map(({ om }) => om)).toEqual(['[utelämnad]', '[utelämnad]']);
  });

  it('masks a line with a personal number; nobody is shown the number', () => {
    const [line] = lines(source('a', skrivelse({ rubrik: 'Ansökan om stöd, 800101-2387' })));
    expect(line).toMatchObject({ om: '[utelämnad]', before: { om: 'Ansökan om stöd, [personnummer]' } });
  });

  it('has no files, grounds, changes or names of those who confirmed', () => {
    const [line] = lines(source('a', skrivelse()));
    expect(line).toMatchObject({ kallor: [], sekretess: null, rattningar: [], bekraftad: null });
    const [rad] = diariet([source('a', skrivelse())]).rader;
    const by = { enligt: 'person' as const, av: 'Rut Berg', at: '2031-04-01T08:00:00Z' };
    expect(rad && JSON.stringify(offentlig({ ...rad, bekraftad: by }))).not.toContain('Rut Berg');
  });
});
