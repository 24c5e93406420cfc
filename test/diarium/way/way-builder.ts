/** Handlingar for the tests of the way: only what routing looks at, the rest empty. */

import type { SourcedHandling } from '../../../diarium/way/index.ts';
import type { Arende, Attsats, Handling } from '../../../extraction/record.ts';

type Reason = NonNullable<Arende['next']>['reason'];

export interface Made {
  fil?: string;
  kind?: Handling['kind'];
  organ?: string | null;
  till?: string[];
  avsandare?: string | null;
  datum?: string | null;
  justerad?: string;
  paragraf?: string | null;
  punkt?: string;
  utfall?: Arende['utfall'];
  next?: string | null;
  reason?: Reason;
  forslag?: (string | { text: string; kedja?: string[]; next?: string | null })[];
  beslut?: (string | { text: string; kedja?: string[]; next?: string | null })[];
  expediering?: string[];
  /** Of the handling and its ärende. */
  obekraftade?: string[];
}

let serial = 0;

/** One handling with one ärende; ids count on, so build each list once and shuffle it afterwards. */
export function made(m: Made): SourcedHandling {
  const n = ++serial;
  const item = (id: string) => ({ id, confidence: 1, obekraftade: [], evidence: [{ page: 1, bbox: null }] });
  const kind = m.kind ?? 'protokoll';
  const reason = m.reason ?? (kind === 'protokoll' ? 'forslag' : 'beredning');
  const nextOf = (organ: string | null | undefined) => (organ ? { organ, reason } : null);
  const clauses = (typ: string, list: Made['forslag'] = []): Attsats[] =>
    list.map((c, i) => {
      const { text, kedja = [], next = m.next ?? null } = typeof c === 'string' ? { text: c } : c;
      return { ...item(`${typ}-${n}-${i}`), nr: i + 1, text, ledtext: null, kedja, next: nextOf(next) };
    });
  const arende: Arende = {
    id: `arende-${n}`,
    paragraf: m.paragraf ?? null,
    punkt: m.punkt ?? null,
    rubrik: 'Nya cykelställ',
    diarienummer: 'KS 2030/12',
    pages: [1, 1],
    sekretess: null,
    omedelbartJusterad: false,
    forslag: clauses('forslag', m.forslag),
    beslut: clauses('beslut', m.beslut),
    yrkanden: [],
    reservationer: [],
    anteckningar: [],
    voteringar: [],
    expediering: (m.expediering ?? []).map((mottagare, i) => ({ ...item(`exp-${n}-${i}`), mottagare })),
    underlag: [],
    utfall: m.utfall ?? null,
    next: nextOf(m.next),
    obekraftade: m.obekraftade ?? [],
    evidence: { paragraf: [], diarienummer: [] },
  };
  const handling: Handling = {
    id: `handling-${n}`,
    huvudman: 'Ekstads kommun',
    kind,
    pages: [1, 1],
    organ: m.organ ?? null,
    avsandare: m.avsandare ?? null,
    undertecknare: [],
    till: m.till ?? [],
    datum: m.datum === undefined ? '2030-01-01' : m.datum,
    diarienummer: null,
    dokumentnummer: null,
    rubrik: null,
    narvaro: null,
    justerare: [],
    anslag: m.justerad ? { justerad: m.justerad, uppsatt: null, nedtas: null } : null,
    arenden: [arende],
    obekraftade: m.obekraftade ?? [],
    evidence: { datum: [], diarienummer: [], organ: [] },
  };
  const fil = m.fil ?? `fil-${n}`;
  return { sha256: `sha-${fil}`, fileName: `${fil}.pdf`, handling };
}
