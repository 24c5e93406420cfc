/** Words for motions. */
import type { Person } from '../../../samples/make/content.ts';
import { capital } from '../content/clause.ts';
import type { Matter } from '../content/matter.ts';
import { genitive } from '../content/places.ts';
import { forslaget, lower } from './forms.ts';
import type { Ordval } from './stil.ts';

const syfte = (text: string) => `för att ${text}`;

const yrkandet = (p: Person) => `${genitive(p.namn ?? '')} yrkande`;

/** "N yrkar …": the commonest words; `verb` by tense and taste. */
export const yrkar =
  (verb = 'yrkar', forslag: (m: Matter) => string = forslaget): Ordval =>
  (y, vem, m) => {
    switch (y.slag) {
      case 'bifall':
        return `${vem} ${verb} bifall till ${forslag(m)}.`;
      case 'avslag':
        return `${vem} ${verb} avslag på ${forslag(m)}.`;
      case 'bordlaggning':
        return `${vem} ${verb} att ärendet ska bordläggas till nästa sammanträde.`;
      case 'aterremiss':
        return `${vem} ${verb} att ärendet ska återremitteras till ${lower(y.till)} ${syfte(y.syfte)}.`;
      case 'andring':
        return `${vem} ${verb} att punkt ${y.punkt} i förslaget ändras så att ${y.sats.infinitiv}.`;
      case 'tillagg':
        return `${vem} ${verb} som tillägg till förslaget att ${y.sats.infinitiv}.`;
      case 'forsta-andra':
        return `${vem} ${verb} i första hand att ärendet återremitteras till ${lower(y.till)} ${syfte(y.syfte)} och i andra hand avslag på ${forslag(m)}.`;
      case 'bifall-avslag':
        return `${vem} ${verb} bifall till ${forslag(m)} och avslag på ${yrkandet(y.annan)}.`;
      case 'skriftligt':
        return `${vem} ${verb} bifall till yrkande från ${y.parti} den ${y.datum}.`;
      case 'vidare':
        return `Vidare ${verb || 'yrkar'} ${vem} avslag på ${yrkandet(y.annan)}.`;
    }
  };

/** "Bifall till …" after a name and a colon, as in lists. */
export const short: Ordval = (y, vem, m, stil) => {
  if (y.slag === 'vidare') return `${vem}: Avslag på ${yrkandet(y.annan)}.`;
  const long = yrkar('', forslaget)(y, '', m, stil).trim();
  return `${vem}: ${capital(long)}`;
};

/** Other words for the same: the target first, "på", motives, what was moved in the passive. */
export const klartext: Ordval = (y, vem, m) => {
  const forslag = m.fran.organ ? 'liggande förslag' : 'förslaget';
  switch (y.slag) {
    case 'bifall':
      return `Bifall till ${forslag} yrkas av ${vem}.`;
    case 'avslag':
      return `${vem} yrkar att ${forslag} ska avslås.`;
    case 'bordlaggning':
      return `${vem} yrkar på bordläggning av ärendet.`;
    case 'aterremiss':
      return `${vem} yrkar återremiss av ärendet till ${lower(y.till)} med motiveringen att ${y.syfte}.`;
    case 'andring':
      return `${vem} yrkar, som ändring av punkt ${y.punkt}, att ${y.sats.infinitiv}.`;
    case 'tillagg':
      return `${vem} lägger följande tilläggsyrkande: att ${y.sats.infinitiv}.`;
    case 'forsta-andra':
      return `${vem} yrkar i första hand på återremiss till ${lower(y.till)} och i andra hand på avslag.`;
    case 'bifall-avslag':
      return `${vem} yrkar bifall till ${forslag} samt avslag på ${yrkandet(y.annan)}.`;
    case 'skriftligt':
      return `${vem} yrkar bifall till det skriftliga yrkandet från ${y.parti} den ${y.datum}.`;
    case 'vidare':
      return `${vem} yrkar även avslag på ${yrkandet(y.annan)}.`;
  }
};
