import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const SELF = ["'self'"];
const NONE = ["'none'"];

/**
 * Strict headers for every answer: only our own scripts and styles, nothing inline, nothing from third parties, no
 * frames, no referrer, nothing kept in caches unless a route says otherwise. `secure`: the public address is https.
 */
export function securityHeaders(secure: boolean): RequestHandler[] {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: ["'self'", 'data:'],
        connectSrc: SELF,
        fontSrc: SELF,
        manifestSrc: SELF,
        formAction: SELF,
        baseUri: NONE,
        frameAncestors: NONE,
        objectSrc: NONE,
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return [protect, neverCached];
}

/** Lets pages of ours and of these origins hold this answer in a frame; no other answer may be held. */
export function allowFrames(res: Response, origins: readonly string[]): void {
  const policy = String(res.getHeader('Content-Security-Policy') ?? '');
  const ancestors = ["'self'", ...origins].join(' ');
  res.setHeader(
    'Content-Security-Policy',
    policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`),
  );
  res.removeHeader('X-Frame-Options');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

// Pages may hold what a person typed or a tracking code.
const neverCached: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};
