import { expect, it, onTestFinished } from 'vitest';
import { freeView } from '../../../shared/availability/free.ts';
import { BASE_RULES } from '../../../shared/machines/kinds.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { idIn, startApplication } from '../application.ts';

const HOUR = 3_600_000;
const MACHINES = 1_000;
const AT_ONCE = 50;

it('answers what is free of a thousand machines in under 300 ms, with every rule of a kind asked', async () => {
  const app = await startApplication({ dataDir: await temporaryFolder() });
  onTestFinished(() => app.close());
  const { steward, workshopId } = await app.found();
  const anna = await app.person('Anna');
  await app.join(anna, workshopId);
  const nextHour = Math.ceil(Date.now() / HOUR) * HOUR;
  const instant = (hours: number) => new Date(nextHour + hours * HOUR).toISOString();
  for (let first = 0; first < MACHINES; first += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const number = first + index;
        const rules = { ...BASE_RULES, maximumPerDay: 2, minimumGapMinutes: 30, turnaroundMinutes: 15 };
        const machineId = await app.registerMachine(steward, workshopId, {
          name: `Machine ${number}`,
          rules,
        });
        const start = number % 40;
        const times = { start: instant(start), end: instant(start + 2) };
        idIn(
          await steward.command(`/api/machines/${machineId}/bookings`, {
            ...times,
            override: { rules: ['open'], reason: 'Many.' },
          }),
        );
      }),
    );
  }
  const took: number[] = [];
  for (let round = 0; round < 7; round++) {
    const before = performance.now();
    const reply = await anna.get('/api/free?minutes=120&days=7');
    took.push(performance.now() - before);
    const view = freeView.parse(reply.body);
    expect(view.machines.length + view.more).toBe(MACHINES);
    expect(view.machines[0]?.gaps.length).toBeGreaterThan(0);
  }
  // The best of several: whatever else this computer does at the moment is not measured.
  const best = Math.min(...took);
  console.info(`What is free of ${MACHINES} machines: ${best.toFixed(0)} ms.`);
  expect(best).toBeLessThan(300);
}, 120_000);
