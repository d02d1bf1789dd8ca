/** All calling programmes by id. */
import { ambassadorCall } from './ambassador-call.ts';
import { anniversaryCall } from './anniversary-call.ts';
import { askFeedback } from './ask-feedback.ts';
import { birthday } from './birthday.ts';
import { callback } from './callback.ts';
import { majorCall } from './major-call.ts';
import type { ProgrammeId } from './programme-id.ts';
import type { Programme } from './programme.ts';
import { serviceCall } from './service-call.ts';
import { thankYouCall } from './thank-you-call.ts';

export const PROGRAMMES: Readonly<Record<ProgrammeId, Programme>> = {
  callback,
  'major-call': majorCall,
  'service-call': serviceCall,
  'thank-you-call': thankYouCall,
  'ambassador-call': ambassadorCall,
  'anniversary-call': anniversaryCall,
  'ask-feedback': askFeedback,
  birthday,
};
