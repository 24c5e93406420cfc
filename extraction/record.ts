/**
 * The record: what `expediera extract` prints for one file. Every other shape of the product is derived
 * from these schemas: the types, the JSON Schema and the tables of docs/contract.md.
 *
 * Domain nouns are the registrators' own Swedish words in ASCII; everything else is English.
 */
import { z } from 'zod';

/** The version of the record's shape. A removed or re-meant field needs a new one; an added field does not. */
export const SCHEMA_VERSION = '1';

const datum = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('a day, YYYY-MM-DD');

export const evidenceSchema = z
  .object({
    page: z.int().min(1).describe('1-based page of the file'),
    bbox: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .nullable()
      .describe('[x0, y0, x1, y1] in points from the top left of the page; null for text and Word files'),
    lines: z
      .tuple([z.int(), z.int()])
      .optional()
      .describe('text and Word files: first and last 1-based line of the file, all its pages in a row'),
  })
  .describe('where in the file it stands; on a page, one entry for each box that its words fill');

const itemFields = {
  id: z.string().describe('unique over all files, stable over re-runs of the same bytes'),
  confidence: z.number().min(0).max(1).describe('how sure the reading is, 0 to 1'),
  obekraftade: z
    .array(z.string())
    .describe('names of fields with a number that only OCR has read and nothing confirms'),
  evidence: z.array(evidenceSchema),
};

export const personSchema = z.object({
  namn: z.string().nullable().describe('the name; a group that is no party has its name here'),
  parti: z.string().nullable().describe('the party as printed in brackets, e.g. "S"'),
  roll: z.string().nullable().describe('what the person is at the table, e.g. "Ordförande"'),
});

export const nextSchema = z.object({
  organ: z.string().describe('the body that has the matter next, as printed'),
  reason: z.enum(['beredning', 'forslag', 'aterremiss', 'bordlaggning', 'remiss']),
});

export const attsatsSchema = z.object({
  ...itemFields,
  nr: z.int().nullable().describe('the number printed before the clause'),
  text: z.string().describe('the clause, word for word, lines joined by one space'),
  ledtext: z.string().nullable().describe('the line that introduces the clause'),
  kedja: z.array(z.string()).describe('the bodies of the introducing line, in order'),
  next: nextSchema.nullable(),
});

export const yrkandeSchema = z.object({
  ...itemFields,
  av: z.array(personSchema),
  typ: z.enum(['bifall', 'avslag', 'aterremiss', 'bordlaggning', 'andring', 'tillagg', 'annat']),
  text: z.string(),
  utfall: z.enum(['bifall', 'avslag']).nullable().describe('what the beslutsgång says became of it'),
});

export const inlagaSchema = z.object({
  ...itemFields,
  av: z.array(personSchema),
  text: z.string(),
  mot: z.array(z.int()).describe('numbers of the attsatser it is against; empty: the whole decision'),
});

export const anteckningSchema = z.object({
  ...itemFields,
  typ: z.enum(['protokollsanteckning', 'sarskilt_yttrande', 'deltar_ej', 'jav']),
  av: z.array(personSchema),
  text: z.string(),
});

export const voteringSchema = z.object({
  ...itemFields,
  ja: z.int(),
  nej: z.int(),
  avstar: z.int().nullable(),
  proposition: z.object({ ja: z.string(), nej: z.string() }).nullable().describe('what a yes and a no meant'),
  utslag: z.enum(['ja', 'nej']).nullable(),
  roster: z.array(z.object({ person: personSchema, rost: z.enum(['ja', 'nej', 'avstar', 'franvarande']) })),
});

export const mottagareSchema = z.object({ ...itemFields, mottagare: z.string() });
export const underlagSchema = z.object({ ...itemFields, text: z.string() });

const andraNummer = z
  .array(z.string())
  .optional()
  .describe('numbers printed after `diarienummer` on its line, by which other bodies have the matter');

