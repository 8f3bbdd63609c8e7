-- Whether an account beyond a limit was restricted for it: one that gets its first target later is restricted then.
ALTER TABLE monitored_breach ADD COLUMN restricted boolean NOT NULL DEFAULT false;
UPDATE monitored_breach
   SET restricted = true
 WHERE account_id IN (SELECT account_id FROM target_portfolio);
