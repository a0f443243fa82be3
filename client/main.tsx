import './schemas.ts';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import { render } from 'preact';
import { watchConnection } from './connection.ts';
import { Program } from './frame/program.tsx';
import { startLive } from './live.ts';
import { fetchAhead } from './routes.ts';
import { start } from './session.ts';
import { keptTheme, takeTheme } from './theme.ts';

takeTheme(keptTheme());
watchConnection();
start();
fetchAhead(location.pathname);
startLive();

const place = document.getElementById('program');
if (place) render(<Program />, place);
