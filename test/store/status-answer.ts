import type { StatusAnswer } from '../../store/store.ts';

/** What a store that holds a little answers about itself. */
export const status: StatusAnswer = {
  files: { total: 3, done: 2, refused: 1, failed: 0, running: 0 },
  items: {
    forslag: 4,
    beslut: 15,
    yrkanden: 1,
    reservationer: 0,
    anteckningar: 0,
    voteringar: 0,
    expediering: 2,
    underlag: 3,
  },
  sokvagar: 4,
  arenden: 2,
};
