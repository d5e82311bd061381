import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Place } from '@/lib/api/model';
import { later, ok, serve, type Answer } from '@/testing/api';
import { portland, zurich } from '@/testing/fixtures';
import { show, textOf } from '@/testing/page';
import { SearchBox } from './SearchBox';

function search(places: Answer = () => ok({ places: [zurich, portland] })) {
  const api = serve({ '/places': places });
  const onPlace = vi.fn<(place: Place) => void>();
  const onText = vi.fn<(text: string) => void>();
  const { user } = show(<SearchBox onPlace={onPlace} onText={onText} />);
  return { user, api, onPlace, onText, box: screen.getByRole('combobox', { name: 'Search for a place' }) };
}

const options = () => screen.queryAllByRole('option').map(textOf);

test('suggests places for what is typed', async () => {
  const { user, api, box } = search();
  await user.type(box, 'zur');
  await screen.findAllByRole('option');
  expect(options()).toEqual(['Zürich Zurich, Switzerland', 'Portland Oregon, United States']);
  expect(box.getAttribute('aria-expanded')).toBe('true');
  expect(api.asked.at(-1)?.searchParams.get('q')).toBe('zur');
});

test('asks once for letters that are typed in one go', async () => {
  const { user, api, box } = search();
  await user.type(box, 'zurich');
  await screen.findAllByRole('option');
  expect(api.asked.map((url) => url.searchParams.get('q'))).toEqual(['zurich']);
});

test('asks nothing for a single letter', async () => {
  const { user, api, box } = search();
  await user.type(box, 'z');
  await vi.advanceTimersByTimeAsync(1000);
  expect(api.asked).toEqual([]);
});

test('chooses a suggestion by keyboard', async () => {
  const { user, box, onPlace } = search();
  await user.type(box, 'zur');
  await screen.findAllByRole('option');
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  const active = screen.getByRole('option', { selected: true });
  expect(textOf(active)).toContain('Zürich');
  expect(box.getAttribute('aria-activedescendant')).toBe(active.id);
  await user.keyboard('{ArrowUp}{Enter}');
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(portland);
  expect(options()).toEqual([]);
});

test('chooses a suggestion by pointer', async () => {
  const { user, box, onPlace } = search();
  await user.type(box, 'zur');
  await user.click(await screen.findByRole('option', { name: /Portland/ }));
  expect(onPlace).toHaveBeenCalledExactlyOnceWith(portland);
});

test('closes with Escape and leaves what was typed', async () => {
  const { user, box } = search();
  await user.type(box, 'zur');
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  expect(options()).toEqual([]);
  expect((box as HTMLInputElement).value).toBe('zur');
});

test('shows the suggestions for the latest text when an earlier reply arrives after it', async () => {
  const early = later();
  const { user, box } = search((url, signal) =>
    url.searchParams.get('q') === 'po' ? early.answer(url, signal, 'GET') : ok({ places: [zurich] }),
  );
  await user.type(box, 'po');
  await vi.advanceTimersByTimeAsync(200);
  await user.clear(box);
  await user.type(box, 'zur');
  await screen.findByRole('option', { name: /Zürich/ });
  early.give({ places: [portland] });
  await vi.advanceTimersByTimeAsync(200);
  expect(options()).toEqual(['Zürich Zurich, Switzerland']);
});

test('cancels a request that a later one overtakes', async () => {
  const early = later();
  const { user, box } = search((url, signal) =>
    url.searchParams.get('q') === 'po' ? early.answer(url, signal, 'GET') : ok({ places: [zurich] }),
  );
  await user.type(box, 'po');
  await vi.advanceTimersByTimeAsync(200);
  await user.type(box, 'rt');
  await screen.findAllByRole('option');
  expect(early.left()).toBe(true);
});

test('mistake 9: input without a comma is asked for as it was typed, and nothing is sent as "undefined"', async () => {
  const { user, api, box, onText } = search();
  await user.type(box, '  Zurich ');
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
  expect(onText).toHaveBeenCalledExactlyOnceWith('Zurich');
  expect(api.asked.map(String).join()).not.toContain('undefined');
});

test('an empty box asks for nothing', async () => {
  const { user, box, onText, onPlace } = search();
  await user.type(box, '   {Enter}');
  expect(onText).not.toHaveBeenCalled();
  expect(onPlace).not.toHaveBeenCalled();
});

test('says that no place is called so', async () => {
  const { user, box } = search(() => ok({ places: [] }));
  await user.type(box, 'xyzzy');
  await screen.findByText(/No place called “xyzzy”/);
  expect(box.getAttribute('aria-expanded')).toBe('false');
});

test('says that it is searching until there is a reply, not that nothing was found', async () => {
  const reply = later();
  const { user, box } = search(reply.answer);
  await user.type(box, 'zur');
  expect(screen.getByRole('status').textContent).toBe('Searching…');
  await vi.advanceTimersByTimeAsync(200);
  expect(screen.getByRole('status').textContent).toBe('Searching…');
  reply.give({ places: [zurich] });
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).toBe('1 place');
  });
});

test('says that the service cannot be reached', async () => {
  const { user, api, box } = search();
  api.change('/places');
  await user.type(box, 'zur');
  await screen.findByText(/Vane cannot be reached/);
});
