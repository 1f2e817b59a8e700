import { describe, expect, test } from 'vitest';
import { changeSettings as change, type SettingsChange, type TenantSettings } from './tenant-settings.ts';

const changeSettings = (settings: TenantSettings, wanted: SettingsChange) =>
  change(settings, wanted, { wrongWithAddress: () => undefined, authorities: ['SANDBOX'] });

const before: TenantSettings = {
  tier: 'STARTER',
  allowedOrigins: ['https://solaris.example.mx'],
  limits: { requestsPerMinute: 60, maxCost: 500, maxSubscriptions: 10 },
  policies: {
    solarpunkPolicy: 'GATE',
    minimumSustainability: 70,
    minimumSocialJustice: 80,
    evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
    certificationStart: 'ON_COMPLETION',
    authority: null,
    submissionsPerMinute: null,
  },
};

describe('a change of settings', () => {
  test('leaves as it is whatever is missing or null', () => {
    expect(changeSettings(before, {})).toEqual({ ok: true, value: before });
    expect(changeSettings(before, { allowedOrigins: null, evaluation: null, minimumSustainability: null })).toEqual({
      ok: true,
      value: before,
    });
  });

  test('sets each policy that it names, zero included', () => {
    const change = { solarpunkPolicy: 'ADVISORY', minimumSustainability: 0, evaluation: 'ACCREDITED_EVALUATOR' } as const;
    expect(changeSettings(before, change)).toEqual({
      ok: true,
      value: { ...before, policies: { ...before.policies, ...change } },
    });
  });

  test('chooses an authority that the installation has, also where the row is from before there was a choice', () => {
    const { authority: _, submissionsPerMinute: __, ...policies } = before.policies;
    expect(changeSettings({ ...before, policies }, { authority: 'SANDBOX', submissionsPerMinute: 30 })).toMatchObject({
      value: { policies: { ...policies, authority: 'SANDBOX', submissionsPerMinute: 30 } },
    });
    expect(changeSettings(before, { authority: 'OPEN_BADGES' })).toMatchObject({ ok: false, error: { field: 'authority' } });
  });

  test('replaces the whole list of origins, and empties it when told so', () => {
    expect(changeSettings(before, { allowedOrigins: [] })).toMatchObject({ ok: true, value: { allowedOrigins: [] } });
  });

  test.each([-1, 101, 70.5, Number.NaN])('refuses the score %d', (score) => {
    expect(changeSettings(before, { minimumSocialJustice: score })).toMatchObject({
      ok: false,
      error: { field: 'minimumSocialJustice' },
    });
    expect(changeSettings(before, { minimumSustainability: score })).toMatchObject({
      ok: false,
      error: { field: 'minimumSustainability' },
    });
  });

  test('changes nothing of the settings that it was given', () => {
    const copy = structuredClone(before);
    changeSettings(before, { allowedOrigins: ['https://a.mx'], minimumSustainability: 5 });
    expect(before).toEqual(copy);
  });
});
