import { expect, test } from 'vitest';
import { bootGraph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import { Person } from '../src/person.ts';

const SET = 'mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { __typename } }';

test('whoever set a password signs in with it, and is who she was; nobody else does', async () => {
  await using graph = await bootGraph({ gateway: { isLocalLoginOn: true } });
  const me = (await graph.alice.gets('{ me { id email } }')).me;
  const password = 'un colibrí en la milpa';
  expect((await graph.alice.gets(SET, { input: { newPassword: password } })).passwordSet.__typename).toBe('PasswordSetSuccess');
  const signIn = async (tenant: string, shown: Record<string, string>) => {
    const response = await fetch(graph.url.replace('/graphql', `/t/${tenant}/sign-in`), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(shown),
    });
    return { status: response.status, body: (await response.json()) as Loose };
  };
  const shown = { email: me.email as string, password };
  const { status, body } = await signIn('raices', shown);
  expect(status).toBe(200);
  const again = new Person({ url: graph.url, tenant: 'raices', key: 'alice', persona: 'learner', token: body.accessToken });
  expect((await again.gets('{ me { id } }')).me.id).toBe(me.id);
  expect((await signIn('raices', { ...shown, password: 'una milpa' })).status).toBe(401);
  expect((await signIn('solaris', shown)).status).toBe(401);
});
