/** Runs before the page, in a world of its own, in the sandbox. Hands the page one named function and nothing of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from '../desktop/bridge.ts';

contextBridge.exposeInMainWorld('dankbel', createBridge(ipcRenderer, window));
