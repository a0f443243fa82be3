import type { LabelView } from '../../shared/machines/views.ts';
import { itemIdByCode } from '../items/codes.ts';
import { stockByCode } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { machineByLabel } from './queries.ts';

/** What carries a code on its label: machines, things and bins share one space of codes. Null: nothing does. */
export function carrierOf(views: ViewsReader, code: string): LabelView | null {
  const machine = machineByLabel(views, code);
  if (machine) return { machineId: machine.machineId };
  const itemId = itemIdByCode(views, code);
  if (itemId !== null) return { itemId };
  const stock = stockByCode(views, code);
  return stock && { shelf: { workshopId: stock.workshopId, materialId: stock.materialId } };
}
