import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { claimSlot, type Slot } from '../views/slot.ts';
import { Refusal } from './refusal.ts';

/**
 * Makes sure that no server runs on the data folder, by taking every place that one could hold.
 * @returns how to give the places back. @throws {Refusal} while a server runs.
 */
export function claimAllSlots(dataFolder: string): () => void {
  const slots: Slot[] = [];
  const release = () => {
    for (const slot of slots.splice(0)) slot.release();
  };
  const known = numbersOf(join(dataFolder, 'slots'));
  for (let next = 0; next <= Math.max(0, ...known); next++) {
    const slot = claimSlot(dataFolder);
    slots.push(slot);
    if (slot.number === next) continue;
    release();
    throw new Refusal(`A server runs on ${dataFolder}: stop it first.`);
  }
  return release;
}

function numbersOf(folder: string): number[] {
  try {
    return readdirSync(folder).map((name) => Number.parseInt(name, 10) || 0);
  } catch {
    return [];
  }
}
