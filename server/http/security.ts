import type { RequestHandler } from 'express';
import helmet from 'helmet';

interface SecurityOptions {
  https: boolean;
  /** Serves the client from its sources: Vite puts styles into the page and listens on a socket. */
  reload: boolean;
}

/** manifold's WebAssembly needs `wasm-unsafe-eval`. */
const directivesOf = ({ https, reload }: SecurityOptions): Record<string, string[]> => ({
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': reload ? ["'self'", "'unsafe-inline'"] : ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  // A voice note is heard before it has been sent.
  'media-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'connect-src': reload ? ["'self'", 'ws:'] : ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  ...(https ? { 'upgrade-insecure-requests': [] } : {}),
});

/** Headers that keep foreign code, frames and styles out. */
export function securityHeaders(options: SecurityOptions): RequestHandler {
  const { https } = options;
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesOf(options) },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Plain http has no such isolation; browsers only warn about it.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  });
}

/**
 * After `securityHeaders`, for a page that other sites may show within theirs. Somebody may be led to press on it
 * without seeing it: so it must have nothing that acts for whoever is signed in, and it can send no forms.
 */
export function framedAnywhere(options: SecurityOptions): RequestHandler {
  const policy = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      ...directivesOf(options),
      'form-action': ["'none'"],
      'frame-src': ["'none'"],
      'frame-ancestors': ['*'],
    },
  });
  return (request, response, next) => {
    response.removeHeader('X-Frame-Options');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    policy(request, response, next);
  };
}
