import fs from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import git, { type WalkerEntry } from 'isomorphic-git';
import type { BringRemark } from '../../../shared/designs/bringingViews.ts';
import { type GitReach, gitHttp, NotReachable } from './gitHttp.ts';
import { MOST_BYTES, MOST_FILES } from './intake.ts';

export interface GitOrder {
  url: string;
  /** An empty folder of our own. */
  folder: string;
  reach: GitReach;
  /** Bytes that may come over the network. */
  mostBytes: number;
}

/** What was fetched: paths in the repository, and where their bytes stand. */
export interface GitFiles {
  files: { path: string; at: string }[];
  remarks: BringRemark[];
}

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1';
const SYMLINK = 0o120000;

/**
 * Fetches the newest state of a repository's main branch. Nothing is checked out: each file is written under a number,
 * so that no name and no link in it leads anywhere.
 * @throws {NotReachable} with a sentence for whoever asked.
 */
export async function cloneInto({ url, folder, reach, mostBytes }: GitOrder): Promise<GitFiles> {
  const gitdir = join(folder, 'git');
  const http = gitHttp(reach, mostBytes);
  await git
    .clone({
      fs,
      http,
      dir: folder,
      gitdir,
      url,
      depth: 1,
      singleBranch: true,
      noCheckout: true,
      noTags: true,
    })
    .catch((error: unknown) => {
      throw sentenceOf(error);
    });
  const blobs = join(folder, 'blobs');
  await mkdir(blobs);
  const found: GitFiles = { files: [], remarks: [] };
  const tell = (kind: BringRemark['kind'], at: string, sentence: string) =>
    found.remarks.push({ kind, at: at.slice(0, 400), sentence });
  let bytes = 0;
  const cache = {};
  const keep = async (path: string, entry: WalkerEntry): Promise<void> => {
    if ((await entry.mode()) === SYMLINK) {
      tell('lost', path, 'It is a link to another file: bring the file itself.');
      return;
    }
    const content = await entry.content();
    if (content === undefined) return;
    if (Buffer.from(content.subarray(0, LFS_POINTER.length)).toString('latin1') === LFS_POINTER) {
      tell('lost', path, 'The repository holds only a pointer to it (Git LFS): send the file itself in.');
      return;
    }
    bytes += content.length;
    if (bytes > MOST_BYTES || found.files.length >= MOST_FILES) {
      throw new NotReachable(
        `The repository has more than ${MOST_FILES} files or ${MOST_BYTES / 1_000_000_000} GB.`,
      );
    }
    const at = join(blobs, String(found.files.length));
    found.files.push({ path, at });
    await writeFile(at, content);
  };
  await git.walk({
    fs,
    gitdir,
    cache,
    trees: [git.TREE({ ref: 'HEAD' })],
    map: async (path, [entry]) => {
      if (!entry) return null;
      const type = await entry.type();
      if (type === 'commit')
        tell('lost', path, 'It is another repository (a submodule): bring it by itself.');
      if (type === 'blob') await keep(path, entry);
      return type === 'tree' ? path : null;
    },
    // One after another: a repository is wide, and memory is not.
    iterate: async (walk, children) => {
      for (const child of children) await walk(child);
      return [];
    },
  });
  return found;
}

function sentenceOf(error: unknown): NotReachable {
  if (error instanceof NotReachable) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'HttpError') {
    return new NotReachable('There is no public Git repository at this address.');
  }
  if (code === 'SmartHttpError' || code === 'RemoteCapabilityError' || code === 'ParseError') {
    return new NotReachable('What answers at this address is no Git repository.');
  }
  if (code === 'NotFoundError') return new NotReachable('The repository is empty.');
  return new NotReachable(
    'The repository could not be fetched: the address does not answer, or the network is closed here.',
  );
}
