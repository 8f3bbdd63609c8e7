import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { NoGateway } from './app/NoGateway';
import { betterAddress, loadConfig } from './auth/config';
import { startSession } from './auth/session';
import { followDisplay } from './settings/display';

followDisplay();

const root = createRoot(document.getElementById('app') as HTMLElement);

async function start(): Promise<void> {
  try {
    const config = await loadConfig();
    const better = betterAddress(new URL(location.href), config.issuer);
    if (better) {
      location.replace(better);
      return;
    }
    await startSession(config);
    root.render(
      <StrictMode>
        <App config={config} />
      </StrictMode>,
    );
  } catch (thrown) {
    root.render(
      <NoGateway why={thrown instanceof Error ? thrown.message : String(thrown)} onRetry={() => void start()} />,
    );
  }
}

void start();
