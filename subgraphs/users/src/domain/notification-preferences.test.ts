import { describe, expect, test } from 'vitest';
import { allChoices, channelsOf, DEFAULT_PREFERENCES, type Preferences, withChanges } from './notification-preferences.ts';
import { NOTIFICATION_TOPICS, type NotificationTopic } from './notification-topics.ts';

const ALL = Object.keys(NOTIFICATION_TOPICS) as NotificationTopic[];

test('whoever chose nothing is told results by e-mail too, and steps on the way in the academy alone', () => {
  expect(channelsOf('certification.issued', DEFAULT_PREFERENCES)).toEqual(['IN_APP', 'EMAIL']);
  expect(channelsOf('certification.compliance-held', DEFAULT_PREFERENCES)).toEqual(['IN_APP', 'EMAIL']);
  expect(channelsOf('certification.expiring', DEFAULT_PREFERENCES)).toEqual(['IN_APP', 'EMAIL']);
  expect(channelsOf('certification.submitted', DEFAULT_PREFERENCES)).toEqual(['IN_APP']);
});

test('what she chooses holds for its group and channel alone', () => {
  const changed = withChanges(DEFAULT_PREFERENCES, {
    choices: [
      { group: 'PROGRESS', channel: 'EMAIL', isOn: true },
      { group: 'RESULTS', channel: 'EMAIL', isOn: false },
    ],
  });
  const preferences = changed.ok ? changed.value : DEFAULT_PREFERENCES;
  expect(channelsOf('certification.submitted', preferences)).toEqual(['IN_APP', 'EMAIL']);
  expect(channelsOf('certification.reopened', preferences)).toEqual(['IN_APP', 'EMAIL']);
  expect(channelsOf('certification.rejected', preferences)).toEqual(['IN_APP']);
  expect(channelsOf('certification.expiring', preferences)).toEqual(['IN_APP', 'EMAIL']);
});

describe('decisions on her case', () => {
  test.each(['RESULTS', 'REQUIREMENTS'] as const)('(%s) cannot be switched off in the academy', (group) => {
    const changed = withChanges(DEFAULT_PREFERENCES, { choices: [{ group, channel: 'IN_APP', isOn: false }] });
    expect(changed).toMatchObject({ ok: false, error: { kind: 'InvalidState', message: expect.stringContaining(group) } });
  });

  test('reach her in the academy whatever is kept', () => {
    const tampered: Preferences = { language: 'ES', choices: { 'RESULTS.IN_APP': false, 'REQUIREMENTS.IN_APP': false } };
    for (const topic of ALL)
      if (['RESULTS', 'REQUIREMENTS'].includes(NOTIFICATION_TOPICS[topic].group))
        expect(channelsOf(topic, tampered)).toContain('IN_APP');
  });
});

test('a change that says two things of one is refused whole', () => {
  const choices = [
    { group: 'PROGRESS', channel: 'EMAIL', isOn: true },
    { group: 'PROGRESS', channel: 'EMAIL', isOn: false },
  ] as const;
  expect(withChanges(DEFAULT_PREFERENCES, { language: 'EN', choices })).toMatchObject({
    ok: false,
    error: { kind: 'InvalidInput', field: 'choices.1' },
  });
});

test('a language is changed without what was chosen before, and the list names every group and channel once', () => {
  const before: Preferences = { language: 'ES', choices: { 'PROGRESS.EMAIL': true } };
  const changed = withChanges(before, { language: 'EN', choices: [] });
  expect(changed).toEqual({ ok: true, value: { language: 'EN', choices: { 'PROGRESS.EMAIL': true } } });
  const all = allChoices(before);
  expect(new Set(all.map(({ group, channel }) => `${group}.${channel}`)).size).toBe(10);
  expect(all.filter(({ isRequired }) => isRequired).map(({ group }) => group)).toEqual(['RESULTS', 'REQUIREMENTS']);
  expect(all.every(({ isOn, isRequired }) => isOn || !isRequired)).toBe(true);
});
