import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import { calendarCommands } from '../bookings/commands.ts';
import { machineCommands } from '../machines/commands.ts';
import { DAY, HOUR, wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';
import type { ToolPlan } from './plan.ts';
import { kaiwerkTools } from './workshops/kaiwerkTools.ts';

/** Days from today, and the hour on the workshop's clock. */
type Moment = [day: number, hour: number];

interface LoanPlan {
  tool: string;
  by: string;
  from: Moment;
  due: Moment;
  /** Only reserved so far. */
  reserved?: true;
  back?: { at: Moment; missing: string[]; note: string };
}

/** Some tools are out, one is overdue, one is due today, two are reserved, and a socket has not come back. */
const LOANS: readonly LoanPlan[] = [
  { tool: 'hammerDrill', by: 'mara', from: [-2, 18], due: [3, 12] },
  { tool: 'circularSaw', by: 'paulo', from: [-4, 17], due: [2, 12] },
  { tool: 'jigsaw', by: 'fenja', from: [-6, 18], due: [-1, 12] },
  { tool: 'laserLevel', by: 'levent', from: [-3, 19], due: [0, 19] },
  { tool: 'bicycleKit', by: 'nadia', from: [-1, 18], due: [1, 12] },
  { tool: 'nailer', by: 'tomas', from: [1, 12], due: [4, 12], reserved: true },
  { tool: 'planer', by: 'mara', from: [2, 12], due: [5, 12], reserved: true },
  {
    tool: 'socketSet',
    by: 'marek',
    from: [-9, 18],
    due: [-5, 18],
    back: { at: [-5, 17], missing: ['10 mm socket'], note: 'Marek looks for it in his van.' },
  },
];

/** Tools and kits come to Kaiwerk, and go out with its people. */
export function tellLending(story: Story, { kaiwerk }: Region): void {
  for (const [index, tool] of kaiwerkTools.entries()) tellTool(story, kaiwerk, tool, index);
  for (const loan of LOANS) tellLoan(story, kaiwerk, loan);
}

function tellTool(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  tool: ToolPlan,
  index: number,
): void {
  const { key, name, maker, model, area, contents = [], lentBy, origin = 'unknown' } = tool;
  const kind = contents.length > 0 ? 'kit' : 'tool';
  const by = memberOf(plan.founder);
  const at = wallInstant(today, -60, 18, plan.timeZone) + index * HOUR;
  schedule.at(at, () =>
    teller.insist(machineCommands(views).RegisterMachine, {
      by,
      name: `${plan.key} machine ${key}`,
      command: {
        type: 'RegisterMachine',
        machineId: machineOf(key),
        workshopId,
        description: {
          name,
          kind,
          maker,
          model,
          area,
          tier: lentBy ? 'lent' : 'workshop',
          lentBy: lentBy ? memberOf(lentBy) : null,
          origin,
          dangers: [],
          protection: [],
          emergencyStop: null,
          capacity: 1,
          requiredCompetences: [],
          dependsOn: [],
          meters: [],
          contents: contents.map((piece) => ({
            name: piece.name,
            quantity: piece.quantity,
            toolId: piece.tool === null ? null : machineOf(piece.tool),
          })),
          mayRunUnattended: true,
        },
        rules: DEFAULTS_OF_KINDS[kind].rules,
      },
    }),
  );
}

/** The host hands it out and takes it back; what a holiday forbids does not happen. */
function tellLoan(
  { schedule, teller, views, today }: Story,
  { plan, workshopId, memberOf, machineOf }: KnownWorkshop,
  loan: LoanPlan,
): void {
  const { PlaceBooking, WalkUp, StopUse } = calendarCommands(views);
  const at = ([day, hour]: Moment) => wallInstant(today, day, hour, plan.timeZone);
  const memberId = memberOf(loan.by);
  const machineId = machineOf(loan.tool);
  const host = memberOf('yuki');
  const name = `${plan.key} ${loan.tool} is lent`;
  const by = loan.reserved ? memberId : host;
  const bookingId = teller.idOf(by, name, 'booking');
  const about = { bookingId, machineId, workshopId, memberId };
  if (loan.reserved) {
    const times = { start: at(loan.from), end: at(loan.due) };
    const command = { type: 'PlaceBooking', ...about, ...times, purposeId: null } as const;
    schedule.at(today - DAY + 9 * HOUR, async () => {
      await teller.attempt(PlaceBooking, { by, name, command });
    });
    return;
  }
  const how = { via: 'person', accompanied: true, supervisorId: null } as const;
  const command = { type: 'WalkUp', ...about, end: at(loan.due), ...how } as const;
  schedule.at(at(loan.from), async () => {
    await teller.attempt(WalkUp, { by, name, command });
  });
  if (!loan.back) return;
  const { missing, note } = loan.back;
  const returned = `${plan.key} ${loan.tool} is back`;
  const noteId = teller.idOf(host, returned, 'useNote');
  schedule.at(at(loan.back.at), async () => {
    await teller.attempt(StopUse, {
      by: host,
      name: returned,
      command: {
        type: 'StopUse',
        machineId,
        bookingId,
        at: null,
        via: 'person',
        readings: [],
        meterReset: false,
        startedByMistake: false,
        noteId,
        condition: 'incomplete',
        missing,
        photographs: [],
      },
      texts: [{ id: noteId, kind: 'useNote', body: note, subject: memberId }],
    });
  });
}
