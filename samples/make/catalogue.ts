/** Which content is made with which template into what kind of file. */
import { ekerud as ekerudContent } from './content/ekerud.ts';
import { granvik as granvikContent } from './content/granvik.ts';
import type { Sample } from './content.ts';
import { type Layout, layOut, type Template } from './layout.ts';
import { ekerud } from './templates/ekerud.ts';
import { granvik } from './templates/granvik.ts';

export interface Made {
  content: Sample;
  ending: 'pdf' | 'png' | 'txt';
  make: (content: Sample) => Promise<{ bytes: Buffer; layout: Layout }>;
}

const templates: { [mall: string]: Template } = { granvik, ekerud };

async function asText(content: Sample): Promise<{ bytes: Buffer; layout: Layout }> {
  const template = templates[content.mall];
  if (!template) throw new Error(`no template ${content.mall}`);
  const { pdf, layout } = await layOut(content, template);
  return { bytes: pdf, layout };
}

export const samples: Made[] = [
  ...granvikContent.map((content): Made => ({ content, ending: 'pdf', make: asText })),
  { content: ekerudContent, ending: 'pdf', make: asText },
];
