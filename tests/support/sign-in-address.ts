/** The address of a sign-in at Salesforce, as the backend makes it. */
const PARTS = {
  response_type: 'code',
  client_id: '3MVG9.consumer_key-1',
  redirect_uri: 'http://localhost:27172/dankbel',
  scope: 'api refresh_token',
  state: 's'.repeat(43),
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
  prompt: 'login',
};

export function signInAddress(origin: string, change: Readonly<Record<string, string>> = {}): string {
  return `${origin}/services/oauth2/authorize?${new URLSearchParams({ ...PARTS, ...change }).toString()}`;
}
