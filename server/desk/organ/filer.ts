/** The lists of bodies and of a person's votes as files. What else a portrait counts are questions of `/sok`, which has its own. */
import type { Store } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { organHref, postHref } from '../parts/addresses.ts';
import { answerLista, FORMAT, listaOf } from '../parts/lista.ts';
import type { Narrowed } from '../sok/fraga.ts';
import { counted } from './profil.ts';
import { type Rost, rostIn } from './rost.ts';
import { words } from './words.ts';

/** Votes asked for at a time: each is looked up by itself. */
const PART = 100;

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/organ.${format}`, async (context) => {
      const { store, ursprung } = context.var;
      const { facetter } = await counted(store, {});
      const of = {
        ...{ namn: 'organ', vad: 'organ', kolumner: ['huvudman', 'organ', 'antal', 'lank'] },
        cells: ({ varde, huvudman, antal }: (typeof facetter.organ)[number]) => [
          ...[huvudman, varde, antal, ursprung + organHref(varde, huvudman)],
        ],
      };
      return answerLista(context, deps, format, listaOf(of, facetter.organ));
    });

    app.get(`/person/:namn/voteringar.${format}`, async (context) => {
      const { store, ursprung } = context.var;
      const huvudman = context.req.query('huvudman')?.trim() || undefined;
      const found = await store.person(context.req.param('namn').trim(), { huvudman });
      if (found === null) return context.notFound();
      const of: Narrowed = { person: found.namn, typ: ['voteringar'], ...(huvudman && { huvudman }) };
      const { total } = await store.search({ ...of, query: '', limit: 0 });
      return answerLista(context, deps, format, {
        ...{ namn: 'voteringar', vad: 'personens-voteringar', total },
        kolumner: [
          'namn',
          'datum',
          'huvudman',
          'organ',
          'paragraf',
          'rubrik',
          'rost',
          'utslag',
          'votering',
          'lank',
        ],
        cells: ({ hit, rost, utslag }: Rost) => [
          ...[
            found.namn,
            hit.datum,
            hit.huvudman,
            hit.organ,
            hit.paragraf,
            hit.rubrik,
            rost && words.sv.rost[rost],
            utslag && words.sv.won[utslag],
            hit.text,
          ],
          ursprung + postHref(hit.permanentId),
        ],
        rader: votesOf(store, of, found.namn),
      });
    });
  }
}

/** The votes of a person, the latest first. */
async function* votesOf(store: Store, of: Narrowed, namn: string): AsyncGenerator<Rost[]> {
  for (let offset = 0; ; offset += PART) {
    const { hits } = await store.search({ ...of, query: '', ordning: 'datum', limit: PART, offset });
    const rows: Rost[] = [];
    for (const hit of hits) rows.push(await rostIn(store, hit, namn));
    yield rows;
    if (hits.length < PART) return;
  }
}
