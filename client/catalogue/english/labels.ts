export const labels = {
  title: 'Labels to print',
  back: 'To the workshop',
  none: 'There is nothing to label yet: add a machine first.',
  paper: 'Paper',
  formats: {
    sheet: 'A4, 3 × 8 labels',
    roll: 'Roll, 62 mm',
    round: 'Round, 25 mm',
  },
  used: 'Labels already used on the first sheet',
  which: (count: number) => (count === 1 ? '1 label chosen' : `${count} labels chosen`),
  machines: 'Which to print',
  print: (labels: number, pages: number) =>
    `Print ${labels === 1 ? '1 label' : `${labels} labels`} on ${pages === 1 ? '1 page' : `${pages} pages`}`,
  preview: 'How they will look',
  picture: (name: string, address: string) => `Square code of ${name}, leads to ${address}`,
};
