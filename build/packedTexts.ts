import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const pack = promisify(brotliCompress);
const MOST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/**
 * Lays each script, style and drawing packed beside itself (`.br`): a server that has just started would pack them
 * while the first visitor waits, which takes a small computer seconds.
 */
export function packedTexts(): Plugin {
  return {
    name: 'packed-texts',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      const assets = join(dir, 'assets');
      const texts = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const place = join(assets, name);
          await writeFile(`${place}.br`, await pack(await readFile(place), MOST));
        }),
      );
    },
  };
}
