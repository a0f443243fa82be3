import type { WorkEvent } from '../../../shared/schemasOfEvents.ts';
import type { WorkKind, WorkSubject } from '../../../shared/work/events.ts';
import type { CommandDefinition } from '../../commands/definition.ts';
import { type NoteWork, type WorkFacts, type WorkState, workDecider } from '../../work/decide.ts';
import { type Telling, textsOf, type When, wordsOf } from './telling.ts';

const noteWork: CommandDefinition<NoteWork, WorkState, WorkEvent, WorkFacts> = {
  type: 'NoteWork',
  decider: workDecider,
  stream: ({ memberId }) => `work-${memberId}`,
  facts: (_command, { now }) => ({ now, subjectKnown: true }),
};

/** What people did, told by themselves. */
export function tellWork(telling: Telling): void {
  const { buildOf, pinOf, region } = telling;
  const build = (word: string): WorkSubject => ({ kind: 'build', buildId: buildOf(word) });
  const workshop = (of: keyof typeof region): WorkSubject => ({
    kind: 'workshop',
    workshopId: region[of].workshopId,
  });
  const design = (word: string): WorkSubject => ({ kind: 'design', designId: pinOf(word, 1).designId });
  const note = (by: string, when: When, kind: WorkKind, minutes: number, on: WorkSubject, words?: string) => {
    const text = wordsOf(telling, 'workNote', words);
    const work = { memberId: telling.memberOf(by), workId: telling.fresh('work'), noteId: text?.id ?? null };
    telling.give(
      'kaiwerk',
      when,
      by,
      noteWork,
      { type: 'NoteWork', ...work, kind, minutes, on, at: null },
      textsOf(text),
    );
  };
  note('mara', [-36, 20], 'cleaning', 60, workshop('kaiwerk'), 'Wood shop, after the open evening');
  note('mara', [-20, 19], 'teaching', 90, workshop('kaiwerk'), 'Soldering with two from the school');
  note('mara', [-15, 20], 'building', 120, build('printer'));
  note('mara', [-12, 20], 'building', 90, build('printer'));
  note('mara', [-7, 20], 'documenting', 45, design('printer3d'), 'Photographs for the frame');
  note('mara', [-6, 20], 'organising', 30, workshop('kaiwerk'));
  note('yuki', [-10, 20], 'building', 75, build('printer'));
  note('yuki', [-5, 20], 'repairing', 50, { kind: 'item', itemId: telling.thingOf('kaiwerk/heron') });
  note('levent', [-85, 21], 'building', 540, build('torchTable'));
  note('tomas', [-81, 21], 'building', 300, build('torchTable'));
  note('bruno', [-61, 20], 'building', 780, build('press'));
  note('aino', [-63, 20], 'building', 420, build('press'));
  note('gesa', [-54, 20], 'building', 660, build('press'));
  note('gesa', [-53, 20], 'documenting', 180, design('cebPress'));
  note('marek', [-108, 20], 'building', 900, build('loaderApart'));
  note('eusebio', [-13, 20], 'building', 240, build('prensa'));
}
