/** What the page for launching needs to do the same again, of a command as it was typed. Nothing if it was another command. */
export function againOf(request: string): { sel?: string; p?: string } | undefined {
  const words = request.trim().split(/\s+/);
  if (words[0] !== 'weir' || words[1] !== 'materialize') return undefined;
  const selection: string[] = [];
  const partitions: string[] = [];
  for (let i = 2; i < words.length; i++) {
    if (words[i] === '--partition' && i + 1 < words.length) partitions.push(words[++i]);
    else if (words[i].startsWith('--partition=')) partitions.push(words[i].slice('--partition='.length));
    else if (TAKES_VALUE.has(words[i])) i++;
    else if (!words[i].startsWith('-')) selection.push(words[i].replace(/^(['"])(.*)\1$/, '$2'));
  }
  return { ...(selection.length > 0 ? { sel: selection.join(' or ') } : {}), ...(partitions.length > 0 ? { p: partitions.join(',') } : {}) };
}

const TAKES_VALUE = new Set(['--env', '--config', '--parallel', '-f', '--file', '--project', '--job', '-C']);
