import { type AuthorityName, authorityName } from '@academy/contracts';
import { listOf, onOff } from '@academy/platform/config';
import { DEFAULT_OUTBOUND_POLICY, type OutboundPolicy, outboundPolicyOf, outboundVariables } from '@academy/platform/outbound';
import { islandConfig } from '@academy/platform/subgraph';
import type { z } from 'zod';
import { type MailSettings, mailSettingsOf, mailVariables } from './mail/mail-settings.ts';
import type { Outside } from './outside.ts';

/** What this island can be told beside what every island is. */
export type UsersSettings = {
  /** Where it may call what tenants name. */
  readonly outboundPolicy: OutboundPolicy;
  /** Whether people may sign in with a password that is kept here. Default: no. */
  readonly isLocalLoginOn?: boolean;
  /** Authorities that a tenant may choose: those that conocer's processes work with. Default: the sandbox, and lots by hand. */
  readonly authorities?: readonly AuthorityName[];
  /** By what e-mail leaves the academy. Default: there is none. */
  readonly mail?: MailSettings;
  /** In place of the name servers of the machine. */
  readonly outside?: Partial<Outside>;
};

/** Where nothing is configured, a tenant may choose these. */
export const DEFAULT_AUTHORITIES: readonly AuthorityName[] = ['SANDBOX', 'MANUAL_LOT'];

/** The open internet alone. */
export const defaultUsersSettings: UsersSettings = { outboundPolicy: DEFAULT_OUTBOUND_POLICY };

/** The variables of the island's processes. */
export const usersConfig = islandConfig.extend({
  ...outboundVariables,
  ...mailVariables,
  LOCAL_LOGIN: onOff().default(false),
  /** The same as conocer's. */
  AUTHORITIES: listOf(authorityName).default([...DEFAULT_AUTHORITIES]),
});
export type UsersConfig = z.infer<typeof usersConfig>;

/** The settings that the variables tell. */
export function usersSettings(config: UsersConfig): UsersSettings {
  return {
    outboundPolicy: outboundPolicyOf(config),
    isLocalLoginOn: config.LOCAL_LOGIN,
    authorities: config.AUTHORITIES,
    mail: mailSettingsOf(config),
  };
}
