import type { Plugin } from 'vite';

/**
 * Puts links to a deferred chunk, and to all that it stands on, into the program's page: the browser fetches them beside the
 * catalogue instead of after it.
 * @param name of the module that `main.tsx` imports when the texts are there.
 */
export function earlyLinks(name: string): Plugin {
  return {
    name: 'early-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        if (!filename.endsWith('index.html')) return [];
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const wanted = new Set<string>();
        const want = (fileName: string) => {
          if (wanted.has(fileName)) return;
          wanted.add(fileName);
          for (const next of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) want(next);
        };
        for (const chunk of chunks) if (chunk.name === name && chunk.isDynamicEntry) want(chunk.fileName);
        const links = [...wanted].flatMap((fileName) => {
          const styles = chunks.find((chunk) => chunk.fileName === fileName)?.viteMetadata?.importedCss ?? [];
          return [
            { rel: 'modulepreload', href: `/${fileName}` },
            ...[...styles].map((href) => ({ rel: 'stylesheet', href: `/${href}` })),
          ];
        });
        return links
          .filter(({ href }) => !html.includes(href))
          .map(({ rel, href }) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel, crossorigin: true, href },
          }));
      },
    },
  };
}
