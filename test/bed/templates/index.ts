/** Every template of the bed. */
import type { Mall } from '../mall.ts';
import { exportBeslutForst } from './export-beslut-forst.ts';
import { flattadDump } from './flattad-dump.ts';
import { prefixUtanTecken } from './prefix-utan-tecken.ts';
import { skrivmaskinMarginal } from './skrivmaskin-marginal.ts';
import { stadEnligtForslag } from './stad-enligt-forslag.ts';
import { stadsdel } from './stadsdel.ts';
import { versaler } from './versaler-namnden-beslutar.ts';

export const MALLAR: Mall[] = [
  exportBeslutForst,
  skrivmaskinMarginal,
  stadsdel,
  stadEnligtForslag,
  prefixUtanTecken,
  versaler,
  flattadDump,
];
