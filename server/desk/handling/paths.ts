/** Addresses of this part, as others link to it. */
import type { Box } from '../../../extraction/pages/page.ts';

export interface HandlingPath {
  sida?: number | undefined;
  /** An item's, ärende's or handling's id: the page opens at its place. */
  post?: string | undefined;
}

/** `/handling/SHA256?sida=N&post=ID` */
export function handlingPath(sha256: string, { sida, post }: HandlingPath = {}): string {
  const asked = new URLSearchParams({
    ...(sida !== undefined && { sida: String(sida) }),
    ...(post !== undefined && { post }),
  });
  return `/handling/${sha256}${asked.size > 0 ? `?${asked}` : ''}`;
}

export const originalPath = (sha256: string): string => `/handling/${sha256}/original`;

/** The page as a picture. @param ruta a part of it, in points, shown with a little of what is around it */
export function picturePath(sha256: string, sida: number, ruta?: Box): string {
  const part = ruta?.map((n) => Math.round(n * 10) / 10).join(',');
  return `/handling/${sha256}/sida/${sida}.png${part === undefined ? '' : `?ruta=${part}`}`;
}
