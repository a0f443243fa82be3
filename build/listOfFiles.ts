import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Tells the service worker what belongs to this version: the files without which no page shows, those that pages fetch
 * when they are opened, and a name that changes with any of them.
 * @param name of the worker's entry.
 */
export function listOfFiles(name: string): Plugin {
  return {
    name: 'list-of-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === name);
        if (worker?.type !== 'chunk') throw new Error(`There is no ${name} in the build.`);
        if (worker.imports.length > 0)
          throw new Error('A worker stands alone: browsers run it as one script.');
        const page = bundle['index.html'];
        const html = page?.type === 'asset' ? String(page.source) : '';
        const all = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css|woff2|svg)$/.test(file));
        const needed = (file: string) => html.includes(file) || /next-latin-[47]00.*woff2$/.test(file);
        const list = {
          version: createHash('sha256').update(html).update(all.join()).digest('hex').slice(0, 12),
          needed: ['/', ...all.filter(needed).map((file) => `/${file}`)],
          later: all.filter((file) => !needed(file)).map((file) => `/${file}`),
        };
        worker.code = worker.code.replace(/__FILES__/g, JSON.stringify(list));
      },
    },
  };
}
