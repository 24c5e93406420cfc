/** The picture in words: for those who do not see it, and for whoever rests on a part of it. */
import * as ord from './ord.ts';
import * as kort from './ord-kort.ts';
import type { Bild } from './types.ts';
import { WORDS } from './words.ts';

/** Where the matter is now. */
export function stateOf({ vag, markeringar, banor, oppna, sprak }: Bild): string {
  const say = WORDS[sprak];
  const days = markeringar.flatMap(({ steg }) => steg.datum ?? []);
  const span =
    days.length === 0 ? '' : days[0] === days.at(-1) ? `${days[0]}` : `${days[0]} – ${days.at(-1)}`;
  const here = banor.find(({ hos }) => hos)?.namn;
  const late = oppna.filter(({ sen }) => sen).length;
  const now = vag.avslutat
    ? ord.shownName(ord.slutIn(vag, sprak))
    : here
      ? say.liesWith(here)
      : say.liesUnknown;
  return [now, late > 0 ? say.lateThings(late) : '', span].filter((part) => part !== '').join(' · ');
}

/** The picture told in words, step by step, for those who do not see it. */
export function inWords(bild: Bild): string {
  const { markeringar, banor, pilar, oppna, sprak } = bild;
  const told = markeringar.map(({ bana }, at) => {
    const to = pilar
      .filter(({ fran, till }) => fran === at && !('oppen' in till && oppna[till.oppen]?.art === 'vantar'))
      .map((pil) => {
        const why = [ord.pilWord(pil, sprak), ord.attText(pil.nr, sprak), ord.sedanText(pil, sprak)]
          .filter((part) => part !== '')
          .join(', ');
        return `${WORDS[sprak].to} ${banor[pil.bana]?.namn}${why === '' ? '' : ` (${why})`}`;
      });
    const own = [...saidOf(bild, at), ...to].filter((part) => part !== '');
    return `${at + 1}. ${banor[bana]?.namn}: ${own.join(', ')}.`;
  });
  const awaited = oppna.filter(({ art }) => art === 'vantar').map((oppen) => `${awaitedWords(bild, oppen)}.`);
  return [...told, ...awaited, `${stateOf(bild)}.`].join(' ');
}

/** What is said of one step. */
export function saidOf({ markeringar, sprak }: Bild, at: number): string[] {
  const { steg, vid } = markeringar[at] as Bild['markeringar'][number];
  const kraft = steg.lagaKraft ? ord.lagaKraftText(steg.lagaKraft, sprak) : '';
  const told = kort.leveranserApart(vid?.leveranser ?? []);
  return [
    ...[
      ord.dayOf(steg, sprak),
      WORDS[sprak].kind[steg.kind],
      ord.paragrafOf(steg),
      ord.utfallOf(steg, sprak),
    ],
    ...(vid?.beslut ?? []).map(({ nr, text }) => (nr === null ? text : `${nr}. ${text}`)),
    ...(vid?.voteringar
      ? vid.voteringar.map((one) => kort.voteringWhole(one, sprak))
      : ord.voteringarOf(steg, sprak)),
    ...(vid?.reservationer ?? []).map((one) => kort.reservationText(one, sprak)),
    ...ord.medfoljerOf(vid?.reservationer ? kort.withoutReservations(steg) : steg, false, sprak),
    ...told.shown.map((one) => kort.leveransKort(one, sprak)),
    ...kort.leveransRader(told.counted, sprak).map(({ text }) => text),
    kraft,
  ].filter((part) => part !== '');
}

/** What is awaited, since when and until when. */
export function awaitedWords({ banor, idag, vag, sprak }: Bild, oppen: Bild['oppna'][number]): string {
  const words = ord.oppenText(oppen, banor[oppen.bana]?.namn ?? '', vag.typ, sprak);
  const frist = oppen.vantan ? ord.fristText(oppen.vantan, idag, sprak) : [];
  return [words.charAt(0).toLocaleUpperCase('sv') + words.slice(1), ...frist].join(', ');
}
