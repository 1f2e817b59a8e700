import { expect, test } from 'vitest';
import { MAX_SEARCH_WORDS, searchText, searchWords } from './search-text.ts';

test('a text is searched without case, accents and marks', () => {
  expect(searchText('EC0586.01 Instalación  de «módulos» / Diseño')).toBe('ec0586.01 instalacion de modulos diseno');
});

test('what would be a wildcard or end a text in SQL is no word', () => {
  expect(searchWords('%_\\ \0 solar%')).toEqual(['solar']);
});

test('only so many words are searched for', () => {
  expect(searchWords('a '.repeat(500))).toHaveLength(MAX_SEARCH_WORDS);
});

test('fillers are not looked for unless there is nothing else; plurals find singulars', () => {
  expect(searchWords('instalación de sistemas fotovoltaicos')).toEqual(['instalacion', 'sistema', 'fotovoltaico']);
  expect(searchWords('instalaciones')).toEqual(['instalacion']);
  expect(searchWords('de la')).toEqual(['de', 'la']);
  expect(searchWords('EC0586.01 0586')).toEqual(['ec0586.01', '0586']);
});
