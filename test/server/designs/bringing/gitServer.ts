import fs from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import git from 'isomorphic-git';
import { onTestFinished } from 'vitest';

const packet = (content: string | Buffer): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
};
const FLUSH = Buffer.from('0000');
const CAPABILITIES = 'multi_ack side-band-64k ofs-delta shallow symref=HEAD:refs/heads/main agent=git/test';

/**
 * A Git server over plain HTTP with one repository at `/mill.git`; `/moved.git` redirects there, `/away.git` to
 * a file of the host. A path that ends in `@` is a link to its content.
 * @returns its origin.
 */
export async function gitServer(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'commonwright-git-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await git.init({ fs, dir, defaultBranch: 'main' });
  for (const [path, content] of Object.entries(files)) {
    const filepath = path.replace(/@$/, '');
    await mkdir(dirname(join(dir, filepath)), { recursive: true });
    if (path.endsWith('@')) await symlink(content, join(dir, filepath));
    else await writeFile(join(dir, filepath), content);
    await git.add({ fs, dir, filepath });
  }
  const oid = await git.commit({
    fs,
    dir,
    message: 'All',
    author: { name: 'Ana', email: 'ana@example.org', timestamp: 1_790_000_000 },
  });
  const pack = await packOf(dir, oid);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '';
    if (url.startsWith('/moved.git')) {
      response.writeHead(301, { location: url.replace('moved', 'mill') }).end();
    } else if (url.startsWith('/away.git')) {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    } else if (url.startsWith('/mill.git/info/refs')) {
      response.setHeader('content-type', 'application/x-git-upload-pack-advertisement');
      const refs = [packet(`${oid} HEAD\0${CAPABILITIES}\n`), packet(`${oid} refs/heads/main\n`), FLUSH];
      response.end(Buffer.concat([packet('# service=git-upload-pack\n'), FLUSH, ...refs]));
    } else if (url === '/mill.git/git-upload-pack') {
      request.resume();
      response.setHeader('content-type', 'application/x-git-upload-pack-result');
      const pieces: Buffer[] = [];
      for (let at = 0; at < pack.length; at += 60_000) {
        pieces.push(packet(Buffer.concat([Buffer.from([1]), pack.subarray(at, at + 60_000)])));
      }
      response.end(Buffer.concat([packet(`shallow ${oid}\n`), FLUSH, packet('NAK\n'), ...pieces, FLUSH]));
    } else response.writeHead(404).end('nothing');
  };
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function packOf(dir: string, commit: string): Promise<Buffer> {
  const oids = [commit];
  const trees = [(await git.readCommit({ fs, dir, oid: commit })).commit.tree];
  for (let oid = trees.pop(); oid !== undefined; oid = trees.pop()) {
    oids.push(oid);
    for (const entry of (await git.readTree({ fs, dir, oid })).tree) {
      if (entry.type === 'tree') trees.push(entry.oid);
      else oids.push(entry.oid);
    }
  }
  const { packfile } = await git.packObjects({ fs, dir, oids: [...new Set(oids)], write: false });
  if (!packfile) throw new Error('nothing was packed');
  return Buffer.from(packfile);
}
