/** What every answer says to the browser: nothing from elsewhere is loaded or run, and no other page may frame it. */
import { secureHeaders } from 'hono/secure-headers';

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
  // said where the address is HTTPS, by who serves it
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
});
