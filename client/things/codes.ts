import { type NamedThing, thingView } from '../../shared/items/views.ts';
import { get } from '../api.ts';
import { labelTarget } from '../views.ts';

/**
 * The thing that a label's code names: a machine is the thing of the same id.
 * @throws {RequestFailed} where nothing has that code, or what has it is no thing.
 */
export async function itemOfCode(code: string): Promise<NamedThing> {
  const target = await get(`/api/labels/${encodeURIComponent(code)}`, labelTarget);
  const { itemId, name } = await get(`/api/things/${target.machineId ?? target.itemId}`, thingView);
  return { itemId, name, code };
}
