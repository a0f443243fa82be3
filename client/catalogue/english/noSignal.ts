/** What is said of things and machines where there is no signal. */
export const noSignal = {
  thingWith: (code: string) => `the thing with the code ${code}`,
  onlySeen:
    'No signal: only what this device has seen before is found. Any code is taken, and looked up when it is sent.',
  start:
    'A machine is started with a signal only: others must see that it runs, and you whether it is safe. Photograph it and go on with the rest; what you do by hand is kept here.',
  reader: 'It is started with a badge at its reader, also without a signal.',
  notKept: 'No room: a picture is in this page only',
  shelf: (when: string) => `The shelf as it stood at ${when}.`,
  noShelf: 'This device has not seen the shelf yet.',
};
