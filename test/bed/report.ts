/**
 * Prints how extraction does on the bed: `node test/bed/report.ts [--misses N] [--template NAME] [--ocr [--few]] [--write DIR]`.
 * Misses and files are shown of the development templates only.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readScans, readTexts, score, type TemplateReadings } from './measure.ts';
import { withOcr } from './ocr.ts';

const { values } = parseArgs({
  options: {
    misses: { type: 'string', default: '0' },
    template: { type: 'string' },
    ocr: { type: 'boolean', default: false },
    few: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});
const cell = (x: number | undefined) => (x === undefined ? '      ' : x.toFixed(3)).padStart(7);

/** The gap between what was developed on and what was not, as a table for docs/evaluation.md. */
function gapTable(all: TemplateReadings[]): void {
  console.log('\n| form | development | held out | gap |\n|---|---|---|---|');
  for (const form of ['text', 'pdf', 'scan', 'copy']) {
    const [seen, unseen] = [false, true].map((heldOut) =>
      all.filter((t) => t.heldOut === heldOut).flatMap((t) => t.files.filter((f) => f.form === form)),
    );
    if (!seen?.length || !unseen?.length) continue;
    const [a, b] = [score(seen).macroF1, score(unseen).macroF1];
    const of = (x: number, files: number) => `${x.toFixed(3)} (${files} files)`;
    console.log(`| ${form} | ${of(a, seen.length)} | ${of(b, unseen.length)} | ${(a - b).toFixed(3)} |`);
  }
}

function groups(all: TemplateReadings[], form: string): void {
  for (const [name, heldOut] of [
    ['development', false],
    ['held out', true],
  ] as const) {
    const files = all
      .filter((t) => t.heldOut === heldOut)
      .flatMap((t) => t.files.filter((f) => f.form === form));
    if (files.length === 0) continue;
    const { macroF1, types, accuracies } = score(files);
    const of = (x: { [name: string]: { f1?: number; accuracy?: number } }) =>
      Object.entries(x)
        .map(([type, v]) => `${type} ${(v.f1 ?? v.accuracy ?? 0).toFixed(3)}`)
        .join('  ');
    console.log(`\n${form}, ${name}: ${files.length} files, macro-F1 ${macroF1.toFixed(3)}`);
    console.log(`  ${of(types)}\n  ${of(accuracies)}`);
  }
}

const texts = await readTexts();
const scans = values.ocr ? await withOcr((ocr) => readScans(ocr, values.few ? 'few' : 'all')) : [];
const all = [...texts, ...scans].filter((t) => !values.template || t.name === values.template);
console.log(`${'template'.padEnd(32)}   text    pdf   scan   copy`);
for (const name of new Set(all.map((t) => t.name))) {
  const files = all.filter((t) => t.name === name).flatMap((t) => t.files);
  const of = (form: string) => {
    const some = files.filter((f) => f.form === form);
    return cell(some.length > 0 ? score(some).macroF1 : undefined);
  };
  const heldOut = all.find((t) => t.name === name)?.heldOut;
  console.log(
    `${name.padEnd(30)}${heldOut ? ' *' : '  '}${of('text')}${of('pdf')}${of('scan')}${of('copy')}`,
  );
}
console.log('* held out');
for (const form of ['text', 'pdf', 'scan', 'copy']) groups(all, form);
gapTable(all);

for (const t of all.filter(({ heldOut }) => !heldOut)) {
  for (const file of t.files) {
    const misses = score([file]).misses.slice(0, Number(values.misses));
    for (const m of misses) console.log(`${m.type.padEnd(14)} ${m.sign} ${m.name}: ${m.text}`);
    if (values.write) {
      mkdirSync(values.write, { recursive: true });
      writeFileSync(join(values.write, file.fileName), file.bytes);
      writeFileSync(join(values.write, `${file.fileName}.gold.json`), JSON.stringify(file.gold, null, 1));
    }
  }
}
