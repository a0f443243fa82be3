export const designs = {
  title: 'Designs',
  one: 'Design',
  markdown: {
    done: 'done:',
    toDo: 'to do:',
    pictureElsewhere: (name: string) =>
      name ? `Picture on another site: ${name}` : 'Picture on another site',
    readOn: 'Read on',
  },
};
