/** A piece of a line that looks alike: the classes it has, if it has any. */
export interface Styled {
  /** Where in what is shown it begins. */
  readonly at: number;
  readonly text: string;
  readonly look: string;
}

// Sequences that colour, any other sequence, and single control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /\x1b\[([0-9;:]*)m|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-Z\\-_]?|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Colours of terminals as classes; every other control character as a picture of itself, so that it can do nothing. */
export function styled(line: string): readonly Styled[] {
  const pieces: Styled[] = [];
  let bold = false;
  let colour = '';
  let at = 0;
  const add = (text: string): void => {
    const look = `${bold ? 'ansi-bold ' : ''}${colour === '' ? '' : `ansi-${colour}`}`.trim();
    const last = pieces[pieces.length - 1];
    if (text === '') return;
    if (last !== undefined && last.look === look) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ at: last === undefined ? 0 : last.at + last.text.length, text, look });
  };
  for (const found of line.matchAll(CONTROL)) {
    add(line.slice(at, found.index));
    at = found.index + found[0].length;
    if (found[1] !== undefined) {
      for (const code of found[1] === '' ? [0] : found[1].split(/[;:]/).map(Number)) {
        if (code === 0) [bold, colour] = [false, ''];
        else if (code === 1) bold = true;
        else if (code === 22) bold = false;
        else if (code === 39) colour = '';
        else if (code >= 30 && code <= 37) colour = String(code - 30);
        else if (code >= 90 && code <= 97) colour = String(code - 90);
        else if (code === 38 || code === 48) break;
      }
    } else if (found[0].length === 1) add(pictureOf(found[0].charCodeAt(0)));
  }
  add(line.slice(at));
  return pieces;
}

function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
