import type { AssemblyProblem } from '../../shared/assemblies/problems.ts';
import type { Workbench } from './bench.ts';

/** What stands against the model as it is shown. */
export const allProblems = (bench: Workbench): readonly AssemblyProblem[] => bench.solved.value.problems;
