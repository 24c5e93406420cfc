/** The steps of the workflows, one a file. References go in and counts come out; everything else is in the store. */
import { callOff, listFiles, settledOf } from './archive-list.ts';
import type { ActivityDeps } from './deps.ts';
import { lasGranskning, paminn, routaArenden, sparaAngran, sparaBeslut, sparaKlar } from './granska.ts';
import { ocrPages } from './ocr-pages.ts';
import { openFile } from './open-file.ts';
import { routeFile } from './route-file.ts';
import { saveFile } from './save-file.ts';
import { settleFile } from './settle-file.ts';

export type { ActivityDeps } from './deps.ts';
export { catchUp } from './route-matters.ts';

export function createActivities(deps: ActivityDeps) {
  return {
    openFile: openFile(deps),
    ocrPages: ocrPages(deps),
    saveFile: saveFile(deps),
    routeFile: routeFile(deps),
    settleFile: settleFile(deps),
    listFiles: listFiles(deps),
    settledOf: settledOf(deps),
    callOff: callOff(deps),
    sparaBeslut: sparaBeslut(deps),
    sparaAngran: sparaAngran(deps),
    sparaKlar: sparaKlar(deps),
    routaArenden: routaArenden(deps),
    lasGranskning: lasGranskning(deps),
    paminn: paminn(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
