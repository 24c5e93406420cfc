import { afterEach, expect, it, vi } from 'vitest';
import { CLEAR_LINE, processTerminal } from '../../cli/terminal/terminal.ts';

afterEach(() => vi.restoreAllMocks());

it('says what is to be said on a line of its own, also while another is redrawn', () => {
  let written = '';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written += text;
      return true;
    });
  const terminal = processTerminal();
  terminal.draw(`${CLEAR_LINE}Läser in: 1 av 3 innehåll`);
  terminal.tell('Disken är full.');
  terminal.tell('Gör plats.');
  terminal.draw(`${CLEAR_LINE}Läser in: 2 av 3 innehåll`);
  terminal.draw('\n');
  terminal.answer('Klart.');
  expect(written).toContain(`${CLEAR_LINE}Disken är full.\nGör plats.\n`);
  expect(written.endsWith('Läser in: 2 av 3 innehåll\nKlart.\n')).toBe(true);
});
