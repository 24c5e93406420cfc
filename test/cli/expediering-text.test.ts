import { describe, expect, it } from 'vitest';
import { expedieringText } from '../../cli/answers/expediering-text.ts';
import { planera } from '../../expediering/planera.ts';
import type { Leverans } from '../../store/expediering.ts';
import { expedieringAv, matter, paragraf } from '../expediering/made-up-matter.ts';

const till = Array.from({ length: 23 }, (_, n) => `Skola ${n + 1}`);
const underlag = {
  expediering: expedieringAv(paragraf({ till })),
  hinder: [],
  matter: matter.id,
  now: '2024-03-13',
};
const rows = planera(underlag, [], []).map(
  (row, n): Leverans => ({
    ...row,
    ...{ status: 'levererad', kvitto: { vad: 'Mottaget' } },
    levererad: `2024-03-13T08:00:${String(n).padStart(2, '0')}.000Z`,
  }),
);

describe('the list of deliveries', () => {
  it('shows the latest of what arrived, and says how many more there are', () => {
    const text = expedieringText(rows, 100);
    expect(text).toContain('23 leveranser: 23 levererade');
    expect(text).toContain('→ Skola 23 ');
    expect(text).not.toContain('→ Skola 3 ');
    expect(text).toContain('… och 3 till: expediera expediering --status levererad');
    expect(expedieringText(rows, 100, true)).toContain('→ Skola 3 ');
  });

  it('shows what was changed after it arrived before what waits', () => {
    const [first, second] = rows as [Leverans, Leverans];
    const text = expedieringText(
      [
        { ...first, andrad: true },
        { ...second, status: 'provkord', provkorning: '/p' },
      ],
      100,
    );
    expect(text).toContain('2 leveranser: 1 ändrad efter leverans, 1 provkörd');
    expect(text.indexOf('Ändrade efter leverans')).toBeLessThan(text.indexOf('Provkörda'));
  });
});
