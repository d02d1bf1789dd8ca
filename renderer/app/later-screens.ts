/** Screens that a caller does not need at the start, in one piece that comes when the first of them is opened. */
export { ConnectScreen } from '../screens/connect/connect-screen.tsx';
export { FilesScreen } from '../screens/files/files-screen.tsx';
export { ForecastScreen } from '../screens/forecast/forecast-screen.tsx';
export { MatchingScreen } from '../screens/matching/matching-screen.tsx';
export { PostScreen } from '../screens/post/post-screen.tsx';
export { ResultsScreen } from '../screens/results/results-screen.tsx';
export { SettingsScreen } from '../screens/settings/settings-screen.tsx';
export { DeviceScreen } from '../screens/telephone/device-screen.tsx';
