/** What a posted form decides, or what is wrong with it. */
import type { Atgard } from '../../../diarium/rattelser/index.ts';
import { isItemTyp } from '../../../diarium/rattelser/index.ts';
import { compareWords, linesOf } from '../client/review-words.ts';
import { touchedIn } from './formular.ts';
import type { Forsok, Gor } from './forsok.ts';
import { textOfItem } from './gor-formular.ts';
import { rutorOf } from './rutor.ts';
import type { Sak } from './sak.ts';
import { faltFrom } from './skrivet.ts';
import type { words } from './words.ts';

type Posted = Pick<Forsok, 'gor' | 'form' | 'alla'>;
type Wrong = Pick<Forsok, 'text' | 'fel'>;
export type Said = { atgard: Atgard; wrong?: never } | { atgard?: never; wrong: Wrong };

const wrong = (text: string | null, fel: Wrong['fel'] = {}): Said => ({ wrong: { text, fel } });

type Say = (typeof words)['sv'];

const BY: { readonly [gor in Gor]: (posted: Posted, sak: Sak, say: Say) => Said } = {
  godkann({ alla }, { vy }) {
    return { atgard: { typ: 'godkann', falt: isItemTyp(vy.typ) ? [] : [...(alla.falt ?? [])] } };
  },

  ratta({ form }, { vy }, say) {
    const touched = touchedIn(rutorOf(vy.typ), form);
    if (Object.keys(touched).length === 0) return wrong(say.noChange);
    const { falt, fel } = faltFrom(vy.typ, touched, vy.falt, vy.kind);
    return Object.keys(fel).length > 0 ? wrong(null, fel) : { atgard: { typ: 'ratta', falt } };
  },

  avvisa({ form }, _, say) {
    const skal = form.skal?.trim() ?? '';
    return skal === '' ? wrong(say.rejectWhy, { skal: 'tomt' }) : { atgard: { typ: 'avvisa', skal } };
  },

  dela({ form }, sak, say) {
    const texter = linesOf(form.texter ?? '');
    if (texter.length < 2) return wrong(say.splitFew, { texter: 'annat' });
    const parts = compareWords(textOfItem(sak) ?? '', texter.join(' '));
    const differs = parts.some(({ what }) => what !== 'same');
    if (differs && form.anda !== '1') return wrong(say.splitDiffers, { texter: 'val' });
    return { atgard: { typ: 'dela', texter } };
  },

  'sla-ihop'({ form, alla }, _, say) {
    const med = [...(alla.med ?? [])];
    if (med.length === 0) return wrong(say.mergeNone, { med: 'val' });
    return { atgard: { typ: 'sla_ihop', med, text: linesOf(form.text ?? '').join(' ') || null } };
  },

  'lagg-till'({ form }, { vy, pageCount }, say) {
    const punkt = form.punkt ?? '';
    if (!isItemTyp(punkt as Parameters<typeof isItemTyp>[0])) return wrong(say.addHow);
    const typ = punkt as Parameters<typeof rutorOf>[0] & Extract<Atgard, { typ: 'lagg_till' }>['punkt'];
    const typed = Object.fromEntries(rutorOf(typ).map(({ name }) => [name, form[name] ?? '']));
    const { falt, fel } = faltFrom(typ, typed, {}, vy.kind);
    const page = Number(form.page);
    const outside = !Number.isInteger(page) || page < 1 || page > pageCount;
    if (outside || Object.keys(fel).length > 0)
      return wrong(outside ? `${say.addPage}: 1–${pageCount}` : null, fel);
    return { atgard: { typ: 'lagg_till', punkt: typ, page, falt } };
  },
};

export const saidBy = (posted: Posted, sak: Sak, say: Say): Said => BY[posted.gor](posted, sak, say);
