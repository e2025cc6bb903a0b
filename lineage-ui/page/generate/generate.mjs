// Writes src/api/generated.ts, the types of all that the server takes and answers, from src/api/openapi.json:
//   npm run generate
// Its first line names the digests of what it was made of and of what was made, which test/api.test.ts compares, so that
// building the page needs none of this.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../src/api/openapi.json', import.meta.url);
const target = new URL('../src/api/generated.ts', import.meta.url);
const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const text = readFileSync(document, 'utf8');
const types = astToString(await openapiTS(JSON.parse(text), { immutable: true, alphabetize: false }));
writeFileSync(target, `// Generated: npm run generate. Of ${digest(text)}, this is ${digest(types)}.\n${types}`);
