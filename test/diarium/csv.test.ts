/** CSV that programs read back as it was and that no spreadsheet computes. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, csv } from '../../diarium/csv.ts';

/** Reads what RFC 4180 allows, strictly. */
function read(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let [row, at]: [string[], number] = [[], 0];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('a quote was left open');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[++at];
        else break;
      }
      at++;
    }
    row.push(cell);
    if (text[at] === separator) at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      [row, at] = [[], at + 2];
    } else throw new Error(`neither separator nor line end at ${at}`);
  }
  return rows;
}

const unmarked = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', "'", '=', '+', '-', '@', ' ', 'å', '§', '\0'),
  }),
);
const anyTable = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1 }));

describe('CSV', () => {
  it('quotes every cell, doubles quotes, ends rows with CRLF, and leaves unknown cells empty', () => {
    expect(
      csv(
        ['id', 'om'],
        [
          ['1', 'Taxa "A", med tillägg'],
          ['2', null],
        ],
      ),
    ).toBe('"id","om"\r\n"1","Taxa ""A"", med tillägg"\r\n"2",\r\n');
    expect(csv(['id', 'om'], [['1', 'a;b']], ';')).toBe('"id";"om"\r\n"1";"a;b"\r\n');
  });

  it.each([
    '=1+1',
    '+46 70',
    '-2',
    '@SUMMA(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\u00a0@x',
    '＝1',
    "'=1",
    '\0=1',
  ])('marks %j as text', (cell) => {
    expect(asText(cell)).toBe(`'${cell}`);
  });

  it.each(['Taxa = avgift', '§ 14', '–', '2031-03-04', '', ' Taxa', '1-2'])('leaves %j as it is', (cell) => {
    expect(asText(cell)).toBe(cell);
  });

  it('gives back the same cells, whatever is in them, and none begins a formula', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(',', ';', '\t'), ([header = [], ...rows], separator) => {
        const back = read(csv(header, rows, separator), separator);
        expect(back.map((row) => row.map(unmarked))).toEqual([header, ...rows]);
        expect(back.flat().filter((cell) => /^(?:[\t\r\n\0]|\s*[=+\-@])/u.test(cell))).toEqual([]);
      }),
    );
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!python)('is read by a parser of others as well', () => {
    const rows = [
      ['=1', 'a "b"\r\nc', ';,\t'],
      ["'", '', 'åäö § –'],
    ];
    const code =
      'import csv,io,json,sys;t=io.TextIOWrapper(sys.stdin.buffer,"utf-8",newline="");print(json.dumps(list(csv.reader(t,strict=True))))';
    const { stdout } = spawnSync('python3', ['-c', code], {
      input: csv(['x', 'y', 'z'], rows),
      encoding: 'utf8',
    });
    const back = JSON.parse(stdout) as string[][];
    expect(back.map((row) => row.map(unmarked))).toEqual([['x', 'y', 'z'], ...rows]);
  });
});
