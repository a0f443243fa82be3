export const draft = {
  title: 'My drafts',
  one: 'Draft',
  bring: 'Bring a design',
};
