import { describe, expect, it } from 'vitest';
import { bookingReactions } from '../../../server/bookings/reactions.ts';
import { competenceReactions } from '../../../server/competences/reactions.ts';
import { designReactions } from '../../../server/designs/reactions.ts';
import { careReactions } from '../../../server/machines/care/reactions.ts';
import { tellMembers } from '../../../server/members/reactions.ts';
import { limitText, slotText } from '../../../server/notices/moments.ts';
import { type Noticed, wordsOf } from '../../../server/notices/words.ts';
import { topicOf } from '../../../shared/notices/preferences.ts';

const noticed: Noticed = {
  machine: 'Laser',
  thing: 'Cylinder',
  workshop: 'Riverside',
  when: 'Thu 26 Nov, 18:00–20:00',
  competence: 'Welding',
  objection: 'it is closed',
  office: 'host',
  why: 'expired',
  design: 'Tractor',
  otherDesign: 'Power Cube',
  material: 'square tube',
};
const english = wordsOf('en');
const spanish = wordsOf('es');

describe('the words of notices', () => {
  it('are there for everything that a reaction tells of, in both languages', () => {
    const told = [
      ...bookingReactions,
      ...competenceReactions,
      ...careReactions,
      ...designReactions,
      tellMembers,
    ]
      .filter(({ name }) => name.startsWith('tell'))
      .flatMap(({ on }) => on);
    expect(told.length).toBeGreaterThan(15);
    expect(told.filter((type) => !(type in english.kinds))).toEqual([]);
    expect(Object.keys(spanish.kinds).sort()).toEqual(Object.keys(english.kinds).sort());
    expect(Object.keys(spanish.objections).sort()).toEqual(Object.keys(english.objections).sort());
  });

  it('make a sentence of every kind, another one in each language', () => {
    for (const [kind, tell] of Object.entries(english.kinds)) {
      const [said, dicho] = [tell(noticed), spanish.kinds[kind]?.(noticed) ?? ''];
      for (const sentence of [said, dicho]) expect(sentence).toMatch(/^\S.+[.!?]$/);
      expect(said).not.toContain('undefined');
      expect(dicho).not.toBe(said);
    }
  });

  it('belong to the topic under which they are switched', () => {
    expect(topicOf('BookingMoved')).toBe('bookings');
    expect(topicOf('BookingStartsSoon')).toBe('reminders');
    expect(topicOf('SlotHeld')).toBe('held');
    expect(topicOf('HoldEnded')).toBe('held');
    expect(topicOf('LoanOverdue')).toBe('loans');
    expect(topicOf('InductionMovedUp')).toBe('competences');
    expect(topicOf('FaultReported')).toBe('care');
    expect(topicOf('SafetyProblemRaised')).toBe('designs');
    expect(topicOf('MemberPaused')).toBe('membership');
    expect(topicOf('SomethingNew')).toBe('membership');
  });

  it('name times in the workshop’s wall time, and a midnight by the day that it ends', () => {
    const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
    const at = (text: string) => Date.parse(text);
    const evening = { start: at('2026-11-26T17:00:00Z'), end: at('2026-11-26T19:00:00Z') };
    expect(slotText(evening, berlin)).toBe('Thu 26 Nov, 18:00–20:00');
    const night = { start: at('2026-11-26T17:00:00Z'), end: at('2026-11-27T07:00:00Z') };
    expect(slotText(night, berlin)).toBe('Thu 26 Nov, 18:00–Fri 27 Nov, 08:00');
    expect(limitText(at('2026-11-26T23:00:00Z'), berlin)).toBe('Thu 26 Nov');
    expect(limitText(at('2026-11-26T16:30:00Z'), berlin)).toBe('Thu 26 Nov, 17:30');
    expect(slotText(evening, { locale: 'es', timeZone: 'America/Mexico_City' })).toMatch(/11:00–13:00/);
  });
});
