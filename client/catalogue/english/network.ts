/** What was made with what, and how often it lived. */
export const network = {
  title: 'Made with',
};
