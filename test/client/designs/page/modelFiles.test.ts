import { describe, expect, it } from 'vitest';
import { freePath } from '../../../../client/designs/draft/checkedFile.ts';
import { isLookedAt, modelFilesOf, nameOfFile } from '../../../../client/designs/page/modelFiles.ts';
import type { DesignFile } from '../../../../shared/designs/content.ts';

const file = (path: string, bytes: number, role: DesignFile['role'] = 'other'): DesignFile => ({
  path,
  bytes,
  role,
  fileId: path,
  words: '',
});

describe('Files of a design that can be looked at', () => {
  it('models come before drawings, the largest first, and what was withdrawn is gone', () => {
    const files = [
      file('plans/side.dxf', 900_000),
      file('arm.STL', 10),
      file('README.md', 5),
      file('whole.step', 4000),
      file('gone.glb', 9000),
    ];
    const shown = modelFilesOf({ files }, ['gone.glb']).map(({ path }) => path);
    expect(shown).toEqual(['whole.step', 'arm.STL', 'plans/side.dxf']);
  });

  it('an SVG that is a picture is a picture', () => {
    expect(isLookedAt(file('logo.svg', 1, 'picture'))).toBe(false);
    expect(isLookedAt(file('plate.svg', 1, 'drawing'))).toBe(true);
  });

  it('a repaired file gets a name of its own', () => {
    expect(nameOfFile('cad/arm.stl')).toBe('arm.stl');
    expect(freePath('cad/arm.v2.stl', new Set())).toBe('cad/arm.v2-repaired.3mf');
    expect(freePath('arm.stl', new Set(['arm-repaired.3mf', 'arm-repaired-2.3mf']))).toBe(
      'arm-repaired-3.3mf',
    );
  });
});
