import { z } from 'zod';
import { frameCode, USUAL_FRAME } from '../../shared/embed/frame.ts';
import { escaped } from '../../shared/embed/markup.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RawRoute } from '../http/rawRoute.ts';
import { send, sendJson, sendProblem } from '../http/send.ts';
import { languageAccepted } from '../sentences/accepted.ts';
import { designOfAddress } from './addresses.ts';
import { type EmbedParts, embeddedOf } from './embedded.ts';
import { authorsInWords } from './page.ts';

/** Seconds for which an asker may keep it; what the frame shows is asked for anew each time. */
const KEPT = 3600;

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'must be a number of pixels')
  .transform(Number);

// Askers may add what they like.
const query = z.looseObject({
  url: z.string().min(1).max(2000),
  format: z.string().max(40).optional(),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
});

/** `GET /oembed` (oEmbed 1.0, https://oembed.com): how a published design is shown within another site's page. */
export function oembedRoute(parts: EmbedParts, url: string): RawRoute {
  return {
    method: 'get',
    path: '/oembed',
    summary:
      'How a design is shown within another page (oEmbed 1.0); 501 for formats other than json and xml',
    tag: 'designs',
    access: 'public',
    scopes: ['workshops:read'],
    query,
    produces: ['application/json', 'text/xml'],
    respond: (request, response, context) => {
      // It tells what everybody may read, and never who asks.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      const { format = 'json', maxwidth, maxheight, url: address } = query.parse(context.query);
      if (format !== 'json' && format !== 'xml') {
        // A wish that we do not meet is no failure of ours, which would go into the log.
        const problem = new HttpProblem('format-not-offered', 'This is answered as json or as xml.');
        sendProblem(response, problem, context.requestId);
        return;
      }
      const asked = designOfAddress(address, url);
      const found = asked && embeddedOf(parts, asked.designId, asked.revision);
      if (!asked || found === null || found === 'withdrawn') {
        throw new HttpProblem('not-found', 'Under this address no design can be shown.');
      }
      const width = Math.min(USUAL_FRAME.width, maxwidth ?? USUAL_FRAME.width);
      const height = Math.min(USUAL_FRAME.height, maxheight ?? USUAL_FRAME.height);
      const author = authorsInWords(found, languageAccepted(request.headers['accept-language']));
      const told = {
        type: 'rich',
        version: '1.0',
        title: found.title,
        ...(author === '' ? {} : { author_name: author }),
        provider_name: 'Commonwright',
        provider_url: url,
        cache_age: KEPT,
        license: found.licence,
        html: frameCode(url, asked, found.title, { width, height }),
        width,
        height,
      };
      // What is withdrawn shall not live on between us.
      response.setHeader('Cache-Control', 'no-cache');
      response.setHeader('Vary', 'Accept-Language');
      if (format === 'json') sendJson(response, 200, told);
      else send(response, 200, 'text/xml; charset=utf-8', xmlOf(told));
    },
  };
}

const xmlOf = (told: Record<string, string | number>): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<oembed>',
    ...Object.entries(told).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`),
    '</oembed>',
    '',
  ].join('\n');
