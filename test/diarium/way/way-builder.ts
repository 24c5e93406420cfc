/** Handlingar for the tests of the way: only what routing looks at, the rest empty. */

import type { SourcedHandling } from '../../../diarium/way/index.ts';
import type { Arende, Attsats, Handling } from '../../../extraction/record.ts';

type Reason = NonNullable<Arende['next']>['reason'];

/** A clause: its words alone go where the document goes; `next: null` ends here. */
type Clause =
  | string
  | { text: string; kedja?: string[]; next?: string | null; reason?: Reason; ledtext?: string };

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
  forslag?: Clause[];
  beslut?: Clause[];
  rubrik?: string | null;
  /** The day the approved minutes were announced. */
  uppsatt?: string;
  sekretess?: string;
  omedelbart?: boolean;
  yrkanden?: {
    av?: string;
    typ?: Arende['yrkanden'][number]['typ'];
    text: string;
    utfall?: 'bifall' | 'avslag';
  }[];
  reservationer?: { av: string; text: string }[];
  anteckningar?: { typ: Arende['anteckningar'][number]['typ']; av: string; text: string }[];
  voteringar?: { ja: number; nej: number; avstar?: number; jaMeant: string; nejMeant: string }[];
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
      const clause: Exclude<Clause, string> = typeof c === 'string' ? { text: c } : c;
      const { text, kedja = [], next = m.next ?? null, ledtext = null } = clause;
      const to = next ? { organ: next, reason: clause.reason ?? reason } : null;
      return { ...item(`${typ}-${n}-${i}`), nr: i + 1, text, ledtext, kedja, next: to };
    });
  const av = (namn: string | undefined) => [{ namn: namn ?? 'Bo Ek', parti: 'S', roll: null }];
  const arende: Arende = {
    id: `arende-${n}`,
    paragraf: m.paragraf ?? null,
    punkt: m.punkt ?? null,
    rubrik: m.rubrik === undefined ? 'Nya cykelställ' : m.rubrik,
    diarienummer: 'KS 2030/12',
    pages: [1, 1],
    sekretess: m.sekretess ?? null,
    omedelbartJusterad: m.omedelbart ?? false,
    forslag: clauses('forslag', m.forslag),
    beslut: clauses('beslut', m.beslut),
    yrkanden: (m.yrkanden ?? []).map((y, i) => ({
      ...item(`yrk-${n}-${i}`),
      ...{ av: av(y.av), typ: y.typ ?? 'bifall', text: y.text, utfall: y.utfall ?? null },
    })),
    reservationer: (m.reservationer ?? []).map((r, i) => ({
      ...item(`res-${n}-${i}`),
      ...{ av: av(r.av), text: r.text, mot: [] },
    })),
    anteckningar: (m.anteckningar ?? []).map((a, i) => ({
      ...item(`ant-${n}-${i}`),
      ...{ typ: a.typ, av: av(a.av), text: a.text },
    })),
    voteringar: (m.voteringar ?? []).map((v, i) => ({
      ...item(`vot-${n}-${i}`),
      ...{ ja: v.ja, nej: v.nej, avstar: v.avstar ?? null, utslag: null, roster: [] },
      proposition: { ja: v.jaMeant, nej: v.nejMeant },
    })),
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
    anslag:
      m.justerad || m.uppsatt
        ? { justerad: m.justerad ?? null, uppsatt: m.uppsatt ?? null, nedtas: null }
        : null,
    arenden: [arende],
    obekraftade: m.obekraftade ?? [],
    evidence: { datum: [], diarienummer: [], organ: [] },
  };
  const fil = m.fil ?? `fil-${n}`;
  return { sha256: `sha-${fil}`, fileName: `${fil}.pdf`, handling };
}
