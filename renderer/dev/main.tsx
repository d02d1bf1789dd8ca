/** The screens on an invented backend, to look at every state: `?scenario=finished&lang=en`. Not part of the build. */
import '../app/zod-without-eval.ts';
import '../app/react-aria-without-html.ts';
import '../app/react-aria-without-style.ts';
import '../style/all.css';
import { start } from '../app/start.tsx';
import { createFakeBackend } from './fake-backend.ts';
import { readScenario } from './scenario.ts';

start(createFakeBackend(readScenario(new URLSearchParams(window.location.search))), null);
