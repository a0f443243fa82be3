/** What a build is about, and putting that right. */
export const buildAbout = {
  title: 'What it is about',
  none: 'Nobody has said more than its name.',
  begunBy: (name: string) => `Begun by ${name}`,
  correct: 'Correct',
  correctOf: (build: string) => `Correct ${build}`,
  name: 'Name',
  toWhat: 'Which thing is it done to?',
  note: 'What it is about',
  save: 'Save',
  corrected: (build: string) => `${build} is corrected.`,
};
