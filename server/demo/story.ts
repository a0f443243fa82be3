import { tellAgreements } from './agreements.ts';
import { everydayWishes, tellBooking } from './bookings.ts';
import { tellBuilds } from './builds/tellBuilds.ts';
import { tellCare } from './care.ts';
import { tellDesigns } from './designs/tellDesigns.ts';
import { knownWorkshop, rulesOf, type Story, tellFounding } from './founding.ts';
import { type Region, tellIncidents, tellMara } from './incidents.ts';
import { tellKeeping } from './keeping.ts';
import { tellLending } from './lending.ts';
import { tellPeople } from './people.ts';
import { workshopPlans } from './region.ts';
import { seededChance } from './seeded.ts';
import { tellSettings } from './settings.ts';
import { tellTeaching } from './teaching.ts';
import { tellUse, tellWalkUp } from './use.ts';
import { tellWaiting } from './waiting.ts';
import { derwent } from './workshops/derwent.ts';
import { jacaranda } from './workshops/jacaranda.ts';
import { kaiwerk } from './workshops/kaiwerk.ts';
import { scheune } from './workshops/scheune.ts';

/** Tells the whole story of the region into the schedule: five months, up to the full hour. */
export function tellRegion(story: Story, seed: string): void {
  const all = new Map(workshopPlans.map((plan) => [plan, knownWorkshop(story, plan)]));
  const of = (plan: (typeof workshopPlans)[number]) => all.get(plan) ?? knownWorkshop(story, plan);
  const region: Region = {
    kaiwerk: of(kaiwerk),
    scheune: of(scheune),
    jacaranda: of(jacaranda),
    derwent: of(derwent),
  };
  for (const [plan, known] of all) {
    tellFounding(story, known);
    tellPeople(story, known);
    for (const machine of plan.machines) {
      const chance = seededChance(`${seed} ${plan.key} ${machine.key}`);
      const { starting } = rulesOf(machine);
      const tell = starting === 'walkUpOnly' ? tellWalkUp : tellBooking;
      for (const wish of everydayWishes(story, known, machine, chance)) tell(story, wish);
    }
    tellUse(story, known, seededChance(`${seed} ${plan.key} use`));
  }
  tellMara(story, region.kaiwerk);
  tellIncidents(story, region);
  tellCare(story, region);
  tellTeaching(story, region);
  tellSettings(story, region);
  tellKeeping(story, region);
  tellAgreements(story, region);
  tellWaiting(story, region);
  tellLending(story, region);
  tellDesigns(story, region);
  tellBuilds(story, region);
}
