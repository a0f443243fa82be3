import type { Request, Response } from 'express';
import { isKnown } from '../http/headers.ts';
import { HttpProblem } from '../http/problem.ts';
import { send } from '../http/send.ts';
import { NoPlaceToWait, TooMuch } from '../threads/oneThread.ts';
import type { Drawing } from './drawings.ts';

/**
 * Answers with a drawing that runs nothing and loads nothing wherever it is opened.
 * @param lasting whether it stays the same under its address; else caches ask again after a day.
 * @throws {HttpProblem} not-found where there is nothing to draw; rate-limited, too-large.
 */
export async function answerDrawing(
  request: Request,
  response: Response,
  making: Promise<Drawing>,
  lasting: boolean,
): Promise<void> {
  const { key, svg } = await making.catch((error: unknown) => {
    if (error instanceof NoPlaceToWait) {
      throw new HttpProblem('rate-limited', 'Many drawings are being made: ask again in a moment.', {
        headers: { 'Retry-After': '5' },
      });
    }
    if (error instanceof TooMuch) {
      throw new HttpProblem('too-large', 'This model is too large to be drawn here.');
    }
    throw error;
  });
  if (svg === null) throw new HttpProblem('not-found', 'There is no model of which a drawing could be made.');
  const tag = `"${key.slice(0, 32)}"`;
  response.setHeader('ETag', tag);
  response.setHeader(
    'Cache-Control',
    lasting ? 'private, max-age=31536000, immutable' : 'private, max-age=86400',
  );
  if (isKnown(request.headers['if-none-match'], tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Everybody may read it: pages of other sites show it too, and frames that are shut in there.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  // Its own ink for light and dark is all the style there is.
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  );
  response.setHeader('Content-Disposition', 'inline; filename="drawing.svg"');
  send(response, 200, 'image/svg+xml; charset=utf-8', svg);
}
