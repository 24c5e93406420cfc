/** What every answer says to the browser: nothing from elsewhere is loaded or run, and no other page may frame it. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { type Front, lineOf } from './access/front.ts';
import type { DeskEnv } from './desk/deps.ts';

/**
 * No inline script or style, nothing from other servers. WebAssembly is what pdf.js reads JPEG 2000 and JBIG2 by;
 * its fonts and pictures come as data of its own.
 */
export const headers = secureHeaders({
  // an answer that others made (a file that was taken in) is stricter of itself
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // see strictTransport
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
});

/**
 * No browser keeps what it was shown, but for style and client code, which tell nothing. Where nobody logs in the pictures of
 * pages may be kept too, and are asked for anew each time: machine and browser are of one person.
 */
export const notKept: MiddlewareHandler<DeskEnv> = async (context, next) => {
  await next();
  const told = context.res.headers.get('Cache-Control');
  // nobody is known yet where the address itself was refused
  const isOwn = context.var.besokare?.inloggad === false;
  if (told === null || !(told.startsWith('public') || isOwn)) context.header('Cache-Control', 'no-store');
};

/** A browser that has been here by HTTPS comes by nothing else for a year. */
export const strictTransport =
  (front: Front): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (lineOf(context, front).https) context.header('Strict-Transport-Security', 'max-age=31536000');
  };
