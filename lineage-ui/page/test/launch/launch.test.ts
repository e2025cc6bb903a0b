import { describe, expect, it } from 'vitest';
import type { PlannedStep } from '../../src/api/types';
import { groupsOf, partitionsOf, rowsOf } from '../../src/launch/groups';
import { commandOf, modeOf, requestOf } from '../../src/launch/request';

describe('an address of a plan', () => {
  it('asks for what is missing or stale unless it says more', () => {
    expect(requestOf({})).toEqual({});
    expect(requestOf({ sel: '+daily_delays', mode: 'missing' })).toEqual({ selection: '+daily_delays', partitions: ['missing'] });
    expect(requestOf({ sel: 'a', p: '2013-01-01..2013-01-31, 2013-02-03', only: '1', force: '1' }))
      .toEqual({ selection: 'a', partitions: ['2013-01-01..2013-01-31', '2013-02-03'], only: true, force: true });
  });

  it('means the partitions it names, unless it says otherwise', () => {
    expect([modeOf({ p: '2013' }), modeOf({ p: '2013', mode: 'latest' }), modeOf({ mode: 'other' })]).toEqual(['range', 'latest', 'due']);
  });
});

describe('the command of a plan', () => {
  it('is what one would type', () => {
    expect(commandOf({ selection: '+daily_delays', partitions: ['2013-01', 'latest'], only: true, force: true }, 3))
      .toBe('weir materialize +daily_delays --partition 2013-01 --partition latest --only --force');
    expect(commandOf({}, 10_001)).toBe('weir materialize --yes');
  });

  it('holds for the shell what is one word', () => {
    expect(commandOf({ selection: 'kind:sql and not tag:daily' }, 1)).toBe("weir materialize 'kind:sql and not tag:daily'");
    expect(commandOf({ selection: "raw/* or 'x'" }, 1)).toBe("weir materialize 'raw/* or '\\''x'\\'''");
  });
});

describe('the steps of a plan', () => {
  const step = (target: string, reason: string, because = reason): PlannedStep => ({ target, asset: target.split('@')[0], action: { does: 'COMPUTE', reason, because }, runs_if: null });
  const steps = [step('a@1', 'MISSING'), step('a@2', 'MISSING'), step('a@3', 'CODE_CHANGED'), step('b', 'INPUT_CHANGED', 'a@1'), step('a@4', 'MISSING', 'else')];

  it('are together by asset and reason', () => {
    expect(groupsOf(steps).map((group) => `${group.asset} ${partitionsOf(group)}: ${group.because}`))
      .toEqual(['a 1 … 4: MISSING, and so on', 'a 3: CODE_CHANGED', 'b : a@1']);
  });

  it('come out of a group that is opened', () => {
    const groups = groupsOf(steps);

    expect(rowsOf(groups, new Set([groups[0].id])).map((row) => (row.is === 'group' ? row.group.asset : row.step.target))).toEqual(['a', 'a@1', 'a@2', 'a@4', 'a', 'b']);
  });
});
