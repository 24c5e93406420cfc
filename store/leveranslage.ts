/** How a delivery stands, as people have to do with it and as the picture of the way tells it. */
import type { Leveranslage } from '../diarium/bild/types.ts';
import type { Leverans, LeveransStatus } from './expediering.ts';

/** What a person has to do about it decides the group; changed after it was delivered is one of its own. */
export type LeveransGrupp = LeveransStatus | 'andrad';

export const gruppOf = ({ status, andrad }: Leverans): LeveransGrupp =>
  andrad && status === 'levererad' ? 'andrad' : status;

const LAGE: { readonly [grupp in LeveransGrupp]: Leveranslage['lage'] } = {
  misslyckad: 'misslyckad',
  andrad: 'andrad',
  vantar_granskning: 'vantar',
  vantar_kanal: 'vantar',
  provkord: 'vantar',
  skickas: 'skickas',
  levererad: 'levererad',
};

/** How the picture of the way tells it. */
export const lageOf = (one: Leverans): Leveranslage => ({
  mottagare: one.mottagare,
  lage: LAGE[gruppOf(one)],
  pamind: one.paminnelser > 0 && one.status !== 'levererad',
  dag: (one.levererad ?? one.skickad)?.slice(0, 10) ?? null,
});

/** Of each step, by its `nyckel`. */
export const lagenBySteg = (all: readonly Leverans[]): Map<string, Leveranslage[]> =>
  new Map([...Map.groupBy(all, ({ steg }) => steg)].map(([steg, own]) => [steg, own.map(lageOf)]));
