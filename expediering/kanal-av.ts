/** A channel as the store keeps it, as its sender wants it. */
import type { KanalSlag, NyKanal } from '../store/expediering.ts';
import { type Kanal, kanalSchema, SandFel } from './kanaler/index.ts';

/** What the address of a channel is called in its settings. */
export const ADRESS_FALT: { readonly [slag in Exclude<KanalSlag, 'inkorg'>]: string } = {
  mapp: 'katalog',
  epost: 'till',
  webhook: 'url',
};

/** Throws a final SandFel that says what is wrong with it, in both languages. */
export function kanalAv({ namn, slag, adress, installningar }: NyKanal): Kanal {
  if (slag === 'inkorg') throw new TypeError('an inkorg is no way out');
  const parsed = kanalSchema.safeParse({ ...installningar, typ: slag, [ADRESS_FALT[slag]]: adress });
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map(({ path, code, message, ...issue }) => {
    if (code === 'unrecognized_keys' && 'keys' in issue) return `okänd inställning ${issue.keys.join(', ')}`;
    const name = path.join('.') === ADRESS_FALT[slag] ? 'adressen' : path.join('.');
    return code === 'invalid_type' ? `${name} saknas eller är av fel slag` : `${name}: ${message}`;
  });
  throw new SandFel(
    'slutgiltigt',
    `Kanalen ${namn} kan inte användas: ${what.join('; ')}.`,
    `The channel ${namn} cannot be used: ${what.join('; ')}.`,
  );
}
