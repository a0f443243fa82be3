import { render } from 'preact';
import { watchConnection } from './connection.ts';
import { Program } from './frame/program.tsx';
import { startLive } from './live.ts';
import { keepProgram } from './offline/register.ts';
import { sendWhenBack } from './offline/sendWhenBack.ts';
import { fetchAhead } from './routes.ts';
import { start } from './session.ts';

/** Starts the program in its place on the page. */
export function show(): void {
  watchConnection();
  start();
  fetchAhead(location.pathname);
  startLive();
  sendWhenBack();
  keepProgram();
  const place = document.getElementById('program');
  if (place) render(<Program />, place);
}
