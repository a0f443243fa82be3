import type { DraftContent } from '../../shared/designs/content.ts';
import type { Model } from '../../shared/models/model.ts';
import { CannotBeDone } from '../models/done.ts';
import type { Models } from '../models/models.ts';
import { ReadDesigns } from './readDesigns.ts';
import { ReadFiles } from './readFiles.ts';

/**
 * Everything that stands in a content, put together in a worker, with what has to be fetched for it.
 * @throws {CannotBeDone}
 */
export async function modelOfContent(
  content: DraftContent,
  models: Models,
  seconds?: number,
): Promise<Model> {
  const designs = new ReadDesigns();
  await designs.read(content);
  if (designs.hasFailed.value) throw new CannotBeDone('offline');
  const files = await new ReadFiles().modelsOf(content, models);
  const below = designs
    .below(content)
    .map(({ pin, content: inner }) => [`${pin.designId}/${pin.revision}`, inner] as const);
  const { title, licence, parameters, instances, mates, parts } = content;
  const asked = {
    content: { title, licence, parameters, instances, mates, parts },
    designs: Object.fromEntries(below),
    choices: {},
    files,
    withModel: true,
  };
  const { model } = await models.ask('assemble', asked, seconds === undefined ? {} : { seconds });
  if (!model) throw new CannotBeDone('unexpected');
  return model;
}
