import type { DemoSignIns } from '../about.ts';
import type { Accounts } from '../accounts/accounts.ts';

/** Everybody may know it: these accounts exist in the demo region only. */
export const DEMO_PASSWORD = 'bricks from the yard';

export const demoSignIns: DemoSignIns = {
  member: { email: 'member@demo.example', password: DEMO_PASSWORD },
  steward: { email: 'steward@demo.example', password: DEMO_PASSWORD },
};

/**
 * Has the server show the demo's sign-ins, where its data folder holds the demo region.
 * @returns what is to be printed.
 */
export async function showDemo(
  application: { accounts: Pick<Accounts, 'members'>; showDemo(signIns: DemoSignIns): void },
  dataFolder: string,
): Promise<string> {
  for (const { email } of Object.values(demoSignIns)) {
    if ((await application.accounts.members.byEmail(email)) === null) {
      return `${dataFolder} holds other data, so the demo region was not filled in.\n`;
    }
  }
  application.showDemo(demoSignIns);
  const { member, steward } = demoSignIns;
  return `Sign in as a member:   ${member.email}   with   ${member.password}
Sign in as a steward:  ${steward.email}  with   ${steward.password}\n\n`;
}
