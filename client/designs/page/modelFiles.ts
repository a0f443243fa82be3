import type { DesignContent, DesignFile } from '../../../shared/designs/content.ts';

const MODELS = /\.(stl|step|stp|3mf|glb|gltf|obj|ply|iges|igs|brep|brp)$/i;
const DRAWINGS = /\.(dxf|svg)$/i;

/** Whether a file's name says that it holds a model or a drawing that can be looked at. */
export const isLookedAt = ({ path, role }: Pick<DesignFile, 'path' | 'role'>): boolean =>
  MODELS.test(path) || (DRAWINGS.test(path) && role !== 'picture');

/** Files with a model in three dimensions, the largest first, and after them the drawings likewise. */
export function modelFilesOf(
  { files }: Pick<DesignContent, 'files'>,
  withdrawn: readonly string[],
): DesignFile[] {
  const isModel = ({ path }: DesignFile) => MODELS.test(path);
  return files
    .filter((file) => isLookedAt(file) && !withdrawn.includes(file.fileId))
    .toSorted((one, other) => Number(isModel(other)) - Number(isModel(one)) || other.bytes - one.bytes);
}

/** A file's name without its folders. */
export const nameOfFile = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
