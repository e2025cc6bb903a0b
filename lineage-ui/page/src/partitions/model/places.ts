/** Places of partitions on a line, as ranges in order that neither touch nor overlap; both ends belong to a range. */
export type Places = readonly (readonly [number, number])[];

export const NONE: Places = [];

export const between = (a: number, b: number): Places => [[Math.min(a, b), Math.max(a, b)]];

export function united(one: Places, other: Places): Places {
  const ranges: [number, number][] = [];
  for (const [first, last] of [...one, ...other].sort(([a], [b]) => a - b)) {
    const before = ranges.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([first, last]);
  }
  return ranges;
}

export function without(places: Places, place: number): Places {
  return places.flatMap(([first, last]): [number, number][] => {
    if (place < first || place > last) return [[first, last]];
    const rest: [number, number][] = [[first, place - 1], [place + 1, last]];
    return rest.filter(([a, b]) => a <= b);
  });
}

export const contains = (places: Places, place: number): boolean => places.some(([first, last]) => place >= first && place <= last);

export const toggled = (places: Places, place: number): Places =>
  contains(places, place) ? without(places, place) : united(places, [[place, place]]);
