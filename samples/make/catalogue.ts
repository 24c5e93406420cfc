/** Which content is made with which template into what kind of file. */
import { bjorkhult } from './content/bjorkhult.ts';
import { ekerud as ekerudContent } from './content/ekerud.ts';
import { fjallsunda as fjallsundaContent } from './content/fjallsunda.ts';
import { granvik as granvikContent } from './content/granvik.ts';
import { lovstrand as lovstrandContent, tjansteutlatande } from './content/lovstrand.ts';
import { mellana as mellanaContent } from './content/mellana.ts';
import { norrvall as norrvallContent } from './content/norrvall.ts';
import type { Sample } from './content.ts';
import { type Layout, layOut, type Template } from './layout.ts';
import { asCrookedJpeg, asJbig2, asJpx, asPhoto } from './scan/index.ts';
import { ekerud } from './templates/ekerud.ts';
import { fjallsunda } from './templates/fjallsunda.ts';
import { granvik } from './templates/granvik.ts';
import { lovstrand } from './templates/lovstrand.ts';
import { mellana } from './templates/mellana.ts';
import { norrvall, webbsida } from './templates/norrvall.ts';
import { asPlainText } from './text-layout.ts';

export interface Made {
  content: Sample;
  ending: 'pdf' | 'png' | 'txt';
  make: (content: Sample) => Promise<{ bytes: Buffer; layout: Layout }>;
}

const templates: { [mall: string]: Template } = {
  granvik,
  ekerud,
  norrvall,
  webbsida,
  fjallsunda,
  lovstrand,
  mellana,
};

async function asText(content: Sample): Promise<{ bytes: Buffer; layout: Layout }> {
  const template = templates[content.mall];
  if (!template) throw new Error(`no template ${content.mall}`);
  const { pdf, layout } = await layOut(content, template);
  return { bytes: pdf, layout };
}

/** Lays out, then hands the PDF to a scanner. */
const scanned =
  (scan: (pdf: Buffer) => Promise<Buffer>): Made['make'] =>
  async (content) => {
    const { bytes, layout } = await asText(content);
    return { bytes: await scan(bytes), layout };
  };

export const samples: Made[] = [
  ...[...granvikContent, ekerudContent, ...norrvallContent].map(
    (content): Made => ({ content, ending: 'pdf', make: asText }),
  ),
  { content: fjallsundaContent, ending: 'pdf', make: scanned(asJbig2) },
  { content: lovstrandContent, ending: 'pdf', make: scanned(asJpx) },
  { content: mellanaContent, ending: 'pdf', make: scanned(asCrookedJpeg) },
  { content: tjansteutlatande, ending: 'png', make: scanned(asPhoto) },
  { content: bjorkhult, ending: 'txt', make: asPlainText },
];
