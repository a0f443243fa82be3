/** Things: one thing, taking it apart, its label. */
export const things = {
  title: 'Things',
};
