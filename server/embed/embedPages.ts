import { type RequestHandler, Router } from 'express';
import { traceOf } from '../http/accessLog.ts';
import { framedAnywhere } from '../http/security.ts';
import { send } from '../http/send.ts';
import { languageAccepted } from '../sentences/accepted.ts';
import { designOfPath } from './addresses.ts';
import { type EmbedParts, embeddedOf } from './embedded.ts';
import { absentBody, designBody, pageFrom } from './page.ts';
import { embedWords } from './words.ts';

export interface EmbedOptions {
  parts: EmbedParts;
  /** Origin as people reach the program. */
  url: string;
  /** Serves the client from its sources. */
  reload: boolean;
  /** The page that the build made for what stands in other pages. @param address as it was asked for. */
  template(address: string): Promise<string>;
}

/**
 * `/embed/designs/{designId}`, and `…/revisions/{revision}`: the one page that any other site may show within its own.
 * It asks nobody who they are, shows what everybody may read, and has nothing to press that changes anything.
 */
export function embedPages({ parts, url, reload, template }: EmbedOptions): RequestHandler {
  const router = Router({ caseSensitive: true });
  const framed = framedAnywhere({ https: url.startsWith('https:'), reload });
  router.get('/embed/designs/{*rest}', framed, async (request, response) => {
    traceOf(response).route = 'embed';
    const language = languageAccepted(request.headers['accept-language']);
    const words = embedWords[language];
    const asked = designOfPath(request.path);
    const found = asked && embeddedOf(parts, asked.designId, asked.revision);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Accept-Language');
    response.setHeader('Content-Language', language);
    // Whoever reads a page that shows this one shall find the design itself.
    response.setHeader('X-Robots-Tag', 'noindex');
    const page = await template(request.originalUrl);
    const answer = (status: number, title: string, body: string) =>
      send(response, status, 'text/html; charset=utf-8', pageFrom(page, language, title, body));
    if (!asked || found === null) answer(404, words.notThere, absentBody(words.notThere, url));
    else if (found === 'withdrawn') answer(410, words.withdrawn, absentBody(words.withdrawn, url));
    else answer(200, found.title, designBody(found, asked, url, language));
  });
  return router;
}
