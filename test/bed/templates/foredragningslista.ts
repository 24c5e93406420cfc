import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser } from '../phrasing/clauses.ts';
import { lower } from '../phrasing/forms.ts';
import { call } from '../phrasing/offices.ts';
import { stil } from '../phrasing/style.ts';

/** A region's agenda: "Ärende 4", the proposal as "X föreslår …" with bullets, papers as "Handlingar". */
export const foredragningslista: Mall = {
  namn: 'foredragningslista',
  efter: 'regions föredragningslista: Ärende 4, X föreslås besluta, punktlista',
  slag: 'region',
  niva: 'namnd',
  text: 'rader',
  stories: ['vidare', 'enkel', 'flera', 'motion', 'tillagg', 'enkel', 'votering'],
  handlingar: (meeting, stil) => [
    call(meeting, stil, {
      ordning: ['bakgrund', 'forslag', 'underlag'],
      forslag: (kedja) => ({
        rubrik: 'Förslag till beslut',
        ledtext:
          kedja.length === 1
            ? `${kedja[0]} föreslås besluta`
            : `${kedja[0]} föreslår ${kedja.slice(1).map(lower).join(' föreslå ')} besluta`,
      }),
      rubriker: { bakgrund: 'Ärendet i korthet', underlag: 'Handlingar' },
    }),
  ],
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}-${String(nr).padStart(5, '0')}`,
    satser: satser.dashes,
    beslut: () => ({}),
    underlag: 'punkt',
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11.5,
      rad: 15,
      sidhuvud(pen, { sid, handling: h }) {
        pen.at('Föredragningslista', 40, { snitt: 'fet', grad: 13 });
        pen.at(h.huvudman ?? '', 40, { align: 'right' });
        pen.at(`${h.organ} ${h.datum}`, 56);
        pen.at(`${sid}`, HOJD - 44, { align: 'center' });
      },
      borjan(pen, h) {
        pen.para(`${h.organ}, sammanträde den ${longDate(h.datum)}`);
        pen.para(`Lokal: ${h.tryck?.plats}`);
        pen.gap(16);
      },
      paragraf(pen, _h, a) {
        pen.need(4);
        pen.para(`Ärende ${a.punkt}`, { snitt: 'fet' });
        pen.para(`${a.rubrik}${a.diarienummer ? `, ${a.diarienummer}` : ''}`, { snitt: 'fet', grad: 12.5 });
        pen.gap(3);
      },
      rubrik: heading({ snitt: 'fet' }),
      efter: (pen) => pen.gap(14),
    }),
};
