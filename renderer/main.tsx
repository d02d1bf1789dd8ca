import './app/zod-without-eval.ts';
import './app/react-aria-without-html.ts';
import './app/react-aria-without-style.ts';
import './style/all.css';
import { start } from './app/start.tsx';
import { createDesk } from './desk/desk.ts';
import { chooseTransport } from './transport/choose-transport.ts';

const desk = window.dankbel === undefined ? null : createDesk();
start(chooseTransport(window, desk), desk);
