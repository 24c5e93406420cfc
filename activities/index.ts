/** The steps of the workflows, one a file. References go in and counts come out; everything else is in the store. */
import { callOff, listFiles, settledOf } from './archive-list.ts';
import type { ActivityDeps } from './deps.ts';
import { sayingOutages } from './failure.ts';
import { followMatter, releaseMatter } from './follow-matter.ts';
import {
  lasGranskning,
  paminnOmGranskning,
  routaArenden,
  sparaAngran,
  sparaBeslut,
  sparaKlar,
} from './granska.ts';
import { paminnLeverans, uppgeLeverans } from './leverans-rader.ts';
import { joinMatters, markPosts, partMatters } from './matters-by-people.ts';
import { ocrPages } from './ocr-pages.ts';
import { openFile } from './open-file.ts';
import { planLeverans } from './plan-leverans.ts';
import { routeFile } from './route-file.ts';
import { saveFile } from './save-file.ts';
import { settleFile } from './settle-file.ts';
import { skicka } from './skicka.ts';

import { tellLeveranser } from './to-send.ts';

export type { ActivityDeps } from './deps.ts';
export type { Lage } from './follow-matter.ts';
export { catchUp } from './route-matters.ts';

export function createActivities(deps: ActivityDeps) {
  const saying = sayingOutages(deps.onOutage);
  return {
    openFile: saying(openFile(deps)),
    ocrPages: saying(ocrPages(deps)),
    saveFile: saying(saveFile(deps)),
    routeFile: saying(routeFile(deps)),
    settleFile: saying(settleFile(deps)),
    listFiles: listFiles(deps),
    settledOf: settledOf(deps),
    callOff: callOff(deps),
    sparaBeslut: sparaBeslut(deps),
    sparaAngran: sparaAngran(deps),
    sparaKlar: sparaKlar(deps),
    routaArenden: routaArenden(deps),
    lasGranskning: lasGranskning(deps),
    paminnOmGranskning: paminnOmGranskning(deps),
    followMatter: followMatter(deps),
    releaseMatter: releaseMatter(deps),
    markPosts: markPosts(deps),
    joinMatters: joinMatters(deps),
    partMatters: partMatters(deps),
    tellLeveranser: tellLeveranser(deps),
    planLeverans: planLeverans(deps),
    skicka: skicka(deps),
    uppgeLeverans: uppgeLeverans(deps),
    paminnLeverans: paminnLeverans(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
