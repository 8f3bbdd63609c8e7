import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { useSyncExternalStore } from 'react';
import { takeTokensFrom } from '@/api/clients';
import type { AppConfig } from './config';

/** Everything a person can do here; what the issuer does not grant stays disabled. */
const SCOPES = ['trade:read', 'trade:execute', 'portfolio:write', 'risk:admin', 'approve'] as const;

export type Scope = (typeof SCOPES)[number];

/** Why nobody is signed in, where somebody was or tried to be. */
export type SignInTrouble =
  /** The issuer does not answer: a wrong address, or it is down. */
  | 'issuer-away'
  /** The issuer or the services do not want this user. */
  | 'wrong-user'
  /** The sign-in has ended and could not be renewed. */
  | 'expired';

export interface Session {
  phase: 'starting' | 'signed-out' | 'signed-in';
  name: string | undefined;
  /** Who it is to the issuer. It stays while a sign-in has ended and nobody has said whether to go on. */
  subject: string | undefined;
  scopes: readonly string[];
  expiresAt: number | undefined;
  /** With a sign-in that has ended the phase stays, and with it the page, until somebody signs in or does not want to. */
  trouble: SignInTrouble | undefined;
  /** What the issuer said about the trouble. */
  detail: string | undefined;
}

const NOBODY: Session = {
  phase: 'starting',
  name: undefined,
  subject: undefined,
  scopes: [],
  expiresAt: undefined,
  trouble: undefined,
  detail: undefined,
};

let session: Session = NOBODY;
let manager: UserManager | undefined;
let user: User | undefined;
const listeners = new Set<() => void>();
/** Who is there now: the same person, another one instead, or somebody where nobody was, and the other way round. */
export type WhoChange = 'same' | 'another' | 'came-or-went';

const whoChanged = new Set<(change: WhoChange) => void>();

function tell(change: Partial<Session>): void {
  session = { ...session, ...change };
  listeners.forEach((listener) => listener());
}

function take(next: User | null | undefined): void {
  const before = session.subject;
  const wasThere = user !== undefined;
  user = next && !next.expired ? next : undefined;
  if (user) {
    tell({
      phase: 'signed-in',
      name: user.profile.preferred_username ?? user.profile.sub,
      subject: user.profile.sub,
      scopes: user.scopes,
      expiresAt: user.expires_at,
      trouble: undefined,
      detail: undefined,
    });
  } else {
    tell({ ...NOBODY, phase: 'signed-out', trouble: session.trouble, detail: session.detail });
  }
  const now = session.subject;
  if (before !== now || wasThere !== (user !== undefined)) {
    const change = before === now ? 'same' : before !== undefined && now !== undefined ? 'another' : 'came-or-went';
    whoChanged.forEach((listener) => listener(change));
  }
}

/** Finds whoever is signed in already; the app can be drawn when it returns. */
export async function startSession(config: AppConfig): Promise<void> {
  const page = (name: string) => `${location.origin}/app/${name}`;
  manager = new UserManager({
    authority: config.issuer,
    client_id: config.client_id,
    redirect_uri: page('signed-in'),
    silent_redirect_uri: page('renew'),
    popup_redirect_uri: page('renew'),
    post_logout_redirect_uri: page('signed-out'),
    scope: ['openid', ...SCOPES].join(' '),
    // For a reload of the tab; with the tab it is gone.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: 60,
    silentRequestTimeoutInSeconds: 10,
    popupWindowFeatures: { width: 480, height: 640 },
  });
  manager.events.addUserLoaded(take);
  manager.events.addAccessTokenExpired(() => ended('expired', 'The sign-in has ended.'));
  manager.events.addSilentRenewError((error) => {
    tell({ detail: error.message });
  });
  takeTokensFrom({
    token: () => user?.access_token,
    refused: (token) => {
      // A token the issuer has just renewed is not the one that was refused.
      if (token === user?.access_token) {
        void renewOrEnd();
      }
    },
  });
  await comeBack(manager);
}

