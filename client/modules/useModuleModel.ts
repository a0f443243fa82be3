import { useEffect, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { CannotBeDone } from '../models/done.ts';
import { type Models, openModels } from '../models/models.ts';
import type { ModuleValues } from './values.ts';

export interface ModuleModel {
  /** What was made last; it stays while something else is made. */
  model: Model | null;
  isMaking: boolean;
  /** Why nothing newer could be made: the kind of a `CannotBeDone`. */
  failure: string | null;
}

/**
 * The solid of a module at these values, made in a worker. While one is made only the newest wish is kept, so that
 * typing never queues up.
 */
export function useModuleModel(module: string, values: ModuleValues): ModuleModel {
  const [made, setMade] = useState<ModuleModel>({
    model: null,
    isMaking: true,
    failure: null,
  });
  const models = useRef<Models | null>(null);
  const wish = useRef<ModuleValues | null>(null);
  const isAsking = useRef(false);
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
      if (models.current) setMade({ model, isMaking: wish.current !== null, failure: null });
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
  }, [module, values]);
  return made;
}
