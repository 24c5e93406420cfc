/** A matter's way as tracks, marks and arrows: what svg.ts, mermaid.ts and the terminal draw, each in its own way. */
import { type OrganIndex, organIndex } from '../../extraction/routing/organ.ts';
import type { Vidare } from '../way/types.ts';
import { banorOf, nameOf, namesIn } from './banor.ts';
import { shownName } from './ord.ts';
import type { Bild, Oppen, Pil, Pilart, Sprak, Steg, Vag } from './types.ts';

/**
 * Sets out a way.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function bildOf(vag: Vag, idag: string | null, sprak: Sprak = 'sv'): Bild {
  const index = organIndex(namesIn(vag, sprak), { huvudman: vag.huvudman });
  const { banor, banaOf } = banorOf(vag, index, sprak);
  const markeringar = vag.steg.map((steg, at) => ({
    ...{ steg, bana: banaOf(nameOf(steg, sprak)) },
    vid: vag.vidSteg?.[at],
  }));
  const pilar: Pil[] = [];
  const unmet: Pil[] = [];
  markeringar.forEach(({ steg }, fran) => {
    for (const { organ, ...way } of waysFrom(steg, index, numbersOf(steg, vag))) {
      const bana = banaOf(organ);
      const next = markeringar.findIndex((m, at) => at > fran && m.bana === bana);
      const pil = { fran, bana, till: { steg: next }, ...way };
      pilar.push(pil);
      if (next < 0) unmet.push(pil);
    }
  });

  const oppna: Oppen[] = [];
  for (const vantan of vag.vantar) {
    const asking = vag.steg.findIndex(({ nyckel }) => nyckel !== undefined && nyckel === vantan.steg);
    const from = asking >= 0 ? asking : markeringar.length - 1;
    const bana = vantan.av === null ? markeringar[from]?.bana : banaOf(vantan.av);
    if (bana === undefined || from < 0) continue;
    const sen = idag !== null && vantan.senast !== null && vantan.senast < idag;
    const till = { oppen: oppna.push({ art: 'vantar', bana, fran: from, vantan, sen }) - 1 };
    // Where the body has met since, the waiting goes on from that meeting.
    const since = markeringar.findLastIndex((m, at) => at >= from && m.bana === bana);
    const fran = since >= 0 ? since : from;
    const sent = unmet.find((pil) => pil.fran === fran && pil.bana === bana && !('oppen' in pil.till));
    if (sent && vantan.vad !== 'utforande') {
      sent.till = till;
      continue;
    }
    const { skal } = vantan;
    const art = skal === 'aterremiss' || skal === 'remiss' ? skal : 'vidare';
    const reason = skal === 'uppdrag' ? skal : null;
    const own = fran === asking ? vag.steg[asking] : undefined;
    const nr = own && vantan.nr !== undefined && !isOnlyFirst(numbersOf(own, vag)) ? [vantan.nr] : [];
    pilar.push({ fran, bana, till, art, reason, nr, sedan: [] });
  }

  // The latest first: of several ways to a body that never met, the last one tells that it waits.
  for (const pil of unmet.toReversed()) {
    if ('oppen' in pil.till) continue;
    const { bana, fran } = pil;
    const waits = (oppen: Oppen) => oppen.art === 'vantar' && oppen.bana === bana;
    // What is proposed to a body it decides; an answer that it owes, or an order that it has, is another thing.
    const decides = oppna.findIndex((o) => waits(o) && !['svar', 'utforande'].includes(o.vantan?.vad ?? ''));
    const same = decides >= 0 ? decides : oppna.findIndex(waits);
    // A way kept by an earlier version says who has it now, but not what is awaited.
    const here = vag.vantar.length === 0 && banor[bana]?.hos === true;
    const art = here ? 'vantar' : pil.art === 'delegation' ? 'delegerad' : 'saknas';
    const oppen = same >= 0 ? same : oppna.push({ art, bana, fran, vantan: null, sen: false }) - 1;
    pil.till = { oppen };
  }
  // Who has it is told also where no clause of the last step says so.
  const hos = banor.findIndex((bana) => bana.hos);
  const last = markeringar.length - 1;
  if (hos >= 0 && last >= 0 && markeringar[last]?.bana !== hos && !oppna.some(({ bana }) => bana === hos)) {
    const oppen = oppna.push({ art: 'vantar', bana: hos, fran: last, vantan: null, sen: false }) - 1;
    pilar.push({ fran: last, bana: hos, till: { oppen }, art: 'vidare', reason: null, nr: [], sedan: [] });
  }
  return { vag, idag, sprak, banor, markeringar, pilar, oppna };
}

type WayFrom = Pick<Pil, 'art' | 'reason' | 'nr' | 'sedan'> & { organ: string };

/** The numbers of all clauses of a step that go somewhere or ask for something. */
const numbersOf = ({ vidare = [], nyckel }: Steg, { vantar }: Vag): Set<number> =>
  new Set([
    ...vidare.flatMap(({ nr }) => nr),
    ...vantar.filter(({ steg }) => steg === nyckel).flatMap(({ nr }) => nr ?? []),
  ]);

const isOnlyFirst = (numbers: Set<number>): boolean => numbers.size === 1 && numbers.has(1);

/**
 * Where the clauses of a step go: one way a body and reason.
 *
 * @param numbers of all clauses that go or ask
 */
function waysFrom({ vidare, next, utfall }: Steg, index: OrganIndex, numbers: Set<number>): WayFrom[] {
  if (vidare === undefined || vidare.length === 0) {
    return next === null ? [] : [{ organ: next, art: artOf(null, utfall), reason: null, nr: [], sedan: [] }];
  }
  const groups = [...Map.groupBy(vidare, ({ organ, reason }) => `${reason}|${index.keyOf(organ)}`).values()];
  return groups.map((group) => {
    const { organ, reason } = group[0] as (typeof group)[0];
    const nr = [...new Set(group.flatMap((one) => one.nr))].sort((a, b) => a - b);
    const sedan = [...new Set(group.flatMap((one) => one.sedan ?? []))].map(index.nameOf).map(shownName);
    // The only way of an only clause is that of the whole.
    const whole = groups.length === 1 && isOnlyFirst(numbers);
    return { organ, reason, nr: whole ? [] : nr, sedan, art: artOf(reason, null) };
  });
}

function artOf(reason: Vidare['reason'] | null, utfall: Steg['utfall']): Pilart {
  if (reason === 'aterremiss' || utfall === 'aterremiss') return 'aterremiss';
  if (reason === 'bordlaggning' || utfall === 'bordlagt') return 'bordlaggning';
  return reason === 'remiss' || reason === 'delegation' ? reason : 'vidare';
}
