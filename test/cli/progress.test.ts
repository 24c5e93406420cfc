import { describe, expect, it } from 'vitest';
import { followIntake } from '../../cli/intake-progress.ts';
import { duration, positionText, showProgress } from '../../cli/terminal/progress.ts';
import type { Terminal } from '../../cli/terminal/terminal.ts';
import { countdown, secondsLeft } from '../../cli/terminal/time-left.ts';
import type { IntakeProgress } from '../../engine/intake/index.ts';

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

  it('runs down while nothing new is known, and is reckoned anew when something is done', () => {
    const left = countdown();
    expect(left(at(25), 10_000)).toBe(30);
    expect(left(at(25), 25_000)).toBe(15);
    expect(left(at(25), 90_000)).toBe(0);
    expect(left(at(50), 90_000)).toBe(90);
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
    expect(positionText({ ...at(25, 1), doing: 'a.pdf' }, 10_000, 30)).toBe(
      '1 av 4 filer · 25 av 100 sidor · ungefär 30 s kvar · a.pdf',
    );
    expect(positionText(at(100, 4), 40_000, 0)).toBe('4 av 4 filer · 100 sidor · tog 40 s');
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

describe('an intake', () => {
  const none = {
    already: 0,
    alreadyRefused: 0,
    unpacked: 0,
    alreadyUnpacked: 0,
    refused: 0,
    unreadable: 0,
    skipped: 0,
  };
  const offered = { ...none, paths: 3, contents: 3, toDo: ['a', 'b', 'c'] };
  const archive = { name: 'in', total: 3, started: 3, refused: 0, failed: 0, state: 'running' as const };
  const scan = { sha256: 'b', step: 'ocr' as const, pages: 4, ocrPages: 4 };
  const working = (ended: number, pages: number, running: object[], ids: string[]): IntakeProgress => ({
    phase: 'working',
    arkiv: 1,
    offered,
    archive: { ...archive, done: ended, pages, running: ids },
    running: running as never,
  });

  it('that is paused or called off has no time left', () => {
    const follow = followIntake();
    const held = (state: 'paused' | 'cancelled', running: string[]) => {
      const at = working(1, 40, [{ ...scan, ocrRead: 1 }], running) as Extract<
        IntakeProgress,
        { phase: 'working' }
      >;
      return positionText(follow({ ...at, archive: { ...at.archive, state } }), 60_000, 7);
    };
    expect(held('paused', ['b', 'c'])).toMatch(/pausad, 2 filer på gång$/u);
    expect(held('paused', [])).toMatch(/· pausad$/u);
    expect(held('cancelled', ['b'])).toMatch(/avbruten, 1 fil på gång$/u);
    expect(held('paused', ['b'])).not.toContain('kvar');
    const { archive: last, ...rest } = working(1, 40, [], []) as Extract<
      IntakeProgress,
      { phase: 'working' }
    >;
    expect(follow({ ...rest, archive: { ...last, state: 'paused' } }).note).toBe(
      'Inläsning 1 är pausad. Gå vidare med: expediera arkiv fortsatt 1',
    );
  });

  it('tells once that its files wait in another that is paused', () => {
    const follow = followIntake();
    const one = { pausat: 4, genom: 5, namn: 'in', filer: 3, kvar: 3 };
    const { note } = follow({ phase: 'shared', delade: [one] });
    expect(note).toMatch(
      /^3 av filerna hör också till inläsning 4, som är pausad\. De läses nu här, och inte en gång till/u,
    );
    expect(follow(working(0, 0, [], [])).note).toBeUndefined();
  });

  it('counts a page for OCR as more work than one with text', () => {
    const follow = followIntake();
    const text = { sha256: 'a', step: 'save', pages: 40, ocrPages: 0, ocrRead: 0 };
    const before = follow(working(0, 0, [text, { ...scan, ocrRead: 0 }], ['a', 'b', 'c']));
    expect(before).toMatchObject({
      filesDone: 0,
      pagesDone: 40,
      pagesTotal: null,
      doing: 'OCR: 4 sidor kvar',
    });
    const { done = 0, total = 0 } = before.effort ?? {};
    expect(done / total).toBeLessThan(0.2);

    const later = follow(working(1, 40, [{ ...scan, ocrRead: 3 }], ['b', 'c']));
    expect(later.doing).toBe('OCR: 1 sida kvar');
    const end = follow(working(3, 45, [], []));
    expect(end).toMatchObject({ filesDone: 3, pagesDone: 45, pagesTotal: 45, doing: undefined });
    expect(end.effort?.done).toBeCloseTo(end.effort?.total ?? 0);
  });
});
