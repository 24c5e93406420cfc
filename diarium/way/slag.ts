/** What kind of body it is, by its key: the same under every name and abbreviation of it. */
import { fold, kindInKey } from '../../extraction/routing/organ-key.ts';

const FULLMAKTIGE = fold('fullmäktige');

/** Bodies of the kommunallagen, whose own decisions can be tried by laglighetsprövning. */
const DECIDES = new Set(['fullmäktige', 'nämnd', 'styrelse', 'utskott', 'direktion'].map(fold));

export const isFullmaktigeKey = (key: string): boolean => key.endsWith(FULLMAKTIGE);

/** A body that decides; not a council, a presidium, a beredning or the auditors. */
export const decidesByLaw = (key: string): boolean =>
  key.split(' ').some((word) => DECIDES.has(kindInKey(word)?.kind ?? ''));
