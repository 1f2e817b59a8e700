import { fail, ok, type Result } from '@academy/kernel';
import {
  GROUP_CHANNELS,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_GROUPS,
  NOTIFICATION_TOPICS,
  type NotificationChannel,
  type NotificationGroup,
  type NotificationTopic,
} from './notification-topics.ts';
import type { InvalidInput, InvalidState } from './refusal.ts';

/** Languages that people are told things in. */
export type NotificationLanguage = 'ES' | 'EN';

/** What a person chose, by `GROUP.CHANNEL`; what is not there follows the defaults. */
export type ChosenChannels = Readonly<Partial<Record<`${NotificationGroup}.${NotificationChannel}`, boolean>>>;

/** How a person wants to be told. */
export type Preferences = { readonly language: NotificationLanguage; readonly choices: ChosenChannels };

/** Of whoever has chosen nothing: Spanish, and the defaults. */
export const DEFAULT_PREFERENCES: Preferences = { language: 'ES', choices: {} };

/** Whether a group is told by a channel. */
export type Choice = {
  readonly group: NotificationGroup;
  readonly channel: NotificationChannel;
  readonly isOn: boolean;
};

/** Whether a group is told by a channel to whoever has these preferences. What is required is, whatever is kept. */
function isToldBy({ choices }: Preferences, group: NotificationGroup, channel: NotificationChannel): boolean {
  const { byDefault, required } = GROUP_CHANNELS[group];
  return required.includes(channel) || (choices[`${group}.${channel}`] ?? byDefault.includes(channel));
}

/** The channels by which a topic is told to whoever has these preferences. */
export function channelsOf(topic: NotificationTopic, preferences: Preferences): readonly NotificationChannel[] {
  const { group } = NOTIFICATION_TOPICS[topic];
  return NOTIFICATION_CHANNELS.filter((channel) => isToldBy(preferences, group, channel));
}

/** Every group and channel, in their order, and whether the one is told by the other. */
export function allChoices(preferences: Preferences): readonly (Choice & { readonly isRequired: boolean })[] {
  return NOTIFICATION_GROUPS.flatMap((group) =>
    NOTIFICATION_CHANNELS.map((channel) => ({
      group,
      channel,
      isOn: isToldBy(preferences, group, channel),
      isRequired: GROUP_CHANNELS[group].required.includes(channel),
    })),
  );
}

/** The preferences with these changes; refused whole when one of them switches off what is required, or says two things of one. */
export function withChanges(
  before: Preferences,
  changes: { readonly language?: NotificationLanguage | undefined; readonly choices: readonly Choice[] },
): Result<Preferences, InvalidInput | InvalidState> {
  const chosen: Partial<Record<keyof ChosenChannels, boolean>> = {};
  for (const [index, { group, channel, isOn }] of changes.choices.entries()) {
    const key = `${group}.${channel}` as const;
    if (chosen[key] !== undefined) {
      const message = `Each group and channel was expected once; ${group} by ${channel} came again.`;
      return fail({ kind: 'InvalidInput', field: `choices.${index}`, message });
    }
    if (!isOn && GROUP_CHANNELS[group].required.includes(channel)) {
      const message = `${group} by ${channel} cannot be switched off: the academy must tell you of decisions on your case. Its e-mails can be.`;
      return fail({ kind: 'InvalidState', message });
    }
    chosen[key] = isOn;
  }
  return ok({ language: changes.language ?? before.language, choices: { ...before.choices, ...chosen } });
}
