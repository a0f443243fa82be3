import { escaped } from '../../shared/embed/markup.ts';
import { designById, revisionOf } from '../designs/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { designOfPath, pageAddress } from './addresses.ts';

/**
 * What belongs into the head of the page at a path, so that other programs find how a design is embedded; empty for
 * pages that are about none.
 */
export function discoveryOf(views: ViewsReader, url: string): (path: string) => string {
  return (path) => {
    const asked = path.startsWith('/designs/') ? designOfPath(path) : null;
    const design = asked && designById(views, asked.designId);
    if (!asked || !design) return '';
    if (asked.revision !== null && !revisionOf(views, asked.designId, asked.revision)) return '';
    const link = (format: 'json' | 'xml', type: string) => {
      const query = new URLSearchParams({ url: pageAddress(url, asked), format });
      return `<link rel="alternate" type="${type}" href="${escaped(`${url}/oembed?${query}`)}" title="${escaped(design.title)}">`;
    };
    return link('json', 'application/json+oembed') + link('xml', 'text/xml+oembed');
  };
}
