/** What lies on the shelves, and counting it. */
export const shelf = {
  title: 'Shelf',
};
