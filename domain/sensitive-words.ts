/**
 * Words in a note that may be about health, religion or politics: such things do not belong in it (rules-nl.md P5). It
 * only asks for a second look; nothing is refused, and nothing is sent anywhere.
 */

const HEALTH =
  /\b(?:ziek(?:te|enhuis)?|kanker|tumor|chemo|diabetes|dement\w*|alzheimer|depress\w*|burn-?out|operatie|geopereerd|diagnose|psych\w*|verslaafd\w*|zwanger|hiv|beroerte|hartinfarct|handicap\w*|illness|hospital|cancer|dementia|pregnant|surgery|diagnos\w*)\b/iu;
const RELIGION =
  /\b(?:kerk(?:elijk)?|gelovig\w*|geloof|moskee|synagoge|katholiek\w*|protestants\w*|gereformeerd\w*|moslim\w*|joods\w*|christelijk\w*|hindoe\w*|atheïst\w*|church|mosque|muslim|jewish|catholic|christian|religio\w*)\b/iu;
const POLITICS =
  /\b(?:stemt op|stemde op|politiek\w*|pvv|vvd|cda|pvda|groenlinks|d66|bbb|fvd|votes? for|voted for|politic\w*)\b/iu;

export function isSensitive(text: string): boolean {
  return HEALTH.test(text) || RELIGION.test(text) || POLITICS.test(text);
}
