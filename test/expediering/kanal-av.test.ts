import { expect, it } from 'vitest';
import { kanalAv } from '../../expediering/kanal-av.ts';

it.each(['ftp://sjovik.example', 'sjovik.example'])(
  'says in Swedish why %s is no address of a webhook',
  (adress) => {
    const ny = {
      ...{ namn: 'sjovik', slag: 'webhook' as const, huvudman: 'Sjöviks kommun', mottagare: 'Hamnenheten' },
      ...{ adress, installningar: { nyckelEnv: 'SJOVIK_NYCKEL' } },
    };
    expect(() => kanalAv(ny)).toThrow(
      expect.objectContaining({
        sv: 'Kanalen sjovik kan inte användas: adressen: en adress som börjar med https:// väntas.',
      }),
    );
  },
);
