import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type ErrorRequestHandler } from 'express';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { discoveryOf } from '../../../server/embed/discovery.ts';
import { embedPages } from '../../../server/embed/embedPages.ts';
import { builtPages, clientFiles } from '../../../server/http/clientFiles.ts';
import { problemFrom } from '../../../server/http/failure.ts';
import { securityHeaders } from '../../../server/http/security.ts';
import { sendProblem } from '../../../server/http/send.ts';
import type { ContentChange } from '../../../shared/designs/changes.ts';
import { revisionView } from '../../../shared/designs/designViews.ts';
import { type FileReply, fileReply } from '../../../shared/files/kinds.ts';
import { problem } from '../../../shared/problem.ts';
import { newDesign, publish, set } from '../../api/designStory.ts';
import { sharedApplication } from '../../api/shared.ts';
import { idIn, type Person } from '../application.ts';
import { type Caller, caller } from '../caller.ts';

/** Everything that HTML and XML could take for their own. */
const TITLE = `Press "5 < 6" & 'more' </title><script>alert(1)</script> $& $1`;

const told = z.object({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  title: z.string(),
  author_name: z.string(),
  provider_url: z.string(),
  license: z.string(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
});

describe('a design in another site’s page', () => {
  const app = sharedApplication();
  let ada: Person;
  let steward: Person;
  let pages: Caller;
  let press: string;

  beforeAll(async () => {
    ada = await app().person('Ada <3 & Lovelace');
    press = idIn(await publish(ada, {}, [set(['title'], '', TITLE), set(['licence'], '', 'CERN-OHL-S-2.0')]));
    ({ steward } = await app().found());
    const served = await servedPages();
    pages = served.caller;
    return served.close;
  });

  const address = (path: string) => `${app().url}${path}`;
  const oembed = (query: Record<string, string>) => app().nobody.get(`/oembed?${new URLSearchParams(query)}`);

  describe('by oEmbed', () => {
    it('is told with its title, author, licence and a frame of the size that is wished', async () => {
      const reply = await oembed({ url: address(`/designs/${press}`), maxwidth: '400', maxheight: '9000' });
      expect(reply.status, reply.text).toBe(200);
      expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
      expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
      const read = told.parse(reply.body);
      expect(read).toMatchObject({ title: TITLE, author_name: ada.name, license: 'CERN-OHL-S-2.0' });
      expect([read.width, read.height]).toEqual([400, 540]);
      expect(read.html).toContain(`src="${app().url}/embed/designs/${press}" width="400" height="540"`);
      expect(read.html).not.toContain('<script');
      expect(read.html.match(/[<>]/g)).toHaveLength(4);
    });

    it('comes as XML too, with every sign in its place', async () => {
      const { status, headers, text } = await oembed({
        url: address(`/designs/${press}/revisions/1`),
        format: 'xml',
        whatever: 'else',
      });
      expect([status, headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
      expect(text).toContain('<title>Press &quot;5 &lt; 6&quot; &amp; &#39;more&#39; &lt;/title&gt;');
      expect(text).toContain('&lt;iframe src=&quot;');
      expect(text).not.toContain('<script');
    });

    it.each(['yaml', '', 'JSON', 'json,xml'])('in the format %j is answered with 501', async (format) => {
      const reply = await oembed({ url: address(`/designs/${press}`), format });
      expect(reply.status).toBe(501);
      expect(problem.parse(reply.body).type).toBe('/problems/format-not-offered');
      expect(app().logged()).not.toContain('"failed"');
    });

    it('that is not there, not published or elsewhere is not found', async () => {
      const draftId = randomUUID();
      await ada.post('/api/drafts', { draftId });
      for (const url of [
        address(`/designs/${randomUUID()}`),
        address(`/designs/${press}/revisions/2`),
        address(`/designs/drafts/${draftId}`),
        address(`/designs/${draftId}`),
        address('/machines'),
        `https://elsewhere.example.org/designs/${press}`,
        'nonsense',
      ]) {
        const reply = await oembed({ url });
        expect(reply.status, url).toBe(404);
        expect(problem.parse(reply.body).type).toBe('/problems/not-found');
      }
    });

    it('is refused for wishes that make no sense', async () => {
      const url = address(`/designs/${press}`);
      const wishes: Record<string, string>[] = [
        {},
        { url: 'x'.repeat(2001) },
        { url, maxwidth: '0' },
        { url, maxheight: '-5' },
        { url, maxwidth: '1e9' },
        { url, maxwidth: 'wide' },
      ];
      for (const wish of wishes) expect((await oembed(wish)).status, JSON.stringify(wish)).toBe(400);
    });
  });

  describe('as a page', () => {
    it('names its author and licence without a script, and every sign of theirs is a sign', async () => {
      const { status, headers, text } = await pages.get(`/embed/designs/${press}`);
      expect(status, text).toBe(200);
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(text).not.toMatch(/<script>|<3/);
      expect(text).toContain('Press &quot;5 &lt; 6&quot; &amp; &#39;more&#39; &lt;/title&gt;');
      expect(text).toContain('$&amp; $1');
      expect(text).toContain('By Ada &lt;3 &amp; Lovelace');
      expect(text).toContain('https://spdx.org/licenses/CERN-OHL-S-2.0.html');
      expect(text).toContain(`href="${app().url}/designs/${press}" target="_blank" rel="noopener"`);
      expect(text).not.toContain('<form');
    });

    it('is the only one that others may frame, and can do nothing there', async () => {
      const { headers } = await pages.get(`/embed/designs/${press}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain('frame-ancestors *');
      expect(policy).toContain("form-action 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).not.toContain('unsafe-inline');
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
      for (const path of [
        `/designs/${press}`,
        '/embed',
        '/embed/machines',
        `/embed/design/${press}`,
        `/Embed/designs/${press}`,
        '/embed.html',
      ]) {
        const other = await pages.get(path);
        expect(other.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
        expect(other.headers.get('x-frame-options'), path).toBe('DENY');
      }
    });

    it('is the same whoever asks, and takes nothing but reading', async () => {
      const path = `/embed/designs/${press}`;
      const asMember = await pages.send(path, { headers: ada.credentials });
      expect(asMember.text).toBe((await pages.get(path)).text);
      const posted = await pages.post(path, {});
      expect(posted.status).toBe(405);
      expect(posted.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    });

    it('says in the reader’s language that there is no such design', async () => {
      for (const path of [`/embed/designs/${randomUUID()}`, `/embed/designs/${press}/revisions/7`]) {
        const { status, text } = await pages.send(path, { headers: { 'accept-language': 'es' } });
        expect(status).toBe(404);
        expect(text).toContain('<html lang="es">');
        expect(text).toContain('Aquí no hay tal diseño.');
      }
    });

    it('lets the largest model file turn that is still there, where nothing is put together', async () => {
      const [small, large, picture] = await Promise.all(
        ['solid a\nendsolid a\n', 'solid of more words\nendsolid of more words\n', 'no picture'].map(send),
      );
      const named = (path: string, { fileId, bytes }: FileReply, role: string): ContentChange => ({
        kind: 'add',
        list: 'files',
        id: path,
        value: { path, fileId, bytes, role, words: '' },
        after: null,
      });
      const design = idIn(
        await publish(ada, {}, [
          set(['title'], '', 'Bracket'),
          set(['licence'], '', 'CC-BY-4.0 OR LicenseRef-PPL'),
          ...(small ? [named('small.stl', small, 'export')] : []),
          ...(large ? [named('large "&.STL', large, 'export')] : []),
          ...(picture ? [named('notes.txt', picture, 'other')] : []),
        ]),
      );
      const shown = async () => (await pages.get(`/embed/designs/${design}`)).text;
      expect(await shown()).toContain(`data-file="${large?.fileId}" data-name="large &quot;&amp;.STL"`);
      expect(await shown()).toContain('CC-BY-4.0 OR PPL');
      expect(await shown()).not.toContain('spdx.org');
      const gone = await ada.command(`/api/files/${large?.fileId}/withdraw`, { reason: 'Not ours.' });
      expect(gone.status, gone.text).toBe(200);
      expect(await shown()).toContain(`data-file="${small?.fileId}" data-name="small.stl"`);
    });

    it('shows nothing any more of a revision that was withdrawn', async () => {
      const gone = await newDesign(ada, 'Sawmill of Zaragoza');
      const shown = async () => (await pages.get(`/embed/designs/${gone}`)).text;
      expect(await shown()).toContain('Sawmill of Zaragoza');
      await withdraw(gone);
      const reply = await pages.get(`/embed/designs/${gone}`);
      expect(reply.status).toBe(410);
      expect(reply.text).not.toContain('Zaragoza');
      expect((await oembed({ url: address(`/designs/${gone}`) })).status).toBe(404);
    });
  });

  it('is found by programs that read its own page', async () => {
    const { text } = await pages.get(`/designs/${press}`);
    const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(text) ?? [];
    expect(text).not.toContain('<script>alert');
    const { pathname, search } = new URL(href.replaceAll('&amp;', '&'));
    expect(told.parse((await app().nobody.get(pathname + search)).body).title).toBe(TITLE);
    for (const path of ['/', '/designs', `/designs/${randomUUID()}`, `/designs/${press}/revisions/9`])
      expect((await pages.get(path)).text, path).not.toContain('oembed');
  });

  async function send(body: string): Promise<FileReply> {
    const headers = { origin: app().url, ...ada.credentials };
    const address = `http://127.0.0.1:${app().port}/api/files?for=design`;
    return fileReply.parse(await (await fetch(address, { method: 'POST', headers, body })).json());
  }

  /** What its newest revision says is withdrawn by a steward. */
  async function withdraw(designId: string): Promise<void> {
    const { body } = await app().nobody.get(`/api/designs/${designId}/revisions/1`);
    const { contentId } = revisionView.parse(body);
    const reply = await steward.command(`/api/files/${contentId}/withdraw`, { reason: 'Not theirs.' });
    expect(reply.status, reply.text).toBe(200);
  }

  /** The pages as the program puts them together, from a client that is built of two empty ones. */
  async function servedPages(): Promise<{ caller: Caller; close(): Promise<void> }> {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
    const empty = '<html lang="en"><head><title>Commonwright</title></head><body><!--design--></body></html>';
    for (const name of ['index.html', 'embed.html']) await writeFile(join(folder, name), empty);
    const { parts, url } = app();
    const answerProblem: ErrorRequestHandler = (error: unknown, _request, response, _next) =>
      sendProblem(response, problemFrom(error), '');
    const server = createServer(
      express()
        .use(securityHeaders({ https: false, reload: false }))
        .use(embedPages({ parts, url, reload: false, template: () => builtPages(folder)('embed.html') }))
        .use(clientFiles(folder, discoveryOf(parts.views, url)))
        .use(answerProblem),
    );
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const bound = server.address();
    return {
      caller: caller(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`, url),
      close: async () => {
        server.closeAllConnections();
        await new Promise((resolve) => {
          server.close(resolve);
        });
        await rm(folder, { recursive: true });
      },
    };
  }
});
