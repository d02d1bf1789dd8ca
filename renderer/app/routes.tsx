/** The address after the # says which screen is open, so that it works over http and over app:// alike. */
import { lazy, Suspense } from 'react';
import { Navigate, createHashRouter } from 'react-router';
import { AttentionScreen } from '../screens/attention/attention-screen.tsx';
import { BriefingScreen } from '../screens/briefing/briefing-screen.tsx';
import { CallRoute } from '../screens/call/call-route.tsx';
import { ConnectScreen } from '../screens/connect/connect-screen.tsx';
import { DonorOfCrm } from '../screens/donors/donor-of-crm.tsx';
import { DonorsScreen } from '../screens/donors/donors-screen.tsx';
import { FilesScreen } from '../screens/files/files-screen.tsx';
import { FollowUpsScreen } from '../screens/follow-ups/follow-ups-screen.tsx';
import { ForecastScreen } from '../screens/forecast/forecast-screen.tsx';
import { KeysScreen } from '../screens/keys/keys-screen.tsx';
import { NewsScreen } from '../screens/news/news-screen.tsx';
import { PostScreen } from '../screens/post/post-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { MatchingScreen } from '../screens/matching/matching-screen.tsx';
import { OwnPinScreen } from '../screens/sign-in/own-pin-screen.tsx';
import { DeviceScreen } from '../screens/telephone/device-screen.tsx';
import { VerifyScreen } from '../screens/verify/verify-screen.tsx';
import { TodayScreen } from '../screens/today/today-screen.tsx';
import { Bones } from '../parts/bones.tsx';
import { Frame } from './frame.tsx';
import { StuckScreen } from './stuck-screen.tsx';

/** Only a coordinator needs it, and not at the start: it comes when somebody asks for it. */
const ResultsScreen = lazy(async () => ({
  default: (await import('../screens/results/results-screen.tsx')).ResultsScreen,
}));

function Results() {
  return (
    <Suspense fallback={<Bones className="bones-frame" />}>
      <ResultsScreen />
    </Suspense>
  );
}

export function createRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      element: <Frame />,
      errorElement: <StuckScreen />,
      children: [
        { index: true, element: <TodayScreen />, errorElement: <StuckScreen /> },
        { path: 'call/:callItemId', element: <CallRoute />, errorElement: <StuckScreen /> },
        { path: 'attention/:operationId?', element: <AttentionScreen />, errorElement: <StuckScreen /> },
        { path: 'donors/:donorId?', element: <DonorsScreen />, errorElement: <StuckScreen /> },
        { path: 'donors/crm/:crmId', element: <DonorOfCrm />, errorElement: <StuckScreen /> },
        { path: 'verify/:donorId?', element: <VerifyScreen />, errorElement: <StuckScreen /> },
        { path: 'follow-ups/:key?', element: <FollowUpsScreen />, errorElement: <StuckScreen /> },
        { path: 'matching/:sourceDonorId?', element: <MatchingScreen />, errorElement: <StuckScreen /> },
        { path: 'results', element: <Results />, errorElement: <StuckScreen /> },
        { path: 'forecast', element: <ForecastScreen />, errorElement: <StuckScreen /> },
        { path: 'settings/:section?', element: <SettingsScreen />, errorElement: <StuckScreen /> },
        { path: 'briefing/:donorId?', element: <BriefingScreen />, errorElement: <StuckScreen /> },
        { path: 'post', element: <PostScreen />, errorElement: <StuckScreen /> },
        { path: 'files/:section?', element: <FilesScreen />, errorElement: <StuckScreen /> },
        { path: 'keys', element: <KeysScreen />, errorElement: <StuckScreen /> },
        { path: 'news', element: <NewsScreen />, errorElement: <StuckScreen /> },
        { path: 'device', element: <DeviceScreen />, errorElement: <StuckScreen /> },
        { path: 'pin', element: <OwnPinScreen />, errorElement: <StuckScreen /> },
        { path: 'connect', element: <ConnectScreen />, errorElement: <StuckScreen /> },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ]);
}
