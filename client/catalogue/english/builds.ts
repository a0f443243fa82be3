/** Builds: the list, and one build. */
export const builds = {
  title: 'Builds',
};
