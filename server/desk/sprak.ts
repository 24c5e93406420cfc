/** In which languages and colours pages can be shown. */
export const SPRAK = ['sv', 'en'] as const;
export type Sprak = (typeof SPRAK)[number];
/** auto: as the machine has it. */
export const TEMAN = ['auto', 'ljust', 'morkt'] as const;
export type Tema = (typeof TEMAN)[number];
