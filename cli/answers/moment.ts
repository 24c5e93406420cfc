/** Moments as people are told them: by the clock in Sweden, wherever the program runs, as last days are. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' },
});

/** "2031-05-14 09:12" of a moment in ISO 8601. */
export const moment = (at: string): string => CLOCK.format(new Date(at));

/** "2031-05-14" of a moment in ISO 8601. */
export const dayOfMoment = (at: string): string => moment(at).slice(0, 10);
