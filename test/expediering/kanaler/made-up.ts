/** A decision to send, and what a sending that must fail gives. */
import { type Forsandelse, SandFel } from '../../../expediering/kanaler/index.ts';

const PDF = Buffer.from('%PDF-1.7\n%åäö\nett utdrag\n%%EOF\n');

export function forsandelse(over: Partial<Forsandelse> = {}): Forsandelse {
  return {
    nyckel: 'ekstad-ks-2031-42.kf-2031-03-24-58.diariet',
    mottagare: 'Tekniska nämnden',
    huvudman: 'Ekstads kommun',
    diarienummer: 'KS 2031/42',
    paragraf: '58',
    organ: 'Kommunfullmäktige',
    datum: '2031-03-24',
    rubrik: 'Taxa för återbruket på Ön',
    text: 'Kommunfullmäktige beslutar\n1. att anta taxan,\n2. att den gäller från och med den 1 juli 2031.',
    fileName: 'Kommunfullmäktige 2031-03-24 § 58.pdf',
    utdrag: new Uint8Array(PDF),
    json: { beslut: [{ nr: 1, text: 'att anta taxan,' }] },
    ...over,
  };
}

/** The SandFel that a sending ends with; anything else is the test's failure. */
export async function felOf(sending: Promise<unknown>): Promise<SandFel> {
  const error = await sending.then(
    () => new Error('it was sent'),
    (reason: unknown) => reason,
  );
  if (error instanceof SandFel) return error;
  throw error;
}
