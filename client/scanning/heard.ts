/** Hertz, seconds, and how loud of 1: a short tick that a loud shop still hears. */
const TONE = { hertz: 1760, seconds: 0.09, loud: 0.25 };
const BUZZ_MILLISECONDS = 60;

let sound: AudioContext | null = null;

/** Called within a press: browsers let a page sound only after one. */
export function readySound(): void {
  try {
    sound ??= new AudioContext();
    if (sound.state === 'suspended') sound.resume().catch(() => undefined);
  } catch {
    // A browser without sound still shows the word.
  }
}

/** A code was read: a tick for the ear, a buzz for the hand that holds the telephone. */
export function tellRead(): void {
  // Browsers without it say so by having none; one that forbids it answers false.
  navigator.vibrate?.(BUZZ_MILLISECONDS);
  if (sound?.state !== 'running') return;
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.frequency.value = TONE.hertz;
  volume.gain.value = TONE.loud;
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + TONE.seconds);
}
