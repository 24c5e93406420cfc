import { z } from 'zod';
import * as schemas from '../../extraction/record.ts';
import { markdownTable } from './markdown.ts';

/** The shapes of the record in reading order, each with the name that the tables call it by. */
const SHAPES: readonly [name: string, schema: z.ZodObject][] = [
  ['Record', schemas.recordSchema],
  ['Source', schemas.sourceSchema],
  ['PageInfo', schemas.pageInfoSchema],
  ['Warning', schemas.warningSchema],
  ['Handling', schemas.handlingSchema],
  ['Arende', schemas.arendeSchema],
  ['Attsats', schemas.attsatsSchema],
  ['Yrkande', schemas.yrkandeSchema],
  ['Inlaga', schemas.inlagaSchema],
  ['Anteckning', schemas.anteckningSchema],
  ['Votering', schemas.voteringSchema],
  ['Mottagare', schemas.mottagareSchema],
  ['Underlag', schemas.underlagSchema],
  ['Person', schemas.personSchema],
  ['Next', schemas.nextSchema],
  ['Evidence', schemas.evidenceSchema],
];

const NAMES = new Map<unknown, string>(SHAPES.map(([name, schema]) => [schema, name]));

function objectType(schema: z.ZodObject): string {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => `${name}${field instanceof z.ZodOptional ? '?' : ''}: ${typeOf(field)}`,
  );
  return `{${fields.join(', ')}}`;
}

/** A schema's type as the tables write it: `[Attsats]`, `"bifall" | "avslag" | null`, … */
function typeOf(schema: unknown): string {
  const name = NAMES.get(schema);
  if (name) return name;
  if (schema instanceof z.ZodOptional) return typeOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return `${typeOf(schema.unwrap())} | null`;
  if (schema instanceof z.ZodArray) return `[${typeOf(schema.element)}]`;
  if (schema instanceof z.ZodTuple) return `[${schema.def.items.map(typeOf).join(', ')}]`;
  if (schema instanceof z.ZodEnum) return schema.options.map((option) => `"${option}"`).join(' | ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((value) => `"${value}"`).join(' | ');
  if (schema instanceof z.ZodObject) return objectType(schema);
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'int' : 'number';
  if (schema instanceof z.ZodString) return 'string';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  throw new Error('a kind of schema that the documentation has no word for');
}

function descriptionOf(schema: unknown): string {
  if (!(schema instanceof z.ZodType)) return '';
  if (schema.description && !NAMES.has(schema)) return schema.description;
  const inner = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? schema.unwrap() : null;
  return inner ? descriptionOf(inner) : '';
}

/** One table a shape: its fields, their types and what they mean. */
export function recordBlock(): string {
  const tables = SHAPES.map(([name, schema]) => {
    const rows = Object.entries(schema.shape).map(([field, type]) => [
      `\`${field}\`${type instanceof z.ZodOptional ? ' (may be absent)' : ''}`,
      `\`${typeOf(type)}\``,
      descriptionOf(type),
    ]);
    const about = schema.description ? `${schema.description}\n\n` : '';
    return `### ${name}\n\n${about}${markdownTable(['field', 'type', 'meaning'], rows)}`;
  });
  return tables.join('\n\n');
}

/** The JSON Schema of the record, each shape under its name. */
export function recordJsonSchema(): object {
  for (const [name, schema] of SHAPES) {
    if (name === 'Record') continue;
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: name });
  }
  return { title: 'Expediera record', ...z.toJSONSchema(schemas.recordSchema) };
}
