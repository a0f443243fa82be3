import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers that keep foreign code, frames and styles out. manifold's WebAssembly needs `wasm-unsafe-eval`.
 * @param reload serves the client from its sources: Vite puts styles into the page and listens on a socket.
 */
export function securityHeaders(options: { https: boolean; reload: boolean }): RequestHandler {
  const { https, reload } = options;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': reload ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': reload ? ["'self'", 'ws:'] : ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // Plain http has no such isolation; browsers only warn about it.
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
  });
}
