import type { ViewsReader } from '../../views/reader.ts';
import { designById } from '../queries.ts';
import { designsByWords } from './catalogue.ts';

/** A design as the one search of the program tells of it. */
export interface TitledDesign {
  designId: string;
  title: string;
  purpose: string;
  tags: readonly string[];
}

/** The designs that fit the words best. */
export function designsWithWordsOf(views: ViewsReader, typed: string, limit: number): TitledDesign[] {
  return designsByWords(views, typed)
    .slice(0, limit)
    .flatMap(({ designId }) => {
      const design = designById(views, designId);
      if (!design) return [];
      const { title, purpose, tags } = design.summary;
      return [{ designId, title, purpose, tags }];
    });
}
