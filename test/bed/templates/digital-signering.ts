import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { contents, longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { person } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { antecknaTill } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** Signed digitally: a transaction number in every foot, a signing page at the end, an address list in the foot. */
export const digitalSignering: Mall = {
  namn: 'digital-signering',
  efter: 'digitalt justerat protokoll: transaktionsnummer i sidfoten och en sida med underskrifter',
  slag: 'kommun',
  niva: 'utskott',
  text: 'ordning',
  stil: stil({
    person: person.member,
    dnr: (serie, ar, nr) => `${serie}/${ar}:${nr}`,
    satser: satser.numbered,
    beslut: under('Beslut', led.besluta),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Sammanfattning av ärendet',
      underlag: 'Beslutsunderlag',
      yrkanden: 'Förslag till beslut på mötet',
      expediering: 'Beslutet ska skickas till',
    },
    yrka: klartext,
    gang: gang.finner,
    rosta: rosta.siffror,
    anteckna: antecknaTill,
    underlag: 'punkt',
    brott: 0.5,
    avstava: true,
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11,
      rad: 14.2,
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(`${h.huvudman}`, 36, { snitt: 'fet' });
        pen.at(`Protokoll`, 36, { x: 330 });
        pen.at(`${sid} (${av})`, 36, { align: 'right' });
        pen.at(`${h.organ}`, 50);
        pen.at(`${h.datum}`, 50, { x: 330 });
        pen.at('Postadress', HOJD - 66, { grad: 7 });
        pen.at('Besöksadress', HOJD - 66, { grad: 7, x: 200 });
        pen.at('E-post', HOJD - 66, { grad: 7, x: 340 });
        pen.at('Box 12, 990 10 Orten', HOJD - 57, { grad: 8 });
        pen.at('Torggatan 4', HOJD - 57, { grad: 8, x: 200 });
        pen.at('kommunen@kommun.example', HOJD - 57, { grad: 8, x: 340 });
        pen.at(`Transaktion 0922211557${String(4400 + sid)}550871   Signerat OE, KL, ML`, HOJD - 40, {
          grad: 7,
        });
      },
      borjan(pen, h) {
        pen.para('Sammanträdesprotokoll', { snitt: 'fet', grad: 18 });
        pen.para(`Plats och tid: ${longDate(h.datum)}, ${h.tryck?.plats}`);
        pen.para('Beslutande', { snitt: 'fet' });
        for (const p of h.narvaro?.ledamoter ?? []) pen.para(`${p.namn} (${p.parti})`);
        pen.para('Justering', { snitt: 'fet' });
        pen.para(`Protokollet justeras digitalt ${h.anslag?.justerad}.`);
        pen.newPage();
        contents(pen, h, 'Ärendelista', (p) => `§ ${p}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 14 });
        pen.para(a.rubrik, { snitt: 'fet', grad: 14 });
        if (a.diarienummer) pen.para(`Diarienummer: ${a.diarienummer}`);
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet', grad: 11.5 }),
      slut(pen, h) {
        pen.newPage();
        pen.para('Verifikat', { snitt: 'fet', grad: 16 });
        pen.para('Dokumentet är undertecknat med elektroniska underskrifter av följande personer:');
        for (const name of [h.tryck?.sekreterare, h.tryck?.ordforande, h.justerare?.[0]?.namn])
          pen.para(
            `${name}   Identifierad med svenskt e-id   ${h.anslag?.justerad} 14:0${(name ?? '').length % 10}:22 UTC`,
          );
        pen.para(
          'Detta verifikat är utfärdat av en underskriftstjänst. Kontrollera dokumentets äkthet hos tjänsten.',
        );
      },
    }),
};
