/** How the desk is reached and by whom: decided at start, and refused where it would lie open. */
import type { Settings } from '../../config/settings.ts';
import { accountName } from '../../engine/home/account.ts';
import type { Store } from '../../store/store.ts';
import { isLoopbackName } from '../loopback.ts';
import { addressesOf, type Front, LOOPBACK } from './front.ts';
import { createLimits, type Limits } from './limits.ts';
import { byOwnAccounts, type SessionRules, type WhoAsks } from './who.ts';

export interface Access {
  front: Front;
  who: WhoAsks;
  limits: Limits;
  /** Whether people log in by a page of ours now; where not, `who` always knows. Asked at each request. */
  login(): Promise<boolean>;
  rules: SessionRules;
}

/** Why the desk is not served so; `message` is for people, in Swedish. */
export class OsakertLage extends Error {
  override readonly name = 'OsakertLage';
}

export type AccessSettings = Pick<
  Settings,
  | 'login'
  | 'publicUrl'
  | 'trustedProxy'
  | 'tlsCertFile'
  | 'tlsKeyFile'
  | 'sessionIdleMinutes'
  | 'sessionHours'
>;

const MINUTE = 60_000;

/** Whether others than this machine can come to the desk. */
export const isReached = ({ trustedProxy }: AccessSettings, host: string): boolean =>
  !isLoopbackName(host) || trustedProxy.length > 0;

/** Nobody logs in: whoever sits at this machine may do all that its commands may. */
export function ownMachineAccess(): Access {
  const namn = accountName();
  return {
    front: LOOPBACK,
    who: async () => ({ namn, roll: 'registrator', inloggad: false }),
    limits: createLimits(),
    login: async () => false,
    rules: { idleMs: 0, wholeMs: 0 },
  };
}

/**
 * How the desk is to be served on an address.
 *
 * @throws OsakertLage where others could reach it without log-in, or could listen
 */
export async function decideAccess(store: Store, settings: AccessSettings, host: string): Promise<Access> {
  const { login, publicUrl, trustedProxy, tlsCertFile, tlsKeyFile } = settings;
  const reached = isReached(settings, host);
  const proxies = trustedProxy.length === 0 ? null : addressesOf(trustedProxy);
  if (trustedProxy.length > 0 && proxies === null) {
    throw new OsakertLage(
      `trustedProxy ska vara adresser eller nät som 10.0.0.0/8, inte ${trustedProxy.join(', ')}.`,
    );
  }
  if ((tlsCertFile === undefined) !== (tlsKeyFile === undefined))
    throw new OsakertLage('tlsCertFile och tlsKeyFile hör ihop: ange båda.');
  if (reached) await refuseIfOpen(store, settings, host);
  const front: Front = { publicUrl: publicUrl === undefined ? null : new URL(publicUrl), proxies };
  const rules = {
    idleMs: settings.sessionIdleMinutes * MINUTE,
    wholeMs: settings.sessionHours * 60 * MINUTE,
  };
  const accounts = byOwnAccounts(store, front, rules);
  const own = ownMachineAccess();
  const wanted = reached || login === 'always' ? async () => true : wantedSoon(store, login);
  return {
    ...{ front, rules, limits: createLimits(), login: wanted },
    // who shows a key is who it is of, also where nobody has to log in
    who: async (context) =>
      context.req.header('authorization') !== undefined || (await wanted())
        ? accounts(context)
        : own.who(context),
  };
}

async function refuseIfOpen(
  store: Store,
  { publicUrl, tlsCertFile, trustedProxy, login }: AccessSettings,
  host: string,
): Promise<void> {
  const where = isLoopbackName(host) ? `bakom en proxy på ${host}` : `på ${host}`;
  const missing: string[] = [];
  if (!(await store.konton()).some(({ stangd }) => stangd === null))
    missing.push('ett konto: expediera konto lagg-till NAMN --roll registrator');
  if (tlsCertFile === undefined && trustedProxy.length === 0)
    missing.push(
      'HTTPS: inställningarna tlsCertFile och tlsKeyFile, eller en proxy som har det, i trustedProxy',
    );
  if (publicUrl === undefined) missing.push('adressen som sidan nås på: inställningen publicUrl');
  else if (new URL(publicUrl).protocol !== 'https:') missing.push('en publicUrl som börjar med https://');
  if (login === 'not-on-loopback' && isLoopbackName(host))
    missing.push('en annan inställning än login: not-on-loopback, när en proxy släpper in andra');
  if (missing.length === 0) return;
  throw new OsakertLage(
    `Sidan visas inte ${where}, där andra kan nå den, utan:\n${missing.map((one) => `  – ${one}`).join('\n')}\nUtan det visas den bara på den egna maskinen (127.0.0.1). Se docs/security.md.`,
  );
}

/** Whether there is an account, open or closed: asked of the store now and then. Closing the last one opens nothing. */
function wantedSoon(store: Store, login: Settings['login']): () => Promise<boolean> {
  if (login === 'not-on-loopback') return async () => false;
  let known = false;
  let until = 0;
  return async () => {
    if (known || performance.now() < until) return known;
    known = (await store.konton()).length > 0;
    until = performance.now() + KNOWN_MS;
    return known;
  };
}

const KNOWN_MS = 2_000;
