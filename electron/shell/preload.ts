/** Runs before the page, in a world of its own, in the sandbox. Hands the page one named function and nothing of Electron. */
import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { createBridge } from '../desktop/bridge.ts';
import { createSpellProvider } from '../desktop/spell-provider.ts';

const spelling = createSpellProvider();
webFrame.setSpellCheckProvider('nl', spelling);
contextBridge.exposeInMainWorld('dankbel', createBridge(ipcRenderer, window, spelling));
