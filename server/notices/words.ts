import type { Language } from '../../shared/language.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

/** What a notice is told from; a name that is not known any more is a general word. */
export interface Noticed {
  machine: string;
  /** A thing that is no machine, or need not be one. */
  thing: string;
  workshop: string;
  /** A time, or a date; empty where the notice has none. */
  when: string;
  competence: string;
  /** What stands against a booking, as part of a sentence. */
  objection: string;
  office: string;
  /** Title of a design, and of another one that it has to do with. */
  design: string;
  otherDesign: string;
  /** Something that lies on a shelf. */
  material: string;
  /** Why a held slot ended. */
  why: string;
}

/** Every text that the server writes to members, in one language. */
export interface NoticeWords {
  /** BCP 47, for dates and times. */
  locale: string;
  kinds: Record<string, (noticed: Noticed) => string>;
  other: string;
  objections: Record<string, string>;
  somethingElse: string;
  offices: Record<string, string>;
  aMachine: string;
  aThing: string;
  aWorkshop: string;
  aCompetence: string;
  aDesign: string;
  aMaterial: string;
  reason: (reason: string) => string;
  /** Under every mail. */
  foot: (switches: string) => string;
  booked: string;
  reserved: string;
  myBookings: string;
  invited: (machine: string, when: string) => string;
  calledOff: (machine: string, when: string) => string;
  testTitle: string;
  test: string;
  digest: {
    subject: string;
    yourWeek: string;
    out: (machine: string, until: string | null) => string;
    back: (machine: string) => string;
    induction: (competence: string, when: string, places: number) => string;
    /** A build at which nothing has happened for a week. */
    quietBuild: (build: string, hands: number) => string;
    /** `parts`: lines of its list that nothing meets yet. */
    lackingBuild: (build: string, parts: number, hands: number) => string;
    salvage: (names: string, more: number) => string;
    danger: (design: string, things: number) => string;
    more: (count: number) => string;
  };
}

const catalogues: Record<Language, NoticeWords> = { en: english, es: spanish };

/** The language in which the program writes to a member. */
export const languageIn = (profile: { language: string | null } | null): Language =>
  profile?.language?.startsWith('es') ? 'es' : 'en';

export const wordsOf = (language: Language): NoticeWords => catalogues[language];
