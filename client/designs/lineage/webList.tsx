import './webList.css';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import type { Circle, Machine, Step } from './relations.ts';

const words = t.lineage.web;

type Machines = ReadonlyMap<string, Machine>;
const nameIn = (machines: Machines, id: string) => machines.get(id)?.name ?? id;

/** A machine by its name: its design where it has one. */
export function MachineName({ machine }: { machine: Machine | undefined }) {
  if (!machine?.designId) return machine?.name ?? null;
  return <a href={addressOf.design(machine.designId)}>{machine.name}</a>;
}

interface CirclesProps {
  circles: readonly Circle[];
  machines: Machines;
}

/** Which machines need each other, in words. */
export function Circles({ circles, machines }: CirclesProps) {
  const named = (id: string) => nameIn(machines, id);
  return (
    <PageSection title={words.cycles}>
      {circles.length === 0 ? (
        <p class="soft">{words.cyclesNone}</p>
      ) : (
        <>
          <p class="soft measure">{words.cyclesLine}</p>
          <ul class="rows">
            {circles.map(({ members, way }) => (
              <li key={members[0]} class="measure">
                <p>
                  <span aria-hidden="true">↻ </span>
                  {words.circle(t.words.and(members.map(named)), members.length)}
                </p>
                {way.length > 0 && <p class="small">{words.loop(way.map(named).join(' → '))}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </PageSection>
  );
}

interface NeighboursProps {
  title: string;
  /** How many steps away each is. */
  reached: ReadonlyMap<string, number>;
  machines: Machines;
  none: string;
}

/** What stands on one side of a machine, the nearest first. */
export function Neighbours({ title, reached, machines, none }: NeighboursProps) {
  const near = [...reached].filter(([, distance]) => distance > 0);
  const steps = [...Map.groupBy(near, ([, distance]) => distance)];
  return (
    <PageSection title={title}>
      {near.length === 0 && <p class="soft">{none}</p>}
      {steps.map(([distance, list]) => (
        <p key={distance} class="neighbours">
          {distance > 1 && <span class="soft">{words.stepsAway(distance)} </span>}
          {list.map(([id], index) => (
            <span key={id}>
              {index > 0 && ', '}
              <MachineName machine={machines.get(id)} />
            </span>
          ))}
        </p>
      ))}
    </PageSection>
  );
}

interface WebListProps {
  machines: Machines;
  steps: readonly Step[];
  circle: ReadonlyMap<string, number>;
  onChoose: (id: string) => void;
}

/** Every machine with what it needs: the drawing, to be read. */
export function WebList({ machines, steps, circle, onChoose }: WebListProps) {
  const needs = Map.groupBy(steps, ({ after }) => after);
  const rows = [...needs].toSorted(([one], [other]) =>
    nameIn(machines, one).localeCompare(nameIn(machines, other)),
  );
  return (
    <table class="web-list">
      <thead>
        <tr>
          <th scope="col">{words.machine}</th>
          <th scope="col">{words.beforeAll}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, into]) => (
          <tr key={id}>
            <th scope="row">
              <Button kind="quiet" label={words.show(nameIn(machines, id))} onPress={() => onChoose(id)}>
                {nameIn(machines, id)}
              </Button>
              {circle.has(id) && <span class="small"> ↻ {words.inCircle}</span>}
            </th>
            <td>
              {into.map(({ before }, index) => (
                <span key={before}>
                  {index > 0 && ', '}
                  <MachineName machine={machines.get(before)} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
