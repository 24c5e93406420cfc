/** How often one may ask. Counted in this process: of several web servers each counts its own. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limits {
  /** Counts a request; how many seconds to wait, or null. */
  request(visitor: string): Promise<number | null>;
  /** Counts a request for what takes the machine long; how many seconds to wait, or null. */
  costly(visitor: string): Promise<number | null>;
  /** Before a password is checked: how many seconds to wait, or null. */
  beforeLogin(namn: string, visitor: string): Promise<number | null>;
  /** After it was right: what was counted of this name from here is forgotten. */
  rightPassword(namn: string, visitor: string): Promise<void>;
}

export interface LimitOptions {
  /** Requests of one visitor in a minute. */
  aMinute?: number;
  /** Those of them that take the machine long. */
  costlyAMinute?: number;
  /** Tries of one name from one address, of one address, and of one name from anywhere, in a quarter of an hour. */
  tries?: number;
  triesOfAddress?: number;
  triesOfName?: number;
}

const QUARTER = 15 * 60;

export function createLimits({
  aMinute = 1_200,
  costlyAMinute = 60,
  tries = 6,
  triesOfAddress = 40,
  triesOfName = 60,
}: LimitOptions = {}): Limits {
  const requests = new RateLimiterMemory({ points: aMinute, duration: 60 });
  const costly = new RateLimiterMemory({ points: costlyAMinute, duration: 60 });
  const both = new RateLimiterMemory({ points: tries, duration: QUARTER });
  const address = new RateLimiterMemory({ points: triesOfAddress, duration: QUARTER });
  const name = new RateLimiterMemory({ points: triesOfName, duration: QUARTER });
  // one key whatever stands in a name
  const pair = (namn: string, visitor: string): string => JSON.stringify([namn, visitor]);
  return {
    request: (visitor) => take(requests, visitor),
    costly: (visitor) => take(costly, visitor),
    async beforeLogin(namn, visitor) {
      const waits = [
        await take(address, visitor),
        await take(both, pair(namn, visitor)),
        await take(name, namn),
      ];
      const longest = Math.max(...waits.map((seconds) => seconds ?? 0));
      return longest > 0 ? longest : null;
    },
    async rightPassword(namn, visitor) {
      await both.delete(pair(namn, visitor));
      await name.reward(namn, 1);
      await address.reward(visitor, 1);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