export const arendeSchema = z.object({
  id: z.string(),
  paragraf: z.string().nullable().describe('without § sign and body prefix, e.g. "142/19"'),
  punkt: z.string().nullable().describe('agenda item'),
  rubrik: z.string().nullable(),
  diarienummer: z.string().nullable(),
  andraNummer,
  pages: z.tuple([z.int(), z.int()]),
  sekretess: z.string().nullable().describe('the ground for secrecy, as printed'),
  omedelbartJusterad: z.boolean(),
  forslag: z.array(attsatsSchema),
  beslut: z.array(attsatsSchema),
  yrkanden: z.array(yrkandeSchema),
  reservationer: z.array(inlagaSchema),
  anteckningar: z.array(anteckningSchema),
  voteringar: z.array(voteringSchema),
  expediering: z.array(mottagareSchema),
  underlag: z.array(underlagSchema),
  utfall: z.enum(['bifall', 'avslag', 'aterremiss', 'bordlagt']).nullable(),
  next: nextSchema.nullable(),
  obekraftade: z.array(z.string()).describe('as of items: paragraf, diarienummer, rubrik'),
  evidence: z
    .object({ paragraf: z.array(evidenceSchema), diarienummer: z.array(evidenceSchema) })
    .describe('where the § and the number stand'),
});

export const handlingSchema = z.object({
  id: z.string(),
  huvudman: z.string().nullable().describe('the municipality or region'),
  kind: z.enum(['tjansteskrivelse', 'protokoll', 'kallelse', 'remissvar', 'annat']),
  pages: z.tuple([z.int(), z.int()]),
  organ: z.string().nullable().describe('protokoll, kallelse: the body whose meeting it is'),
  avsandare: z.string().nullable().describe('the unit or body that wrote it'),
  undertecknare: z.array(personSchema),
  till: z.array(z.string()).describe('bodies a tjänsteskrivelse is addressed to'),
  datum: datum.nullable(),
  diarienummer: z.string().nullable(),
  andraNummer,
  dokumentnummer: z.string().nullable(),
  rubrik: z.string().nullable(),
  narvaro: z
    .object({
      ledamoter: z.array(personSchema),
      ersattare: z.array(personSchema),
      ovriga: z.array(personSchema),
    })
    .nullable(),
  justerare: z.array(personSchema),
  anslag: z
    .object({ justerad: datum.nullable(), uppsatt: datum.nullable(), nedtas: datum.nullable() })
    .nullable(),
  arenden: z.array(arendeSchema),
  obekraftade: z
    .array(z.string())
    .describe(
      'as of items: datum, diarienummer, dokumentnummer, rubrik, anslag.justerad, anslag.uppsatt, anslag.nedtas',
    ),
  evidence: z
    .object({
      datum: z.array(evidenceSchema),
      diarienummer: z.array(evidenceSchema),
      organ: z.array(evidenceSchema),
    })
    .describe('where date, number and body stand'),
});

export const pageInfoSchema = z.object({
  page: z.int().min(1),
  width: z.number().nullable().describe('points'),
  height: z.number().nullable().describe('points'),
  textSource: z.enum(['embedded', 'ocr', 'none']),
  ocrConfidence: z.number().min(0).max(100).nullable(),
});

export const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  page: z.int().nullable(),
});

export const sourceSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  pageCount: z.int(),
});

export const recordSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  source: sourceSchema,
  pages: z.array(pageInfoSchema),
  handlingar: z.array(handlingSchema),
  warnings: z.array(warningSchema),
});

export type Record = z.infer<typeof recordSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Handling = z.infer<typeof handlingSchema>;
export type HandlingKind = Handling['kind'];
export type Arende = z.infer<typeof arendeSchema>;
export type Attsats = z.infer<typeof attsatsSchema>;
export type Yrkande = z.infer<typeof yrkandeSchema>;
export type Inlaga = z.infer<typeof inlagaSchema>;
export type Anteckning = z.infer<typeof anteckningSchema>;
export type Votering = z.infer<typeof voteringSchema>;
export type Mottagare = z.infer<typeof mottagareSchema>;
export type Underlag = z.infer<typeof underlagSchema>;
export type Person = z.infer<typeof personSchema>;
export type Next = z.infer<typeof nextSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type PageInfo = z.infer<typeof pageInfoSchema>;
export type Warning = z.infer<typeof warningSchema>;
