// Asks npm xapi-validation whether the statements that the portal writes are xAPI 1.0.3. A native test proves that the file is what
// the code writes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv, exit, stdout } from 'node:process';

const validate = createRequire(import.meta.url)('xapi-validation').default;
const file = argv[2] ?? new URL('../fixtures/xapi/statements.json', import.meta.url);
const statements = JSON.parse(readFileSync(file, 'utf8'));

// A validator that lets everything through would prove nothing.
const nameless = { ...statements[0], actor: { objectType: 'Agent' } };
if (validate(nameless).length === 0) {
  stdout.write('a statement without an actor was let through\n');
  exit(1);
}
const warnings = statements.flatMap((statement) => validate(statement));
for (const warning of warnings) {
  stdout.write(`${JSON.stringify(warning)}\n`);
}
stdout.write(`${statements.length} statements, ${warnings.length} warnings\n`);
exit(warnings.length === 0 && statements.length > 0 ? 0 : 1);
