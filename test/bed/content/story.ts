/** The stories: what members move and what becomes of a matter, kept to kommunallagen's procedure. */
import type { Matter, Story } from './matter.ts';
import type { Meeting } from './meeting.ts';
import { ADOPTED } from './stories-adopted.ts';
import { PLAIN } from './stories-plain.ts';
import { TURNED } from './stories-turned.ts';
import type { Subject } from './subjects.ts';
import { startTelling, type Tell } from './telling.ts';

const STORIES: { [story in Story]: Tell } = { ...ADOPTED, ...TURNED, ...PLAIN };

/** @param nr number of the § */
export function tell(m: Meeting, story: Story, amne: Subject, nr: number): Matter {
  const telling = startTelling(m, story, amne, nr);
  STORIES[story](telling);
  return telling.matter;
}
