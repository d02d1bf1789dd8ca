import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { FailureError, type Client } from '../../../contract/client.ts';
import type { BackendEvent } from '../../../contract/event.ts';
import {
  callMutationKey,
  createQueryClient,
  followBackend,
  refreshTopics,
} from '../../../renderer/data/query-client.ts';
import { DisconnectedError, UnreachableError } from '../../../renderer/transport/errors.ts';

const failure = new FailureError({ code: 'refused', sentence: { nl: 'Nee', en: 'No' } });

describe('the cache of answers', () => {
  it('asks again after an event, by topic', async () => {
    const queryClient = createQueryClient();
    queryClient.setQueryData(['today.get', { lane: 'caller' }], {});
    queryClient.setQueryData(['call.get', { callItemId: 1 }], {});
    let listener: ((event: BackendEvent) => void) | undefined;
    const stop = vi.fn<() => void>();
    const client: Client = {
      ask: () => Promise.reject(failure),
      listen: (listening) => {
        listener = listening;
        return stop;
      },
    };
    followBackend(client, queryClient)();
    listener?.({ changed: ['today', 'sync'] });
    await Promise.resolve();
    expect(queryClient.getQueryState(['today.get', { lane: 'caller' }])?.isInvalidated).toBe(true);
    expect(queryClient.getQueryState(['call.get', { callItemId: 1 }])?.isInvalidated).toBe(false);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('lets no older answer in between while a command of the call is on its way', async () => {
    const queryClient = createQueryClient();
    const ofCall = ['call.get', { callItemId: 1 }];
    queryClient.setQueryData(ofCall, { objectionAnswer: 'offered' });
    const older = vi.fn<() => Promise<object>>().mockResolvedValue({ objectionAnswer: null });
    const stop = new QueryObserver(queryClient, { queryKey: ofCall, queryFn: older }).subscribe(() => undefined);
    const arrived = Promise.withResolvers<string>();
    const command = queryClient
      .getMutationCache()
      .build(queryClient, { mutationKey: callMutationKey(1), mutationFn: () => arrived.promise })
      .execute(undefined);
    await refreshTopics(queryClient, ['call']);
    expect(older).not.toHaveBeenCalled();
    expect(queryClient.getQueryState(ofCall)?.isInvalidated).toBe(true);
    arrived.resolve('kept');
    await command;
    await refreshTopics(queryClient, ['call']);
    expect(older).toHaveBeenCalledOnce();
    stop();
  });

  it('asks once more for what changed while it was on its way, also when no screen shows it yet', async () => {
    const queryClient = createQueryClient();
    const queryKey = ['today.get', { lane: 'caller' }];
    const older = Promise.withResolvers<string>();
    const queryFn = vi.fn<() => Promise<string>>().mockReturnValueOnce(older.promise).mockResolvedValue('newest');
    const asked = queryClient.prefetchQuery({ queryKey, queryFn });
    const refreshed = refreshTopics(queryClient, ['today']);
    older.resolve('older');
    await Promise.all([asked, refreshed]);
    expect(queryClient.getQueryData(queryKey)).toBe('newest');
  });

  it.each([
    [failure, 1],
    [new DisconnectedError('gone'), 1],
    [new UnreachableError('away'), 2],
  ])('asks as often as it makes sense after %s', (error, times) => {
    const retry = createQueryClient().getDefaultOptions().queries?.retry as (count: number, problem: Error) => boolean;
    expect([retry(0, error), retry(1, error)]).toEqual([times > 1, false]);
  });

  it('works without a network', () => {
    const { queries, mutations } = createQueryClient().getDefaultOptions();
    expect([queries?.networkMode, mutations?.networkMode]).toEqual(['always', 'always']);
    expect(queries?.refetchOnWindowFocus).toBe(false);
  });
});
