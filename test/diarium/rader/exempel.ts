/** Handlingar as they come to a registrator of municipalities that do not exist. */
import type { SourcedHandling } from '../../../diarium/way/types.ts';
import type { Handling } from '../../../extraction/record.ts';
import { arende, handling, mottagare, person, sha } from '../../store/made-up.ts';

export const source = (letter: string, over: Partial<Handling>): SourcedHandling => ({
  sha256: sha(letter),
  fileName: `${letter}.pdf`,
  handling: handling(over),
});

export const skrivelse = (over: Partial<Handling> = {}): Partial<Handling> => ({
  ...{
    kind: 'tjansteskrivelse',
    organ: null,
    avsandare: 'Kommunledningskontoret',
    till: ['Kommunstyrelsen'],
  },
  ...{ datum: '2031-02-10', diarienummer: 'KS 2031/62', rubrik: 'Taxa för uthyrning av lokaler' },
  arenden: [arende({ rubrik: 'Taxa för uthyrning av lokaler', diarienummer: 'KS 2031/62' })],
  ...over,
});

export const protokoll = (over: Partial<Handling> = {}): Partial<Handling> => ({
  ...{ kind: 'protokoll', organ: 'Kommunstyrelsen', datum: '2031-03-04', pages: [1, 12] },
  anslag: { justerad: '2031-03-11', uppsatt: '2031-03-12', nedtas: '2031-04-03' },
  arenden: [
    arende({ paragraf: '14', rubrik: 'Upprop', pages: [2, 2] }),
    arende({
      ...{
        paragraf: '15',
        rubrik: 'Taxa för uthyrning av lokaler',
        diarienummer: 'KS 2031/62',
        pages: [3, 4],
      },
      expediering: [mottagare('Kommunfullmäktige'), mottagare('Fastighetsenheten (för kännedom)')],
    }),
    arende({ paragraf: '16', rubrik: 'Plan för skolskjuts', pages: [5, 5] }),
  ],
  ...over,
});

export const remissvar = (over: Partial<Handling> = {}): Partial<Handling> => ({
  ...{ kind: 'remissvar', organ: null, avsandare: 'Länsstyrelsen i Ekbacka län', till: ['Kommunstyrelsen'] },
  ...{ datum: '2031-01-20', diarienummer: 'KS 2031/62', rubrik: 'Yttrande över förslag till taxa' },
  ...over,
});

export const motion = (over: Partial<Handling> = {}): Partial<Handling> => ({
  ...{ kind: 'annat', organ: null, datum: '2031-01-15', rubrik: 'Motion om avgiftsfria bussar' },
  undertecknare: [person('Alva Strandmark', 'S'), person('Nils Torp', 'M')],
  ...over,
});
