/** The address after the # says which screen is open, so that it works over http and over app:// alike. */
import { Navigate, createHashRouter } from 'react-router';
import { AttentionScreen } from '../screens/attention/attention-screen.tsx';
import { BriefingScreen } from '../screens/briefing/briefing-screen.tsx';
import { CallRoute } from '../screens/call/call-route.tsx';
import { DonorOfCrm } from '../screens/donors/donor-of-crm.tsx';
import { DonorsScreen } from '../screens/donors/donors-screen.tsx';
import { FollowUpsScreen } from '../screens/follow-ups/follow-ups-screen.tsx';
import { KeysScreen } from '../screens/keys/keys-screen.tsx';
import { NewsScreen } from '../screens/news/news-screen.tsx';
import { OwnPinScreen } from '../screens/sign-in/own-pin-screen.tsx';
import { VerifyScreen } from '../screens/verify/verify-screen.tsx';
import { TodayScreen } from '../screens/today/today-screen.tsx';
import { Frame } from './frame.tsx';
import { LaterScreen } from './later-screen.tsx';
import { StuckScreen } from './stuck-screen.tsx';

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
        {
          path: 'matching/:sourceDonorId?',
          element: <LaterScreen name="MatchingScreen" />,
          errorElement: <StuckScreen />,
        },
        { path: 'results', element: <LaterScreen name="ResultsScreen" />, errorElement: <StuckScreen /> },
        { path: 'forecast', element: <LaterScreen name="ForecastScreen" />, errorElement: <StuckScreen /> },
        { path: 'settings/:section?', element: <LaterScreen name="SettingsScreen" />, errorElement: <StuckScreen /> },
        { path: 'briefing/:donorId?', element: <BriefingScreen />, errorElement: <StuckScreen /> },
        { path: 'post', element: <LaterScreen name="PostScreen" />, errorElement: <StuckScreen /> },
        { path: 'files/:section?', element: <LaterScreen name="FilesScreen" />, errorElement: <StuckScreen /> },
        { path: 'keys', element: <KeysScreen />, errorElement: <StuckScreen /> },
        { path: 'news', element: <NewsScreen />, errorElement: <StuckScreen /> },
        { path: 'device', element: <LaterScreen name="DeviceScreen" />, errorElement: <StuckScreen /> },
        { path: 'pin', element: <OwnPinScreen />, errorElement: <StuckScreen /> },
        { path: 'connect', element: <LaterScreen name="ConnectScreen" />, errorElement: <StuckScreen /> },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ]);
}
