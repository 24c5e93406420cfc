/** A record as a reader sees it. Pure. */
import type { Record as FileRecord, Handling } from '../../extraction/record.ts';
import { maskAnswer } from './answer.ts';
import { type Hemliga, secretIn, secretWords } from './secret.ts';

/** @param secret ids of the ärenden under secrecy, when more is known of it than by the record alone */
export function maskRecord(record: FileRecord, secret: Hemliga = secretIn(record)): FileRecord {
  const namn = secretWords(record, secret);
  const sekretess = secret.size > 0;
  return {
    ...record,
    source: maskAnswer(record.source, { sekretess: tellsByItsName(record, secret) }),
    handlingar: record.handlingar.map((handling) => maskHandling(handling, secret, namn)),
    warnings: maskAnswer(record.warnings, { sekretess, namn }),
  };
}

/** See SekretessStore.hemligaFilnamn. */
function tellsByItsName({ handlingar }: FileRecord, secret: Hemliga): boolean {
  const isSecret = ({ id }: { id: string }): boolean => secret.has(id);
  const ofLetters = handlingar.some((one) => isSecretLetter(one, secret));
  const all = handlingar.flatMap(({ arenden }) => arenden);
  return ofLetters || (all.length > 0 && all.every(isSecret));
}

const isOfMeeting = ({ kind }: Handling): boolean => kind === 'protokoll' || kind === 'kallelse';

const isSecretLetter = (handling: Handling, secret: Hemliga): boolean =>
  !isOfMeeting(handling) && [handling, ...handling.arenden].some(({ id }) => secret.has(id));

/** A letter in a secret matter is secret as a whole; minutes and notices are so by their §§. */
export function maskHandling(handling: Handling, secret: Hemliga, namn: ReadonlySet<string>): Handling {
  const isLetter = isSecretLetter(handling, secret);
  const isAppended = handling.kind === 'annat' && secret.size > 0;
  return maskAnswer(handling, { sekretess: isLetter || isAppended, hemliga: secret, namn });
}