async function comeBack(own: UserManager): Promise<void> {
  try {
    if (location.pathname === '/app/signed-in' && new URLSearchParams(location.search).has('state')) {
      const signedIn = await own.signinRedirectCallback();
      const back =
        typeof signedIn.state === 'string' && signedIn.state.startsWith('/app') ? signedIn.state : '/app/overview';
      history.replaceState(null, '', back);
      take(signedIn);
      return;
    }
    if (location.pathname === '/app/signed-out') {
      await own.signoutRedirectCallback().catch(() => undefined);
      await own.removeUser();
      history.replaceState(null, '', '/app/overview');
    }
    const stored = await own.getUser();
    if (location.pathname === '/app/open') {
      history.replaceState(null, '', '/app/overview');
      if (!stored || stored.expired) {
        // Whoever comes from ./suite open is known to the issuer already.
        await signIn();
        return;
      }
    }
    if (stored && stored.expired) {
      take(await own.signinSilent());
      return;
    }
    take(stored);
  } catch (thrown) {
    history.replaceState(null, '', '/app/overview');
    trouble(thrown);
    take(undefined);
  }
}

let renewing: Promise<void> | undefined;

/** A service refused the token: it is renewed, or whoever is there has to sign in again. */
function renewOrEnd(): Promise<void> {
  renewing ??= (async () => {
    try {
      take(await manager?.signinSilent());
    } catch {
      ended('expired', 'A service did not take the sign-in, and it could not be renewed.');
    } finally {
      renewing = undefined;
    }
  })();
  return renewing;
}

function ended(why: SignInTrouble, detail: string): void {
  user = undefined;
  tell({ trouble: why, detail: detail });
}

/** Whoever was asked to sign in again does not want to: what was read for them goes. */
export function stayOut(): void {
  if (user === undefined) {
    take(undefined);
  }
}

function trouble(thrown: unknown): void {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = (thrown as { error?: unknown }).error;
  tell({ trouble: troubleOf(message, code, thrown instanceof TypeError), detail: message });
}

/** What became of a try to sign in: what the issuer refuses has a code of OAuth. */
export function troubleOf(message: string, code: unknown, isNetwork: boolean): SignInTrouble {
  if (isNetwork || /network|fetch|timed? ?out/i.test(message)) {
    return 'issuer-away';
  }
  // Without a code the issuer has refused nobody: the window was closed, or the answer was to an older question.
  return typeof code !== 'string' || code === 'login_required' ? 'expired' : 'wrong-user';
}

/** Leaves for the page of the issuer and comes back to where one was. */
export async function signIn(): Promise<void> {
  try {
    await manager?.signinRedirect({ state: location.pathname + location.search });
  } catch (thrown) {
    trouble(thrown);
  }
}

/** Signs in beside the page, so that nothing typed on it is lost. */
export async function signInAgain(): Promise<void> {
  try {
    take(await manager?.signinPopup());
  } catch (thrown) {
    trouble(thrown);
  }
}

export async function signOut(): Promise<void> {
  try {
    await manager?.signoutRedirect();
  } catch (thrown) {
    // The issuer is away; here at least nobody is signed in any more.
    await manager?.removeUser();
    trouble(thrown);
    take(undefined);
  }
}

export function isSignedIn(): boolean {
  return user !== undefined;
}

/** Hears when somebody else is signed in than before, or nobody, or the same one again after the sign-in had ended. */
export function onWhoChanged(listener: (change: WhoChange) => void): () => void {
  whoChanged.add(listener);
  return () => whoChanged.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** Why an act that takes a scope cannot be done; undefined when it can. It is what a disabled button says. */
export function missing(current: Session, scope: Scope): string | undefined {
  if (current.phase !== 'signed-in' || current.trouble !== undefined) {
    return 'Sign in to do this.';
  }
  return current.scopes.includes(scope) ? undefined : `Your sign-in does not allow this: it takes the scope ${scope}.`;
}

export function useMissing(scope: Scope): string | undefined {
  return missing(useSession(), scope);
}

/** Whether somebody is there who may do it, also while they are asked to sign in again: what is open stays open. */
export function useGranted(scope: Scope): boolean {
  const { phase, scopes } = useSession();
  return phase === 'signed-in' && scopes.includes(scope);
}

/** What to tell whoever cannot sign in: four troubles, four sentences. */
export function troubleInWords(current: Session, issuer: string): string | undefined {
  switch (current.trouble) {
    case 'issuer-away':
      return `Nobody can sign in: ${issuer} does not answer. Look whether the suite runs, and whether that is its address.`;
    case 'wrong-user':
      return `The issuer does not let this user in${current.detail ? ` (${current.detail})` : ''}. Sign in as another one.`;
    case 'expired':
      return 'Your sign-in has ended. Sign in again; what you typed stays.';
    default:
      return undefined;
  }
}
