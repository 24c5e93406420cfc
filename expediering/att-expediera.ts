/** What of a matter is to be sent: one § of minutes, and to whom. Pure. */
import { createHash } from 'node:crypto';
import { paragrafKey, plain } from '../diarium/way/text.ts';
import type { Kalla, Steg, Way } from '../diarium/way/types.ts';
import type { Arende, Handling } from '../extraction/record.ts';
import { isOrganName } from '../extraction/routing/organ.ts';
import { mottagareKey } from '../store/leverans-nyckel.ts';
import type { Matter, MatterHandling } from '../store/store.ts';

export interface Mottagare {
  namn: string;
  /** A deciding body by its name. */
  organ: boolean;
}

/** One § as it is to be sent. */
export interface Expediering {
  huvudman: string | null;
  diarienummer: string | null;
  steg: Steg;
  /** The version that counts: where it stands and what was read of it. */
  sha256: string;
  fileName: string;
  handling: Handling;
  arende: Arende;
  /** Each once. */
  mottagare: Mottagare[];
  /** The ground for secrecy that any version of the § names: one that is masked may not name it. */
  sekretess: string | null;
  /** Changes when the decision does, and not when only the printing does. */
  innehall: string;
}

/**
 * The § with this `Steg.nyckel`, if it is one of minutes and has somebody to be sent to; else null. Whether anything of
 * it may be sent is another question (see hinder.ts).
 *
 * @param way of `handlingar`, all those of the matter
 */
export function attExpediera(
  way: Way,
  nyckel: string,
  { handlingar, matter }: { handlingar: readonly MatterHandling[]; matter: Matter },
): Expediering | null {
  const steg = way.steg.find((one) => one.nyckel === nyckel);
  if (steg?.kind !== 'protokoll') return null;
  const versions = steg.kallor.flatMap((kalla) => versionAt(kalla, steg, handlingar));
  const mottagare = recipientsOf(steg, way, matter.huvudman);
  const [found] = versions;
  if (!found || mottagare.length === 0) return null;
  const { sha256, fileName, handling, arende } = found;
  const secret = versions.find((one) => one.arende.sekretess !== null);
  return {
    ...{ huvudman: matter.huvudman, diarienummer: matter.diarienummer, steg },
    ...{ sha256, fileName, handling, arende, mottagare, innehall: fingerprint(arende) },
    sekretess: secret?.arende.sekretess ?? null,
  };
}

/** All §§ of the matter that have somebody to be sent to: their `Steg.nyckel`. */
export function stegAttExpediera(way: Way): string[] {
  return way.steg
    .filter((steg) => steg.kind === 'protokoll' && recipientsOf(steg, way, null).length > 0)
    .map(({ nyckel }) => nyckel);
}

/** Where the § stands in one of the files that hold it. */
function versionAt(kalla: Kalla, steg: Steg, handlingar: readonly MatterHandling[]) {
  const found = handlingar.find((one) => one.sha256 === kalla.sha256 && one.handling.id === kalla.handlingId);
  const there = found?.handling.arenden.filter(({ pages }) => pages[0] === kalla.page) ?? [];
  const key = paragrafKey(steg.paragraf, steg.datum);
  const same = there.filter((one) => paragrafKey(one.paragraf, steg.datum) === key);
  const arende = same.find((one) => one.rubrik === steg.rubrik) ?? same[0];
  if (!found || !arende) return [];
  return [{ sha256: found.sha256, fileName: found.fileName, handling: found.handling, arende }];
}

/** Who has the matter next, and who is told of the decision; the body itself is told nothing by its own minutes. */
function recipientsOf(steg: Steg, way: Way, huvudman: string | null): Mottagare[] {
  const own = steg.organ === null ? null : mottagareKey(steg.organ, huvudman);
  const posts = way.poster.filter((post) => post.steg === steg.nyckel && post.typ !== 'forslag');
  const named: (Mottagare & { asked: boolean })[] = [
    // whom a decision was left to is told where the minutes say so
    ...steg.vidare.flatMap(({ organ, reason }) =>
      reason === 'delegation' ? [] : [{ namn: organ, organ: isOrganName(organ), asked: false }],
    ),
    ...posts.map((post) => ({
      ...{ namn: post.mottagare, organ: post.organ, asked: post.typ === 'expediering' },
    })),
  ];
  const once = new Map<string, Mottagare>();
  for (const { namn, organ, asked } of named) {
    const key = mottagareKey(namn, huvudman);
    if (!once.has(key) && (asked || key !== own)) once.set(key, { namn, organ });
  }
  return [...once.values()];
}

function fingerprint(arende: Arende): string {
  const texts =
    arende.beslut.length > 0 ? arende.beslut.map(({ text }) => plain(text)) : [plain(arende.rubrik ?? '')];
  return createHash('sha256')
    .update(JSON.stringify([texts, arende.utfall]))
    .digest('hex')
    .slice(0, 32);
}
