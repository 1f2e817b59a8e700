import { expect, test } from 'vitest';
import { readAnswer, submissionAnswer } from './answers.ts';

const rejected = (reason: string) =>
  readAnswer(
    submissionAnswer,
    JSON.stringify({ id: 'A-1', externalRef: 'r', standardCode: 'EC0217.01', status: 'REJECTED', reason, correctable: true }),
  );

test('a rejection keeps its reason, and no CURP or address that somebody wrote into it', () => {
  const reason = 'La CURP boxw310820hnerxn09 no coincide;\nescriba a mesa.de-ayuda@conocer.example.mx antes del 3 de mayo.';
  expect(rejected(reason)).toMatchObject({
    state: 'REJECTED',
    reason: 'La CURP (CURP) no coincide; escriba a (correo) antes del 3 de mayo.',
  });
  expect(rejected('Falta la fotografía.')).toMatchObject({ reason: 'Falta la fotografía.' });
});
