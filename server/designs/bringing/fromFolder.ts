import { Paths } from './cleaning.ts';
import { BringRefused, type Intake } from './intake.ts';
import type { TreeFile } from './tree.ts';

/**
 * The files of a folder that were sent in one by one before.
 * @throws {BringRefused} where one of them is not here.
 */
export async function filesOfFolder(
  intake: Intake,
  given: readonly { path: string; fileId: string }[],
): Promise<TreeFile[]> {
  const paths = new Paths(intake.remarks);
  const files: TreeFile[] = [];
  for (const { path: asGiven, fileId } of given) {
    intake.signal.throwIfAborted();
    const path = paths.admit(asGiven);
    if (path === null) continue;
    const file = await intake.store.claim(fileId);
    if (file === null) throw new BringRefused(`${path} has not arrived here: send it in first.`);
    files.push({ path, ...file });
  }
  paths.tellJunk();
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}
