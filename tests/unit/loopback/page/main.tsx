/**
 * A small page with the libraries of the renderer, to see in a real browser that the policy lets them work, and what a
 * page does to get in: exchange the token, forget it, ask, listen.
 */
import { useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import {
  Button,
  Dialog,
  DialogTrigger,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  TextField,
} from 'react-aria-components';
import './style.css';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});

async function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function enter(): Promise<number> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  history.replaceState(null, '', '/');
  return token === null ? 0 : (await post('/api/session', { token })).status;
}

async function ask(procedure: string, input: unknown): Promise<{ status: number; body: unknown }> {
  const response = await post('/api/call', { procedure, input });
  return { status: response.status, body: await response.json() };
}

function Page(): ReactElement {
  const [name, setName] = useState('');
  return (
    <main style={{ paddingTop: '7px' }}>
      <h1>Vandaag</h1>
      <TextField value={name} onChange={setName}>
        <Label>Naam</Label>
        <Input />
      </TextField>
      <DialogTrigger>
        <Button>Open</Button>
        <Popover>
          <Dialog>
            <Heading slot="title">Venster</Heading>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Select>
        <Label>Uitkomst</Label>
        <Button>
          <SelectValue />
        </Button>
        <Popover>
          <ListBox>
            <ListBoxItem id="conversation">Gesprek</ListBoxItem>
          </ListBox>
        </Popover>
      </Select>
    </main>
  );
}

const entered = await enter();
const events: string[] = [];
const source = new EventSource('/api/events');
source.addEventListener('message', (event: MessageEvent<string>) => events.push(event.data));
createRoot(document.querySelector('#root') ?? document.body).render(<Page />);
Object.assign(window, { test: { entered, events, violations, ask } });
