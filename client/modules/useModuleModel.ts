import { useEffect, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { CannotBeDone } from '../models/done.ts';
import { type Models, openModels } from '../models/models.ts';
import type { ModuleValues } from './values.ts';

export interface ModuleModel {
  /** What was made last; it stays while something else is made. */
  model: Model | null;
  /** The same as lines: the text of an SVG; null where none was asked for. */
  drawing: string | null;
  isMaking: boolean;
  /** Why nothing newer could be made: the kind of a `CannotBeDone`. */
  failure: string | null;
}

/**
 * The solid of a module at these values, made in a worker. While one is made only the newest wish is kept, so that
 * typing never queues up. `title`: of a line drawing, where one is wanted besides.
 */
export function useModuleModel(module: string, title: string | null, values: ModuleValues): ModuleModel {
  const [made, setMade] = useState<ModuleModel>({
    model: null,
    drawing: null,
    isMaking: true,
    failure: null,
  });
  const models = useRef<Models | null>(null);
  const wish = useRef<ModuleValues | null>(null);
  const isAsking = useRef(false);
  const drawn = useRef(title);
  drawn.current = title;
  useEffect(() => {
    models.current = openModels();
    return () => {
      models.current?.end();
      models.current = null;
    };
  }, []);
  const makeWished = async () => {
    const wanted = wish.current;
    const asked = models.current;
    if (wanted === null || asked === null || isAsking.current) return;
    wish.current = null;
    isAsking.current = true;
    setMade((before) => ({ ...before, isMaking: true }));
    try {
      const model = await asked.ask('modelOfModule', { module, values: wanted });
      const drawing = drawn.current
        ? await asked.ask('draw', { model, view: 'iso', title: drawn.current })
        : null;
      if (models.current) setMade({ model, drawing, isMaking: wish.current !== null, failure: null });
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (models.current) setMade((before) => ({ ...before, isMaking: false, failure: error.kind }));
    } finally {
      isAsking.current = false;
    }
    await makeWished();
  };
  useEffect(() => {
    wish.current = values;
    void makeWished();
  }, [module, values, title]);
  return made;
}
