/** The page a sign-in comes back to that happens in a frame or a window beside the app: it tells the app and ends. */
import { UserManager } from 'oidc-client-ts';

const page = `${location.origin}/app/renew`;

void new UserManager({ authority: location.origin, client_id: '', redirect_uri: page })
  .signinCallback()
  .catch(() => undefined);
