/** The registry's own pages beside each other: what has come, what is sent, the register, what is late. */

import { words } from '../inkorg/words.ts';
import type { Sprak } from '../sprak.ts';
import type { Html } from './html.ts';
import { subMenu } from './sub-menu.ts';

export type OfficePage = keyof (typeof words)['sv']['sub'];

/** @param here the page that is shown */
export function officeMenu(here: OfficePage, sprak: Sprak): Html {
  const { menu, sub } = words[sprak];
  const pages = (Object.keys(sub) as OfficePage[]).map((name) => [`/${name}`, sub[name]] as const);
  return subMenu(menu, pages, `/${here}`);
}
