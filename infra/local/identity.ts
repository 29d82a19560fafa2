import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { type ClientMetadata, type Configuration, interactionPolicy } from 'oidc-provider';
import type { IdentityKeys } from './identity-keys.ts';
import { identityMemory } from './identity-memory.ts';
import { personaPage } from './persona-page.ts';
import { consoleClient, demonstrationSecret, demonstrationTenant, personas, serviceClient } from './personas.ts';

const hours = 3_600;
/** RFC 8707 wants a URI for what a token is meant for; the token's audience is the word that services are told. */
const resource = 'urn:jalon';
const audience = 'jalon';

const confidential = (id: string): ClientMetadata => ({
  client_id: id,
  client_secret: demonstrationSecret,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});

const publicConsole: ClientMetadata = {
  client_id: consoleClient,
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/'],
  post_logout_redirect_uris: ['http://127.0.0.1/'],
};

/** Any address of this machine may be returned to: the console's port and path are its own affair. */
function isOfThisMachine(uri: string): boolean {
  const address = URL.canParse(uri) ? new URL(uri) : undefined;
  return address?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname) && address.hash === '';
}

/** Asks at every sign-in who one is: in a demonstration people change roles. */
function askEachTime() {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('choose_persona', 'a persona has to be chosen', (ctx) => (ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)),
    );
  // A client that may return to any port counts as a native one, which is asked for consent each time (RFC 8252 §8.6); there is none to ask for here.
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const configuration = ({ signing, cookies }: IdentityKeys): Configuration => ({
  adapter: identityMemory(Date.now),
  clients: [publicConsole, ...[...personas, serviceClient].map(({ id }) => confidential(id))],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  jwks: { keys: [signing as NonNullable<Configuration['jwks']>['keys'][number]] },
  cookies: { keys: [...cookies] },
  claims: { openid: ['sub', 'tenant'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  clientBasedCORS: (_ctx, origin) => isOfThisMachine(`${origin}/`),
  findAccount: (_ctx, id) => {
    const found = personas.find((persona) => persona.id === id);
    return found && { accountId: id, claims: () => ({ sub: id, tenant: demonstrationTenant, name: found.title.en }) };
  },
  extraTokenClaims: (_ctx, token) => ({ tenant: demonstrationTenant, kind: token.clientId === serviceClient.id ? 'service' : 'person' }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy: askEachTime() },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
    grant.addOIDCScope('openid profile offline_access');
    await grant.save();
    return grant;
  },
  ttl: {
    Session: 8 * hours,
    Grant: 8 * hours,
    Interaction: hours,
    IdToken: hours,
    AuthorizationCode: 60,
    AccessToken: 8 * hours,
    ClientCredentials: 8 * hours,
    RefreshToken: 8 * hours,
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: '', audience, accessTokenTTL: 8 * hours, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
    },
  },
});

/** An OpenID provider with one persona a role, for this machine alone. It does not listen yet. */
export function identityProvider(issuer: string, keys: IdentityKeys): Server {
  const provider = new Provider(issuer, configuration(keys));
  provider.Client.prototype.redirectUriAllowed = isOfThisMachine;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isOfThisMachine;
  const answer = provider.callback();
  return createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) void choose(provider, request, response);
    else void answer(request, response);
  });
}

async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { uid, session } = await provider.interactionDetails(request, response);
    const chosen = request.method === 'POST' ? new URLSearchParams(await text(request)).get('persona') : undefined;
    if (personas.some(({ id }) => id === chosen)) {
      const next = await provider.interactionResult(request, response, { login: { accountId: chosen! } }, { mergeWithLastSubmission: false });
      if (session) await forgetPersona(provider, session.uid);
      response.writeHead(303, { location: next }).end();
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(personaPage(`/interaction/${uid}`));
    }
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('This sign-in is over: go back to Jalon and sign in again.\n');
  }
}

/** Otherwise the provider would first have a script in the page sign the earlier persona out. */
async function forgetPersona(provider: Provider, sessionUid: string): Promise<void> {
  const session = await provider.Session.findByUid(sessionUid);
  if (!session) return;
  delete session.accountId;
  delete session.authorizations;
  await session.persist();
}
