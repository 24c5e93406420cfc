/** Short words for the blocks that content modules write most. */
import type { AnteckningTyp, Block, Lista, Votering, YrkandeTyp } from './content.ts';

export const text = (rubrik: string | null, ...stycken: string[]): Block =>
  rubrik === null ? { typ: 'text', stycken } : { typ: 'text', rubrik, stycken };

export const underlag = (rubrik: string, lista: Lista, ...poster: string[]): Block => ({
  typ: 'underlag',
  rubrik,
  lista,
  poster,
});

export const expediering = (rubrik: string, lista: Lista | 'komma', ...mottagare: string[]): Block => ({
  typ: 'expediering',
  rubrik,
  lista,
  mottagare,
});

/** One yrkande and what became of it; `text` when it is not the whole paragraph. */
export const yrkande = (
  text: string,
  ...yrkanden: [typ: YrkandeTyp, av: string[], utfall?: 'bifall' | 'avslag' | null][]
) => ({
  text,
  yrkanden: yrkanden.map(([typ, av, utfall]) => ({ typ, av, utfall: utfall ?? null })),
});

export const yrkanden = (rubrik: string, ...inlagg: ReturnType<typeof yrkande>[]): Block => ({
  typ: 'yrkanden',
  rubrik,
  inlagg,
});

export const anteckning = (
  rubrik: string | null,
  typ: AnteckningTyp,
  text: string,
  ...av: string[]
): Block => ({
  typ: 'anteckningar',
  ...(rubrik === null ? {} : { rubrik }),
  inlagg: [{ typ, text, av }],
});

export const reservation = (
  rubrik: string | null,
  text: string,
  av: string[],
  mot: number[] = [],
): Block => ({
  typ: 'reservationer',
  ...(rubrik === null ? {} : { rubrik }),
  inlagg: [{ text, av, mot }],
});

/** Names to a roster. */
export function roster(votes: { [rost in 'ja' | 'nej' | 'avstar']?: string[] }): Votering['roster'] {
  return (['ja', 'nej', 'avstar'] as const).flatMap((rost) =>
    (votes[rost] ?? []).map((person) => ({ person, rost })),
  );
}
