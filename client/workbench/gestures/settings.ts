import type {
  AlternativeInstance,
  Instance,
  ParameterSetting,
} from '../../../shared/assemblies/instances.ts';
import type { DesignStep } from '../../../shared/designs/steps.ts';
import { changed, type Gesture } from './standing.ts';

/** As many as a design may have. */
const MOST_STEPS = 1000;

/** Some fields of some things get other values. */
export const setFields =
  (
    ids: readonly string[],
    fields: Partial<Pick<Instance, 'name' | 'step' | 'of' | 'alternatives'>>,
  ): Gesture =>
  (content) =>
    changed(content, new Set(ids), (instance) => ({ ...instance, ...fields }));

/** Things are fitted in a step that begins behind all others. */
export const fitInNewStep =
  (ids: readonly string[], named: Pick<DesignStep, 'id' | 'title'>): Gesture =>
  (content) => {
    if (content.steps.length >= MOST_STEPS) return content;
    const told = {
      text: '',
      parts: [],
      tools: [],
      machines: [],
      competences: [],
      minutes: null,
      pictures: [],
    };
    return setFields(ids, { step: named.id })({
      ...content,
      steps: [...content.steps, { ...named, ...told }],
    });
  };

/** Sets a parameter of some things; null: as usual again. */
export function setParameter(ids: readonly string[], name: string, to: ParameterSetting | null): Gesture {
  const isNoNumber = typeof to === 'number' && !Number.isFinite(to);
  return (content) =>
    isNoNumber
      ? content
      : changed(content, new Set(ids), (instance) => {
          const { [name]: before, ...others } = instance.parameters;
          if (to === null) return before === undefined ? instance : { ...instance, parameters: others };
          return before === to
            ? instance
            : { ...instance, parameters: { ...instance.parameters, [name]: to } };
        });
}

/** Something else that may stand in a thing's place. */
export const addAlternative = (id: string, alternative: AlternativeInstance): Gesture =>
  onAlternatives(id, (all) => [...all, alternative]);

export const removeAlternative = (id: string, alternativeId: string): Gesture =>
  onAlternatives(id, (all) => all.filter((each) => each.id !== alternativeId));

const onAlternatives =
  (id: string, change: (all: Instance['alternatives']) => Instance['alternatives']): Gesture =>
  (content) =>
    changed(content, new Set([id]), (instance) => ({
      ...instance,
      alternatives: change(instance.alternatives),
    }));

/** Puts an alternative in a thing's place, and the thing among the alternatives. Mates that it can keep, it keeps. */
export const takeAlternative =
  (id: string, alternativeId: string): Gesture =>
  (content) =>
    changed(content, new Set([id]), (instance) => {
      const chosen = instance.alternatives.find((each) => each.id === alternativeId);
      if (!chosen) return instance;
      const { name, of, parameters } = instance;
      return {
        ...instance,
        name: chosen.name,
        of: chosen.of,
        parameters: chosen.parameters,
        alternatives: instance.alternatives.map((each) =>
          each === chosen ? { ...chosen, name, of, parameters } : each,
        ),
      };
    });

/** A number of the whole machine that its things refer to. */
export function setOwnParameter(
  id: string,
  fields: Partial<{ name: string; value: string; unit: string }>,
): Gesture {
  return (content) => ({
    ...content,
    parameters: content.parameters.map((each) => (each.id === id ? { ...each, ...fields } : each)),
  });
}
