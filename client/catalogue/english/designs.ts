export const designs = {
  title: 'Designs',
  one: 'Design',
};
