/** What a person has said of a record, looked at for whether it can be meant at all. */
import type { ZodType } from 'zod';
import { RattelseAvvisad } from './rattelser.ts';

/** Throws RattelseAvvisad "ogiltig" that names the first thing wrong with it. */
export function mustBeMeant<Said>(schema: ZodType<Said>, given: Said): Said {
  const parsed = schema.safeParse(given);
  if (parsed.success) return given;
  const [issue] = parsed.error.issues;
  const what = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
  throw new RattelseAvvisad(
    'ogiltig',
    `Beslutet kan inte menas så (${what}).`,
    `The decision cannot be meant so (${what}).`,
  );
}
