import type { BuildCatalogue } from '../buildTexts.ts';

export const impact: BuildCatalogue['impact'] = {
  title: (design) => `Problema de ${design}`,
  safety: 'Alguien podría hacerse daño',
  fixedIn: (revision) => `Arreglado en la revisión ${revision}`,
  notFixed: 'Aún no está arreglado en ninguna revisión',
  gone: 'El texto se retiró.',
  none: 'Ninguna cosa anotada tiene una revisión afectada.',
  noPlace: 'La tiene alguien, o nadie sabe dónde está',
  openIn: (workshop, open) => `${workshop}: ${open} por resolver`,
  revision: (revision) => `revisión ${revision}`,
  through: (revision, designs) => `lleva la revisión ${revision} por ${designs}`,
  fork: (design, revision) =>
    `hecha según la bifurcación ${design}, revisión ${revision}, que quizá lo arregló`,
  forks: 'Bifurcaciones de una revisión afectada',
  forkMay: 'Nada dice que incluya el arreglo; quizá lo arregló por su cuenta.',
  forkHas: (revision) => `Incluye el arreglo desde la revisión ${revision}.`,
  forkThings: (count) =>
    count === 0 ? 'Ninguna cosa se hizo según ella.' : count === 1 ? '1 cosa' : `${count} cosas`,
  in: (outer) => `dentro de ${outer}`,
  of: (owner) => `de ${owner}`,
  with: (holder) => `la tiene ${holder}`,
  states: { open: 'Por resolver', fixed: 'Arreglada', exempted: 'Exenta' },
  modified: 'Cambiada a una revisión sin el problema',
  answered: (by, day) => `${by}, ${day}`,
  reopen: 'Reabrir',
  reopened: 'Vuelve a estar por resolver.',
  about: (what, thing) => `${what}: ${thing}`,
  more: 'Mostrar más cosas',
  first: 'Volver a las primeras',
  toProblems: 'Todos los problemas del diseño',
};
