/** One thing to be decided, in the three forms in which records put it. Without a full stop. */
export interface Clause {
  /** After "beslutar (att)": "godkänna planen". */
  infinitiv: string;
  /** A sentence of its own: "Planen godkänns". */
  passiv: string;
  /** After the body's name: "godkänner planen". Null for what is a sentence without it. */
  presens: string | null;
}

const VERBS = {
  godkänna: ['godkänns', 'godkänner'],
  anta: ['antas', 'antar'],
  fastställa: ['fastställs', 'fastställer'],
  avslå: ['avslås', 'avslår'],
  upphäva: ['upphävs', 'upphäver'],
  avsätta: ['avsätts', 'avsätter'],
  överlämna: ['överlämnas', 'överlämnar'],
  teckna: ['tecknas', 'tecknar'],
  inrätta: ['inrättas', 'inrättar'],
  anteckna: ['antecknas', 'antecknar'],
  sälja: ['säljs', 'säljer'],
} as const;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param verb in the infinitive; `rest` is what follows the object: "till kommunstyrelsen" */
export function act(verb: keyof typeof VERBS, object: string, rest = ''): Clause {
  const [passive, present] = VERBS[verb];
  const tail = rest ? ` ${rest}` : '';
  return {
    infinitiv: `${verb} ${object}${tail}`,
    passiv: `${capital(object)} ${passive}${tail}`,
    presens: `${present} ${object}${tail}`,
  };
}

/** An order to an office or a person: "Kommundirektören får i uppdrag att …". */
export function order(to: string, what: string): Clause {
  return {
    infinitiv: `ge ${to} i uppdrag att ${what}`,
    passiv: `${capital(to)} får i uppdrag att ${what}`,
    presens: `ger ${to} i uppdrag att ${what}`,
  };
}

/** What somebody is granted: "bevilja föreningen ett bidrag". */
export function grant(to: string, what: string): Clause {
  return {
    infinitiv: `bevilja ${to} ${what}`,
    passiv: `${capital(to)} beviljas ${what}`,
    presens: `beviljar ${to} ${what}`,
  };
}

/** What is a sentence by itself in every form: "avgiften höjs till 900 kronor". */
export function sentence(text: string): Clause {
  return { infinitiv: text, passiv: capital(text), presens: null };
}

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Back to a body or an office, to have something done: "återremittera ärendet till …". */
export const remit = (to: string, aim: string): Clause => ({
  infinitiv: `återremittera ärendet till ${lower(to)} för att ${aim}`,
  passiv: `Ärendet återremitteras till ${lower(to)} för att ${aim}`,
  presens: `återremitterar ärendet till ${lower(to)} för att ${aim}`,
});
