/** Samples a second, one byte each. */
const RATE = 8000;
const HEADER_BYTES = 44;
/** Where somebody would speak: syllables, as pitches in hertz; 0 is a breath. */
const SYLLABLES = [140, 165, 150, 0, 180, 160, 135, 0, 150, 125] as const;
const SYLLABLE_SECONDS = 0.18;

/** What stands for a voice note: somebody hums, two seconds long. WAV, PCM of 8 bits, one channel. */
export function voiceNote(): Buffer {
  const perSyllable = Math.round(RATE * SYLLABLE_SECONDS);
  const samples = Buffer.alloc(perSyllable * SYLLABLES.length, 128);
  for (const [index, pitch] of SYLLABLES.entries()) {
    for (let at = 0; at < perSyllable; at++) {
      const swell = Math.sin((Math.PI * at) / perSyllable);
      const turn = (2 * Math.PI * pitch * at) / RATE;
      const wave = 0.7 * Math.sin(turn) + 0.3 * Math.sin(3 * turn);
      samples[index * perSyllable + at] = Math.round(128 + 90 * swell * wave);
    }
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
