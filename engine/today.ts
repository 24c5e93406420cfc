/** The day it is in Sweden, YYYY-MM-DD: last days are reckoned in Swedish days, wherever the program runs. */
export const today = (now: Date = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(now);
