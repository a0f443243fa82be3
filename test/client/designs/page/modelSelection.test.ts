import { describe, expect, it } from 'vitest';
import {
  linesOfNodes,
  namesOfNodes,
  nodesOfInstances,
  nodesOfLine,
  nodesOfSteps,
} from '../../../../client/designs/page/modelSelection.ts';
import type { ModelNode } from '../../../../shared/models/model.ts';

const node = (id: string, parent: number, more: Partial<ModelNode> = {}): ModelNode => ({
  id,
  name: id,
  parent,
  instance: id.split('/')[0] ?? null,
  line: null,
  step: null,
  ...more,
});

/** Two wheels of one line, each of a tyre and a rim; and a frame that is fitted before. */
const model = {
  nodes: [
    node('', -1, { instance: null }),
    node('left', 0, { name: 'Wheel', line: 'm-left', step: 'roll' }),
    node('left/tyre', 1, { line: 'm-left-tyre', step: 'roll' }),
    node('left/rim', 1, { line: 'm-left', step: 'roll' }),
    node('right', 0, { name: 'Wheel', line: 'm-left', step: 'roll' }),
    node('right/tyre', 4, { line: 'm-left-tyre', step: 'roll' }),
    node('frame', 0, { line: 'm-frame', step: 'weld' }),
  ],
};

describe('What is chosen in a model and in its parts list', () => {
  it('a line is all that it counts, each by the node that stands for all below it', () => {
    expect(nodesOfLine(model, 'm-left')).toEqual(['left', 'right']);
    expect(nodesOfLine(model, 'm-left-tyre')).toEqual(['left/tyre', 'right/tyre']);
    expect(nodesOfLine(model, 'no-such-line')).toEqual([]);
  });

  it('what is taken in the model leads back to its line', () => {
    expect([...linesOfNodes(model, ['right'])]).toEqual(['m-left']);
    expect([...linesOfNodes(model, ['left/tyre', 'frame'])]).toEqual(['m-left-tyre', 'm-frame']);
    expect([...linesOfNodes(model, [''])]).toEqual([]);
  });

  it('an instance, and a step, stand for everything below them', () => {
    expect(nodesOfInstances(model, ['left', 'gone'])).toEqual(['left']);
    expect(nodesOfSteps(model, ['roll'])).toEqual(['left', 'right']);
    expect(nodesOfSteps(model, ['weld', 'roll'])).toEqual(['left', 'right', 'frame']);
  });

  it('what a step fits is told by name, with how often', () => {
    expect(namesOfNodes(model, nodesOfSteps(model, ['roll']))).toEqual([{ name: 'Wheel', count: 2 }]);
  });
});
