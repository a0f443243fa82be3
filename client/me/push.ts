import { z } from 'zod';
import { bytesOf } from '../account/base64url.ts';
import { commandWith, get, post } from '../api.ts';

const path = '/api/me/push-subscriptions';
const pushKey = z.object({ publicKey: z.string() });
const tested = z.object({ devices: z.number() });

/** `denied`: the person has forbidden it in the browser. `impossible`: this browser cannot, or not here. */
export type PushState = 'impossible' | 'denied' | 'off' | 'on';

const manager = async (): Promise<PushManager | null> => {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return null;
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null;
};

export async function pushState(): Promise<PushState> {
  const pushes = await manager();
  if (!pushes) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  return (await pushes.getSubscription()) ? 'on' : 'off';
}

/** Asks the person, subscribes this browser and tells the server. Answers the state that it led to. */
export async function startPush(): Promise<PushState> {
  const pushes = await manager();
  if (!pushes) return 'impossible';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const { publicKey } = await get('/api/push/key', pushKey);
  const subscription = await pushes.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  try {
    await post(path, subscription.toJSON(), z.unknown());
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
  return 'on';
}

/** Ends it here and on the server; also before signing out, so that nothing more arrives for who has left. */
export async function endPush(): Promise<PushState> {
  const subscription = await (await manager())?.getSubscription();
  if (subscription) {
    const { endpoint } = subscription;
    await subscription.unsubscribe();
    // The push service knows it no more, so the server forgets it at the latest with the next push.
    await commandWith('delete', path, { endpoint }, z.unknown()).catch(() => undefined);
  }
  return pushState();
}

/** How many devices a test is on its way to. */
export const testPush = async (): Promise<number> => (await post(`${path}/test`, {}, tested)).devices;
