/** Stories in which the body does as was proposed, whatever else was moved. */
import type { Person } from '../../../samples/make/content.ts';
import { act, order, sentence } from './clause.ts';
import type { Story } from './matter.ts';
import type { Tell } from './telling.ts';

export const ADOPTED = {
  enkel: ({ matter, dice }) => {
    matter.omedelbar = dice.chance(0.3);
  },
  vidare: ({ dice, go }) => {
    go(dice.chance(0.5));
  },
  flera: ({ matter, dice, go, moved, one }) => {
    go(true);
    moved(
      { av: [...one('M'), ...one('C')], slag: 'bifall', utfall: 'bifall' },
      {
        av: [...one('S'), ...one('V')],
        slag: 'andring',
        punkt: 1,
        sats: sentence(`beslutet ska gälla under en försöksperiod på ${dice.int(2, 4)} år`),
        utfall: 'avslag',
      },
    );
    matter.reservation = { av: [...one('S'), ...one('V')], egna: true };
  },
  'forsta-andra': ({ matter, till, syfte, go, note, moved, one }) => {
    go(false);
    moved(
      { av: one('SD'), slag: 'forsta-andra', till, syfte, utfall: 'avslag' },
      { av: [...one('S'), ...one('C'), ...one('L')], slag: 'bifall', utfall: 'bifall' },
    );
    matter.reservation = { av: one('SD'), egna: true };
    note('sarskilt_yttrande', one('V'));
  },
  tillagg: ({ ar, note, moved, one }) => {
    moved(
      {
        av: one('C'),
        slag: 'tillagg',
        sats: sentence(`en utvärdering ska redovisas senast den 1 juni ${ar + 1}`),
        utfall: 'avslag',
      },
      { av: one('S'), slag: 'bifall-avslag', annan: one('C')[0] as Person, utfall: 'bifall' },
    );
    note('protokollsanteckning', [...one('C'), ...one('KD')]);
  },
  motion: ({ m, matter, dice, amne, go, note, moved, of, one }) => {
    go(false);
    const [who] = of('MP', 'V');
    matter.beslut = [act('avslå', 'motionen')];
    matter.forslag = matter.beslut;
    matter.amne = {
      ...amne,
      rubrik: `Svar på motion om ${dice.pick(['fria bussresor', 'solceller på kommunens tak', 'vegetarisk dag i skolan', 'en simhall'])}`,
      bakgrund: [
        `${who?.namn} (${who?.parti}) föreslår i en motion att kommunen ska utreda frågan och att medel ska avsättas i kommande budget.`,
        `${m.organ.kontor} bedömer att förslaget inte ryms inom nuvarande ramar. Liknande frågor har redan prövats.`,
      ],
      underlag: ['Motion', `Yttrande från ${m.organ.kontor.toLowerCase()}`],
    };
    moved(
      { av: one('MP'), slag: 'skriftligt', parti: 'MP', datum: m.justerad, utfall: 'avslag' },
      { av: one('M'), slag: 'bifall', utfall: 'bifall' },
    );
    note('deltar_ej', of('SD'));
  },
  jav: ({ note, one }) => {
    note('jav', one('M'));
  },
  grupp: ({ matter, go, note, moved }) => {
    const party = (short: string): Person => ({ namn: null, parti: short, roll: null });
    go(false);
    moved(
      { av: [party('S'), party('MP')], slag: 'bifall', utfall: 'bifall' },
      { av: [party('KD')], slag: 'avslag', utfall: 'avslag' },
    );
    matter.reservation = { av: [party('KD')], egna: true };
    note('protokollsanteckning', [party('M'), party('L')]);
  },
  'vidare-yrkar': ({ moved, one }) => {
    moved(
      { av: one('S'), slag: 'bifall', utfall: 'bifall' },
      {
        av: one('C'),
        slag: 'tillagg',
        sats: sentence('arbetet ska redovisas varje halvår'),
        utfall: 'avslag',
      },
      { av: one('S'), slag: 'vidare', annan: one('C')[0] as Person, utfall: 'bifall' },
    );
  },
  uppdrag: ({ m, matter }) => {
    matter.uppdrag = {
      till: m.organ.kontor,
      vad: [
        'ta fram en tidplan',
        `redovisa kostnaderna senast den ${m.nasta}`,
        'samråda med de fackliga organisationerna',
      ],
    };
  },
  dubbel: ({ m, matter, go }) => {
    go(false);
    if (matter.next)
      matter.egen = [order(m.organ.kontor.toLowerCase(), 'genomföra beslutet när det har vunnit laga kraft')];
  },
} satisfies { [story in Story]?: Tell };
