import type { NamedRevision } from '../../shared/embed/frame.ts';
import { escaped } from '../../shared/embed/markup.ts';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { Language } from '../../shared/language.ts';
import { pageAddress } from './addresses.ts';
import type { Embedded } from './embedded.ts';
import { type EmbedWords, embedWords } from './words.ts';

/** Names that are written out; the rest are counted, and stand on the design's own page. */
const NAMED = 4;

/** A page that the build made, with what it is about in its places. @param template has `<!--design-->` in its body. */
export function pageFrom(template: string, language: Language, title: string, body: string): string {
  return template
    .replace(/<html[^>]*>/, () => `<html lang="${language}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('<!--design-->', () => body);
}

/** A design within another site's page: readable without a script, which only makes it turn. */
export function designBody(design: Embedded, asked: NamedRevision, url: string, language: Language): string {
  const words = embedWords[language];
  const address = escaped(pageAddress(url, asked));
  const { designId, revision, title, shape } = design;
  const file =
    shape.kind === 'file' ? ` data-file="${shape.file.fileId}" data-name="${escaped(shape.file.path)}"` : '';
  const turns =
    shape.kind === 'none'
      ? ''
      : `<div class="embed-turn"><button type="button" class="button" data-kind="main" hidden>${words.turn}</button>
<noscript><p class="small soft">${words.noScript}</p></noscript></div>`;
  return `<main class="embed" data-design="${designId}" data-revision="${revision}"${file}>
<header>
<h1 lang="${escaped(design.language)}"><a href="${address}" target="_blank" rel="noopener">${escaped(title)}</a></h1>
<p class="small">${madeBy(design, words, language)}</p>
</header>
<div class="embed-stage">
${pictureOf(design, words)}
${turns}
</div>
<p class="small"><a href="${address}" target="_blank" rel="noopener">${words.whole}: Commonwright</a></p>
</main>`;
}

/** Instead of a design that is not there to be shown. */
export const absentBody = (sentence: string, url: string): string => `<main class="embed">
<p>${escaped(sentence)}</p>
<p class="small"><a href="${escaped(url)}" target="_blank" rel="noopener">Commonwright</a></p>
</main>`;

/** Names as one reads them: the first few, and how many more. */
export function authorsInWords({ authors }: Pick<Embedded, 'authors'>, language: Language): string {
  const words = embedWords[language];
  const names = authors.map((name) => name ?? words.formerMember);
  const more = names.length - NAMED;
  const shown = more > 1 ? [...names.slice(0, NAMED), words.more(more)] : names;
  return new Intl.ListFormat(language).format(shown);
}

function madeBy(design: Embedded, words: EmbedWords, language: Language): string {
  const names = authorsInWords(design, language);
  const { licence, revision } = design;
  // One of the list, without terms of its own: the list has a page of each.
  const isListed = /^[A-Za-z0-9.-]+$/.test(licence) && !licence.startsWith('LicenseRef-');
  const said = escaped(licence.replaceAll('LicenseRef-', ''));
  return [
    ...(names === '' ? [] : [escaped(words.by(names))]),
    isListed
      ? `<a href="https://spdx.org/licenses/${escaped(licence)}.html" target="_blank" rel="license noopener">${said}</a>`
      : said,
    words.revision(revision),
  ].join(' · ');
}

function pictureOf({ designId, revision, title, picture, shape }: Embedded, words: EmbedWords): string {
  if (shape.kind === 'assembly') {
    const source = `/api/designs/${designId}/revisions/${revision}/drawing.svg`;
    return `<img src="${source}" alt="${escaped(words.drawing(title))}">`;
  }
  if (picture === null) return '';
  return `<img src="${addressOfFile(picture.fileId)}" alt="${escaped(picture.words || words.picture(title))}">`;
}
