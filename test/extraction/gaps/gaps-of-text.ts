/** Made-up records as text, and the gaps that are told of them. */
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import type { Warning } from '../../../extraction/record.ts';

/** Reads pages of text and returns the warnings. */
export function gapsOfText(...pages: string[]): Warning[] {
  const bytes = new TextEncoder().encode(pages.join('\f'));
  const read = readPlainText(bytes, DEFAULT_LIMITS);
  const source = {
    fileName: 'protokoll.txt',
    sha256: 'c'.repeat(64),
    bytes: bytes.length,
    mediaType: 'text/plain',
    pageCount: read.pages.length,
  };
  return assembleRecord(source, read.pages).warnings;
}

/** The front of minutes of a town that does not exist; `paragrafer` is what it declares. */
export const front = (paragrafer = '', what = 'SAMMANTRÄDESPROTOKOLL') => `Norrviks kommun
Fritidsnämnden                 ${what}
Sammanträdesdatum 2032-04-14

Plats och tid       Kommunhuset, Norrvik, kl. 13.00–15.30
Beslutande          Alva Strandmark (S), ordförande
                    Nils Torp (M)
                    Siri Lundell (C)
                    Omar Haddad (V)
                    Kajsa Brännström (L)
Utses att justera   Nils Torp (M)
${paragrafer}
`;

/** One § with a decision. */
export const paragraf = (n: number, text = `Fritidsnämnden godkänner rapport nummer ${n}.`) => `
§ ${n}
Rapport om anläggning ${n}

Beslut
${text}
`;
