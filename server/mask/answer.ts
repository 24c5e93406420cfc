/** What the store answers, as a reader sees it: every text in it, whatever the answer's shape. Pure. */
import { UTELAMNAD } from '../../diarium/rader/masking.ts';
import { isOrganName } from '../../extraction/routing/organ.ts';
import { maskText } from './text.ts';

/** Names of fields that hold what the program itself has made: ids, codes, days and places. */
const OWN = new Set([
  ...[
    'id',
    'sha256',
    'matterId',
    'arende',
    'matter',
    'steg',
    'nyckel',
    'handlingId',
    'itemId',
    'permanentId',
    'annan',
    'alias',
    'attsatser',
  ],
  ...[
    'typ',
    'kind',
    'reason',
    'utfall',
    'utslag',
    'rost',
    'status',
    'slag',
    'code',
    'vad',
    'riktning',
    'textSource',
  ],
  ...['mediaType', 'schemaVersion', 'extractionVersion', 'obekraftade', 'datumEnligt', 'saknas'],
]);
/** Names of fields whose form tells nobody's name: days, numbers, parties, roles. */
const PLAIN = new Set([
  ...['datum', 'at', 'sedan', 'senast', 'forst', 'sist', 'tidigast', 'anslaget', 'overklagasTill', 'idag'],
  ...['inlagtTill', 'senasteSteg', 'justerad', 'uppsatt', 'nedtas', 'sammantrade', 'inlast'],
  ...[
    'diarienummer',
    'andraNummer',
    'dokumentnummer',
    'nummer',
    'aven',
    'paragraf',
    'punkt',
    'parti',
    'roll',
  ],
  ...['huvudman', 'frist'],
]);
/** Names of fields that hold a body more often than a person. */
const BODIES = new Set([
  ...['organ', 'hos', 'next', 'fran', 'av', 'kedja', 'till', 'avsandare', 'mottagare', 'label', 'motpart'],
]);

export interface Under {
  /** All of it is of a matter under secrecy. */
  sekretess: boolean;
  /** Words that are names elsewhere in what is secret. */
  namn?: ReadonlySet<string>;
  /** Names of files that may tell. */
  filnamn?: ReadonlySet<string>;
  /** Ids of the ärenden (or matters) in it that are under secrecy, where not all of it is. */
  hemliga?: ReadonlySet<string>;
}

/** A copy without what the reader is not to see. */
export function maskAnswer<T>(answer: T, under: Under): T {
  return masked(answer, '', under) as T;
}

function masked(value: unknown, field: string, under: Under): unknown {
  if (typeof value === 'string') return maskedText(value, field, under);
  if (Array.isArray(value)) return value.map((one) => masked(one, field, under));
  if (typeof value !== 'object' || value === null) return value;
  const within = { ...under, sekretess: under.sekretess || isSecret(value, under.hemliga) };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, name, within)]));
}

/** The ids that tell whether a part of an answer is of a secret matter. */
function isSecret(value: object, hemliga: ReadonlySet<string> | undefined): boolean {
  if (!hemliga) return false;
  const { id, matterId, arende, matter } = value as { [name: string]: unknown };
  return [id, matterId, arende, matter].some((one) => typeof one === 'string' && hemliga.has(one));
}

function maskedText(text: string, field: string, { sekretess, namn, filnamn }: Under): string {
  if (OWN.has(field)) return text;
  if (field === 'path')
    return maskedFileName(text.split(/[\\/]/u).at(-1) ?? '', sekretess || filnamn?.has(text) === true);
  if (field === 'fileName') return maskedFileName(text, sekretess || filnamn?.has(text) === true);
  if (!sekretess || PLAIN.has(field)) return maskText(text);
  if (field === 'namn') return isOrganName(text) ? text : UTELAMNAD;
  if (BODIES.has(field) && isOrganName(text)) return maskText(text);
  return maskText(text, { sekretess, ...(namn && { namn }) });
}

/** The name of a file that may tell who a secret matter is of is left out whole, but for its kind. */
export function maskedFileName(fileName: string, sekretess: boolean): string {
  if (!sekretess) return maskText(fileName);
  return UTELAMNAD + (/\.[A-Za-z]{2,4}$/u.exec(fileName)?.[0].toLowerCase() ?? '');
}
