import { expect, it } from 'vitest';

// From the bottom up: a folder may use those on lines above its own, and none beside or below.
const LAYERS = [
  ['time', 'paint', 'boundary'],
  ['flight'],
  ['stream'],
  ['board'],
  ['share', 'i18n', 'view'],
  ['lastBoard'],
  ['clock'],
  ['settings', 'freshness', 'search', 'chart', 'table'],
  ['details'],
  ['kiosk'],
  ['.'],
];

const files = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const layerOf = (folder: string) => LAYERS.findIndex((layer) => layer.includes(folder));

it('imports lead one way', () => {
  const wrong = Object.entries(files)
    .filter(([path]) => !path.includes('.test.') && !path.startsWith('./test/'))
    .flatMap(([path, text]) => {
      const folder = folderOf(path);
      return [...text.matchAll(/from '(\.[^']+)'/g)]
        .map(([, target = '']) => folderOf(new URL(target, new URL(path, 'file:///')).pathname.replace('/', './')))
        .filter((target) => target !== folder && layerOf(target) >= layerOf(folder))
        .map((target) => `${path} imports ${target}`);
    });

  expect(wrong).toEqual([]);
});

function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '.') : '.';
}
