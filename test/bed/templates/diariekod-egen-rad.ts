import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { grupp, rada } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { antecknaTill, reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A classification code under the number, "Ärende 3" beside the §, groups that move by party, sentences in passive. */
export const diariekod: Mall = {
  namn: 'diariekod-egen-rad',
  efter: 'diariekod på egen rad, Ärende 3 intill paragrafen, ledamoten före namnet',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  stil: stil({
    grupp: grupp.ledamoterna,
    person: (p) => `ledamoten ${p.namn} (${p.parti})`,
    rada: rada.och,
    dnr: (serie, ar, nr) => `${ar}-${nr}-${serie}`,
    satser: satser.numberedPassive,
    beslut: under('Beslut', (kedja) =>
      kedja.length === 1 ? `${kedja[0]} beslutar:` : led.attBeslutar(kedja),
    ),
    forslag: () => ({ rubrik: 'Förslag till beslut' }),
    ordning: [
      'beslut',
      'underlag',
      'bakgrund',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Beskrivning av ärendet',
      underlag: 'I ärendet redovisas följande dokument',
      gang: 'Proposition',
      votering: 'Votering',
      expediering: 'Protokollsutdrag skickas till',
    },
    yrka: klartext,
    rosta: rosta.mot,
    reservera: reservera.skriftlig,
    anteckna: antecknaTill,
    underlag: 'nr)',
    avstava: true,
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11.5,
      rad: 14.6,
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 36, { snitt: 'fet', grad: 13 });
        pen.at(`${h.organ}`, 52);
        pen.at('PROTOKOLL', 36, { align: 'right' });
        pen.at(`${h.datum}    ${sid} (${av})`, 52, { align: 'right' });
        pen.rule(70);
        pen.at('Sign.', HOJD - 58, { grad: 8 });
        pen.at('Utdraget bestyrks', HOJD - 58, { grad: 8, align: 'right' });
      },
      borjan(pen, h) {
        front(pen, h, { ...FRONT, beslutande: 'Tjänstgörande ledamöter', justering: 'Justering' });
        pen.newPage();
      },
      paragraf(pen, h, a) {
        pen.need(7);
        const number = h.arenden.findIndex((x) => x.paragraf === a.paragraf) + 1;
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 13 });
        pen.at(`Ärende ${number}`, pen.y, { align: 'right' });
        pen.gap(18);
        pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
        if (a.diarienummer) {
          pen.para(`Dnr: ${a.diarienummer}`, { grad: 10 });
          pen.para('Diariekod: 031', { grad: 10 });
        }
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
