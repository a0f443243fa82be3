import type { AssemblyProblem, Place } from './problems.ts';

/** A problem of what stands in an instance, as the assembly around it tells it: ids and names with those of the instance. */
export function nestedProblem(problem: AssemblyProblem, id: string, name: string): AssemblyProblem {
  const place = (each: Place): Place => ({
    ...each,
    instance: `${id}/${each.instance}`,
    name: named(name, each.name),
  });
  switch (problem.kind) {
    case 'circularParameters':
      return { ...problem, way: problem.way.map((each) => named(name, each)) };
    case 'shortage':
      return { ...problem, suppliers: problem.suppliers.map(place), users: problem.users.map(place) };
    case 'unmated':
      return { ...problem, place: place(problem.place) };
    case 'unknownInterface':
    case 'itself':
    case 'taken':
      return { ...problem, mate: `${id}/${problem.mate}`, place: place(problem.place) };
    case 'mismatch':
    case 'offGrid':
    case 'turn':
    case 'openLoop':
      return {
        ...problem,
        mate: `${id}/${problem.mate}`,
        one: place(problem.one),
        other: place(problem.other),
      };
    case 'formula': {
      const instance = problem.instance === null ? id : `${id}/${problem.instance}`;
      return { ...problem, instance, name: named(name, problem.name) };
    }
    default:
      return { ...problem, instance: `${id}/${problem.instance}`, name: named(name, problem.name) };
  }
}

const named = (outer: string, inner: string): string => (inner === '' ? outer : `${outer} / ${inner}`);
