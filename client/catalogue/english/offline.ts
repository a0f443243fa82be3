/** Texts for the time without a connection, and for what waits for one. */
export const offline = {
  note: 'No connection.',
  asOf: (time: string) => `No connection. You see how it stood at ${time}.`,
  kept: (what: string) => `${what}: kept here, and sent when you are back.`,
  sent: (count: number) => (count === 1 ? 'What waited is sent.' : `What waited is sent: ${count}.`),
  unsent: (count: number) => `${count} unsent`,
  title: 'Not sent yet',
  text: 'This is kept in this browser and sent in this order when there is a connection.',
  waiting: (when: string) => `Written at ${when}, waits for a signal.`,
  refused: (sentence: string) => `The server refused it: ${sentence}`,
  behind: (what: string) => `Waits behind “${what}”, which was refused.`,
  offer: (fact: string) => `Yes: ${fact}`,
  over: 'Write mine over it',
  noThing: (code: string) => `No thing has the code ${code}.`,
  again: 'Send it again',
  page: 'Open its page',
  drop: 'Drop it',
  dropped: 'Dropped. It was not sent.',
  sendNow: 'Send now',
  sending: 'Is being sent.',
  megabytes: (size: string) => `${size} MB of photographs and sounds.`,
  fileGone: 'This browser has cleared the photograph or sound. Take it again.',
  tellsPlace:
    'This browser cannot open this photograph, so that it could not take out where it was taken. Set the camera to JPEG (“most compatible”) and take it again.',
  orphan: 'What it belongs to was not sent from this browser.',
  notKept: {
    full: 'There is no room left in this browser. Send what waits, or free some space on the device.',
    unable: 'This browser keeps nothing, and there is no connection. Stay on this page and try again.',
  },
  inPage: 'It is in this page only: save it to the device before you leave, or try again.',
  tryAgain: 'Try again',
  save: { photograph: 'Save the photograph to the device', sound: 'Save the sound to the device' },
  leaving: (count: number) =>
    count === 1
      ? 'One thing you wrote here is not sent yet.'
      : `${count} things you wrote here are not sent yet.`,
  leaveKept: 'Keep it here until I sign in again',
  leaveDropped: 'Drop it and sign out',
};
