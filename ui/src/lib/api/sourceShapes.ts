/**
 * The shape of the list of sources, apart from the others: only pages that are read seldom need it. A state that this
 * page does not know yet is no reason to show nothing.
 */
import { flag, list, number, object, optional, text, time } from './check';
import type { Source, SourceList } from './model';

export const sourceList = object<SourceList>({
  sources: list(
    object<Source>({
      source: text,
      name: text,
      simulated: flag,
      attribution: text,
      link: text,
      account: text,
      enabled: flag,
      off: optional(text),
      state: text,
      reason: optional(text),
      lastSuccess: optional(time),
      lastProblem: optional(object<NonNullable<Source['lastProblem']>>({ at: time, detail: text })),
      nextRefresh: optional(time),
      refreshInterval: text,
      updateInterval: text,
      calls: list(
        object<Source['calls'][number]>({
          window: text,
          limit: number,
          used: number,
          left: number,
          renewedAt: time,
        }),
      ),
      breaker: object<Source['breaker']>({
        position: text,
        probeAt: optional(time),
      }),
    }),
  ),
});
