/** Stories in which the proposal is voted on, sent back, put off or turned down. */
import type { Person } from '../../../samples/make/content.ts';
import { act, remit } from './clause.ts';
import type { Story } from './matter.ts';
import { type Tell, vote } from './telling.ts';

export const TURNED = {
  aterremiss: ({ matter, till, syfte, moved, one }) => {
    moved(
      { av: [...one('V'), ...one('MP')], slag: 'aterremiss', till, syfte, utfall: 'bifall' },
      { av: one('M'), slag: 'bifall', utfall: null },
    );
    matter.beslut = [remit(till, syfte)];
    matter.utfall = 'aterremiss';
    matter.next = till;
    matter.mottagare = [till];
  },
  minoritet: ({ m, matter, till, syfte, moved, one }) => {
    moved(
      { av: one('SD'), slag: 'aterremiss', till, syfte, utfall: 'bifall' },
      { av: one('S'), slag: 'bifall-avslag', annan: one('SD')[0] as Person, utfall: null },
    );
    matter.votering = vote(m.ledamoter, ['SD', 'M', 'KD'], [], {
      ja: 'att ärendet ska avgöras i dag',
      nej: 'återremiss',
    });
    matter.minoritet = true;
    matter.beslut = [remit(till, syfte)];
    matter.utfall = 'aterremiss';
    matter.next = till;
  },
  bordlagt: ({ m, matter, moved, one }) => {
    moved({ av: one('C'), slag: 'bordlaggning', utfall: 'bifall' });
    matter.beslut = [
      {
        infinitiv: `bordlägga ärendet till sammanträdet den ${m.nasta}`,
        passiv: `Ärendet bordläggs till sammanträdet den ${m.nasta}`,
        presens: `bordlägger ärendet till sammanträdet den ${m.nasta}`,
      },
    ];
    matter.utfall = 'bordlagt';
    matter.next = m.organ.namn;
    matter.mottagare = [];
  },
  avslag: ({ matter, moved, one }) => {
    moved({ av: [...one('M'), ...one('SD')], slag: 'avslag', utfall: 'bifall' });
    matter.beslut = [act('avslå', 'förslaget')];
    matter.utfall = 'avslag';
  },
  votering: ({ m, matter, dice, note, moved, of, one }) => {
    moved(
      { av: one('S'), slag: 'bifall', utfall: 'bifall' },
      { av: [...one('SD'), ...one('M'), ...one('KD')], slag: 'avslag', utfall: 'avslag' },
    );
    const nej = ['SD', 'M', 'KD'];
    matter.votering = vote(m.ledamoter, nej, dice.chance(0.5) ? ['L'] : [], {
      ja: 'bifall till förslaget',
      nej: 'avslag på förslaget',
    });
    matter.reservation = { av: of(...nej), egna: false };
    note('protokollsanteckning', one('SD'));
  },
} satisfies { [story in Story]?: Tell };
