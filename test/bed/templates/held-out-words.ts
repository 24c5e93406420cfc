/** Words that only templates held out of development use: read by nobody who writes rules (see ../held-out.ts). */
import type { Ordval } from '../phrasing/stil.ts';

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const heldOutMotions: Ordval = (y, vem, m) => {
  const organ = lower(m.kedja[0] ?? '');
  const forslag = m.fran.organ ? `förslaget från ${lower(m.fran.namn)}` : 'förvaltningens förslag';
  switch (y.slag) {
    case 'bifall':
      return `${vem} yrkar att ${organ} beslutar i enlighet med ${forslag}.`;
    case 'avslag':
      return `${vem} framställer yrkande om avslag på ${forslag}.`;
    case 'bordlaggning':
      return `${vem} yrkar att ärendet bordläggs.`;
    case 'aterremiss':
      return `${vem} framställer yrkande om att återremittera ärendet till ${lower(y.till)} så att ${y.syfte}.`;
    case 'andring':
      return `${vem} yrkar följande ändring av punkt ${y.punkt}: ${y.sats.infinitiv}.`;
    case 'tillagg':
      return `${vem} yrkar att beslutet kompletteras med att ${y.sats.infinitiv}.`;
    case 'forsta-andra':
      return `I första hand yrkar ${vem} återremiss till ${lower(y.till)} och i andra hand att förslaget avslås.`;
    case 'bifall-avslag':
      return `${vem} yrkar bifall till ${forslag} och att yrkandet från ${y.annan.namn} avslås.`;
    case 'skriftligt':
      return `${vem} ansluter sig till yrkandet från ${y.parti} den ${y.datum} och yrkar bifall till det.`;
    case 'vidare':
      return `${vem} yrkar dessutom avslag på yrkandet från ${y.annan.namn}.`;
  }
};
