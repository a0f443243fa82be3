import { unsent } from '../../offline/unsent.ts';

/** Whether something was put in, taken or chosen for a line of a build that is not sent yet. */
export const waitsForLine = (buildId: string, line: string): boolean =>
  unsent.value.some(({ path, body, refusal }) => {
    if (refusal !== null) return false;
    const own = `/api/builds/${buildId}/`;
    if (path.startsWith(`${own}lines/${line}/`)) return true;
    const said = JSON.stringify(body) ?? '';
    const isHere = path.startsWith(own) || said.includes(`"${buildId}"`);
    return isHere && said.includes(`"line":${JSON.stringify(line)}`);
  });
