/** The items of a handling as rows to search in: one text, who is behind it, and where it stands. */
import type { ItemTyp } from '../extraction/item-types.ts';
import { union } from '../extraction/pages/words.ts';
import type { Arende, Evidence, Handling, Person } from '../extraction/record.ts';

export interface SearchItem {
  id: string;
  typ: ItemTyp;
  text: string;
  /** What is searched beside the text: rubrik, ledtext and names. */
  around: string;
  persons: Person[];
  /** The parties named, e.g. "S, V"; null: none. */
  parti: string | null;
  page: number | null;
  bbox: [number, number, number, number] | null;
  /** What became of it: of a yrkande its own, of everything else the ärende's. */
  utfall: Arende['utfall'];
  /** A number of its own is unconfirmed. */
  obekraftad: boolean;
}

/** All items of one ärende, in the order of the contract's types. */
export function itemsOf(arende: Arende, handling: Handling): SearchItem[] {
  const row = (
    typ: ItemTyp,
    item: { id: string; evidence: Evidence[]; obekraftade: string[] },
    text: string,
    persons: Person[] = [],
    ledtext: string | null = null,
    utfall: Arende['utfall'] = arende.utfall,
  ): SearchItem => ({
    id: item.id,
    typ,
    text,
    around: [arende.rubrik ?? handling.rubrik, ledtext, ...persons.flatMap(namesOf)]
      .filter((part) => part !== null)
      .join(' '),
    persons,
    parti: [...new Set(persons.flatMap((person) => person.parti ?? []))].join(', ') || null,
    page: item.evidence[0]?.page ?? arende.pages[0],
    bbox: boxOf(item.evidence),
    utfall,
    obekraftad: item.obekraftade.length > 0,
  });
  return [
    ...arende.forslag.map((a) => row('forslag', a, a.text, [], a.ledtext)),
    ...arende.beslut.map((a) => row('beslut', a, a.text, [], a.ledtext)),
    ...arende.yrkanden.map((y) => row('yrkanden', y, y.text, y.av, null, y.utfall)),
    ...arende.reservationer.map((r) => row('reservationer', r, r.text, r.av)),
    ...arende.anteckningar.map((a) => row('anteckningar', a, a.text, a.av)),
    ...arende.voteringar.map((v) =>
      row(
        'voteringar',
        v,
        voteText(v),
        v.roster.map((r) => r.person),
      ),
    ),
    ...arende.expediering.map((m) => row('expediering', m, m.mottagare)),
    ...arende.underlag.map((u) => row('underlag', u, u.text)),
  ];
}

/** The one box around all that stands on the first page. */
function boxOf(evidence: Evidence[]): SearchItem['bbox'] {
  const boxes = evidence.flatMap(({ page, bbox }) => (bbox && page === evidence[0]?.page ? [bbox] : []));
  return boxes.length === 0 ? null : boxes.reduce(union);
}

/** A vote in words, as it is searched and shown: "Votering: 8 ja, 7 nej (ja: …; nej: …)". */
function voteText(vote: Arende['voteringar'][number]): string {
  const counts = [`${vote.ja} ja`, `${vote.nej} nej`];
  if (vote.avstar !== null) counts.push(`${vote.avstar} avstår`);
  const { proposition } = vote;
  const meant = proposition === null ? '' : ` (ja: ${proposition.ja}; nej: ${proposition.nej})`;
  return `Votering: ${counts.join(', ')}${meant}`;
}

function namesOf(person: Person): string[] {
  return [person.namn, person.parti].filter((name) => name !== null);
}
