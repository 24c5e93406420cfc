import { heading, look } from '../layout/look.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { extractOf, letter } from '../phrasing/offices.ts';
import { stil } from '../phrasing/style.ts';

/** A bundle: for each matter the office's letter and the extract of the board's §. */
export const bunt: Mall = {
  namn: 'bunt',
  efter: 'handlingar i en fil: tjänsteskrivelse och protokollsutdrag om vartannat',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  stories: ['vidare', 'flera', 'aterremiss', 'tillagg', 'forsta-andra'],
  handlingar: (meeting, stil) =>
    meeting.arenden.flatMap((m) => [
      letter(m, meeting, stil, {
        ordning: ['bakgrund', 'ekonomi', 'forslag', 'expediering'],
        forslag: (kedja) => ({ rubrik: 'Förslag till beslut', ledtext: led.beslutarForesla(kedja).trim() }),
        rubriker: { bakgrund: 'Ärendebeskrivning', ekonomi: 'Ekonomi', expediering: 'Beslut delges' },
      }),
      extractOf(m, meeting, stil),
    ]),
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${String(nr).padStart(3, '0')}`,
    satser: satser.att,
    beslut: under('Beslut', (kedja) => led.beslutarForesla(kedja)),
    ordning: [
      'beslut',
      'bakgrund',
      'yrkanden',
      'gang',
      'reservation',
      'anteckning',
      'underlag',
      'expediering',
    ],
    rubriker: { bakgrund: 'Sammanfattning', expediering: 'Beslut delges' },
  }),
  look: () =>
    look({
      family: 'tinos',
      grad: 11.5,
      rad: 14.4,
      sidhuvud(pen, { sid, av, handling: h }) {
        const letterHead = h.kind === 'tjansteskrivelse';
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet' });
        pen.at(letterHead ? 'Tjänsteskrivelse' : 'Sammanträdesprotokoll', 38, { x: 310, snitt: 'fet' });
        pen.at(`${sid} (${av})`, 38, { align: 'right' });
        pen.at((letterHead ? h.avsandare : h.organ) ?? '', 54);
        pen.at(h.datum ?? '', 54, { x: 310 });
        if (!letterHead) pen.at('Justerandes sign', 780, { grad: 8 });
      },
      borjan(pen, h) {
        if (h.kind !== 'tjansteskrivelse') return;
        pen.at(`Dnr ${h.diarienummer}`, 68, { x: 310 });
        pen.para(`Till ${(h.till?.[0] ?? '').toLowerCase()}`);
        pen.gap(16);
      },
      paragraf(pen, h, a) {
        if (h.kind === 'protokoll') {
          pen.para(`§ ${a.paragraf}`, { snitt: 'fet' });
          if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`);
        }
        pen.para(a.rubrik, { snitt: 'fet', grad: 14 });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet' }),
      slut(pen, h) {
        if (h.kind !== 'tjansteskrivelse') return;
        pen.need(4);
        pen.gap(28);
        for (const p of h.undertecknare ?? []) pen.para(`${p.namn}, ${p.roll}`);
      },
    }),
};
