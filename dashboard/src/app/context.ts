import { createContext, useContext } from 'react';
import type { AppConfig } from '@/auth/config';

export const ConfigContext = createContext<AppConfig | undefined>(undefined);

export function useConfig(): AppConfig {
  const config = useContext(ConfigContext);
  if (!config) {
    throw new Error('there is no config outside of the app');
  }
  return config;
}
