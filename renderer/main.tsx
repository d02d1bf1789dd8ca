import './app/zod-without-eval.ts';
import './app/react-aria-without-html.ts';
import './app/react-aria-without-style.ts';
import './style/all.css';
import { start } from './app/start.tsx';
import { chooseTransport } from './transport/choose-transport.ts';

start(chooseTransport(window));
