import './schemas.ts';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import { render } from 'preact';
import { watchConnection } from './connection.ts';
import { Program } from './frame/program.tsx';
import { startLive } from './live.ts';
import { start } from './session.ts';
import { keptTheme, takeTheme } from './theme.ts';

takeTheme(keptTheme());
watchConnection();
start();
startLive();

const place = document.getElementById('program');
if (place) render(<Program />, place);
