/** The file that a register is loaded from and written to: JSON, as docs/organ.md tells. */
import { z } from 'zod';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { linesOf } from './json-lines.ts';
import { SLAG, type Slag, UPPDRAG, type Uppdrag } from './ord.ts';

const namn = z
  .string('ett namn inom citattecken väntas')
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().regex(/\p{L}/u, 'namnet är tomt'));

/** Faults told at a time. */
const TOLD = 100;

const FEL_DAG = 'en dag skrivs ÅÅÅÅ-MM-DD, eller null när den inte är känd';
const dag = z
  .string(FEL_DAG)
  .refine((text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    return !!day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  }, FEL_DAG)
  .nullable()
  .default(null);

const oneOf = <T extends string>(words: { readonly [code in T]: string }) =>
  z.enum(Object.keys(words) as [T, ...T[]], `en av dessa väntas: ${Object.keys(words).join(', ')}`);

const list = <T extends z.ZodType>(of: T) => z.array(of, 'en lista inom [ ] väntas');

const period = <T extends { fran: string | null; till: string | null }>({ fran, till }: T): boolean =>
  fran === null || till === null || fran <= till;
const FEL_PERIOD = { error: 'till är före fran', path: ['till'] };

const organSchema = z.strictObject(
  {
    namn: namn.describe('the name it goes by now'),
    tidigareNamn: list(
      z
        .strictObject({ namn, fran: dag, till: dag }, 'ett tidigare namn skrivs { "namn": "…" }')
        .refine(period, FEL_PERIOD),
    )
      .optional()
      .describe('other names of the same body, with the days between which it was called so'),
    forkortningar: list(namn).optional().describe('what it is abbreviated to in this huvudman, e.g. "BUN"'),
    slag: oneOf<Slag>(SLAG).optional().describe('what it is'),
    overordnat: namn
      .nullable()
      .optional()
      .describe('the body that it lies under, by one of its names: of an utskott its nämnd or styrelse'),
    ledamoter: list(
      z
        .strictObject(
          {
            namn,
            parti: namn.nullable().default(null),
            uppdrag: oneOf<Uppdrag>(UPPDRAG),
            fran: dag,
            till: dag,
          },
          'en ledamot skrivs { "namn": "…", "uppdrag": "ledamot" }',
        )
        .refine(period, FEL_PERIOD),
    )
      .optional()
      .describe('members; those that the minutes show need not be written'),
    kanal: namn.nullable().optional().describe('the name of the channel by which decisions are sent to it'),
  },
  'ett organ skrivs { "namn": "…", … }',
);

const organFilSchema = z
  .strictObject(
    {
      version: z.literal(1, 'filens version ska vara 1').describe('of the format'),
      huvudman: list(
        z.strictObject(
          {
            namn: namn.nullable().describe('the municipality or region; null for what has none'),
            organ: list(organSchema),
          },
          'en huvudman skrivs { "namn": "…", "organ": [ … ] }',
        ),
      ),
    },
    'filen ska vara { "version": 1, "huvudman": [ … ] }',
  )
  .describe('A register of bodies and other recipients');

/** One body or recipient as a file has it; a field left out says nothing, and what is read holds. */
export type Organ = z.infer<typeof organSchema>;
export type OrganFil = z.infer<typeof organFilSchema>;

/** The file's JSON Schema. */
export const organFilJsonSchema = (): object => z.toJSONSchema(organFilSchema, { io: 'input' });

/** What is wrong with a register, each fault in a line of its own that a registrator understands. */
export class OrganFel extends Error {
  override readonly name = 'OrganFel';
  readonly fel: string[];

  constructor(fel: string[]) {
    super(fel.join('\n'));
    this.fel = fel;
  }
}

/** Where in a file an entry of some huvudman stands: "rad 14, organ nr 3 (Kulturnämnden)". */
export type PlaceIn = (huvudman: number, organ?: number) => string;

/**
 * Reads the text of a file.
 *
 * @throws OrganFel with all that is wrong, each by line and entry
 */
export function readFil(text: string): { fil: OrganFil; plats: PlaceIn } {
  const own = text.replace(/^\uFEFF/u, '');
  let value: unknown;
  try {
    value = JSON.parse(own);
  } catch (error) {
    throw new OrganFel([
      `rad ${lineOfSyntax(own, error as Error)}: filen är inte JSON här (ett komma, citattecken eller en parentes saknas eller är för mycket)`,
    ]);
  }
  const line = linesOf(own);
  const plats = (path: readonly PropertyKey[]): string => `rad ${line(path)}${entryOf(value, path)}`;
  const parsed = organFilSchema.safeParse(value);
  if (parsed.success) {
    throwTwice(parsed.data, (h) => plats(['huvudman', h]));
    return {
      fil: parsed.data,
      plats: (h, o) => plats(['huvudman', h, ...(o === undefined ? [] : ['organ', o])]),
    };
  }
  const { issues } = parsed.error;
  const more = issues.length > TOLD ? [`… och ${issues.length - TOLD} fel till`] : [];
  const faults = issues.slice(0, TOLD).map(({ path, ...issue }) => {
    const field = path.filter((part) => typeof part === 'string').at(-1);
    const name = field === undefined || field === 'organ' || field === 'huvudman' ? '' : `, ${field}`;
    return issue.code === 'unrecognized_keys'
      ? `${plats([...path, issue.keys[0] ?? ''])}: okänt fält: ${issue.keys.join(', ')}`
      : `${plats(path)}${name}: ${isMissing(value, path) ? 'saknas' : issue.message}`;
  });
  throw new OrganFel([...faults, ...more]);
}

function throwTwice({ huvudman }: OrganFil, plats: (nr: number) => string): void {
  const met = new Set<string>();
  const twice = huvudman.flatMap(({ namn }, nr) => {
    const key = huvudmanKey(namn);
    const isMet = met.has(key);
    met.add(key);
    return isMet ? [`${plats(nr)}: huvudmannen står redan tidigare i filen`] : [];
  });
  if (twice.length > 0) throw new OrganFel(twice);
}

/** The line of a fault in the JSON itself: the parser names a line or a place, or the text ends too early. */
function lineOfSyntax(text: string, { message }: Error): number {
  const line = /line (\d+)/u.exec(message)?.[1];
  if (line) return Number(line);
  const at = /position (\d+)/u.exec(message)?.[1];
  return (at ? text.slice(0, Number(at)) : text).trimEnd().split('\n').length;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((one, part) => (one as { [name: PropertyKey]: unknown } | null)?.[part], value);
}

const isMissing = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path.length > 0 && at(value, path) === undefined;

/** ", organ nr 3 (Kulturnämnden)", or of what is no entry ", Granviks kommun" */
function entryOf(value: unknown, path: readonly PropertyKey[]): string {
  const [, huvudman, , organ] = path;
  if (typeof huvudman !== 'number') return '';
  const nameOf = (one: unknown): string => {
    const name = (one as { namn?: unknown } | null)?.namn;
    return typeof name === 'string' ? name.trim() : '';
  };
  const owner = nameOf(at(value, path.slice(0, 2)));
  if (typeof organ !== 'number') return owner ? `, ${owner}` : '';
  const name = nameOf(at(value, path.slice(0, 4)));
  return `, organ nr ${organ + 1}${name ? ` (${name})` : ''}`;
}

/** The text of a file, as people edit it. */
export function writtenFil(fil: OrganFil): string {
  return `${JSON.stringify(fil, null, 2)}\n`;
}
