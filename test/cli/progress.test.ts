import { describe, expect, it } from 'vitest';
import { duration, positionText, secondsLeft, showProgress } from '../../cli/terminal/progress.ts';
import type { Terminal } from '../../cli/terminal/terminal.ts';

function recording(interactive: boolean): { terminal: Terminal; written: string[] } {
  const written: string[] = [];
  const terminal: Terminal = {
    answer: () => {
      throw new Error('progress is no answer');
    },
    tell: (text) => void written.push(`${text}\n`),
    draw: (text) => void written.push(text),
    columns: 100,
    drawColumns: 60,
    interactive,
  };
  return { terminal, written };
}

const at = (pagesDone: number, filesDone = 0) => ({ filesDone, filesTotal: 4, pagesDone, pagesTotal: 100 });

describe('time left', () => {
  it('goes by pages where their number is known, else by files', () => {
    expect(secondsLeft(at(25), 10_000)).toBe(30);
    expect(secondsLeft({ filesDone: 1, filesTotal: 4, pagesDone: 3, pagesTotal: null }, 10_000)).toBe(30);
  });

  it('is not guessed at once', () => {
    expect(secondsLeft(at(25), 100)).toBeNull();
    expect(secondsLeft(at(0), 10_000)).toBeNull();
  });

  it.each([
    [0.4, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [125, '2 min 5 s'],
    [3600 * 3 + 600, '3 h 10 min'],
  ])('says %d as %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('is said with files and pages', () => {
    expect(positionText({ ...at(25, 1), doing: 'a.pdf' }, 10_000)).toBe(
      '1 av 4 filer · 25 av 100 sidor · ungefär 30 s kvar · a.pdf',
    );
    expect(positionText(at(100, 4), 40_000)).toBe('4 av 4 filer · 100 sidor · tog 40 s');
  });
});

describe('progress', () => {
  it('redraws one line for a person and keeps within it', () => {
    const { terminal, written } = recording(true);
    let now = 10_000;
    const progress = showProgress(terminal, 'Läser', () => now);
    progress.update({ ...at(1), doing: 'ett-mycket-långt-namn-på-en-fil-i-en-mapp.pdf' });
    now += 10;
    progress.update(at(2));
    now += 200;
    progress.update(at(3));
    progress.stop();
    expect(written).toHaveLength(4);
    expect(written.slice(0, 3).every((text) => text.startsWith('\r\u001b[2K') && text.length < 66)).toBe(
      true,
    );
    expect(written.at(-1)).toBe('\n');
  });

  it('writes a plain line every five seconds for a log', () => {
    const { terminal, written } = recording(false);
    let now = 0;
    const progress = showProgress(terminal, 'Läser', () => now);
    for (; now <= 12_000; now += 500) progress.update(at(now / 500));
    expect(written).toEqual([
      'Läser: 0 av 4 filer · 10 av 100 sidor · ungefär 45 s kvar\n',
      'Läser: 0 av 4 filer · 20 av 100 sidor · ungefär 40 s kvar\n',
    ]);
  });

  it('says nothing about what takes no time', () => {
    const { terminal, written } = recording(false);
    const progress = showProgress(terminal, 'Läser', () => 0);
    progress.update(at(1));
    progress.clear();
    expect(written).toEqual([]);
  });
});
